"""CSV (RFC 4180) as a list of mappings, one per row, with the position of every cell.

The separator is a comma, a semicolon or a tab: the one that the header line holds most of.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.artifacts.interface import Node, Structured
from gpai_lint.artifacts.scalars import MAX_VALUES, number, pointer_to
from gpai_lint.artifacts.source import Source
from gpai_lint.artifacts.source_text import decode
from gpai_lint.location import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


def parse(path: str, data: bytes) -> Structured:
    """Return a CSV file as a tree: pointers are ``/<row>/<column name>``, rows count from 0 behind the header.

    Raises ``ArtifactError`` at a row whose number of cells differs from the header's, at a column name given twice, at
    a quotation mark that is never closed, and where the table exceeds ``MAX_VALUES``.
    """
    source = Source(path, decode(path, data))
    rows = _rows(source)
    header = next(rows, [])
    names = [cell.text.strip() for cell in header]
    for index, cell in enumerate(header):
        if names[index] in names[:index]:
            raise source.error(f"The column '{names[index][:60]}' is given twice.", _offset(source, cell.span))
    records: list[Node] = []
    for cells in rows:
        if len(cells) != len(names):
            raise source.error(
                f"The row holds {len(cells)} cells and the header {len(names)}.", _offset(source, cells[0].span)
            )
        if (len(records) + 1) * len(names) > MAX_VALUES:
            raise source.error(f"The table holds more than {MAX_VALUES} cells.", _offset(source, cells[0].span))
        pointer = f"/{len(records)}"
        members = {
            name: Node(pointer_to(pointer, name), cell.value, cell.span, cell.text, title.span)
            for name, cell, title in zip(names, cells, header, strict=True)
        }
        first, last = cells[0].span, cells[-1].span
        records.append(Node(pointer, members, Span(first.line, first.column, last.end_line, last.end_column)))
    return Structured(Node("", records, source.span(0, len(source.text))), source.lines)


def _rows(source: Source) -> Iterator[list[Node]]:
    """Yield the rows as unnamed cells; blank lines between rows are left out."""
    text = source.text
    first_line = text.partition("\n")[0]
    separator = max(",;\t", key=first_line.count)
    cell_pattern = re.compile(rf'"([^"]*(?:""[^"]*)*)"(?=[{separator}\n]|\Z)|([^"{separator}\n][^{separator}\n]*|)')
    position, line, line_start = 0, source.first_line, 0
    row: list[Node] = []
    while position < len(text):
        match = cell_pattern.match(text, position)
        end = match.end() if match else position
        if match is None or (end < len(text) and text[end] not in {separator, "\n"}):
            raise source.error("A quotation mark in the table is not closed, or text follows it.", position)
        quoted = match[1] is not None
        content = match[1].replace('""', '"') if quoted else match[2].strip()
        column = position - line_start + 1 + (0 if quoted else match[2].find(content))
        breaks = text.count("\n", position, end) if quoted else 0
        end_line = line + breaks
        if breaks:
            line_start = text.rindex("\n", position, end) + 1
        value = None if not content else content if quoted else _value(content)
        end_column = end - line_start + 1 if quoted else column + len(content)
        row.append(Node("", value, Span(line, column, end_line, end_column), content))
        line = end_line
        position = end + 1
        if end >= len(text) or text[end] == "\n":
            if len(row) > 1 or row[0].text:
                yield row
            row = []
            line, line_start = line + 1, position
        elif position == len(text):  # a separator ends the text: an empty cell follows it
            row.append(Node("", None, Span(line, position - line_start + 1, line, position - line_start + 1)))
            yield row


def _value(text: str) -> str | int | float:
    value = number(text)
    return text if value is None else value


def _offset(source: Source, span: Span) -> int:
    return sum(len(line) + 1 for line in source.lines[: span.line - source.first_line]) + span.column - 1
