"""What people type finds the rule or the requirement that they mean, or what comes near it."""

from __future__ import annotations

import pytest

from gpai_lint.errors import UsageError
from gpai_lint.policy.interface import RuleMetadata
from gpai_lint.policy.packs import load_builtin
from gpai_lint.reports.catalogue import Catalogue
from gpai_lint.reports.lookup import find, the_category, the_chapter, the_requirements

CATALOGUE = Catalogue.of(load_builtin().rules.values(), load_builtin().data["gpai"])


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("GPAI-601", "GPAI-601"),
        ("gpai-601", "GPAI-601"),
        ("GPAI 601", "GPAI-601"),
        ("601", "GPAI-601"),
        ("authorised-representative", "GPAI-601"),
        ("Authorised representative", "GPAI-601"),
    ],
)
def test_a_rule_in_any_spelling(typed: str, rule: str) -> None:
    found = find(typed, CATALOGUE)
    assert isinstance(found, RuleMetadata)
    assert found.id == rule


@pytest.mark.parametrize(
    ("typed", "requirement"),
    [
        ("C-1.3(4)", "C-1.3(4)"),
        ("c1.3(4)", "C-1.3(4)"),
        ("C 1.3 (4)", "C-1.3(4)"),
        ("t-1.1.A", "T-1.1.a"),
        ("S-9.3 2d", "S-9.3/2d"),
        ("law 54", "LAW-54"),
        ("S-1", "S-1"),
        ("Article 55(1)(a)", "LAW-55.1a"),
        ("art. 54", "LAW-54"),
    ],
)
def test_a_requirement_in_any_spelling(typed: str, requirement: str) -> None:
    assert find(typed, CATALOGUE) == requirement


@pytest.mark.parametrize(
    ("typed", "requirements"),
    [
        ("S-9.3", ["S-9.3/2d", "S-9.3/5d", "S-9.3/10d", "S-9.3/15d", "S-9.3/follow"]),
        ("C-1.2", ["C-1.2(1)(a)", "C-1.2(1)(b)"]),
        ("Measure 9.3", ["S-9.3/2d", "S-9.3/5d", "S-9.3/10d", "S-9.3/15d", "S-9.3/follow"]),
        ("Annex XI", ["LAW-53.1a", "LAW-AXI-1", "LAW-AXI-2"]),
    ],
)
def test_all_requirements_that_begin_so_or_stand_there(typed: str, requirements: list[str]) -> None:
    assert find(typed, CATALOGUE) == requirements


def test_a_number_is_not_the_beginning_of_another() -> None:
    found = find("Article 53", CATALOGUE)
    assert "LAW-53.1a" in found
    assert "LAW-53.7" in found
    with pytest.raises(UsageError):
        find("Article 5", CATALOGUE)


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("safty-framework", "Did you mean 'safety-framework'?"),
        ("risk teirs", "Did you mean 'risk-tiers' or 'risk-types'?"),
        (
            "finetuned modifiers",
            "These speak of it: GPAI-205 training-summary-modified-model, GPAI-216 summary-dependencies, "
            "GPAI-610 modifier-compute, G-MOD, G-MOD-LIM, PS-0.e.",
        ),
        ("GPAI-999", "'gpai-lint rules' lists the rules with their ids."),
        ("?", "'gpai-lint rules' lists the rules; requirements are named like T-1.1.a, C-1.3(4), S-9.3/2d or LAW-54."),
    ],
)
def test_what_is_unknown_suggests_what_is_near(typed: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        find(typed, CATALOGUE)
    assert caught.value.message == f"There is no rule and no requirement '{typed}'."
    assert caught.value.hint == hint


@pytest.mark.parametrize("typed", ["safety_security", "Safety and Security", "safety-security", "Safety & Security"])
def test_a_chapter_in_any_spelling(typed: str) -> None:
    found = the_chapter(typed, CATALOGUE)
    assert {"S-1", "A-4.5(7)", "safety_security"} <= found
    assert not {"T-1", "C-1"} & found


def test_a_filter_that_is_wrong_says_what_there_is() -> None:
    with pytest.raises(UsageError, match="There is no chapter 'x'") as caught:
        the_chapter("x", CATALOGUE)
    assert "transparency" in str(caught.value.hint)
    with pytest.raises(UsageError, match="There is no category 'x'"):
        the_category("x", CATALOGUE)
    assert the_category("Training summary", CATALOGUE) == "training_summary"
    assert the_requirements("s-9.3", CATALOGUE) >= {"S-9.3/2d", "S-9.3/follow"}
    with pytest.raises(UsageError) as caught:
        the_requirements("LAW-45", CATALOGUE)
    assert caught.value.hint == "Did you mean 'LAW-54'?"
