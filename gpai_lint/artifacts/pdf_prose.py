"""Builds the prose document of a PDF from its rows: headings by number and type size, text, forms as tables."""

from __future__ import annotations

import re
from collections import Counter
from statistics import median
from typing import TYPE_CHECKING, Final

from gpai_lint.artifacts.interface import Link
from gpai_lint.artifacts.line_prose import FURNITURE, LineProse
from gpai_lint.artifacts.marks import marks_in
from gpai_lint.location import Span

if TYPE_CHECKING:
    from gpai_lint.artifacts.interface import Cell, Prose
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
    """Turns rows into headings, blocks and rows of tables; keeps for each line the piece it came from."""

    def __init__(self, rows: list[Row]) -> None:
        sizes: Counter[float] = Counter()
        for row in rows:
            for cell in range(len(row.cells)):
                for piece in row.pieces(cell):
                    sizes[round(piece.box.height, 1)] += len(piece.text)
        heights = sorted(sizes.elements())
        self._body = median(heights) if heights else 1.0
        self._prose = LineProse()
        self._pieces: list[Piece] = []
        self._lettered = False

    def add(self, row: Row) -> None:
        """Add a row: text of its own, a heading, or a row of a table."""
        if len(row.cells) > 1:
            self._prose.row(tuple(self._cell(row.pieces(index)) for index in range(len(row.cells))))
            return
        for paragraph in row.cells[0]:
            level = self._level(paragraph)
            lines = [piece.text for piece in paragraph.pieces]
            self._pieces.extend(paragraph.pieces)
            if level:
                self._prose.heading(lines, level)
            else:
                kind = "item" if _BULLET.match(lines[0]) else "paragraph"
                self._prose.block(kind, lines, tuple(_strong(paragraph.pieces)))

    def finish(self, furniture: list[Piece], links: list[list[Inset]]) -> Prose:
        """Return the document."""
        for piece in furniture:
            self._pieces.append(piece)
            self._prose.block(FURNITURE, [piece.text])
        self._prose.links.extend(self._links(links))
        return self._prose.build([piece.page for piece in self._pieces])

    def _cell(self, pieces: list[Piece]) -> Cell:
        self._pieces.extend(pieces)
        return self._prose.cell([piece.text for piece in pieces], bool(pieces) and all(piece.bold for piece in pieces))

    def _level(self, paragraph: Paragraph) -> int:
        """Return the level of a heading, 0 for text.

        A number gives the level ("2.2.1" the third) where the type is larger than the text's or bold, or where the
        line is a phrase without an end; otherwise the size of the type does.
        """
        text = " ".join(paragraph.text.split())
        if not 2 <= len(text) <= MAX_HEADING or text[-1] in ".,;:" or "?" in text or not re.search(r"[^\W\d_]", text):
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

    def _links(self, links: list[list[Inset]]) -> list[Link]:
        found = []
        for number, page in enumerate(links, 1):
            lines = [(at, piece) for at, piece in enumerate(self._pieces) if piece.page == number]
            for link in page:
                for at, piece in lines:
                    across = min(piece.box.right, link.box.right) - max(piece.box.left, link.box.left)
                    if across > 1 and piece.box.beside(link.box):
                        start, end = _share(piece, link)
                        span = Span(at + 1, start + 1, at + 1, end + 1)
                        section = self._prose.section_of(at + 1)
                        found.append(Link(piece.text[start:end].strip(), link.text, span, section))
                        break
        return found


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
