"""Which findings a maintainer reads first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checked_repository import ENERGY, LICENCE

from gpai_lint.findings.interface import Finding, Level
from gpai_lint.location import Location, Span
from gpai_lint.reports.summary import by_importance

if TYPE_CHECKING:
    from gpai_lint.policy.interface import RuleMetadata

POLICY = ENERGY._replace(id="GPAI-301", name="copyright-policy-missing", category="copyright")
SCOPE = ENERGY._replace(id="GPAI-604", name="notification-recorded", category="law", strength="law")
ELEMENTS = [ENERGY._replace(id=f"GPAI-31{number}", depends_on=("GPAI-301",)) for number in range(2)]
RULES = {rule.id: rule for rule in (ENERGY, LICENCE, POLICY, SCOPE, *ELEMENTS)}


def _finding(rule: RuleMetadata, level: Level = Level.WARNING) -> Finding:
    place = Location("README.md", Span(1, 1, 1, 2))
    return Finding(rule, level, "Something is missing.", "Write it.", place, "", rule.requirements, rule.id)


def test_missing_documents_and_law_come_first_then_what_is_wrong_then_gaps() -> None:
    found = [_finding(rule) for rule in (ENERGY, ENERGY, LICENCE, POLICY, SCOPE)]
    order = [finding.rule.id for finding in by_importance(found, RULES)]
    assert order == ["GPAI-604", "GPAI-301", "GPAI-701", "GPAI-141", "GPAI-141"]


def test_of_gaps_the_one_that_most_requirements_wait_for_comes_first() -> None:
    section = ENERGY._replace(id="GPAI-118", requirements=("MDF-8.1", "MDF-8.2", "MDF-8.3"))
    found = [_finding(rule) for rule in (ENERGY, section)]
    assert [finding.rule.id for finding in by_importance(found, RULES)] == ["GPAI-118", "GPAI-141"]


def test_the_level_outweighs_everything() -> None:
    found = [_finding(SCOPE), _finding(ENERGY, Level.ERROR)]
    assert [finding.rule.id for finding in by_importance(found, RULES)] == ["GPAI-141", "GPAI-604"]
