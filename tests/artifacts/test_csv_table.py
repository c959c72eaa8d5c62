from __future__ import annotations

import pytest

from gpai_lint.artifacts.csv_table import parse
from gpai_lint.errors import ArtifactError
from gpai_lint.location import Span

RUNS = """\
timestamp,energy_consumed,country_name,note
2025-03-01T10:00:00,12.5,France,"first ""dry"" run,
on one node"
2025-03-02T10:00:00,1e3, Norway ,
"""


def test_rows_are_mappings_by_column_name() -> None:
    rows = parse("emissions.csv", RUNS.encode()).root.plain()

    assert rows == [
        {
            "timestamp": "2025-03-01T10:00:00",
            "energy_consumed": 12.5,
            "country_name": "France",
            "note": 'first "dry" run,\non one node',
        },
        {"timestamp": "2025-03-02T10:00:00", "energy_consumed": 1000.0, "country_name": "Norway", "note": None},
    ]


def test_cells_have_exact_places() -> None:
    root = parse("emissions.csv", RUNS.encode()).root

    assert isinstance(root.value, list)
    first, second = root.value
    energy, country, note = second.get("energy_consumed"), second.get("country_name"), first.get("note")
    assert energy is not None
    assert country is not None
    assert note is not None
    assert (energy.pointer, energy.span, energy.key_span) == (
        "/1/energy_consumed",
        Span(4, 21, 4, 24),
        Span(1, 11, 1, 26),
    )
    assert country.span == Span(4, 26, 4, 32)
    assert note.span == Span(2, 33, 3, 13)


def test_the_separator_is_the_headers() -> None:
    assert parse("a.csv", b"a;b\n1,5;x\n").root.plain() == [{"a": "1,5", "b": "x"}]
    assert parse("a.csv", b"a\tb\n1\t2").root.plain() == [{"a": 1, "b": 2}]


def test_an_empty_file_has_no_rows() -> None:
    assert parse("a.csv", b"").root.plain() == []


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("a,b\n1,2\n3\n", "a.csv:3:1", "The row holds 1 cells and the header 2."),
        ("a,b,a\n", "a.csv:1:5", "The column 'a' is given twice."),
        ('a,b\n"x,1\n', "a.csv:2:1", "not closed"),
        ('a,b\n"x"y,1\n', "a.csv:2:1", "not closed"),
    ],
)
def test_what_is_malformed_is_an_error_with_its_place(text: str, place: str, message: str) -> None:
    with pytest.raises(ArtifactError, match=message) as caught:
        parse("a.csv", text.encode())

    assert str(caught.value).startswith(f"{place}: ")
