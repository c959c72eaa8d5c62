"""Where in a section a passage stands that a policy quotes: policies see text, not lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.location import Location, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gpai_lint.artifacts.interface import Prose

_WORD = re.compile(r"[^\W_]+")


def narrow(place: Location, quote: str, prose: Prose, section: int) -> Location:
    """Return the line of a section that has most words of a quotation, or ``place`` if none has any.

    ``place`` is the section's heading. Text reaches policies without markup and line breaks, so words are compared and
    not characters; a number counts as several, for it is what such a passage is quoted for.
    """
    wanted = set(_WORD.findall(quote.casefold()))
    best, found = 0, 0
    for number in _lines_of(prose, section):
        words = wanted & set(_WORD.findall(prose.lines[number - 1].casefold()))
        score = sum(3 if any(map(str.isdigit, word)) else 1 for word in words)
        if score > best:
            best, found = score, number
    if not found:
        return place
    text = prose.lines[found - 1]
    page = prose.pages[found - 1] if found <= len(prose.pages) else place.page
    start = len(text) - len(text.lstrip()) + 1
    return Location(place.file, Span(found, start, found, len(text.rstrip()) + 1), page, place.anchor)


def _lines_of(prose: Prose, section: int) -> Sequence[int]:
    """Return the numbers of a section's own lines, its subsections apart."""
    sections = prose.sections
    end = sections[section + 1].span.line if section + 1 < len(sections) else len(prose.lines) + 1
    return range(sections[section].span.line, min(end, len(prose.lines) + 1))
