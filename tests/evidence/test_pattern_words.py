"""Patterns of the catalogue: the words that they cannot match without exclude no match."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from gpai_lint.evidence import patterns
from gpai_lint.evidence.cuts import cuts_of
from gpai_lint.evidence.keys import cuts_in, key_of, keys_in, row_of, runs_of, words_in
from gpai_lint.evidence.literals import literals_of
from gpai_lint.evidence.narrowing import narrowed
from gpai_lint.evidence.patterns import Pattern, declared, pattern, prepared
from gpai_lint.evidence.words import word_table

ROOT = Path(__file__).resolve().parents[2]
OWN = "Lark"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (r"\btrained (?:on|with)\b", (("trained on", "trained with"),)),
        (r"licen[cs]es?", (("license", "licence"),)),
        (r"(?:pre-?)?training data", (("training data",),)),
        (r"made by \w+ in (?:Paris|Berlin)", (("made by ",), (" in paris", " in berlin"))),
        (r"(?:\d+ tokens|\d+)", ()),
        (r"(?:no )?\d+", ()),
        (r"a(?=bc)bcd", (("abcd",),)),
        (r"(?:up to )+\d", (("up to ",),)),
        (r"(?:up to )*\d", ()),
        (r"(?-i:TPU)s?", (("tpu",),)),
        (r"[^abc]+", ()),
    ],
)
def test_the_words_that_a_pattern_needs(source: str, words: tuple[tuple[str, ...], ...]) -> None:
    found = [{frozenset(group) for group in way} for way in literals_of(source)]
    assert found == ([{frozenset(group) for group in words}] if words else [])


@pytest.mark.parametrize(
    ("source", "ways"),
    [
        (r"(?:\d+ tokens|\d+ words)", [[" tokens"], [" words"]]),
        (r"made by \w+ in Rome|\w+, born in Oslo", [["made by ", " in rome"], [", born in oslo"]]),
        (r"we (?:train \w+ on|tune \d+ of) data", [["we train ", " on data"], ["we tune ", " of data"]]),
        (r"trained (?:\d+ times|\d+)", [["trained ", " times"], ["trained "]]),
        (r"(?:\d+ tokens|\d+)", []),
    ],
)
def test_a_pattern_needs_the_words_of_one_of_its_ways(source: str, ways: list[list[str]]) -> None:
    assert [sorted(word for group in way for word in group) for way in literals_of(source)] == [
        sorted(words) for words in ways
    ]


def texts() -> list[str]:
    """Sentences, lines and headings of the examples, and of the patterns' own words."""
    found: set[str] = set()
    for path in sorted((ROOT / "examples").rglob("*.md")):
        lines = path.read_text(encoding="utf-8").splitlines()
        found.update(line.strip(" #|*-") for line in lines)
        found.update(" ".join(pair) for pair in pairwise(lines))
    return sorted(found)


def test_no_pattern_misses_a_match_for_want_of_its_words_or_keys() -> None:
    samples = [(text, runs_of(text.casefold())) for text in texts()]
    tried = matched = 0
    table = word_table()
    patterns = [pattern(source, OWN) for source, row in table["catalogue"].items() if words_in(row)]
    for source, flags in dict.fromkeys(declared):
        if words := words_in(table["readers"][source]):
            patterns.append(Pattern(source, words, flags=flags))
    for lazy in patterns:
        for text, runs in samples:
            eager = lazy.compiled.search(text)
            tried += 1
            matched += eager is not None
            answer = lazy.search(text)
            assert (answer and answer.span()) == (eager and eager.span()), (lazy.words, text)
            assert eager is None or lazy.may_match_in(text, runs), (lazy.keys, text)
    assert matched > 500
    assert tried > 100_000


@pytest.mark.parametrize(
    ("source", "text", "left"),
    [
        (r"(?:trained|tuned) (?:on|by)", "It was trained on it.", r"(?:trained) (?:on)"),
        (
            r"(?:pre-?)?trained|a (?:kind|sort) of|made",
            "Trained by a sort of wren.",
            r"(?:pre-?)?trained|a (?:sort) of",
        ),
        (r"model(?:s| of (?:birds|bats)|)", "A model.", r"model(?:s|)"),
        (r"model(?! (?:of birds|of bats))", "A model.", r"model(?! (?:(?!)))"),
        (r"(?P<value>red|blue) lark|(?P<kind>wren)s", "A red lark.", r"(?P<value>red) lark|(?!)(?P<kind>)"),
        (r"\(lark|\[|wren\|owl", "A wren|owl.", r"wren\|owl"),
        (r"[(|]lark|\d+|owl", "5", r"\d+"),
        (r"(lark|owl)\1", "lark", r"(lark|owl)\1"),
        (r"(?P<bird>lark|owl) (?P=bird)", "lark", r"(?P<bird>lark|owl) (?P=bird)"),
    ],
)
def test_what_a_text_cannot_match_is_left_out_of_a_pattern(source: str, text: str, left: str) -> None:
    row = cuts_of(source)
    assert (narrowed(source, row, text.casefold()) if row else source) == left
    assert cuts_in(row_of((), row)) == row


def test_a_narrowed_pattern_matches_the_same_in_its_texts() -> None:
    lines = texts()
    matched = shorter = 0
    for source, row in word_table()["catalogue"].items():
        lazy, cuts, written = pattern(source, OWN), cuts_in(row), prepared(source)
        expected = [text for text in lines if lazy.may_match(text)][:: len(lines) // 40 or 1][:4] if cuts else []
        if not expected:
            continue
        left = narrowed(written, cuts, "\n".join(expected).casefold())
        few = re.compile(left.replace("{own}", OWN.lower()), re.IGNORECASE)
        shorter += len(written) - len(left)
        assert few.groupindex.keys() == lazy.compiled.groupindex.keys()
        for text in expected:
            one, other = few.search(text), lazy.compiled.search(text)
            assert (one and (one.span(), one.groupdict())) == (other and (other.span(), other.groupdict())), text
            matched += other is not None
    assert matched > 20
    assert shorter > 20_000


def test_a_pattern_is_narrowed_to_the_texts_that_it_was_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    source = r"(?:lark|owl)s? (?:sings?|hoots?)"
    table = {"readers": {source: row_of(literals_of(source), cuts_of(source))}}
    monkeypatch.setattr(patterns, "_ready", lambda part: table.get(part, {}))
    monkeypatch.setattr(patterns, "declared", [])  # the package has no such pattern
    birds = Pattern(source)
    birds.expect(told := "The lark sings.")
    found = [birds.search(text) for text in (told, "No owl sings.", told)]
    assert [match and match.group() for match in found] == ["lark sings", "owl sings", "lark sings"]
    few = "(?:lark)s? (?:sings?)"
    assert [match and match.re.pattern for match in found] == [few, source, few]


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("training data", "g d"),
        ("licensed", "cen"),
        ("gpu", "gpu"),
        ("of", ""),
        ("模型", "模型"),
        ("使用限制", "使用限"),
    ],
)
def test_the_key_of_a_word_stands_in_few_texts(word: str, key: str) -> None:
    assert key_of(word) == key
    assert key in {"", *runs_of(f"so {word} here")}


def test_a_pattern_has_keys_of_each_of_its_ways() -> None:
    two = Pattern("", words := ((("weights of", "model of"), ("gpu",)), (("on", "by"), ("hours",))))
    assert two.keys == {key_of("weights of"), key_of("model of"), key_of("hours")}
    assert Pattern("", ((("weights",),), (("on", "by"),))).keys == frozenset()
    assert words_in(row_of(words)) == words
    assert keys_in(row_of(words)) == two.keys
    assert not two.may_match_in("weights and models", runs_of("weights and models"))
    assert not two.may_match_in("the weights of it", runs_of("the weights of it"))
    assert two.may_match_in("on 4 hours", runs_of("on 4 hours"))


def test_a_pattern_without_its_words_is_not_compiled() -> None:
    broken = Pattern("tokens(", ((("tokens",),),))
    assert broken.search("no such thing") is None
    with pytest.raises(re.error):
        broken.search("1T tokens")


def test_each_method_answers_as_that_of_re() -> None:
    tokens = Pattern(r"\d+ tokens", ((("tokens",),),))
    text = "12 tokens and 5 TOKENS"
    assert [match.group() for match in tokens.finditer(text)] == ["12 tokens", "5 TOKENS"]
    assert [match.group() for match in tokens.finditer(text, 3)] == ["5 TOKENS"]
    assert tokens.search(text, 0, 5) is None
    found = tokens.match(text, 14)
    assert found is not None
    assert found.group() == "5 TOKENS"
    assert tokens.fullmatch(text) is None
    assert tokens.fullmatch("7 tokens") is not None
