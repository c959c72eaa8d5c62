"""Every rule of the built-in pack says what its readers need, shows it on examples, and is tried in three ways."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gpai_lint.policy.packs import load_builtin
from gpai_lint.policy.packs.builtin import builtin_folder
from gpai_lint.reports.catalogue import Catalogue
from gpai_lint.reports.rule_page import rule_page

RULES = load_builtin().rules
REQUIREMENTS = load_builtin().data["gpai"]["requirements"]
FOLDERS = sorted(path.parent for path in (Path(builtin_folder()) / "gpai" / "rules").glob("*/*/*.rego"))

#: How the names of tests say which of the three ways they try.
KINDS = {
    "failing": r"fails|warns|notes|names_the",
    "passing": r"passes",
    "not applicable": r"do(es)?_not_apply",
}


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_a_rule_says_what_its_readers_need(rule) -> None:  # type: ignore[no-untyped-def]
    assert rule.description.strip()
    assert rule.remediation.strip()
    assert rule.related_resources
    assert set(rule.requirements) <= set(REQUIREMENTS)
    assert set(rule.depends_on) <= set(RULES)
    if rule.strength in {"law", "code"}:
        assert rule.requirements
        assert rule.effective_on
        assert rule.measures or rule.articles
    for kind in ("bad", "good"):
        assert rule.examples.get(kind), f"no {kind} example"
        assert not any("{{" in text for text in (*rule.examples[kind], *rule.examples[kind].values()))
    assert rule.examples["bad"] != rule.examples["good"]


def test_what_is_not_verified_is_never_more_than_a_note_and_says_so() -> None:
    unverified = {name for name, row in REQUIREMENTS.items() if row["confidence"] == "UNVERIFIED"}
    assert unverified
    resting = [
        rule for rule in RULES.values() if rule.confidence == "UNVERIFIED" or unverified & set(rule.requirements)
    ]
    assert resting
    catalogue = Catalogue.of(RULES.values(), load_builtin().data["gpai"])
    for rule in resting:
        assert rule.level == "note", rule.id
        assert re.search(r"^- Not verified in ", rule_page(rule, catalogue), re.MULTILINE), rule.id


@pytest.mark.parametrize("folder", sorted(set(FOLDERS)), ids=lambda folder: folder.name)
def test_each_rule_is_tried_failing_passing_and_not_applying(folder: Path) -> None:
    names = re.findall(r"^test_\w+", (folder / f"{folder.name}_test.rego").read_text(encoding="utf-8"), re.MULTILINE)
    missing = [kind for kind, wording in KINDS.items() if not any(re.search(wording, name) for name in names)]
    assert missing == []


def test_evidence_of_a_rule_names_requirements_that_the_rule_looks_for() -> None:
    asked: dict[str, set[str]] = {}
    for rule in RULES.values():
        asked.setdefault(rule.package, set()).update(rule.requirements)
    stray = [
        (module.package, name)
        for module in load_builtin().modules
        for name in re.findall(r'^met contains \{"requirement": "([^"]+)"', module.source, re.MULTILINE)
        if name not in asked.get(module.package, set())
    ]
    assert stray == []
