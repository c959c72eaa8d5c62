"""The catalogue of evidence fields: what each field is, and the rules by which it is read out of prose.

The rules themselves are data, in ``fields/`` beside this module; the README.md there explains the keys.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from gpai_lint.tables import load_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

#: The types of values.
TYPES = frozenset({"text", "number", "date", "enum", "list", "bool", "spdx", "url", "contact"})

#: The groups of fields: the files of ``fields/``.
GROUPS = ("provider", "model", "distribution", "training", "data", "copyright", "safety", "document")


class Rule(NamedTuple):
    """A rule for running text; which of ``match``, ``before`` and ``after`` it has depends on what it looks for.

    ``value`` is the constant that a match means; ``scaled`` asks for a number written with its scale; ``once`` keeps
    the first match of a section, for lists of a document, ``fallback`` those alone of a document in which no label
    announces the field.
    ``needs`` and ``excludes`` are tested on the sentence, ``not_here`` on the words that matched, ``label`` on the
    label that the passage stands under, ``not_under`` on all of them, ``not_listed`` on the sentence that introduces
    the list it stands in.
    """

    match: str = ""
    before: str = ""
    not_before: str = ""
    after: str = ""
    needs: str = ""
    excludes: str = ""
    not_here: str = ""
    label: str = ""
    not_listed: str = ""
    value: str | bool | None = None
    once: bool = False
    scaled: bool = False
    fallback: bool = False
    outside: frozenset[str] = frozenset()
    not_under: str = ""


class Field(NamedTuple):
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


class Catalogue(NamedTuple):
    """All fields by id, and the zones of a document by name with the pattern of their headings, in order of weight."""

    fields: Mapping[str, Field]
    zones: tuple[tuple[str, str], ...]


@cache
def catalogue() -> Catalogue:
    """Return the catalogue; it is read once."""
    rows = [row for group in GROUPS for row in load_table(f"evidence/fields/{group}").items()]
    zones = tuple((name, _pattern(written)) for name, written in load_table("evidence/fields/zones").items())
    return Catalogue({name: _field(name, row) for name, row in rows}, zones)


def sources() -> Iterator[str]:
    """Yield every pattern of the catalogue as it is written."""
    for field in catalogue().fields.values():
        yield from (*field.labels, *field.keys, *field.rows)
        yield from (field.label_needs, field.value, field.value_not, field.not_under, field.not_after)
        for rule in (*field.numbers, *field.dates, *field.sentences):
            yield from (rule.match, rule.before, rule.not_before, rule.after)
            yield from (rule.needs, rule.excludes, rule.not_here, rule.label, rule.not_under, rule.not_listed)
    yield from (source for _, source in catalogue().zones)


def _field(name: str, written: Mapping[str, Any]) -> Field:
    row = with_parts(written)
    outside = frozenset(row.get("outside", ()))
    return Field(
        name,
        row["type"],
        row.get("unit"),
        tuple(row["items"]),
        tuple(row.get("labels", ())),
        tuple(row.get("keys", ())),
        tuple(row.get("rows", ())),
        _pattern(row.get("label_needs")),
        _pattern(row.get("value")),
        _pattern(row.get("value_not")),
        _pattern(row.get("not_under")),
        _pattern(row.get("not_after")),
        row.get("least"),
        row.get("most"),
        tuple(row.get("words", ())),
        tuple(_rule(rule, row, outside) for rule in row.get("numbers", ())),
        tuple(_rule(rule, row, outside) for rule in row.get("dates", ())),
        tuple(_rule(rule, row, outside) for rule in row.get("sentences", ())),
        outside,
    )


def with_parts(row: Any) -> Any:
    """Return a field's row with its ``parts`` in the place of their names; one may name those above it.

    In what a build compiled they are there already (``hatch_build.py``).
    """
    if "parts" not in row:
        return row
    parts: dict[str, str] = {}
    for name, part in row["parts"].items():
        parts[f"{{{name}}}"] = _put_in(_pattern(part), parts)
    return _put_in({key: value for key, value in row.items() if key != "parts"}, parts)


def _put_in(value: Any, parts: Mapping[str, str]) -> Any:
    """Return a pattern, or whatever holds patterns, with the parts in the place of their names."""
    if isinstance(value, str):
        for name, part in parts.items():
            value = value.replace(name, part)
        return value
    if isinstance(value, list):
        return [_put_in(each, parts) for each in value]
    return {key: _put_in(each, parts) for key, each in value.items()} if isinstance(value, dict) else value


def _rule(rule: Mapping[str, Any], row: Mapping[str, Any], outside: frozenset[str]) -> Rule:
    excludes = [_pattern(part) for part in (rule.get("without"), row.get("without")) if part]
    not_here = [_pattern(part) for part in (rule.get("not_here"), row.get("not_here")) if part]
    return Rule(
        _pattern(rule.get("match")),
        _pattern(rule.get("before")),
        _pattern(rule.get("not_before")),
        _pattern(rule.get("after")),
        _pattern(rule.get("with")),
        "|".join(f"(?:{part})" for part in excludes),
        "|".join(f"(?:{part})" for part in not_here),
        _pattern(rule.get("with_label")),
        _pattern(rule.get("not_listed", row.get("not_listed"))),
        rule.get("value"),
        rule.get("once", False),
        rule.get("scaled", False),
        rule.get("fallback", False),
        frozenset(rule["outside"]) if "outside" in rule else outside,
        _pattern(rule.get("not_under", row.get("not_under"))),
    )


def _pattern(written: str | list[str] | None) -> str:
    """Return a pattern as it is written, or the alternatives of one that is a list."""
    return "|".join(written) if isinstance(written, list) else written or ""
