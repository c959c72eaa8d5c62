"""The catalogue of requirements and the tables beside it fit together."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from gpai_lint.policy.packs import load_builtin

if TYPE_CHECKING:
    from collections.abc import Iterator

PACK = Path(__file__).parents[2] / "policies" / "code-of-practice-2025" / "gpai"
TABLES = sorted(path.parent.name for path in (PACK / "reference").glob("*/data.yaml"))

CHAPTERS = {
    "T": "transparency",
    "MDF": "transparency",
    "C": "copyright",
    "S": "safety_security",
    "A": "safety_security",
    "LAW": "law",
    "G": "guidelines",
    "PS": "training_summary",
}


def load(*parts: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(PACK.joinpath(*parts, "data.yaml").read_text(encoding="utf-8"))
    return data


REQUIREMENTS = load("requirements")
SOURCES = load("reference", "sources")


def values(node: Any, key: str) -> Iterator[Any]:
    if isinstance(node, dict):
        for name, value in node.items():
            if name == key:
                yield value
            yield from values(value, key)
    elif isinstance(node, list):
        for value in node:
            yield from values(value, key)


def flat(found: Iterator[Any]) -> set[str]:
    return {text for value in found for text in (value if isinstance(value, list) else [value])}


def test_the_catalogue_holds_every_requirement() -> None:
    counts: dict[str, int] = {}
    for requirement in REQUIREMENTS:
        prefix = requirement.split("-", 1)[0]
        counts[prefix] = counts.get(prefix, 0) + 1
    assert counts == {"LAW": 24, "G": 16, "T": 11, "MDF": 47, "C": 16, "S": 82, "A": 42, "PS": 36}


@pytest.mark.parametrize("requirement", REQUIREMENTS)
def test_an_entry_says_what_rules_and_reports_need(requirement: str) -> None:
    entry = REQUIREMENTS[requirement]
    assert entry["chapter"] == CHAPTERS[requirement.split("-", 1)[0]]
    assert entry["strength"] in {"must", "encouraged", "info"}
    assert entry["basis"] in {"law", "code", "annex", "guidelines", "template"}
    assert set(entry["applies_to"]) <= {"gpai", "systemic_risk"}
    assert isinstance(entry["open_source_exempt"], bool)
    assert entry["confidence"] in {"high", "medium-high", "medium", "UNVERIFIED"}
    assert (entry["confidence"] == "UNVERIFIED") <= ("unverified" in entry)
    assert set(entry["sources"]) <= set(SOURCES)
    assert entry["articles"]
    for text in (entry["summary"], entry.get("attestation", "A.")):
        assert re.fullmatch(r"[A-Z0-9].*\.", text, re.DOTALL), text
    assert not entry["title"].endswith(".")


def test_what_only_a_person_can_know_can_be_attested() -> None:
    silent = {
        requirement
        for requirement, entry in REQUIREMENTS.items()
        if "attestation" in entry["check_kind"] and "attestation" not in entry
    }
    assert silent == set()


@pytest.mark.parametrize("table", TABLES)
def test_a_table_names_its_sources_and_known_requirements(table: str) -> None:
    data = load("reference", table)
    assert flat(values(data, "source")) <= set(SOURCES)
    assert flat(values(data, "requirement")) <= set(REQUIREMENTS)
    assert flat(values(data, "requirements")) <= set(REQUIREMENTS)
    assert flat(values(data, "confidence")) <= {"high", "medium-high", "medium", "UNVERIFIED"}
    for date in flat(values(data, "date")):
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", date)


def test_every_licence_has_a_reading_and_its_reason() -> None:
    for licence, row in load("reference", "licences").items():
        assert row["reading"] in {"fulfils", "fails", "review"}, licence
        assert row["reason"].endswith("."), licence
        assert set(row["basis"]) <= set(REQUIREMENTS), licence


def test_every_licence_that_can_be_named_has_a_reading() -> None:
    names = PACK.parents[2] / "gpai_lint" / "evidence" / "licences" / "names.yaml"
    assert set(yaml.safe_load(names.read_text(encoding="utf-8"))) <= set(load("reference", "licences"))


@pytest.mark.parametrize(("table", "scale"), [("form_bands", "parameters"), ("form_bands", "training_time")])
def test_bands_leave_no_gap(table: str, scale: str) -> None:
    bands = load("reference", table)[scale]["bands"]
    assert bands[-1]["at_most"] is None
    for band, following in pairwise(bands):
        assert band["at_least"] < following["at_least"] <= band["at_most"]


def test_the_numbers_of_the_catalogue_are_those_of_the_tables() -> None:
    thresholds = load("reference", "thresholds")
    assert REQUIREMENTS["G-GPAI"]["numbers"]["gpai_flop"] == thresholds["gpai"]["value"] == 1e23
    assert REQUIREMENTS["LAW-51"]["numbers"]["presumption_flop"] == thresholds["systemic"]["value"] == 1e25
    days = {row["requirement"]: row.get("days") for row in load("reference", "incident_deadlines").values()}
    assert {key: days[key] for key in days if not key.endswith("follow")} == {
        requirement: REQUIREMENTS[requirement]["numbers"]["days"]
        for requirement in ("S-9.3/2d", "S-9.3/5d", "S-9.3/10d", "S-9.3/15d")
    }


def test_every_row_names_its_source_and_how_sure_it_is() -> None:
    bare = []
    for table in TABLES:
        data = load("reference", table)
        if table == "sources" or {"source", "confidence"} <= data.keys():
            continue
        for name, row in data.items():
            rows = row.values() if isinstance(row, dict) and name == "thresholds" else [row]
            bare += [(table, name) for each in rows if not {"source", "confidence"} <= each.keys()]
    assert bare == []


def test_sources_say_what_they_are_and_how_close_to_the_official_text() -> None:
    kinds = {"primary", "primary copy", "secondary with quotations", "secondary", "own"}
    for name, row in SOURCES.items():
        assert row["kind"] in kinds, name
        assert row["what"], name


def test_the_four_specified_risks() -> None:
    risks = load("reference", "specified_risks")
    assert {row["requirement"] for row in risks.values()} == {f"A-1.4({number})" for number in range(1, 5)}


def test_the_list_of_signatories_carries_its_day() -> None:
    signatories = load("reference", "signatories")
    assert signatories["snapshot"] == load("reference", "dates")["signatories_snapshot"]["date"]
    assert signatories["unverified"]
    names = [provider["name"] for provider in signatories["providers"]]
    assert names == sorted(set(names), key=str.lower)
    (alone,) = [row for row in signatories["providers"] if row["chapters"] == ["safety_security"]]
    assert alone["name"] == "xAI"


def test_the_crosswalk_speaks_of_every_framework_and_says_what_is_only_our_reading() -> None:
    topics = load("reference", "crosswalk")
    frameworks = {"iso_42001", "iso_23894", "nist_ai_rmf", "nist_ai_600_1", "g7_hiroshima", "oecd"}
    for name, topic in topics.items():
        assert frameworks <= topic.keys(), name
        named = {reference for key in frameworks for reference in topic[key]}
        assert set(topic["published"]) <= named, name
        assert ("XW" in topic["source"]) >= bool(topic["published"]), name
        if not topic["published"]:
            assert topic["confidence"] == "UNVERIFIED", name
    for framework in frameworks:
        assert any(topic[framework] for topic in topics.values()), framework


def test_each_check_across_documents_has_a_rule() -> None:
    rules = load_builtin().rules
    checks = load("reference", "cross_checks")
    assert list(checks) == [f"XC-{number:02}" for number in range(1, 19)]
    for name, check in checks.items():
        assert check["rules"], name
        assert set(check["rules"]) <= set(rules), name
        asked = {requirement for rule in check["rules"] for requirement in rules[rule].requirements}
        assert asked & set(check["requirements"]), name
