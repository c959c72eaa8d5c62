"""The clauses of a licence that limit a freedom, each with the passage that says so."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from gpai_lint.evidence.licences.words import Words
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.tables import load_table

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

#: Clauses given per kind: the first ones decide, and a licence repeats itself.
_MAX_PER_KIND = 3
_MAX_PASSAGE = 1_500

_BOUNDARY = Pattern(
    r"\n[ \t]*\n"  # a blank line
    r"|(?<=[.;!?])(?<!\b[Ii]nc\.)(?<!\bINC\.)(?<!\b[Ll]td\.)(?<!\bLTD\.)(?<!\b[Cc]orp\.)(?<!\b[Cc]o\.)(?<!\bNo\.)"
    r"[\"”’)]{0,2}\s+(?=[A-Z0-9(\"“‘§•*-])"  # the end of a sentence
    r"|(?<=[。；])"
    r"|\n(?=[ \t]*(?:\(?[a-zA-Z0-9]{1,4}[.)]|[-*•])[ \t])",  # the start of an item
    flags=0,
)
#: A title or a notice above a text: a short line, the first of its passage, with a new beginning under it.
_TITLE = Pattern(r"[^\n]{1,60}(?<![,;:(\s])[ \t]*\n\s*(?=[A-Z\"“‘(])", flags=0)
_ENDS_IN_ARTICLE = re.compile(
    r"\b(?:the|an?|of|and|or|to|for|by|in|with|under|any|this|its|such|as|on|that)[ \t]*\n\s*\Z", re.I
)
_EDGES = re.compile(r"[ \t\n#>*_|-]*")


class Passage(NamedTuple):
    """A clause found in a text: its kind and its range of characters."""

    kind: str
    start: int
    end: int


class _Kind(NamedTuple):
    name: str
    patterns: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...]


def find(text: str, start: int, end: int, kinds: Collection[str] | None = None) -> list[Passage]:
    """Return the clauses between two offsets of a licence's text, in order; of all kinds, or of the given ones."""
    found: list[Passage] = []
    counts: dict[str, int] = {}
    wanted = [_kind(name) for name in _table()["kinds"] if kinds is None or name in kinds]
    for first, last in _passages(text, start, end) if wanted else ():
        joined = Words(text[first:last][:_MAX_PASSAGE]).joined
        for kind in wanted:
            if (
                counts.get(kind.name, 0) < _MAX_PER_KIND
                and any(pattern.search(joined) for pattern in kind.patterns)
                and not any(pattern.search(joined) for pattern in kind.unless)
            ):
                counts[kind.name] = counts.get(kind.name, 0) + 1
                found.append(Passage(kind.name, first, last))
    return found


def kinds_of(identifier: str) -> list[str] | None:
    """Return the kinds of clause that a standard licence can have; None if it has to be searched for all."""
    rows: dict[str, list[str]] = _table()["standard"]
    beginnings = [beginning for beginning in rows if identifier.startswith(beginning)]
    return rows[max(beginnings, key=len)] if beginnings else None


def _passages(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences and list items between two offsets, without the marks and spaces around them."""
    position = start
    for boundary in [*(match.span() for match in _BOUNDARY.finditer(text, start, end)), (end, end)]:
        edge = _EDGES.match(text, position, boundary[0])
        first = edge.end() if edge else position
        last = first + len(text[first : boundary[0]].rstrip())
        while (title := _TITLE.match(text, first, last)) and not _ENDS_IN_ARTICLE.search(title.group()):
            yield first, first + len(title.group().rstrip())
            first = title.end()
        if last > first:
            yield first, last
        position = boundary[1]


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    table: dict[str, Any] = load_table("evidence/licences/clauses")
    return table


@cache
def _kind(name: str) -> _Kind:
    row = _table()["kinds"][name]
    return _Kind(
        name,
        tuple(re.compile(pattern) for pattern in row["patterns"]),
        tuple(re.compile(pattern) for pattern in row.get("unless", [])),
    )
