from __future__ import annotations

import pytest

from gpai_lint.artifacts import yaml_document
from gpai_lint.artifacts.yaml_document import compose, parse
from gpai_lint.errors import ArtifactError
from gpai_lint.location import Span

CARD = """\
# filled in by hand
license: 'apache-2.0'  # the weights
language:
  - en
  - no
co2_eq_emissions:
  emissions: 24_700_000
training: {flop: 3.1e24, gpus: [512, 1024]}
version: 1.10
released: 2025-08-02
notes: |
  First line # not a comment
  second line

"""


def test_values_keep_their_places_and_what_was_written() -> None:
    root = parse("card.yaml", CARD.encode()).root

    licence = root.get("license")
    assert licence is not None
    assert (licence.value, licence.span, licence.key_span) == ("apache-2.0", Span(2, 10, 2, 22), Span(2, 1, 2, 8))
    version = root.get("version")
    assert version is not None
    assert (version.value, version.text) == (1.1, "1.10")
    assert root.plain() == {
        "license": "apache-2.0",
        "language": ["en", "no"],
        "co2_eq_emissions": {"emissions": 24_700_000},
        "training": {"flop": 3.1e24, "gpus": [512, 1024]},
        "version": 1.1,
        "released": "2025-08-02",
        "notes": "First line # not a comment\nsecond line\n",
    }


def test_pointers_and_spans_of_nested_values() -> None:
    root = compose(CARD, "card.yaml")

    gpus = root.get("training", "gpus")
    assert gpus is not None
    assert isinstance(gpus.value, list)
    assert (gpus.pointer, gpus.span) == ("/training/gpus", Span(8, 32, 8, 43))
    assert (gpus.value[1].pointer, gpus.value[1].span) == ("/training/gpus/1", Span(8, 38, 8, 42))
    language = root.get("language")
    assert language is not None
    assert language.span == Span(4, 3, 5, 7)
    notes = root.get("notes")
    assert notes is not None
    assert notes.span == Span(11, 8, 13, 14)


def test_comments_are_kept_apart_from_text_that_looks_like_one() -> None:
    comments = parse("card.yaml", CARD.encode()).comments

    assert [(comment.text, comment.span) for comment in comments] == [
        ("filled in by hand", Span(1, 1, 1, 20)),
        ("the weights", Span(2, 24, 2, 37)),
    ]


def test_columns_count_code_points_and_lines_start_where_the_text_does() -> None:
    root = compose("größe: 😀\nname: 'é'\n", "README.md", first_line=2)

    name = root.get("name")
    assert name is not None
    assert name.span == Span(3, 7, 3, 10)
    emoji = root.get("größe")
    assert emoji is not None
    assert emoji.span == Span(2, 8, 2, 9)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("true", True),
        ("~", None),
        ("", None),
        ("12:30:45", "12:30:45"),
        ("007", "007"),
        ("0x1f", 31),
        ("1e25", 1e25),
        (".5", 0.5),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("1e999", "1e999"),
        ("1__0", "1__0"),
        ("'7'", "7"),
        ("!!str 7", "7"),
        ("!!int '7'", 7),
        ("9" * 5000, "9" * 5000),
    ],
)
def test_plain_scalars_follow_yaml_1_2(written: str, value: object) -> None:
    assert compose(f"key: {written}\n", "a.yaml").plain() == {"key": value}


def test_aliases_and_merges_are_expanded_and_keep_their_own_pointers() -> None:
    root = compose("base: &base {a: 1, b: [2]}\ncopy: *base\nmore:\n  <<: *base\n  a: 3\n", "a.yaml")

    assert root.plain() == {"base": {"a": 1, "b": [2]}, "copy": {"a": 1, "b": [2]}, "more": {"a": 3, "b": [2]}}
    copied = root.get("copy", "b")
    assert copied is not None
    assert (copied.pointer, copied.span) == ("/copy/b", Span(1, 23, 1, 26))
    alias = root.get("copy")
    assert alias is not None
    assert alias.span == Span(2, 7, 2, 12)


def test_a_file_without_content_is_an_empty_document() -> None:
    assert parse("a.yaml", b"").root.value is None
    assert parse("a.yaml", b"# nothing yet\n").root.value is None


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("a: [1,\n", "a.yaml:2:1", "does not parse"),
        ("a: 1\nb: 2\na: 3\n", "a.yaml:3:1", "The key 'a' is given twice."),
        ("a: !!python/object/apply:os.system ['id']\n", "a.yaml:1:4", "is not supported"),
        ("a: &x [*x]\n", "a.yaml:1:8", "refers to what contains it"),
        ("a: *x\n", "a.yaml:1:4", "names no anchor"),
        ("[" * 500, "a.yaml:1:102", "nested more than"),
        ("? [a]\n: 1\n", "a.yaml:1:3", "key is not a scalar"),
        ("a: 1\n--- \nb: 2\n", "a.yaml:2:1", "more than one YAML document"),
        ("a:\n\t- b\n", "a.yaml:2:1", "does not parse"),
        ("a: \x07\n", "a.yaml:1:1", "control characters"),
        ("<<: 3\n", "a.yaml:1:1", "Only a mapping"),
    ],
)
def test_what_is_malformed_is_an_error_with_its_place(text: str, place: str, message: str) -> None:
    with pytest.raises(ArtifactError, match=message) as caught:
        parse("a.yaml", text.encode())

    assert str(caught.value).startswith(f"{place}: ")


def test_aliases_cannot_blow_a_document_up() -> None:
    levels = [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]\n" for n in range(1, 9)]

    with pytest.raises(ArtifactError, match="aliases expand"):
        compose("l0: &l0 [lol]\n" + "".join(levels), "a.yaml")


def test_a_document_of_endless_values_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_document, "MAX_VALUES", 10)
    text = "[" + ", ".join(["1"] * 10) + "]"

    with pytest.raises(ArtifactError, match="more than 10 values"):
        compose(text, "a.yaml")
