"""Builds a prose document from what a parser meets in order: headings, runs of text, tables, links, comments."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from gpai_lint.artifacts.html_table import RawCell, RawTable, bounds, covered, grid, header_rows
from gpai_lint.artifacts.interface import Block, Cell, Comment, Image, Link, Prose, Section, Table, Unread
from gpai_lint.artifacts.key_values import entries_of
from gpai_lint.artifacts.no_titles import titles_nothing
from gpai_lint.location import Span

if TYPE_CHECKING:
    from gpai_lint.artifacts.interface import Marks, Node
    from gpai_lint.artifacts.source_text import SourceText

#: Tables inside tables deeper than this are read as text of the outer one.
MAX_NESTING = 8


class _Run:
    """A run of visible text under construction."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.marks: list[tuple[int, int]] = []
        self.strong: list[tuple[int, int]] = []
        self.emphasis: list[tuple[int, int]] = []
        self.code: list[tuple[int, int]] = []

    def add(self, text: str, offset: int) -> None:
        self.marks.append((self.length, offset))
        self.parts.append(text)
        self.length += len(text)

    def pad(self, mark: str) -> None:
        if not self.parts or self.parts[-1][-1:] == "\n" or (mark == " " and self.parts[-1][-1:].isspace()):
            return
        self.parts.append(mark)
        self.length += len(mark)


class _Finished(NamedTuple):
    text: str
    span: Span
    marks: Marks
    strong: tuple[tuple[int, int], ...]
    emphasis: tuple[tuple[int, int], ...]
    code: tuple[tuple[int, int], ...]


@dataclass(slots=True, eq=False, repr=False)
class _OpenTable:
    raw: RawTable
    start: int
    section: int
    run: _Run | None = None
    cell: RawCell | None = None
    head: bool = False
    header: bool = False
    outer: _Run | None = None
    start_cell: int = 0


@dataclass(slots=True, eq=False, repr=False)
class _Heading:
    title: str
    level: int
    path: tuple[str, ...]
    span: Span
    end_line: int = 0


@dataclass(slots=True, eq=False, repr=False)
class ProseBuilder:
    """Collects the parts of a document; byte offsets go in, lines and columns come out."""

    source: SourceText
    headings: list[_Heading] = field(default_factory=lambda: [_Heading("", 0, (), Span(1, 1, 1, 1))])
    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    _stack: list[_OpenTable] = field(default_factory=list)
    _run: _Run = field(default_factory=_Run)
    _kind: str = "paragraph"
    _styles: list[tuple[str, int]] = field(default_factory=list)
    _links: list[tuple[str, int, int]] = field(default_factory=list)
    _levels: list[int] = field(default_factory=list)
    _links_before: int = 0

    def text(self, text: str, start: int) -> None:
        """Add visible text that stands at a byte offset; a line break in it is one of the source."""
        for line in re.findall(r"[^\n]*\n|[^\n]+", text) if "\n" in text else (text,):
            self._run.add(line, start)
            start += len(line.encode())

    def code(self, text: str, start: int) -> None:
        """Add visible text that is set as code."""
        begin = self._run.length
        self._run.add(text, start)
        self._run.code.append((begin, self._run.length))

    def space(self) -> None:
        """Separate what comes from what went before."""
        self._run.pad(" ")

    def tail(self, count: int) -> str:
        """Return the last piece of text of the block, at most ``count`` characters of it."""
        return self._run.parts[-1][-count:] if self._run.parts else ""

    @property
    def kind(self) -> str:
        """Return the kind of the block, empty when it already holds text."""
        return "" if self._run.parts else self._kind

    def line_break(self, hard: bool = False) -> None:
        """Start a new line of the same block, where the source has one or (``hard``) where the page shows one."""
        self._run.pad("\n\n" if hard else "\n")

    def begin(self, kind: str) -> None:
        """End the block and start one of another kind; inside a table cell, start a new line."""
        self.flush()
        self._kind = kind

    def flush(self) -> None:
        """End the block."""
        if self._stack:
            self._run.pad("\n")
            return
        done = self._finish(self._run)
        if done is not None:
            self.blocks.append(
                Block(self._kind, done.text, done.span, self.section, done.marks, done.strong, done.emphasis, done.code)
            )
        self._run = _Run()
        self._styles.clear()
        self._kind = "paragraph"

    @property
    def section(self) -> int:
        """Return the index of the section that text now belongs to."""
        return len(self.headings) - 1

    def style(self, name: str, opens: bool) -> None:
        """Begin or end ``strong``, ``emphasis`` or ``code``."""
        if opens:
            self._styles.append((name, self._run.length))
            return
        for index in range(len(self._styles) - 1, -1, -1):
            if self._styles[index][0] == name:
                _, start = self._styles.pop(index)
                if self._run.length > start:
                    run = self._run
                    ranges = {"strong": run.strong, "emphasis": run.emphasis, "code": run.code}[name]
                    ranges.append((start, run.length))
                return

    def open_link(self, target: str, start: int) -> None:
        """Begin a link."""
        self._links.append((target, start, len(self._run.parts)))

    def close_link(self, end: int) -> None:
        """End a link."""
        if self._links:
            target, start, parts = self._links.pop()
            text = "".join(self._run.parts[parts:])
            self.links.append(Link(text.strip(), target, self.source.span(start, end), self.section))

    def image(self, text: str, source: str, start: int, end: int) -> None:
        """Add a picture; its alternative text is no visible text."""
        target = self._links[-1][0] if self._links else ""
        self.images.append(Image(text.strip(), source, target, self.source.span(start, end), self.section))

    def comment(self, text: str, start: int, end: int) -> None:
        """Add a comment."""
        self.comments.append(Comment(text.strip(), self.source.span(start, end)))

    def begin_heading(self) -> None:
        """Begin a heading."""
        self.flush()
        self._links_before = len(self.links)

    def end_heading(self, level: int) -> None:
        """End a heading; an empty one is none, and one inside a table cell or of links or an address alone is text."""
        if self._stack:
            self._run.pad("\n")
            return
        if titles_nothing("".join(self._run.parts), self.links[self._links_before :]):
            self.flush()
            return
        done = self._finish(self._run)
        self._run = _Run()
        self._styles.clear()
        if done is None:
            return
        title = " ".join(done.text.split())
        parents: list[str] = []
        if self.headings[-1].level:
            above = self.headings[-1]
            parents = list(above.path)
            levels = self._levels
            while levels and levels[-1] >= level:
                levels.pop()
                parents.pop()
        self._levels.append(level)
        self.headings.append(_Heading(title, level, (*parents, title), done.span))

    def begin_table(self, start: int) -> None:
        """Begin a table, inside a cell of another one if one is open."""
        if len(self._stack) >= MAX_NESTING:
            return
        if not self._stack:
            self.flush()
        self._stack.append(_OpenTable(RawTable(), start, self.section, outer=self._run))
        self._run = _Run()

    def head(self, opens: bool) -> None:
        """Enter or leave the head of the table."""
        if self._stack:
            self._close_cell()
            self._stack[-1].head = opens

    def begin_row(self) -> None:
        """Begin a row of the table."""
        if self._stack:
            self._close_cell()
            table = self._stack[-1]
            table.raw.rows.append([])
            table.raw.head += table.head

    def begin_cell(self, start: int, header: bool = False, rows: str = "", columns: str = "") -> None:
        """Begin a cell of the row, with its ``rowspan`` and ``colspan`` as written."""
        if not self._stack:
            return
        self._close_cell()
        table = self._stack[-1]
        if not table.raw.rows:
            table.raw.rows.append([])
        self._run = table.run = _Run()
        self._styles.clear()
        table.header, table.start_cell = header, start
        table.cell = RawCell(Cell("", Span(1, 1, 1, 1)), covered(rows), covered(columns))

    def end_cell(self) -> None:
        """End the cell."""
        if self._stack:
            self._close_cell()

    def end_table(self, end: int) -> None:
        """End the innermost table."""
        if not self._stack:
            return
        self._close_cell()
        table = self._stack.pop()
        self._run = table.outer or _Run()
        rows = grid(table.raw)
        if any(cell.text for row in rows for cell in row):
            span = bounds(rows, self.source.span(table.start, end))
            self.tables.append(Table(rows, header_rows(table.raw, rows), span, table.section))

    def _close_cell(self) -> None:
        table = self._stack[-1]
        if table.cell is None or table.run is None:
            self._run = _Run()
            return
        done = self._finish(table.run)
        if done is None:
            place = self.source.span(table.start_cell, table.start_cell)
            cell = Cell("", place, table.header)
        else:
            covered_by_bold = sum(len("".join(done.text[start:end].split())) for start, end in done.strong)
            bold = covered_by_bold >= len("".join(done.text.split()))
            cell = Cell(done.text, done.span, table.header, bold, done.marks)
        table.raw.rows[-1].append(RawCell(cell, table.cell.rows, table.cell.columns))
        table.cell = table.run = None
        self._run = _Run()
        self._styles.clear()

    def _finish(self, run: _Run) -> _Finished | None:
        text = "".join(run.parts)
        lead = len(text) - len(text.lstrip())
        text = text.strip()
        if not text:
            return None
        marks: list[tuple[int, int, int]] = []
        for index, offset in run.marks:
            at = index - lead
            line, column = self.source.position(offset)
            if at < 0:
                following = marks and marks[0][0] == 0
                if following:
                    marks.pop()
                marks.append((0, line, column - at))
            elif at < len(text):
                if at == 0 and marks:
                    marks.pop()
                marks.append((at, line, column))
        last_index, last_line, last_column = marks[-1]
        span = Span(marks[0][1], marks[0][2], last_line, last_column + len(text) - last_index)

        def within(ranges: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
            moved = ((max(start - lead, 0), min(end - lead, len(text))) for start, end in ranges)
            return tuple(sorted((start, end) for start, end in moved if start < end))

        return _Finished(text, span, tuple(marks), within(run.strong), within(run.emphasis), within(run.code))

    def build(self, lines: tuple[str, ...], front_matter: Node | None = None, faults: tuple[Unread, ...] = ()) -> Prose:
        """Return the document."""
        while self._stack:
            self.end_table(0)
        self.flush()
        last = len(lines)
        open_headings: list[_Heading] = []
        for heading in self.headings:
            while open_headings and open_headings[-1].level >= heading.level > 0:
                open_headings.pop().end_line = heading.span.line - 1
            if len(open_headings) == 1 and open_headings[0].level == 0 and heading.level:
                open_headings.pop().end_line = heading.span.line - 1
            open_headings.append(heading)
        for heading in open_headings:
            heading.end_line = last
        sections = tuple(Section(h.title, h.level, h.path, h.span, h.end_line) for h in self.headings)
        blocks, tables = tuple(self.blocks), tuple(self.tables)
        return Prose(
            lines,
            sections,
            blocks,
            tables,
            entries_of(blocks, tables),
            tuple(self.links),
            tuple(self.comments),
            front_matter=front_matter,
            images=tuple(self.images),
            faults=faults,
        )
