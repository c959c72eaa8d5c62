"""Grids: spans resolved, heads told from bodies."""

from __future__ import annotations

import pytest

from gpai_lint.artifacts.html_table import MAX_SPAN, RawCell, RawTable, covered, grid, header_rows
from gpai_lint.artifacts.interface import Cell
from gpai_lint.location import Span

HERE = Span(1, 1, 1, 2)


def raw(text: str, rows: int = 1, columns: int = 1, strong: bool = False) -> RawCell:
    return RawCell(Cell(text, HERE, strong=strong), rows, columns)


def texts(table: RawTable) -> list[list[str]]:
    return [[cell.text for cell in row] for row in grid(table)]


def test_a_cell_over_several_rows_stands_in_each_of_them() -> None:
    table = RawTable([[raw("family", rows=2), raw("8B"), raw("15T", rows=2)], [raw("70B")]])
    assert texts(table) == [["family", "8B", "15T"], ["family", "70B", "15T"]]


def test_a_cell_over_several_columns_and_rows_fills_its_rectangle() -> None:
    table = RawTable([[raw("a", rows=2, columns=2), raw("b")], [raw("c")]])
    assert texts(table) == [["a", "a", "b"], ["a", "a", "c"]]


def test_a_gap_before_a_spanning_cell_is_filled() -> None:
    table = RawTable([[raw("a"), raw("b"), raw("c", rows=2)], [raw("d")]])
    assert texts(table) == [["a", "b", "c"], ["d", "", "c"]]


def test_a_span_ends_with_its_rows() -> None:
    table = RawTable([[raw("a", rows=2)], [raw("b")], [raw("c")]])
    assert texts(table) == [["a"], ["a", "b"], ["c"]]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("3", 3), (" 2 ", 2), ("", 1), ("two", 1), ("0", 1), ("-1", 1), ("999999", MAX_SPAN), ("٣", 1)],
)
def test_spans_are_bounded_numbers(written: str, meant: int) -> None:
    assert covered(written) == meant


def test_bold_rows_at_the_top_are_heads() -> None:
    table = RawTable([[raw(""), raw("Params", strong=True)], [raw("small"), raw("8B")]])
    assert header_rows(table, grid(table)) == 1


def test_a_table_in_bold_throughout_has_no_head() -> None:
    table = RawTable([[raw("a", strong=True)], [raw("b", strong=True)]])
    assert header_rows(table, grid(table)) == 0
