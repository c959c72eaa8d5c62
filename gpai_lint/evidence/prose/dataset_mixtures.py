"""Names of data sets in a mixture whose parts are told in per cent: "40% Reed-Web, 35% code (Heap + Marsh v2), …"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.prose.dataset_look import NO_DATA, PROPER, STRIKING, is_own
from gpai_lint.evidence.prose.dataset_names import enumeration
from gpai_lint.evidence.values.languages import languages_in

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = r"(?:[A-Z]|[a-z]{1,6}(?=[A-Z\d]))[\w.+'-]*\w(?: (?:[A-Z\d][\w.+'-]*\w|v\d[\w.]*)){0,4}"
_SHARE = re.compile(r"~?(?P<part>\d{1,3}(?:\.\d+)?)\s?%")
#: Behind a share the name, and what ends it: "40% Reed-Web, …", "10% Wikipedia de/fr".
_BEHIND = Pattern(
    rf"\s(?:of |from )?(?:the )?(?P<name>{_NAME})"
    r"(?=(?: [a-z]{2}(?:[/,] ?[a-z]{2})*)?(?: (?:data(?: ?set)?|corpus|subset))?\s*(?:[,;(&+]|\.(?!\d)|and\b|\Z))",
    flags=0,
)
_AHEAD = Pattern(rf"(?P<name>{_NAME})(?: data)?(?:\s?[:(=—-])?\s?\Z", flags=0)
_ASIDE = re.compile(r"\((?P<list>[^()]{3,200})\)")
#: What is left out of it.
_NOT = Pattern(r"(?:no|without|not|except|excluding)\b")
#: What else is told in per cent: how data was split, and how much less something takes.
_OTHER = Pattern(r"\b(?:splits?|validation|test|dev|held[- ]out|reduc\w+|sav(?:es?|ing)|only|accuracy)\b")
#: The parts of a whole make it up, roundings aside.
_WHOLE = (95.0, 105.0)


def shares(sentence: str, own: str) -> list[str]:
    """Return the names in a sentence whose percentages, two or more, make up a whole; ``own`` are the model's names."""
    found = list(_SHARE.finditer(sentence))
    if (
        len(found) < 2
        or _OTHER.search(sentence)
        or not _WHOLE[0] <= sum(float(part["part"]) for part in found) <= _WHOLE[1]
    ):
        return []
    ends = [part.start() for part in found[1:]] + [len(sentence)]
    names = []
    for part, end in zip(found, ends, strict=True):
        match = _BEHIND.match(sentence, part.end()) or _AHEAD.search(sentence, max(0, part.start() - 80), part.start())
        names += [match["name"]] if match and is_set(match["name"]) else []
        for aside in _ASIDE.finditer(sentence, part.end(), end):
            names += _beside(aside["list"], own)
    return [name for name in dict.fromkeys(names) if not is_own(name, own)]


def share(text: str) -> str:
    """Return the name that a text begins with behind its part of a mixture, empty without one: ``60% Reed-Web``."""
    part = _SHARE.match(text)
    match = _BEHIND.match(text, part.end()) if part else None
    return match["name"] if match else ""


def is_set(name: str) -> bool:
    """Tell whether what has a share in a mixture is a data set by its look, and no language."""
    if NO_DATA.search(name.removeprefix("The ")) or not (STRIKING.search(name) or PROPER.search(name)):
        return False
    return bool(STRIKING.search(name)) or not languages_in(name)


def _beside(text: str, own: str) -> Iterator[str]:
    """Yield the names that stand in parentheses behind a kind of data."""
    for part in text.split(";"):
        if _NOT.match(part.strip()):
            continue
        several = enumeration(part, own)
        single = [re.sub(r"^\W+", "", entry).strip() for entry in re.split(r",\s|\s[+&]\s|\sand\s", part)]
        yield from several or (entry for entry in single if re.fullmatch(_NAME, entry) and is_set(entry))
