"""Units of energy and of emissions, converted to those of the catalogue: MWh and tonnes of CO2 equivalent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gpai_lint.evidence.values.numbers import Number

#: Megawatt hours per unit.
_ENERGY = (
    (1e-6, r"wh|watt[- ]?hours?"),
    (1e-3, r"kwh|kw·h|kilowatt[- ]?hours?"),
    (1.0, r"mwh|mw·h|megawatt[- ]?hours?"),
    (1e3, r"gwh|gigawatt[- ]?hours?"),
    (1e6, r"twh|terawatt[- ]?hours?"),
    (1 / 3600, r"(?-i:MJ)|megajoules?"),
    (1 / 3.6, r"(?-i:GJ)|gigajoules?"),
    (1000 / 3.6, r"(?-i:TJ)|terajoules?"),
)
#: Tonnes per unit.
_MASS = (
    (1e-6, r"g|grams?|gco2\w*"),
    (1e-3, r"kg|kgs|kilograms?|kilos?|kgco\w*"),
    (1.0, r"t|tons?|tonnes?|metric tons?|metric tonnes?|mt|tco\w*"),
    (1e3, r"kt|kilotons?|kilotonnes?"),
    (4.5359237e-4, r"lbs?|pounds?"),
)
_GAS = r"(?:of )?(?:carbon(?: dioxide)?|co\s?[2₂]|co\b|co2|tco2|greenhouse)"
_ENERGY_UNITS = [(factor, re.compile(rf"\s?(?:{names})\b", re.IGNORECASE)) for factor, names in _ENERGY]
_MASS_UNITS = [(factor, re.compile(rf"\s?(?:{names})(?:\b|(?=co))(?!\w*/)", re.IGNORECASE)) for factor, names in _MASS]
_ENERGY_LABELS = [
    (factor, re.compile(rf"(?<![\w])(?:{names})\b", re.IGNORECASE)) for factor, names in reversed(_ENERGY)
]
_MASS_LABELS = [
    (factor, re.compile(rf"(?<![\w])(?:{names})(?:\s?{_GAS}|\b(?=\s*\)))", re.IGNORECASE)) for factor, names in _MASS
]
_RATE = re.compile(r"\s?(?:\w+\s?)?(?:/|per\s|p\.)")


def energy_in_mwh(number: Number, text: str, label: str = "") -> float | None:
    """Return the number in MWh by the unit behind it or, for a bare number, in its label; None without a unit."""
    return _converted(number, text, label, _ENERGY_UNITS, _ENERGY_LABELS)


def carbon_in_tonnes(number: Number, text: str, label: str = "") -> float | None:
    """Return the number in tonnes by the unit behind it or, for a bare number, in its label; None without a unit."""
    return _converted(number, text, label, _MASS_UNITS, _MASS_LABELS)


def _converted(
    number: Number,
    text: str,
    label: str,
    units: list[tuple[float, re.Pattern[str]]],
    labels: list[tuple[float, re.Pattern[str]]],
) -> float | None:
    for factor, unit in units:
        match = unit.match(text, number.end)
        if match:
            return None if _RATE.match(text, match.end()) else number.value * factor
    if re.match(r"\s?[^\W\d_]", text[number.end :]):
        return None
    return next((number.value * factor for factor, unit in labels if unit.search(label)), None)
