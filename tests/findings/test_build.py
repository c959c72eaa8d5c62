from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from checked_repository import CARD, ENERGY, LICENCE, PLACEHOLDER, RULES, at, missing, result_of, write

from gpai_lint.errors import EngineError, UsageError
from gpai_lint.findings.interface import Level
from gpai_lint.findings.selection import choose

if TYPE_CHECKING:
    from pathlib import Path

ROWS = [
    at(["placeholders", 0], PLACEHOLDER, "note"),
    missing("training.energy_mwh"),
    at(["models", 0, "facts", "distribution.licence", 0]),
]


def test_findings_come_in_order_of_place_whatever_the_order_of_the_report(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    findings = result_of(tmp_path, ROWS).findings
    assert [finding.rule.id for finding in findings] == [LICENCE.id, ENERGY.id, PLACEHOLDER.id]
    assert result_of(tmp_path, ROWS[::-1]).findings == findings


def test_an_inserted_line_changes_no_fingerprint(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    before = [finding.fingerprint for finding in result_of(tmp_path, ROWS).findings]
    write(tmp_path, {"README.md": CARD.replace("## Training", "One more paragraph.\n\n## Training")})
    after = result_of(tmp_path, ROWS).findings
    assert [finding.fingerprint for finding in after] == before
    assert len(set(before)) == 3


def test_a_renamed_heading_changes_no_fingerprint_of_an_absence(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    before = result_of(tmp_path, [missing("training.energy_mwh")]).findings[0]
    write(tmp_path, {"README.md": CARD.replace("### Energy and emissions", "### Energy")})
    after = result_of(tmp_path, [missing("training.energy_mwh")]).findings[0]
    assert before.location.anchor != after.location.anchor
    assert before.fingerprint == after.fingerprint


def test_two_findings_of_one_rule_in_one_place_have_two_fingerprints(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    findings = result_of(tmp_path, [missing("data.tokens"), {**missing("data.tokens"), "message": "Another."}]).findings
    assert len({finding.fingerprint for finding in findings}) == 2


def test_the_configuration_gives_a_rule_another_level_or_switches_it_off(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    selection = choose(RULES, levels={"training-energy": "note", PLACEHOLDER.id: "off"})
    findings = result_of(tmp_path, ROWS, selection).findings
    assert [(finding.rule.id, finding.level) for finding in findings] == [
        (LICENCE.id, Level.WARNING),
        (ENERGY.id, Level.NOTE),
    ]


def test_rules_are_selected_by_id_name_and_category(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    chosen = result_of(tmp_path, ROWS, choose(RULES, select=["transparency", LICENCE.id])).findings
    assert [finding.rule.id for finding in chosen] == [LICENCE.id, ENERGY.id]
    left = result_of(tmp_path, ROWS, choose(RULES, ignore=["training-energy"])).findings
    assert [finding.rule.id for finding in left] == [LICENCE.id, PLACEHOLDER.id]


def test_an_unknown_rule_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(UsageError, match="There is no rule 'training-enrgy'") as caught:
        choose(RULES, select=["training-enrgy"])
    assert caught.value.hint == "Did you mean 'training-energy'?"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"message": "No rule."}, "without a rule"),
        (missing("data.tokens") | {"rule": "GPAI-000"}, "GPAI-000"),
        (missing("data.tokens", model=7), "model 7"),
        (missing("data.tokens", level="fatal"), "without a message and a level"),
        ({"rule": ENERGY.id, "model": 0, "message": "Nowhere.", "level": "note"}, "without a place"),
    ],
)
def test_a_malformed_finding_is_an_error_of_the_policy(tmp_path: Path, row: dict[str, object], message: str) -> None:
    write(tmp_path, {"README.md": CARD})
    with pytest.raises(EngineError, match=message):
        result_of(tmp_path, [row])
