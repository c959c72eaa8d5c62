"""Findings on several missing items: partly repaired they are known, grown they are new."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from checked_repository import CARD, ENERGY, PLACEHOLDER, at, missing, result_of, write

from gpai_lint.findings.compare import compare
from gpai_lint.findings.known import known_findings

if TYPE_CHECKING:
    from gpai_lint.findings.interface import Result

#: A Measure that dozens of rules refer to beside the item that each is about.
MEASURE = "T-1.1.a"
SECTION = ENERGY._replace(
    id="GPAI-118", name="energy-section", requirements=(MEASURE, "MDF-8.1", "MDF-8.2", "MDF-8.3", "MDF-8.4")
)
ITEM = ENERGY._replace(requirements=(MEASURE, "MDF-8.1"))
OTHERS = {
    f"GPAI-8{n:02}": ENERGY._replace(id=f"GPAI-8{n:02}", name=f"r{n}", requirements=(MEASURE,)) for n in range(12)
}

FIELDS = {
    "MDF-8.1": "training.energy_mwh",
    "MDF-8.2": "training.energy_method",
    "MDF-8.3": "inference.compute_flop",
    "MDF-8.4": "inference.compute_task",
}


def _section(*items: str, level: str = "error") -> dict[str, Any]:
    return missing(FIELDS[items[0]], rule=SECTION, level=level, requirements=[MEASURE, *items])


def _item() -> dict[str, Any]:
    return missing("training.energy_mwh", rule=ITEM, requirements=[MEASURE, "MDF-8.1"])


def _result(root: Path, rows: list[dict[str, Any]]) -> Result:
    write(root, {"README.md": CARD})
    return result_of(root, rows, rules={SECTION.id: SECTION, ITEM.id: ITEM, **OTHERS})


def _compared(root: Path, before: list[dict[str, Any]], now: list[dict[str, Any]]) -> tuple[list[bool | None], int]:
    """Return which findings are new, and how many are gone."""
    past = known_findings(_result(root, before))
    result = compare(_result(root, now), past, "main")
    return [finding.new for finding in result.findings], len(result.gone)


@pytest.mark.parametrize(
    ("before", "now", "new", "gone"),
    [
        # Some items are filled in, the first one among them, by which the finding is named.
        ([_section("MDF-8.1", "MDF-8.2", "MDF-8.3")], [_section("MDF-8.2", "MDF-8.3")], [False], 0),
        # All but one are filled in, which then has a finding of its own.
        ([_section("MDF-8.1", "MDF-8.2")], [_item()], [False], 0),
        # One of them has a finding of its own now, the others stay together.
        ([_section("MDF-8.1", "MDF-8.2")], [_item(), _section("MDF-8.2")], [False, False], 0),
        # One more is missing.
        ([_section("MDF-8.2", "MDF-8.3")], [_section("MDF-8.1", "MDF-8.2", "MDF-8.3")], [True], 0),
        ([_section("MDF-8.1")], [_section("MDF-8.1", "MDF-8.2", "MDF-8.3", "MDF-8.4")], [True], 0),
        # Another one is missing instead.
        ([_section("MDF-8.2", "MDF-8.3")], [_item()], [True], 1),
        ([_item()], [_section("MDF-8.2")], [True], 1),
        # The section lacks the item still, so the finding on the item is one more.
        ([_section("MDF-8.1", "MDF-8.2")], [_item(), _section("MDF-8.1", "MDF-8.2")], [False, True], 0),
        # A Measure in common makes no item the same.
        ([_section("MDF-8.2")], [missing("model.name", rule=OTHERS["GPAI-801"], requirements=[MEASURE])], [True], 1),
        # The same item at a higher level.
        ([_section("MDF-8.1", level="warning")], [_section("MDF-8.1")], [True], 0),
    ],
)
def test_what_remains_of_an_absence_is_known_and_what_it_gains_is_new(
    tmp_path: Path, before: list[dict[str, Any]], now: list[dict[str, Any]], new: list[bool], gone: int
) -> None:
    assert _compared(tmp_path, before, now) == (new, gone)


def test_a_finding_in_another_file_is_no_part_of_one_in_this(tmp_path: Path) -> None:
    past = [
        row._replace(file="OTHER.md") for row in known_findings(_result(tmp_path, [_section("MDF-8.1", "MDF-8.2")]))
    ]
    (finding,) = compare(_result(tmp_path, [_item()]), past, "main").findings
    assert finding.new is True


@pytest.mark.parametrize(("there", "new"), [(False, False), (True, True)])
def test_a_passage_is_known_in_another_file_only_if_its_own_is_gone(tmp_path: Path, there: bool, new: bool) -> None:
    write(tmp_path, {"MODEL_CARD.md": CARD})
    past = known_findings(result_of(tmp_path, [at(["placeholders", 0], PLACEHOLDER)]))
    (tmp_path / "MODEL_CARD.md").rename(tmp_path / "README.md")
    if there:
        write(tmp_path, {"MODEL_CARD.md": "# Aurora 7B\n\nSee the README.\n"})
    result = result_of(tmp_path, [at(["placeholders", 0], PLACEHOLDER)])
    assert [(row.location.file, row.new) for row in compare(result, past, "the baseline").findings] == [
        ("README.md", new)
    ]
