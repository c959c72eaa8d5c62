"""The catalogue of evidence fields: what each field is, and the rules by which it is read out of prose.

The rules themselves are data, in ``fields/`` beside this module; the README.md there explains the keys.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from gpai_lint.tables import load_table

if TYPE_CHECKING:
    from collections.abc import Mapping

#: The types of values.
TYPES = frozenset({"text", "number", "date", "enum", "list", "bool", "spdx", "url", "contact"})

#: The groups of fields: the files of ``fields/``.
GROUPS = ("provider", "model", "distribution", "training", "data", "copyright", "safety", "document")

#: What ``{name}`` and the like stand for in the patterns of the catalogue.
_PARTS = {
    "name": r"(?-i:(?:the )?(?:[A-Z]|\d+[.-]?[A-Z])[\w&.'-]*(?:,? (?:(?:of|for|and|the|de|la|at"
    r"|&) )?[A-Z][\w&'-]*(?:\.[\w]+)*){0,7})",
    "model": r"(?-i:[\"'`]?(?:[A-Z][\w./+-]*|[a-z][\w.-]*/[\w.-]+)"
    r"(?:[ -](?:[A-Z0-9][\w.-]*|v\d[\w.]*|base|\d[\w.]*)){0,5})",
    "month": (
        r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
        r"|nov(?:ember)?|dec(?:ember)?)"
    ),
}
_NO_END = r"(?:[^.]|\.(?=\d))"
_NEVER = r"(?!)"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule for running text; which of ``match``, ``before`` and ``after`` it has depends on what it looks for.

    ``value`` is the constant that a match means; ``scaled`` asks for a number written with its scale; ``once`` keeps
    only the first match of a document, ``fallback`` only those of a document in which no label announces the field.
    ``needs`` and ``excludes`` are tested on the sentence, ``not_here`` on the words that matched, ``label`` on the
    label that the passage stands under.
    """

    match: str = ""
    before: str = ""
    not_before: str = ""
    after: str = ""
    needs: str = ""
    excludes: str = ""
    not_here: str = ""
    label: str = ""
    value: str | bool | None = None
    once: bool = False
    scaled: bool = False
    fallback: bool = False
    outside: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the catalogue. ``labels``, ``keys`` and ``rows`` are patterns for labels; see ``fields/README.md``."""

    id: str
    type: str
    unit: str | None
    items: tuple[str, ...]
    labels: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    label_needs: str = ""
    value: str = ""
    value_not: str = ""
    not_under: str = ""
    not_after: str = ""
    least: float | None = None
    most: float | None = None
    words: tuple[str, ...] = ()
    numbers: tuple[Rule, ...] = ()
    dates: tuple[Rule, ...] = ()
    sentences: tuple[Rule, ...] = ()
    outside: frozenset[str] = frozenset()

    def plausible(self, number: float) -> bool:
        """Tell whether a number can be a value of this field."""
        return (self.least is None or number >= self.least) and (self.most is None or number <= self.most)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All fields by id, and the zones of a document by name with the pattern of their headings, in order of weight."""

    fields: Mapping[str, Field]
    zones: tuple[tuple[str, str], ...]


@cache
def catalogue() -> Catalogue:
    """Return the catalogue; it is read once."""
    rows = [row for group in GROUPS for row in load_table(f"evidence/fields/{group}").items()]
    zones = tuple(load_table("evidence/fields/zones").items())
    return Catalogue({name: _field(name, row) for name, row in rows}, zones)


def pattern(source: str, own: str = "") -> re.Pattern[str]:
    """Compile a pattern of the catalogue; ``own`` is a pattern for the names of the document's models."""
    return _compiled(source, own if "{own}" in source else "")


@cache
def _compiled(source: str, own: str) -> re.Pattern[str]:
    for name, part in _PARTS.items():
        source = source.replace("{" + name + "}", part)
    # A point inside a number ends no clause.
    source = source.replace("[^.]", _NO_END)
    return re.compile(source.replace("{own}", own or _NEVER), re.IGNORECASE)


def _field(name: str, row: Mapping[str, Any]) -> Field:
    outside = frozenset(row.get("outside", ()))
    return Field(
        name,
        row["type"],
        row.get("unit"),
        tuple(row["items"]),
        tuple(row.get("labels", ())),
        tuple(row.get("keys", ())),
        tuple(row.get("rows", ())),
        row.get("label_needs", ""),
        row.get("value", ""),
        row.get("value_not", ""),
        row.get("not_under", ""),
        row.get("not_after", ""),
        row.get("least"),
        row.get("most"),
        tuple(row.get("words", ())),
        tuple(_rule(rule, row, outside) for rule in row.get("numbers", ())),
        tuple(_rule(rule, row, outside) for rule in row.get("dates", ())),
        tuple(_rule(rule, row, outside) for rule in row.get("sentences", ())),
        outside,
    )


def _rule(rule: Mapping[str, Any], row: Mapping[str, Any], outside: frozenset[str]) -> Rule:
    excludes = [part for part in (rule.get("without"), row.get("without")) if part]
    return Rule(
        rule.get("match", ""),
        rule.get("before", ""),
        rule.get("not_before", ""),
        rule.get("after", ""),
        rule.get("with", ""),
        "|".join(f"(?:{part})" for part in excludes),
        "|".join(f"(?:{part})" for part in (rule.get("not_here"), row.get("not_here")) if part),
        rule.get("with_label", ""),
        rule.get("value"),
        rule.get("once", False),
        rule.get("scaled", False),
        rule.get("fallback", False),
        frozenset(rule["outside"]) if "outside" in rule else outside,
    )
