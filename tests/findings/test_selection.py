"""What a configuration makes milder is done, and said in every report with the number of findings that it hides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from checked_repository import CARD, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from command_outcome import Outcome


@pytest.mark.parametrize(
    ("rules", "levels", "notices"),
    [
        ("{}", ["error", "warning"], []),
        ("{acme-energy: off}", ["warning"], ["ACME-1 (acme-energy) error → off, 1 finding"]),
        ("{ACME-2: note}", ["error", "note"], ["ACME-2 (acme-leftovers) warning → note, 1 finding"]),
        ("{acme-leftovers: error}", ["error", "error"], []),
        # What it would have hidden is not there.
        ("{copyright-robots: off}", ["error", "warning"], []),
    ],
)
def test_a_milder_level_is_named_with_the_findings_that_it_concerns(
    lint: Callable[..., Outcome], tmp_path: Path, rules: str, levels: list[str], notices: list[str]
) -> None:
    outcome = lint("check", write(tmp_path, {"README.md": CARD, "gpai-lint.yaml": f"rules: {rules}\n"}))
    assert [row["level"] for row in outcome.findings] == levels
    assert outcome.summary["notices"] == [f"loosened by gpai-lint.yaml: {line}" for line in notices]


def test_several_findings_of_a_rule_are_one_line(lint: Callable[..., Outcome], tmp_path: Path) -> None:
    cards = {f"{size}/MODEL_CARD.md": CARD.replace("7B", f"{size}B") for size in (7, 8)}
    outcome = lint("check", write(tmp_path, {**cards, "gpai-lint.yaml": "rules: {acme-energy: off}\n"}))
    assert outcome.summary["notices"] == ["loosened by gpai-lint.yaml: ACME-1 (acme-energy) error → off, 2 findings"]
