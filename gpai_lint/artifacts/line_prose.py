"""Builds a prose document whose lines are made here: extracted text, numbered as it is put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.artifacts.interface import Block, Cell, Link, Prose, Section, Table
from gpai_lint.artifacts.key_values import entries_of
from gpai_lint.artifacts.ticks import ticks_of
from gpai_lint.location import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gpai_lint.artifacts.interface import Marks

#: The kind of blocks that stand on every page; they belong to no heading.
FURNITURE = "furniture"


class LineProse:
    """Collects lines, headings, blocks and tables in order of reading."""

    def __init__(self) -> None:
        """Start with an empty document."""
        self.lines: list[str] = []
        self.links: list[Link] = []
        self._headings: list[tuple[str, int, tuple[str, ...], Span]] = [("", 0, (), Span(1, 1, 1, 1))]
        self._path: list[tuple[int, str]] = []
        self._blocks: list[Block] = []
        self._tables: list[Table] = []
        self._rows: list[tuple[Cell, ...]] = []
        self._last = 0

    @property
    def section(self) -> int:
        """Return the index of the section that text now belongs to."""
        return len(self._headings) - 1

    def text(self, lines: Sequence[str]) -> tuple[str, Span, Marks]:
        """Append lines; return them as one text, its span and the place of each line. There must be at least one."""
        first = len(self.lines) + 1
        marks, length = [], 0
        for number, line in enumerate(lines):
            marks.append((length, first + number, 1))
            length += len(line) + 1
        self.lines.extend(lines)
        return "\n".join(lines), Span(first, 1, len(self.lines), len(lines[-1]) + 1), tuple(marks)

    def heading(self, lines: Sequence[str], level: int) -> None:
        """Add a heading of a level counted from 1."""
        self.close_table()
        text, span, _ = self.text(lines)
        title = " ".join(text.split())
        while self._path and self._path[-1][0] >= level:
            self._path.pop()
        self._path.append((level, title))
        self._headings.append((title, level, tuple(name for _, name in self._path), span))

    def block(self, kind: str, lines: Sequence[str], strong: tuple[tuple[int, int], ...] = ()) -> None:
        """Add a run of text; furniture belongs to no section."""
        self.close_table()
        if kind == FURNITURE:
            self._last = self._last or len(self.lines)
        text, span, marks = self.text(lines)
        self._blocks.append(Block(kind, text, span, 0 if kind == FURNITURE else self.section, marks, strong))

    def cell(self, lines: Sequence[str], strong: bool = False) -> Cell:
        """Return a cell made of lines; without lines it is empty and stands behind the last line."""
        if not lines:
            line = max(len(self.lines), 1)
            column = len(self.lines[-1]) + 1 if self.lines else 1
            return Cell("", Span(line, column, line, column))
        text, span, marks = self.text(lines)
        return Cell(text, span, strong=strong, marks=marks)

    def row(self, cells: tuple[Cell, ...], same_table: bool = False) -> None:
        """Add a row of a table; a row of another width begins a new table unless ``same_table``."""
        if self._rows and len(self._rows[0]) != len(cells) and not same_table:
            self.close_table()
        self._rows.append(cells)

    def close_table(self) -> None:
        """End the table; its first row is a header when it alone is set in bold."""
        rows, self._rows = self._rows, []
        if not any(cell.text for row in rows for cell in row):
            return
        bold = [all(cell.strong for cell in row) for row in rows]
        header = int(len(rows) > 1 and bold[0] and not all(bold))
        spans = [cell.span for row in rows for cell in row if cell.text]
        start, end = min(spans), max(spans, key=lambda span: (span.end_line, span.end_column))
        span = Span(start.line, start.column, end.end_line, end.end_column)
        self._tables.append(Table(tuple(rows), header, span, self.section))

    def section_of(self, line: int) -> int:
        """Return the index of the section that a line belongs to."""
        return max((index for index, entry in enumerate(self._headings) if entry[3].line <= line), default=0)

    def build(self, pages: Sequence[int] = ()) -> Prose:
        """Return the document; ``pages`` gives for each line its page."""
        self.close_table()
        last = self._last or len(self.lines)
        sections = []
        for index, (title, level, path, span) in enumerate(self._headings):
            end = next((below[3].line - 1 for below in self._headings[index + 1 :] if below[1] <= (level or 99)), last)
            sections.append(Section(title, level, path, span, max(end, span.line)))
        blocks, tables = tuple(self._blocks), tuple(self._tables)
        return Prose(
            tuple(self.lines),
            tuple(sections),
            blocks,
            tables,
            entries_of(tuple(block for block in blocks if block.kind != FURNITURE), tables),
            tuple(self.links),
            ticks=ticks_of(blocks, tables),
            pages=tuple(pages),
        )
