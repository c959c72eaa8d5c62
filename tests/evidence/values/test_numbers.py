"""Numbers in every spelling that cards use."""

from __future__ import annotations

import pytest

from gpai_lint.evidence.values.numbers import first_number, in_one_scale, numbers_in, size


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("15T+", 15e12),
        ("~15 trillion", 15e12),
        ("456 billion total", 456e9),
        ("176,247,271,424", 176_247_271_424),
        ("6 706 958 336", 6_706_958_336),
        ("24_700_000", 24_700_000),
        ("1.234.567", 1_234_567),
        ("1'234'567", 1_234_567),
        ("12,3456,7890", 1_234_567_890),
        ("40.000 millones", 40e9),
        ("1.234 millones", 1_234_000),
        ("7 miliarde", 7e9),
        ("30 milijardų", 30e9),
        ("8,2 Mrd. Parameter", 8.2e9),
        ("809 M", 809e6),
        ("1.3B", 1.3e9),
        ("2,040", 2040),
        ("39.3M", 39.3e6),
        ("916k", 916e3),
        ("20K hours", 20e3),
        ("7-billion-parameter", 7e9),
        ("3万亿tokens", 3e12),
        ("五千亿tokens", 5e11),
        ("一千三百亿参数", 1.3e11),
        ("两万亿tokens", 2e12),
        ("1.8조 개의 토큰", 1.8e12),
        ("2 兆トークン", 2e12),
        ("5兆字节", 5),
        ("3.8 × 10^25 FLOP", 3.8e25),
        ("3.8 x 10^25", 3.8e25),
        ("1.5 * 2 * 10^12", 3e12),
        ("3.8 × 10²⁵", 3.8e25),
        ("3,8 × 10^{25}", 3.8e25),
        (r"$3.8 \times 10^{25}$", 3.8e25),
        ("3.8e25", 3.8e25),
        ("3.84E+25", 3.84e25),
        ("10^25", 1e25),
        ("10²⁵", 1e25),
        ("10**25", 1e25),
        ("6.87e-5", 6.87e-5),
        ("1.2 x 10 to the 24", 1.2e24),
        ("1.2 × 10 to the 24th", 1.2e24),
        ("1.2 times 10^24", 1.2e24),
        ("10 to the power of 24", 1e24),
        ("1.082,5 MWh", 1082.5),
        ("7\u202f241\u202f732\u202f096", 7_241_732_096),
        ("7,24 Milliarden Parameter", 7.24e9),
        ("1,4 Billionen Token", 1.4e12),
        ("7 mil millones de parámetros", 7e9),
        ("300.000 millones de tokens", 3e11),
        ("128 mil tokens", 128_000),
        ("128 mila token", 128_000),
        ("2,5 trilioni di token", 2.5e12),
        ("128Ki tokens", 131_072),
        ("two trillion tokens", 2e12),
        ("18t CO2eq", 18),
        ("1,17", 1.17),
    ],
)
def test_a_number_is_read_in_every_spelling(text: str, value: float) -> None:
    number = first_number(text)
    assert number is not None
    assert number.value == pytest.approx(value, rel=1e-12)


def test_a_power_written_in_two_ways_at_once_is_no_number() -> None:
    assert numbers_in("3.8 x 10e25") == []


def test_scales_add_no_error_of_their_own() -> None:
    (number,) = numbers_in("1.1B")
    assert number.value == 1_100_000_000.0


@pytest.mark.parametrize("text", ["v1.5", "Model-7B", "A100", "sha256", "no number", "x²"])
def test_digits_inside_names_are_no_numbers(text: str) -> None:
    assert numbers_in(text) == []


def test_a_letter_that_begins_a_unit_is_no_scale() -> None:
    assert [(number.value, number.scaled) for number in numbers_in("80GB, 1.6TB, 700 MW, 5 Mbit")] == [
        (80, False),
        (1.6, False),
        (700, False),
        (5, False),
    ]


def test_positions_cut_the_number_with_its_scale() -> None:
    text = "sizes of 8B, 70B and 405 billion parameters"
    assert [text[number.start : number.end] for number in numbers_in(text)] == ["8B", "70B", "405 billion"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("8 and 70B", [8e9, 70e9]),
        ("3 to 7 billion", [3e9, 7e9]),
        ("1, 3, and 7B", [1e9, 3e9, 7e9]),
        ("Lark 2, 7B", [2, 7e9]),
        ("400 and 7B", [400, 7e9]),
        ("2 models of 7B", [2, 7e9]),
    ],
)
def test_numbers_share_the_scale_behind_the_last_of_them(text: str, values: list[float]) -> None:
    assert [number.value for number in in_one_scale(text, numbers_in(text))] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("3B/16B", [3e9, 16e9]),
        ("3 B/16 B", [3e9, 16e9]),
        ("(94B active/398B total)", [94e9, 398e9]),
        ("拥有70亿参数", [7e9]),
        ("(an encoder: ViT-B/16, 90M params)", [90e6]),
    ],
)
def test_numbers_stand_behind_a_stroke_and_behind_characters_without_spaces(text: str, values: list[float]) -> None:
    assert [number.value for number in numbers_in(text)] == values


def test_digits_without_end_are_no_number() -> None:
    assert numbers_in("9" * 400) == []
    assert numbers_in("9" * 308 + " trillion") == []


def test_huge_exponents_do_no_harm() -> None:
    assert [number.value for number in numbers_in("1e999 and 10^999")] in ([], [0.0, 0.0], [0.0])


@pytest.mark.parametrize(("value", "name"), [(7e9, "7B"), (1.5e9, "1.5B"), (300e6, "300M"), (2e12, "2T"), (12, "12")])
def test_sizes_are_named_as_models_are(value: float, name: str) -> None:
    assert size(value) == name
