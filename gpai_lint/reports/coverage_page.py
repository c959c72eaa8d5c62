"""The pages about the whole pack: a table of all requirements, one page per chapter, the index of rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gpai_lint.reports.chapters import CHAPTERS
from gpai_lint.reports.requirement_page import ranged, reason, strength
from gpai_lint.reports.wording import STRENGTHS, flat

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from gpai_lint.policy.interface import RuleMetadata
    from gpai_lint.reports.catalogue import Catalogue


def coverage_page(catalogue: Catalogue) -> str:
    """Return the table of all requirements: by rule, scope, parts, attestation only, or why by neither."""
    ruled = sum(1 for name in catalogue.requirements if catalogue.rules_for(name))
    lines = [
        "# Coverage",
        "",
        f"{len(catalogue.requirements)} requirements, {ruled} of them with a rule.",
        "A dated attestation can answer every requirement that has one on its chapter's page. Generated.",
        "",
        "| Requirement | Where it stands | Asks | What decides it |",
        "|---|---|---|---|",
    ]
    for name, row in catalogue.requirements.items():
        shown = ", ".join(f"[{rule.id}](rules/{rule.page})" for rule in catalogue.rules_for(name))
        lines.append(f"| {name} | {row['official_ref']} | {row['title']} | {shown or reason(name, row, catalogue)} |")
    return "\n".join([*lines, *_cross_checks(catalogue)]) + "\n"


def _cross_checks(catalogue: Catalogue) -> Iterator[str]:
    checks = catalogue.reference.get("cross_checks", {})
    if not checks:
        return
    names = {rule.id: rule.name for rule in catalogue.rules}
    yield from ("", "## Checks across documents", "", "| Check | What has to agree | Rules |", "|---|---|---|")
    for check, row in checks.items():
        shown = ", ".join(f"[{rule}](rules/{names[rule]}.md)" for rule in row["rules"])
        yield f"| {check} | {row['what']} | {shown} |"


def chapter_page(chapter: str, catalogue: Catalogue) -> str:
    """Return the page of one chapter: its requirements in order, each with its summary and what decides it."""
    chosen = {name: row for name, row in catalogue.requirements.items() if row["chapter"] == chapter}
    edition = catalogue.reference.get("edition", {}).get("code", {}).get("edition", "")
    of_the_code = edition and any(row["basis"] == "code" for row in chosen.values())
    lead = "In this project's own words; the official texts prevail. Generated."
    lines = [f"# {CHAPTERS.get(chapter, chapter)}", "", f"{edition}. {lead}" if of_the_code else lead]
    for name, row in chosen.items():
        lines += ["", f"## {name} {row['title']}", "", f"*{row['official_ref']}*: {strength(row)}.", ""]
        lines.append(flat(row["summary"]))
        lines += ["", _deciding(name, row, catalogue)]
        if row.get("deadline"):
            lines += ["", f"Deadline: {flat(row['deadline'])}."]
        if row.get("sme_note"):
            lines += ["", f"Smaller providers: {flat(row['sme_note'])}"]
        if row.get("attestation"):
            lines += ["", f"An attestation would say: {flat(row['attestation'])}"]
        if row.get("unverified"):
            lines += ["", f"Not verified: {flat(row['unverified'])}"]
    topics = catalogue.topics(chosen)
    if topics:
        lines += ["", "## In other frameworks", "", "About the same subjects, never equivalent.", ""]
        lines += [f"- {title}: {places}." for title, places in topics]
    return "\n".join(lines) + "\n"


def _deciding(name: str, row: Mapping[str, Any], catalogue: Catalogue) -> str:
    """Return the rules that look for a requirement and the parts that spell it out, or why there is no rule."""
    shown = [f"[{rule.label}](../rules/{rule.page})" for rule in catalogue.rules_for(name)]
    if not shown:
        why = reason(name, row, catalogue)
        return f"No rule. {why[0].upper()}{why[1:]}."
    parts = catalogue.parts(name)
    return f"Rules: {ranged(shown)}." + (f" Decided by its parts: {ranged(parts)}." if parts else "")


def index_page(rules: Iterable[RuleMetadata]) -> str:
    """Return the index of rules, by category."""
    lines = ["# Rules", "", "Generated from the METADATA of the rules."]
    ordered = sorted(rules, key=lambda rule: rule.id)
    for category in dict.fromkeys(rule.category for rule in ordered):
        lines += ["", f"## {category.replace('_', ' ').capitalize()}", "", "| Rule | What it asks | Strength | Level |"]
        lines += ["|---|---|---|---|"]
        lines += [
            f"| [{rule.label}]({rule.page}) | {rule.title} | {rule.strength} | {rule.level} |"
            for rule in ordered
            if rule.category == category
        ]
    lines += ["", "Strengths:", "", *(f"- {name}: {meaning}." for name, meaning in STRENGTHS.items())]
    return "\n".join(lines) + "\n"
