from __future__ import annotations

import json

import pytest

from gpai_lint.artifacts import json_document
from gpai_lint.artifacts.json_document import parse
from gpai_lint.errors import ArtifactError
from gpai_lint.location import Span

CONFIG = """\
{
  "architectures": ["FooForCausalLM"],
  "rope_scaling": {"factor": 8.0, "type": "yarn"},
  "größe/~": "é\\u00e9", "max_position_embeddings": 131072,
  "empty": {}, "none": null, "tied": false
}
"""


def test_values_are_those_of_the_standard_parser() -> None:
    assert parse("config.json", CONFIG.encode()).root.plain() == json.loads(CONFIG)


def test_values_and_keys_have_exact_places() -> None:
    root = parse("config.json", CONFIG.encode()).root

    context = root.get("max_position_embeddings")
    assert context is not None
    assert (context.value, context.text) == (131072, "131072")
    assert (context.span, context.key_span) == (Span(4, 52, 4, 58), Span(4, 25, 4, 50))
    odd = root.get("größe/~")
    assert odd is not None
    assert (odd.pointer, odd.span) == ("/größe~1~0", Span(4, 14, 4, 23))
    rope = root.get("rope_scaling")
    assert rope is not None
    assert rope.span == Span(3, 19, 3, 50)


def test_what_python_writes_although_it_is_no_json_is_read_as_text() -> None:
    root = parse("config.json", b'{"limit": [0.0, Infinity, -Infinity], "x": NaN, "y": 1e999}').root

    assert root.plain() == {"limit": [0.0, "Infinity", "-Infinity"], "x": "NaN", "y": "1e999"}


def test_lone_surrogates_become_replacement_characters() -> None:
    assert parse("a.json", b'["\\ud800", "\\ud83d\\ude00"]').root.plain() == ["\ufffd", "😀"]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        (CONFIG[: len(CONFIG) // 2], "a.json:4:3", "does not parse"),
        ('{"a": [1, 2', "a.json:1:12", "ends before the JSON document does"),
        ("", "a.json:1:1", "ends before"),
        ('{"a": 1,\n "a": 2}', "a.json:2:2", "The key 'a' is given twice."),
        ("[1,]", "a.json:1:4", "A value is expected."),
        ('{"a" 1}', "a.json:1:6", "':' is expected."),
        ("{a: 1}", "a.json:1:2", "A key in double quotes is expected."),
        ('{"a": 1}\n{"b": 2}', "a.json:2:1", "text after the end"),
        ("[" * 500, "a.json:1:102", "nested more than"),
        ('"a\nb"', "a.json:1:3", "Invalid control character."),
        ("[01]", "a.json:1:3", "',' is expected."),
    ],
)
def test_what_is_malformed_is_an_error_with_its_place(text: str, place: str, message: str) -> None:
    with pytest.raises(ArtifactError, match=message) as caught:
        parse("a.json", text.encode())

    assert str(caught.value).startswith(f"{place}: ")


def test_a_document_of_endless_values_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_document, "MAX_VALUES", 10)
    text = "[" + ", ".join(["1"] * 10) + "]"

    with pytest.raises(ArtifactError, match="more than 10 values"):
        parse("a.json", text.encode())
