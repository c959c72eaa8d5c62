"""Builds the prose document of a PDF from its rows: lines, headings by number and type size, blocks and tables."""

from __future__ import annotations

import re
from collections import Counter
from statistics import median
from typing import TYPE_CHECKING, Final

from gpai_lint.artifacts.interface import Block, Cell, Link, Prose, Section, Table
from gpai_lint.artifacts.key_values import entries_of
from gpai_lint.artifacts.marks import marks_in
from gpai_lint.artifacts.ticks import ticks_of
from gpai_lint.location import Span

if TYPE_CHECKING:
    from gpai_lint.artifacts.interface import Marks
    from gpai_lint.artifacts.pdf_layout import Paragraph, Row
    from gpai_lint.artifacts.pdf_page import Inset, Piece

MAX_HEADING: Final = 200

_NUMBER: Final = re.compile(r"(?:(\d{1,2}(?:\.\d{1,2}){0,4})[.)]?|([A-Z])[.)])\s+(?=[^\W\d_])")
_BULLET: Final = re.compile(r"[•●◦○▪■‣–—*·-]\s")
_LARGER: Final = 1.15
_MUCH_LARGER: Final = 1.5


def prose_of(rows: list[Row], furniture: list[Piece], links: list[list[Inset]]) -> Prose:
    """Return the document.

    ``furniture`` is what stands on every page; it follows the text and belongs to no heading. ``links`` are the links
    of each page.
    """
    builder = _Builder(rows)
    for row in rows:
        builder.add(row)
    return builder.finish(furniture, links)


class _Builder:
    """Collects lines, sections, blocks and tables."""

    def __init__(self, rows: list[Row]) -> None:
        sizes: Counter[float] = Counter()
        for row in rows:
            for cell in range(len(row.cells)):
                for piece in row.pieces(cell):
                    sizes[round(piece.box.height, 1)] += len(piece.text)
        heights = sorted(sizes.elements())
        self._body = median(heights) if heights else 1.0
        self._lines: list[str] = []
        self._pieces: list[Piece] = []
        self._headings: list[tuple[str, int, tuple[str, ...], Span]] = [("", 0, (), Span(1, 1, 1, 1))]
        self._path: list[tuple[int, str]] = []
        self._blocks: list[Block] = []
        self._tables: list[Table] = []
        self._open: list[tuple[Cell, ...]] = []
        self._lettered = False

    def add(self, row: Row) -> None:
        """Add a row: text of its own, a heading, or a row of a table."""
        if len(row.cells) > 1:
            cells = tuple(self._cell(row.pieces(index)) for index in range(len(row.cells)))
            if self._open and len(self._open[0]) != len(cells):
                self._close_table()
            self._open.append(cells)
            return
        self._close_table()
        for paragraph in row.cells[0]:
            level = self._level(paragraph)
            text, span, marks = self._text(paragraph.pieces)
            if level:
                self._heading(" ".join(text.split()), level, span)
            else:
                kind = "item" if _BULLET.match(text) else "paragraph"
                strong = tuple(_strong(paragraph.pieces))
                self._blocks.append(Block(kind, text, span, len(self._headings) - 1, marks, strong))

    def finish(self, furniture: list[Piece], links: list[list[Inset]]) -> Prose:
        """Return the document."""
        self._close_table()
        last = len(self._lines)
        for piece in furniture:
            text, span, marks = self._text([piece])
            self._blocks.append(Block("furniture", text, span, 0, marks))
        blocks, tables = tuple(self._blocks), tuple(self._tables)
        return Prose(
            tuple(self._lines),
            self._sections(last),
            blocks,
            tables,
            entries_of(tuple(block for block in blocks if block.kind != "furniture"), tables),
            self._links(links),
            ticks=ticks_of(blocks, tables),
            pages=tuple(piece.page for piece in self._pieces),
        )

    def _text(self, pieces: list[Piece]) -> tuple[str, Span, Marks]:
        """Append the pieces as lines; return them as one text with its span and the place of each line."""
        first = len(self._lines) + 1
        marks, length = [], 0
        for number, piece in enumerate(pieces):
            marks.append((length, first + number, 1))
            length += len(piece.text) + 1
            self._lines.append(piece.text)
            self._pieces.append(piece)
        last = pieces[-1].text
        span = Span(first, 1, len(self._lines), len(last) + 1)
        return "\n".join(piece.text for piece in pieces), span, tuple(marks)

    def _cell(self, pieces: list[Piece]) -> Cell:
        text, span, marks = self._text(pieces)
        return Cell(text, span, strong=all(piece.bold for piece in pieces), marks=marks)

    def _close_table(self) -> None:
        rows, self._open = self._open, []
        if not rows:
            return
        bold = [all(cell.strong for cell in row) for row in rows]
        header = int(len(rows) > 1 and bold[0] and not all(bold))
        start, end = rows[0][0].span, rows[-1][-1].span
        span = Span(start.line, 1, end.end_line, end.end_column)
        self._tables.append(Table(tuple(rows), header, span, len(self._headings) - 1))

    def _level(self, paragraph: Paragraph) -> int:
        """Return the level of a heading, 0 for text.

        A number gives the level ("2.2.1" the third) where the type is larger than the text's or bold, or where the
        line is a phrase without an end; otherwise the size of the type does.
        """
        text = " ".join(paragraph.text.split())
        if not 2 <= len(text) <= MAX_HEADING or text[-1] in ".,;:?" or "? " in text or not re.search(r"[^\W\d_]", text):
            return 0
        if _BULLET.match(text) or any(mark.start < 3 for mark in marks_in(text)):
            return 0
        size = max(piece.box.height for piece in paragraph.pieces) / self._body
        bold = all(piece.bold for piece in paragraph.pieces)
        number = _NUMBER.match(text)
        if number and ": " not in text and (bold or size > 1.03 or ("." in (number[1] or "") and len(text) <= 120)):
            # Below chapters A), B) … the numbers start again, one level deeper.
            self._lettered |= number[2] is not None
            return 1 if number[2] else number[1].count(".") + 1 + self._lettered
        if size >= _MUCH_LARGER:
            return 1
        if size >= _LARGER:
            return 2
        return 3 if bold and ": " not in text and len(text) <= 100 and len(paragraph.pieces) <= 2 else 0

    def _heading(self, title: str, level: int, span: Span) -> None:
        while self._path and self._path[-1][0] >= level:
            self._path.pop()
        self._path.append((level, title))
        self._headings.append((title, level, tuple(name for _, name in self._path), span))

    def _sections(self, last: int) -> tuple[Section, ...]:
        sections = []
        for index, (title, level, path, span) in enumerate(self._headings):
            end = next((below[3].line - 1 for below in self._headings[index + 1 :] if below[1] <= (level or 9)), last)
            sections.append(Section(title, level, path, span, end))
        return tuple(sections)

    def _links(self, links: list[list[Inset]]) -> tuple[Link, ...]:
        found = []
        for number, page in enumerate(links, 1):
            lines = [(at, piece) for at, piece in enumerate(self._pieces) if piece.page == number]
            for link in page:
                for at, piece in lines:
                    across = min(piece.box.right, link.box.right) - max(piece.box.left, link.box.left)
                    if across > 1 and piece.box.beside(link.box):
                        start, end = _share(piece, link)
                        span = Span(at + 1, start + 1, at + 1, end + 1)
                        found.append(Link(piece.text[start:end].strip(), link.text, span, self._section_of(at + 1)))
                        break
        return tuple(found)

    def _section_of(self, line: int) -> int:
        return max((index for index, entry in enumerate(self._headings) if entry[3].line <= line), default=0)


def _share(piece: Piece, link: Inset) -> tuple[int, int]:
    """Return which characters of a line a link covers, taking them as equally wide and whole words as covered."""
    width = max(piece.box.width, 1.0)
    start = round(len(piece.text) * max(link.box.left - piece.box.left, 0) / width)
    end = round(len(piece.text) * min(link.box.right - piece.box.left, width) / width)
    while 0 < start < len(piece.text) and not piece.text[start - 1].isspace():
        start -= 1
    while end < len(piece.text) and not piece.text[end].isspace():
        end += 1
    return min(start, end), end


def _strong(pieces: list[Piece]) -> list[tuple[int, int]]:
    ranges, length = [], 0
    for piece in pieces:
        if piece.bold:
            ranges.append((length, length + len(piece.text)))
        length += len(piece.text) + 1
    return ranges
