"""The languages that a text behind a label names: by their names, by their codes, or as a number of them."""

from __future__ import annotations

import re

from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.prose.prospects import without_announced
from gpai_lint.evidence.values.languages import code_of, languages_in

#: What a model is compared with by the language of it: "more stable than English-centric models".
_OTHER_LANGUAGES = Pattern(
    r"\b(?:than|unlike|(?:compared|contrary) (?:to|with)) (?:[\w-]+ ){0,2}"
    r"(?-i:[A-Z]\w+)[- ](?:centric|only|focused|dominated|based) (?:[\w-]+ )?(?:models?|(?-i:LLMs?))\b"
)
_SPLIT = re.compile(r"\s*(?:[;,\n]|\band\b)\s*")
_ASIDE = re.compile(r"\s*\([^()]*\)")
#: So many parts make a long list, of which so many are languages.
_LONG = 8
_MOST = 0.8
_COUNT = re.compile(
    r"(?<![.,\w])\d[\d,]*\+? (?:(?!or\b|and\b|for\b|in\b|of\b|models?\b|programming\b)[\w-]+ ){0,2}languages\b"
    r"|(?<![\d.,])\d+\s?[多余+]?\s?种(?:自然)?语[言种]",
    re.IGNORECASE,
)


def languages_told(text: str) -> tuple[int, int, list[str]] | None:
    """Return where a text tells languages and their codes, or how many there are; None where it tells none."""
    if compared := _OTHER_LANGUAGES.search(text):
        text = f"{text[: compared.start()]}{' ' * len(compared.group())}{text[compared.end() :]}"
    text = without_announced(text)
    named = languages_in(text, own_names=True)
    if named:
        return named[0][0], named[-1][1], [code for _, _, code in named]
    parts = _SPLIT.split(text)
    listed = (
        [code_of(part) for part in re.split(r"\s*/\s*", text)] if "/" in text else [],
        [code_of(part) for part in parts],
        # Small letters do where nothing but languages stands: "english, french, german".
        [_whole(part) for part in parts],
    )
    for codes in listed:
        if codes and all(codes):
            return 0, len(text), list(dict.fromkeys(codes))
    # A long list in small letters may name dialects and scripts as well.
    small = [_whole(part) for part in _SPLIT.split(_ASIDE.sub("", text))]
    if len(small) >= _LONG and sum(map(bool, small)) >= _MOST * len(small):
        return 0, len(text), list(dict.fromkeys(filter(None, small)))
    count = _COUNT.search(text)
    return (*count.span(), [count.group().lower()]) if count else None


def _whole(part: str) -> str:
    """Return the code of the language whose name a part of a list is, empty where it is none."""
    codes = [code for _, _, code in languages_in(part.strip(" .*"))]
    return codes[0] if len(codes) == 1 else ""
