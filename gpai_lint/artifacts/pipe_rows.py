"""Tables that lack the rule under their head, or have one of another width: Markdown shows them as a paragraph.

Their rows are lines of a paragraph, with cells between strokes. Whoever wrote them meant a table.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.artifacts.prose_builder import ProseBuilder

#: A line between strokes, and one with strokes between words.
_ENCLOSED = re.compile(rb"\|[^\n]*[^\s|][^\n]*\|")
_PARTED = re.compile(rb"[^\s|`][^|`\n]*(?: \| [^|`\n]*[^\s|`])+")
_RULE = re.compile(rb"[|:\s-]*-[|:\s]*")


class PipeRows:
    """Reads the rows in the paragraphs of a document into tables of the builder; the first row is the head."""

    def __init__(self, builder: ProseBuilder, source: bytes) -> None:
        """Write into ``builder`` what stands in the ``source`` of the document."""
        self._builder = builder
        self._source = source
        self._first = -1
        self._open = False
        self._ruled = False
        self._ends = 0, 0

    def begin(self, start: int, end: int) -> None:
        """Enter the paragraph between two byte offsets."""
        first = _first_row(self._source[start:end])
        self._first = start + first if first >= 0 else -1
        if first == 0:
            self._row(start)

    def line(self, start: int) -> bool:
        """Begin the line at a byte offset; tell whether it is a row."""
        is_row = 0 <= self._first <= start
        if is_row:
            self._row(start)
        return is_row

    def text(self, text: str, start: int) -> bool:
        """Add a text at a byte offset to the row; tell whether there is one."""
        if self._open and not self._ruled:
            for number, (piece, at) in enumerate(_cells(self._source, text, start, self._ends)):
                if number:
                    self._builder.begin_cell(at)
                if piece:
                    self._builder.text(piece, at)
        return self._open

    def end(self, end: int) -> None:
        """Leave the paragraph."""
        if self._open:
            self._builder.end_table(end)
        self._first, self._open, self._ruled = -1, False, False

    def _row(self, start: int) -> None:
        build = self._builder
        build.end_cell()
        if self._open:
            build.head(False)
        else:
            self._open = True
            build.begin_table(start)
            build.head(True)
        first, last = self._ends = _ends(self._source, start)
        self._ruled = _RULE.fullmatch(self._source[first : last + 1]) is not None
        if not self._ruled:
            build.begin_row()
            build.begin_cell(start)


def _first_row(paragraph: bytes) -> int:
    """Return where the rows begin with which a paragraph ends, -1 if fewer than two lines are rows of one table."""
    if paragraph.count(b"|") < 2:
        return -1
    rows, enclosed, strokes, first = 0, 0, set[int](), -1
    stop = len(paragraph.rstrip())
    while stop > 0:
        begin = paragraph.rfind(b"\n", 0, stop) + 1
        text = paragraph[begin:stop].strip()
        if not _RULE.fullmatch(text):
            if _ENCLOSED.fullmatch(text) and enclosed == rows:
                enclosed += 1
            elif not enclosed and _PARTED.fullmatch(text) and strokes <= {text.count(b"|")}:
                strokes.add(text.count(b"|"))
            else:
                break
            rows += 1
            first = begin
        stop = begin - 1
    return first if rows >= 2 else -1


def _cells(source: bytes, text: str, start: int, ends: tuple[int, int]) -> Iterator[tuple[str, int]]:
    """Yield the pieces of a text that stands at a byte offset, each but the first the beginning of another cell.

    The strokes at the ``ends`` of a line part nothing, and escaped ones are text.
    """
    piece, offset, at = "", start, start
    for part in re.split(r"(\|)", text):
        if part == "|" and source[at - 1 : at] != b"\\":
            if at not in ends:
                yield piece, offset
                piece = ""
            if not piece:
                offset = at + 1
        else:
            piece += part
        at += len(part.encode())
    yield piece, offset


def _ends(source: bytes, start: int) -> tuple[int, int]:
    """Return where the first and the last character of the line at a byte offset stand."""
    end = source.find(b"\n", start)
    line = source[start : end if end >= 0 else len(source)]
    return start + len(line) - len(line.lstrip()), start + len(line.rstrip()) - 1
