"""Languages, modalities and units by their names."""

from __future__ import annotations

import pytest

from gpai_lint.evidence.values.languages import code_of, languages_in
from gpai_lint.evidence.values.modalities import PIPELINES, modalities_in
from gpai_lint.evidence.values.numbers import first_number
from gpai_lint.evidence.values.units import amount_in, carbon_in_tonnes, device_hours, energy_in_mwh, operations


def test_languages_are_named_once_and_in_order() -> None:
    found = languages_in("English, German and Haitian Creole; English again, Farsi")
    assert [code for _, _, code in found] == ["en", "de", "ht", "fa"]


def test_words_in_lower_case_or_inside_others_are_no_languages() -> None:
    assert languages_in("polish the text, a Frenchman, non-English") == []


@pytest.mark.parametrize(
    ("text", "code"),
    [("en", "en"), ("EN", "en"), ("pt-BR", "pt"), ("deu", "de"), ("zh-Hans", "zh"), ("AI", ""), ("English", "")],
)
def test_codes_of_languages(text: str, code: str) -> None:
    assert code_of(text) == code


def test_the_own_names_of_languages_count_where_they_are_asked_for() -> None:
    text = "English; Français; Deutsch; 中文"
    assert [code for _, _, code in languages_in(text)] == ["en"]
    assert [code for _, _, code in languages_in(text, own_names=True)] == ["en", "fr", "de", "zh"]


@pytest.mark.parametrize(
    ("text", "unit", "amount"),
    [
        ("131.072", "token", 131_072),
        ("131.0", "token", 131),
        ("0.125", "parameter", 0.125),
        ("1.024B", "parameter", 1_024_000_000),
        ("131.072", "MWh", None),
        ("131.072 MWh", "MWh", 131.072),
        ("131.072 t", "tCO2e", 131.072),
        ("400 TFLOP/s", "FLOP", None),
    ],
)
def test_what_is_counted_is_whole(text: str, unit: str, amount: float | None) -> None:
    number = first_number(text)
    assert number is not None
    assert amount_in(unit, number, text) == amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("5 zettaFLOP", 5e21),
        ("38 YFLOP", 3.8e25),
        ("300 exaFLOPs", 3e20),
        ("3640 petaflop/s-days", 3640 * 8.64e19),
        ("3,640 PF-days", 3640 * 8.64e19),
        ("12 exaFLOP-days", 12 * 8.64e22),
        ("3.8e25 FLOP", 3.8e25),
        ("400 TFLOP/s", None),
        ("435 PFLOPS", None),
    ],
)
def test_operations_are_counted_whatever_the_prefix(text: str, amount: float | None) -> None:
    number = first_number(text)
    assert number is not None
    assert operations(number, text) == (None if amount is None else pytest.approx(amount))


@pytest.mark.parametrize(
    ("text", "hours"),
    [("320 GPU-days", 7680), ("1,000 A100 GPU days", 24_000), ("12 GPU hours", 12), ("2 GPU-years", 17_520)],
)
def test_days_of_accelerators_are_hours(text: str, hours: float) -> None:
    number = first_number(text)
    assert number is not None
    assert device_hours(number, text) == hours


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Text string, such as a question", ["text"]),
        ("Multilingual text and image", ["text", "image"]),
        ("speech", ["audio"]),
        ("video clips with sound", ["audio", "video"]),
        ("free-text report", ["text"]),
        ("Text embeddings", ["other"]),
        ("tile image embeddings and text captions", ["text", "other"]),
        ("128k", []),
    ],
)
def test_modalities_are_told_by_their_words(text: str, names: list[str]) -> None:
    assert modalities_in(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Text (protein sequences)", ["other"]),
        ("Text: PDB file (generated backbone coordinates of a protein)", ["other"]),
        ("Text (DNA), images", ["image", "other"]),
        ("Text (question on a protein)", ["text", "other"]),
        ("Text (response)", ["text"]),
    ],
)
def test_what_is_generated_in_letters_for_atoms_is_no_text(text: str, names: list[str]) -> None:
    assert modalities_in(text, generated=True) == names
    assert modalities_in(text)[0] == "text"


def test_pipelines_name_only_the_modalities_of_the_form() -> None:
    known = {"text", "image", "audio", "video", "other"}
    assert {name for sides in PIPELINES.values() for side in sides for name in side} <= known


@pytest.mark.parametrize(
    ("text", "label", "tonnes"),
    [
        ("11250 kg CO2 eq.", "", 11.25),
        ("539 tCO2eq", "", 539),
        ("11,390 tons CO2eq", "", 11390),
        ("18t CO2eq", "", 18),
        ("247.77 kgCO", "", 0.24777),
        ("24.7 tonnes of CO2", "", 24.7),
        ("500 g CO2", "", 0.0005),
        ("8,930", "Emissions (tons CO2eq)", 8930),
        ("31.22", "Carbon Emitted(tCO2eq)", 31.22),
        ("12", "Emissions (kg CO2eq)", 0.012),
        ("12", "Carbon emitted", None),
        ("3 g/kWh", "", None),
        ("1.2 MtCO2e", "", 1.2e6),
        ("12 mtCO2e", "", 12),
        ("12 trees", "Emissions (tCO2eq)", None),
    ],
)
def test_emissions_are_converted_to_tonnes(text: str, label: str, tonnes: float | None) -> None:
    number = first_number(text)
    assert number is not None
    assert carbon_in_tonnes(number, text, label) == (None if tonnes is None else pytest.approx(tonnes))


@pytest.mark.parametrize(
    ("text", "label", "mwh"),
    [
        ("433 MWh", "", 433),
        ("1,082,990 kWh", "", 1082.99),
        ("2.5 GWh", "", 2500),
        ("3.6 GJ", "", 1),
        ("7 megawatt-hours", "", 7),
        ("950", "Energy (kWh)", 0.95),
        ("950", "Energy", None),
        ("700 W", "", None),
        ("0.4 kWh/query", "", None),
    ],
)
def test_energy_is_converted_to_megawatt_hours(text: str, label: str, mwh: float | None) -> None:
    number = first_number(text)
    assert number is not None
    assert energy_in_mwh(number, text, label) == (None if mwh is None else pytest.approx(mwh))
