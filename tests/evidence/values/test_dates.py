"""Dates to the precision that is stated."""

from __future__ import annotations

import pytest

from gpai_lint.evidence.values.dates import dates_in, first_date


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("December 2023", "2023-12"),
        ("2024/7: out", "2024-07"),
        ("2024/7 of all", "2024"),
        ("[2024/7] out", "2024-07"),
        ("30-Jun-2024", "2024-06-30"),
        ("June 25, 2025", "2025-06-25"),
        ("2025 Jan 27", "2025-01-27"),
        ("Monday, 11.July.2022", "2022-07-11"),
        ("11th March, 2022 11:42am PST", "2022-03-11"),
        ("Sept 2nd, 2025", "2025-09-02"),
        ("July 23,2024", "2024-07-23"),
        ("Apr-24-2024", "2024-04-24"),
        ("[Jun-03-25]: out", "2025-06-03"),
        ("24. marts 2024", "2024-03-24"),
        ("2024.05", "2024-05"),
        ("03/2024", "2024-03"),
        ("2024-07-23", "2024-07-23"),
        ("2025-09", "2025-09"),
        ("[2026.04]", "2026-04"),
        ("01.09.2025", "2025-09-01"),
        ("01/09/2025", "2025"),
        ("09/09/2025", "2025-09-09"),
        ("21/09/2025", "2025-09-21"),
        ("1er mars 2024", "2024-03-01"),
        ("12 listopada 2025", "2025-11-12"),
        ("março de 2024", "2024-03"),
        ("maart 2024", "2024-03"),
        ("2024年3月", "2024-03"),
        ("05/21/2025", "2025-05-21"),
        ("1. September 2024", "2024-09-01"),
        ("février 2024", "2024-02"),
        ("Q3 2024", "2024-09"),
        ("end of 2017", "2017-12"),
        ("late 2024", "2024"),
        ("mid-2024", "2024"),
        ("Early 2024", "2024"),
        ("summer of 2024", "2024"),
        ("the third quarter of 2023", "2023-09"),
        ("4th quarter 2023", "2023-12"),
        ("last quarter of 2023", "2023-12"),
        ("H1 2024", "2024-06"),
        ("2024 H2", "2024-12"),
        ("second half of 2024", "2024-12"),
        ("last half of 2024", "2024-12"),
        ("Tuesday, March 12, 2024", "2024-03-12"),
        ("2024-03-12T10:00:00Z", "2024-03-12"),
        ("in 2023.", "2023"),
    ],
)
def test_a_date_is_read_as_precisely_as_it_is_written(text: str, value: str) -> None:
    date = first_date(text)
    assert date is not None
    assert date.value == value


def test_a_word_for_a_part_of_a_year_belongs_to_the_date() -> None:
    for text in ("mid-2024", "third quarter of 2023", "Tuesday, 12 March 2024"):
        (date,) = dates_in(text)
        assert (date.start, date.end) == (0, len(text))


def test_years_of_two_digits_are_read_where_a_form_asks_for_them() -> None:
    assert [date.value for date in dates_in("15/09/26", day_first=True)] == ["2026-09-15"]
    assert [date.value for date in dates_in("01/09/2026", day_first=True)] == ["2026-09-01"]
    assert dates_in("45/09/26 and 15/09/261", day_first=True) == []
    assert dates_in("15/09/26") == []


@pytest.mark.parametrize("text", ["v2022.10.28", "2048 tokens", "1024x2048", "2023B", "20%", "version 2.0"])
def test_other_numbers_are_no_dates(text: str) -> None:
    assert first_date(text) is None


def test_an_impossible_day_is_no_date() -> None:
    assert dates_in("31/02/2024") == []
    assert dates_in("29 February 2023") == []


def test_several_dates_come_in_order() -> None:
    assert [date.value for date in dates_in("between April 2023 and May 2023")] == ["2023-04", "2023-05"]


def test_bare_years_can_be_left_out() -> None:
    assert dates_in("in 2023", years=False) == []
