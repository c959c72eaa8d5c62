"""Units of energy, emissions and computation, converted to those of the catalogue: MWh, tonnes of CO2e, FLOP, hours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.evidence.patterns import Pattern

if TYPE_CHECKING:
    from gpai_lint.evidence.values.numbers import Number

#: Megawatt hours per unit.
_ENERGY = (
    (1e-6, r"wh|watt[- ]?hours?"),
    (1e-3, r"kw[·⋅ ]?h|kilowatt[- ]?hours?"),
    (1.0, r"mw[·⋅ ]?h|megawatt[- ]?hours?"),
    (1e3, r"gw[·⋅ ]?h|gigawatt[- ]?hours?"),
    (1e6, r"tw[·⋅ ]?h|terawatt[- ]?hours?"),
    (1 / 3600, r"(?-i:MJ)|megajoules?"),
    (1 / 3.6, r"(?-i:GJ)|gigajoules?"),
    (1000 / 3.6, r"(?-i:TJ)|terajoules?"),
)
#: Tonnes per unit.
_MASS = (
    (1e-6, r"g|grams?|gco2\w*"),
    (1e-3, r"kg|kgs|kilograms?|kilos?|kgco\w*"),
    (1e6, r"(?-i:Mt)(?:co\w*)?|megatons?|megatonnes?"),
    (1.0, r"t|tons?|tonnes?|tonnen|toneladas|tonnellate|metric tons?|metric tonnes?|mt|m?tco\w*"),
    (1e3, r"kt|kilotons?|kilotonnes?"),
    (4.5359237e-4, r"lbs?|pounds?"),
)
_GAS = r"(?:of )?(?:carbon(?: dioxide)?|co\s?[2₂]|co\b|co2|tco2|greenhouse)"
_ENERGY_UNITS = [(factor, Pattern(rf"\s?(?:{names})\b")) for factor, names in _ENERGY]
_MASS_UNITS = [(factor, Pattern(rf"\s?(?:{names})(?:\b|(?=co))(?!\w*/)")) for factor, names in _MASS]
_ENERGY_LABELS = [(factor, Pattern(rf"(?<![\w])(?:{names})\b")) for factor, names in reversed(_ENERGY)]
_MASS_LABELS = [(factor, Pattern(rf"(?<![\w])(?:{names})(?:\s?{_GAS}|\b(?=\s*\)))")) for factor, names in _MASS]
#: Operations by the prefix of the unit, its letter as it is written.
_PREFIXES = {"k": 1e3, "M": 1e6, "G": 1e9, "T": 1e12, "P": 1e15, "E": 1e18, "Z": 1e21, "Y": 1e24}
_WORDS = {
    "kilo": 1e3, "mega": 1e6, "giga": 1e9, "tera": 1e12, "peta": 1e15, "exa": 1e18, "zetta": 1e21, "yotta": 1e24,
}  # fmt: skip
_SECONDS_PER_DAY = 86_400
_OPERATIONS = Pattern(
    rf"\s?(?:(?P<letter>[{''.join(_PREFIXES)}])|(?i:(?P<word>{'|'.join(_WORDS)}))-?)"
    r"(?:(?i:flops?)|F(?=(?:/s)?[ -]?(?i:days?)\b))(?P<rate>\s?/\s?s(?:ec(?:ond)?)?\b)?(?P<days>[ -]?(?i:days?)\b)?",
    flags=0,
)
_DEVICE_DAYS = Pattern(
    r"\+?(?:[ -][\w-]+){0,3}?[ -](?:gpu|tpu|accelerator|card|chip|device)[ -](?:days?|(?P<years>years?))\b"
)
_DAYS_PER_YEAR = 365
#: The minutes that go with hours of one device: "2 hours and 20 minutes".
_MINUTES = Pattern(r"\s?(?:hours?|hrs?|h),? (?:and )?(?P<minutes>[1-5]?\d) ?min(?:ute)?s?\b")
#: Hours of something each: of a week, of an epoch.
_HOURLY = Pattern(
    r"[^.;()]{0,24}\b(?:hours?|hrs?)\s?(?:/|per |each |every |an? (?:day|week|month|epoch|run|fold|step)\b)"
)
#: Hours of devices in languages whose decimal sign is a comma.
_CONTINENTAL_HOURS = Pattern(r"\s?(?:\w+[ -])?(?:gpu-?(?:stunden|uren|uur)|(?:heures?|horas?|ore)\b)")
#: A whole number whose point parts groups of digits: 131.072.
_GROUPED = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_RATE = re.compile(r"\s?(?:\w+\s?)?(?:/|per\s|p\.)")


def energy_in_mwh(number: Number, text: str, label: str = "") -> float | None:
    """Return the number in MWh by the unit behind it or, for a bare number, in its label; None without a unit."""
    return _converted(number, text, label, _ENERGY_UNITS, _ENERGY_LABELS)


def carbon_in_tonnes(number: Number, text: str, label: str = "") -> float | None:
    """Return the number in tonnes by the unit behind it or, for a bare number, in its label; None without a unit."""
    return _converted(number, text, label, _MASS_UNITS, _MASS_LABELS)


def operations(number: Number, text: str) -> float | None:
    """Return the number of operations by the unit behind it, ``5 zettaFLOP`` or ``3640 petaflop/s-days``.

    Without a prefix the number is the amount itself; None for a rate, ``400 TFLOP/s`` or ``TFLOPS``.
    """
    match = _OPERATIONS.match(text, number.end)
    if match is None:
        return number.value
    factor = _PREFIXES[match["letter"]] if match["letter"] else _WORDS[match["word"].lower()]
    if match["days"]:
        return number.value * factor * _SECONDS_PER_DAY
    is_rate = match["rate"] or match.group().endswith("FLOPS") or _RATE.match(text, match.end())
    return None if is_rate else number.value * factor


def device_hours(number: Number, text: str, label: str = "") -> float | None:
    """Return a number in hours of accelerators; the text or the label may give it in days or years of them.

    None for hours by the week, the epoch or another measure.
    """
    if _HOURLY.match(text, number.end):
        return None
    continental = _CONTINENTAL_HOURS.match(text, number.end) or _CONTINENTAL_HOURS.match(label)
    if continental and _GROUPED.fullmatch(text, number.start, number.end):
        return round(number.value * 1000)
    in_days = _DEVICE_DAYS.match(text, number.end) or _DEVICE_DAYS.search(f" {label}")
    if in_days is None:
        beside = _MINUTES.match(text, number.end)
        return number.value + (int(beside["minutes"]) / 60 if beside else 0)
    return number.value * 24 * (_DAYS_PER_YEAR if in_days["years"] else 1)


#: Tokens by the billion and by the trillion.
_TOKENS = (
    (1e9, Pattern(r"\s?(?:giga-?tokens?|(?-i:GT))(?!\w)")),
    (1e12, Pattern(r"\s?(?:tera-?tokens?|(?-i:TT))(?!\w)")),
)


def amount_in(unit: str | None, number: Number, text: str, label: str = "") -> float | None:
    """Return what a number amounts to in a unit of the catalogue; None where it is in another one, such as a rate.

    What is counted is whole: there the point of ``131.072`` parts groups of digits.
    """
    if unit == "MWh":
        return energy_in_mwh(number, text, label)
    if unit == "tCO2e":
        return carbon_in_tonnes(number, text, label)
    if unit == "FLOP":
        return operations(number, text)
    if unit == "hour":
        return device_hours(number, text, label)
    if unit == "token":
        for factor, tokens in _TOKENS:
            if tokens.match(text, number.end):
                return number.value * factor
    counts = unit in {"token", "parameter"} and _GROUPED.fullmatch(text, number.start, number.end)
    return round(number.value * 1000) if counts else number.value


def _converted(
    number: Number,
    text: str,
    label: str,
    units: list[tuple[float, Pattern]],
    labels: list[tuple[float, Pattern]],
) -> float | None:
    for factor, unit in units:
        match = unit.match(text, number.end)
        if match:
            return None if _RATE.match(text, match.end()) else number.value * factor
    if re.match(r"\s?[^\W\d_]", text[number.end :]):
        return None
    return next((number.value * factor for factor, unit in labels if unit.search(label)), None)
