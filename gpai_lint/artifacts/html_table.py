"""Tables as grids: cells that span rows or columns are repeated in every place they cover."""

from __future__ import annotations

from dataclasses import dataclass, field

from gpai_lint.artifacts.interface import Cell
from gpai_lint.location import Span

#: A span attribute above this is an error in the document, and would only cost memory.
MAX_SPAN = 200
#: Cells of one table after spans are resolved.
MAX_CELLS = 200_000

_EMPTY = Cell("", Span(1, 1, 1, 1))


@dataclass(slots=True, eq=False, repr=False)
class RawCell:
    """A cell as written, with the rows and columns it covers."""

    cell: Cell
    rows: int = 1
    columns: int = 1


@dataclass(slots=True, eq=False, repr=False)
class RawTable:
    """A table as written: rows of cells, and how many of the first rows stand in its head."""

    rows: list[list[RawCell]] = field(default_factory=list)
    head: int = 0


def covered(text: str) -> int:
    """Return the value of a ``rowspan`` or ``colspan`` attribute, 1 when it is missing or no number."""
    text = text.strip()
    return max(1, min(int(text), MAX_SPAN)) if text.isascii() and text.isdigit() and len(text) < 8 else 1


def grid(table: RawTable) -> tuple[tuple[Cell, ...], ...]:
    """Return the table's cells by row and column, spans resolved; rows may differ in length."""
    carried: dict[int, tuple[Cell, int]] = {}
    rows: list[tuple[Cell, ...]] = []
    count = 0
    for raw in table.rows:
        row: list[Cell] = []
        further: dict[int, tuple[Cell, int]] = {}
        waiting = iter(raw)
        pending = next(waiting, None)
        while pending is not None or carried:
            column = len(row)
            if column in carried:
                cell, left = carried.pop(column)
                row.append(cell)
                if left > 1:
                    further[column] = (cell, left - 1)
            elif pending is None:
                row.append(_EMPTY)
            else:
                for place in range(column, column + pending.columns):
                    carried.pop(place, None)
                    row.append(pending.cell)
                    if pending.rows > 1:
                        further[place] = (pending.cell, pending.rows - 1)
                pending = next(waiting, None)
        carried = further
        count += len(row)
        if count > MAX_CELLS:
            break
        rows.append(tuple(row))
    return tuple(rows)


def header_rows(table: RawTable, rows: tuple[tuple[Cell, ...], ...]) -> int:
    """Return how many rows name the columns: those of the head, else leading rows of header cells or of bold text."""
    if table.head:
        return min(table.head, len(rows))
    count = 0
    for row in rows:
        filled = [cell for cell in row if cell.text]
        if not filled or not all(cell.header or cell.strong for cell in filled) or len(filled) < len(row) / 2:
            break
        count += 1
    return count if count < len(rows) else 0


def bounds(rows: tuple[tuple[Cell, ...], ...], fallback: Span) -> Span:
    """Return the span from the first to the last cell."""
    spans = [cell.span for row in rows for cell in row if cell is not _EMPTY]
    if not spans:
        return fallback
    first, last = min(spans), max((span.end_line, span.end_column) for span in spans)
    return Span(first.line, first.column, *last)
