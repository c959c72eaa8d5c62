"""The catalogue of fields: every rule is well formed, and the ids agree with the catalogue of requirements."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from gpai_lint.evidence.catalogue import GROUPS, TYPES, Field, Rule, catalogue, sources
from gpai_lint.evidence.patterns import pattern

FIELDS = list(catalogue().fields.values())
ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "gpai_lint" / "evidence" / "fields"
KEYS = {
    "type", "unit", "items", "labels", "keys", "rows", "label_needs", "value", "value_not", "not_listed", "not_under",
    "not_after", "least", "most", "words", "numbers", "dates", "sentences", "without", "not_here", "outside", "parts",
}  # fmt: skip
RULE_KEYS = {
    "match", "before", "not_before", "after", "with", "without", "not_here", "not_under", "with_label", "not_listed",
    "value", "once", "scaled", "fallback", "outside",
}  # fmt: skip


def rules(field: Field) -> list[Rule]:
    return [*field.numbers, *field.dates, *field.sentences]


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.id)
def test_a_field_is_well_formed(field: Field) -> None:
    assert field.type in TYPES
    assert (field.unit is not None) == (field.type == "number")
    assert bool(field.words) == bool(rules(field)), "words spare the search, so a field with rules needs them"
    assert all(word == word.lower() for word in field.words)
    assert all(rule.match for rule in field.sentences)
    assert all(rule.before or rule.after for rule in (*field.numbers, *field.dates))
    assert field.outside <= {name for name, _ in catalogue().zones}


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.id)
def test_every_pattern_compiles_and_matches_no_empty_text(field: Field) -> None:
    for source in (*field.labels, *field.keys, *field.rows):
        assert not pattern(source).compiled.fullmatch(""), source
    for rule in rules(field):
        for source in (rule.match, rule.needs, rule.excludes, rule.label, rule.not_listed):
            if source:
                assert not pattern(source, "Lark").compiled.fullmatch(""), source
        for source in (rule.before, rule.not_before, rule.after, rule.not_here):
            if source:
                assert pattern(source, "Lark").compiled


def test_no_key_of_the_file_is_misspelt() -> None:
    for group in GROUPS:
        for name, row in yaml.safe_load((FOLDER / f"{group}.yaml").read_text(encoding="utf-8")).items():
            assert set(row) <= KEYS, name
            for rule in [*row.get("numbers", ()), *row.get("dates", ()), *row.get("sentences", ())]:
                assert set(rule) <= RULE_KEYS, name


def test_no_name_of_a_part_is_misspelt() -> None:
    for group in GROUPS:
        for name, row in yaml.safe_load((FOLDER / f"{group}.yaml").read_text(encoding="utf-8")).items():
            for part in row.get("parts", ()):
                assert f"{{{part}}}" in str(row), f"{name} has no use for its part {part}"
    named = {part for source in sources() for part in re.findall(r"\{[a-z_]+\}", source)}
    assert named == {"{name}", "{model}", "{latin}", "{month}", "{duration}", "{own}"}


def test_no_group_has_a_name_that_nothing_reads() -> None:
    assert {name for source in sources() for name in re.findall(r"\(\?P<(\w+)>", source)} == {"value"}


def test_a_part_stands_where_it_is_named() -> None:
    match = next(rule.match for rule in catalogue().fields["model.base_model"].sentences if "upcycling" in rule.match)
    assert pattern(match, "Wren").search("It is a fine-tune of the instruct model Lark-7B.")


def test_every_file_of_fields_is_read_and_no_field_stands_in_two() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} == {*GROUPS, "zones"}
    names = [name for group in GROUPS for name in yaml.safe_load((FOLDER / f"{group}.yaml").read_text("utf-8"))]
    assert len(names) == len(set(names)) == len(FIELDS)


def test_the_items_are_requirements() -> None:
    path = ROOT / "policies" / "code-of-practice-2025" / "gpai" / "requirements" / "data.yaml"
    known = set(yaml.safe_load(path.read_text(encoding="utf-8")))
    assert {item for field in FIELDS for item in field.items} <= known


def test_no_rule_knows_a_provider_or_a_model() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.yaml")))
    names = (
        r"\b(?:llama(?!\\?\.cpp)|mistral|gemma|gpt|qwen|deepseek|bloom|granite|falcon|microsoft|openai|google|nvidia)\b"
    )
    assert re.findall(names, text, re.IGNORECASE) == []


def test_plausible_numbers_lie_within_the_bounds() -> None:
    field = catalogue().fields["model.parameters_total"]
    assert field.plausible(7e9)
    assert not field.plausible(7)
    assert not field.plausible(1e20)
