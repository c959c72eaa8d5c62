"""A document for people as one run of text, in which a form's labels can be looked for however they are broken up.

Headings, paragraphs and table cells follow each other in order of their place. Beside the text stands a *squeezed*
form of it, letters and digits only, lower case and without accents: in it a label is found whether it is broken over
lines, hyphenated, set in bold or divided by spaces that a font lost.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final

from gpai_lint.artifacts.line_prose import FURNITURE
from gpai_lint.artifacts.repair import joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.artifacts.interface import Block, Cell, Prose, Table
    from gpai_lint.location import Span

#: Numbering, letters and question marks that stand before a label: ``2.1.1``, ``1.3.1.A``, ``EE.``, ``(a)``, ``Q:``.
_LEAD: Final = re.compile(
    r"\W{0,6}(?:(?:\d{1,2}|[A-Za-z]{1,2})(?:[.\-][\w]{1,2}){0,4}[.):\]]{0,2}[\s*_]{1,4})?"
    r"(?:Q(?:uestion)?\s?\d{0,2}\s?[.:)]\s?)?"
)
#: A dash or bar within a line after which another label may begin: ``Version 1.0 – Last update: May 2026``.
_BREAK: Final = re.compile(r"\s[|–—-]\s")
#: The space before a word amid a line with which a label may begin.
_CAPITAL: Final = re.compile(r"(?<=[\w).])\s+(?=[A-Z])")
_UNFOLDED: Final = {"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"}


@dataclass(frozen=True, slots=True)
class Unit:
    """A heading, a block or a cell: where its text starts in the stream, and what it is.

    ``row`` is the table of a cell with the number of the row, ``column`` its column.
    """

    start: int
    text: str
    kind: str
    section: int
    source: Block | Cell | None
    span: Span
    row: tuple[Table, int] | None = None
    column: int = 0


class Stream:
    """The text of a document with its units, its squeezed form and the place of every character."""

    def __init__(self, prose: Prose) -> None:
        """Put the document's parts in order; what stands on every page is left out."""
        self.prose = prose
        self.units: list[Unit] = []
        length = 0
        parts: list[str] = []
        for unit in sorted(_units(prose), key=lambda unit: unit.span):
            self.units.append(
                Unit(length, unit.text, unit.kind, unit.section, unit.source, unit.span, unit.row, unit.column)
            )
            parts.append(unit.text)
            length += len(unit.text) + 1
        self.text = "\n".join(parts)
        self._starts = [unit.start for unit in self.units]
        self._links = sorted(prose.links, key=lambda link: link.span)
        squeezed: list[str] = []
        self._places: list[int] = []
        folded = {character: fold(character) for character in set(self.text)}
        for index, character in enumerate(self.text):
            for letter in folded[character]:
                squeezed.append(letter)
                self._places.append(index)
        self.squeezed = "".join(squeezed)

    def unit(self, index: int) -> Unit:
        """Return the unit that holds a place of the text."""
        return self.units[max(bisect_right(self._starts, index) - 1, 0)]

    def at(self, index: int) -> int:
        """Return the first place of the squeezed text that stands at or after a place of the text."""
        return bisect_left(self._places, index)

    def place(self, squeezed: int) -> int:
        """Return where in the text a character of the squeezed text stands."""
        return self._places[squeezed] if squeezed < len(self._places) else len(self.text)

    def starts(self, within: bool = False) -> Iterator[int]:
        """Yield the places where a label may start, in order: lines, what follows their numbering, parts of a line.

        ``within`` yields the words that begin with a capital amid a line with several colons instead: converters of PDF
        put the labels of a form that stand below each other on one line.
        """
        for unit in self.units:
            begin = 0
            for line in unit.text.split("\n"):
                base = unit.start + begin
                begin += len(line) + 1
                if within:
                    if line.count(":") > 1:
                        yield from (base + match.end() for match in _CAPITAL.finditer(line))
                    continue
                yield base
                lead = _LEAD.match(line)
                if lead and lead.end():
                    yield base + lead.end()
                for match in _BREAK.finditer(line):
                    yield base + match.end()

    def span(self, start: int, end: int) -> Span:
        """Return where ``text[start:end]`` stands in the file."""
        first, last = self._single(start), self._single(max(end - 1, start))
        return type(first)(first.line, first.column, last.end_line, last.end_column)

    def _single(self, index: int) -> Span:
        unit = self.unit(index)
        at = min(index - unit.start, max(len(unit.text) - 1, 0))
        if unit.source is not None:
            return unit.source.part(at, at + 1)
        column = min(unit.span.column + at, max(unit.span.end_column - 1, 1))
        return type(unit.span)(unit.span.line, column, unit.span.line, column + 1)

    def row_end(self, index: int) -> int | None:
        """Return where the row ends that a place stands in, if cells on the right of its own hold text; else None.

        A cell that spans several rows has them all beside it.
        """
        unit = self.unit(index - 1)
        if unit.row is None:
            return None
        table, first = unit.row
        last = first
        while last + 1 < len(table.rows) and any(cell is unit.source for cell in table.rows[last + 1]):
            last += 1
        beside = [
            other
            for other in self.units
            if other.row is not None
            and other.row[0] is table
            and first <= other.row[1] <= last
            and other.column > unit.column
        ]
        return max(other.start + len(other.text) for other in beside) if beside else None

    def with_targets(self, start: int, text: str) -> str:
        """Return an answer that begins at a place with the target of each of its links in brackets behind the words.

        A target that the text shows already, over whichever lines, and one in the same document are left out.
        """
        if not text.strip() or not self._links:
            return text
        place = self.span(start, start + len(text.rstrip()))
        first = bisect_left(self._links, place, key=lambda link: link.span)
        at, shown = 0, "".join(text.split())
        ends: dict[str, int] = {}
        for link in islice(self._links, max(first - 1, 0), None):
            if (link.span.line, link.span.column) >= (place.end_line, place.end_column):
                break
            if (link.span.end_line, link.span.end_column) <= (place.line, place.column):
                continue
            target = link.target.removeprefix("mailto:")
            found = text.find(link.text, at) if link.text and target and target[0] != "#" else -1
            if found < 0:
                continue
            at = found + len(link.text)
            if target.rpartition("://")[2] not in shown:
                # A link may be broken over lines: its target stands behind the last of them.
                ends[target] = at
        for target, end in sorted(ends.items(), key=lambda one: one[1], reverse=True):
            text = f"{text[:end]} ({target}){text[end:]}"
        return text

    def section(self, index: int) -> int:
        """Return the index of the section that a place belongs to."""
        return self.unit(index).section


def _units(prose: Prose) -> Iterator[Unit]:
    for index, section in enumerate(prose.sections):
        if section.level:
            yield Unit(0, section.title, "heading", index, None, section.span)
    for block in prose.blocks:
        if block.kind not in {"code", FURNITURE} and block.text:
            yield Unit(0, block.text, block.kind, block.section, block, block.span)
    for table in prose.tables:
        seen: set[int] = set()
        for number, row in enumerate(table.rows):
            for column, cell in enumerate(row):
                # A cell that spans several places appears once.
                if cell.text and id(cell) not in seen:
                    seen.add(id(cell))
                    yield Unit(0, cell.text, "cell", table.section, cell, cell.span, (table, number), column)


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return letters and digits only, lower case, without accents."""
    text = unicodedata.normalize("NFKD", text.casefold())
    # An apostrophe may be written as a modifier letter, which counts as a letter.
    return "".join(
        _UNFOLDED.get(letter, letter) for letter in text if letter.isalnum() and unicodedata.category(letter) != "Lm"
    )


def running(text: str) -> str:
    """Return lines as running text."""
    whole = ""
    for line in text.split("\n"):
        whole = joined(whole, line)
    return re.sub(r"[ \t]+", " ", whole).strip()
