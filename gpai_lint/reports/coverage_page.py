"""The pages about the whole pack: a table of all requirements, one page per chapter, the index of rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gpai_lint.reports.chapters import CHAPTERS
from gpai_lint.reports.rule_page import STRENGTHS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from gpai_lint.policy.interface import RuleMetadata


def rules_for(rules: Iterable[RuleMetadata]) -> dict[str, list[RuleMetadata]]:
    """Return the rules that look for each requirement, in order of id."""
    found: dict[str, list[RuleMetadata]] = {}
    for rule in sorted(rules, key=lambda rule: rule.id):
        for requirement in rule.requirements:
            found.setdefault(requirement, []).append(rule)
    return found


def coverage_page(requirements: Mapping[str, Mapping[str, Any]], rules: Iterable[RuleMetadata]) -> str:
    """Return the table of all requirements: by rule, by attestation only, or settled by the scope answers."""
    found = rules_for(rules)
    ruled = sum(1 for name in requirements if name in found)
    lines = [
        "# Coverage",
        "",
        f"{len(requirements)} requirements: {ruled} with a rule, {len(requirements) - ruled} without. Generated.",
        "",
        "| Requirement | Where it stands | Asks | Rules |",
        "|---|---|---|---|",
    ]
    for name, row in requirements.items():
        shown = ", ".join(f"[{rule.id}](rules/{rule.name}.md)" for rule in found.get(name, ()))
        lines.append(f"| {name} | {row['official_ref']} | {row['title']} | {shown or _reason(row)} |")
    return "\n".join(lines) + "\n"


def _reason(row: Mapping[str, Any]) -> str:
    reason = row.get("no_rule")
    if reason:
        return str(reason)
    if row["strength"] == "info":
        return "for information: it asks nothing of the provider"
    return "attestation only: no file can show it"


def chapter_page(chapter: str, requirements: Mapping[str, Mapping[str, Any]], rules: Iterable[RuleMetadata]) -> str:
    """Return the page of one chapter: its requirements in order, each with its summary and its rules."""
    found = rules_for(rules)
    lines = [f"# {CHAPTERS.get(chapter, chapter)}", "", "Own words; the official texts prevail. Generated."]
    for name, row in requirements.items():
        if row["chapter"] != chapter:
            continue
        summary = " ".join(str(row["summary"]).split())
        lines += ["", f"## {name} {row['title']}", "", f"*{row['official_ref']}*", "", summary]
        shown = [f"[{rule.id} {rule.name}](../rules/{rule.name}.md)" for rule in found.get(name, ())]
        lines += ["", "Rules: " + ", ".join(shown) + "." if shown else f"Rules: {_reason(row)}."]
    return "\n".join(lines) + "\n"


def index_page(rules: Iterable[RuleMetadata]) -> str:
    """Return the index of rules, by category."""
    lines = ["# Rules", "", "Generated from the METADATA of the rules."]
    ordered = sorted(rules, key=lambda rule: rule.id)
    for category in dict.fromkeys(rule.category for rule in ordered):
        lines += ["", f"## {category.replace('_', ' ').capitalize()}", "", "| Rule | What it asks | Strength | Level |"]
        lines += ["|---|---|---|---|"]
        lines += [
            f"| [{rule.id} {rule.name}]({rule.name}.md) | {rule.title} | {rule.strength} | {rule.level} |"
            for rule in ordered
            if rule.category == category
        ]
    lines += ["", "Strengths:", "", *(f"- {name}: {meaning}." for name, meaning in STRENGTHS.items())]
    return "\n".join(lines) + "\n"
