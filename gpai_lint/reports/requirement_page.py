"""The page of a requirement: what ``explain`` prints, and what the pages of the chapters are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gpai_lint.reports.wording import (
    BASES,
    ENCOURAGED,
    STRENGTHS,
    addressees,
    application_dates,
    conditions,
    flat,
    frameworks,
    joined,
    kinds_of_model,
    sources,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from gpai_lint.reports.catalogue import Catalogue

_FORMS = {
    "free_text": "text",
    "string": "text",
    "free_text+list": "text with a list",
    "free_text|hash|url": "a digest, an address or text",
    "url_list|statement": "links or a statement",
    "url|copy|statement": "a link, a copy or a statement",
    "choice+free_text": "one of several, with text",
    "single_choice": "one of several",
    "single_choice+free_text": "one of several, with text",
    "multi_choice": "any of several",
    "number_with_unit": "a number with its unit",
    "per_modality_value": "a value for each modality",
    "yes_no": "yes or no",
    "month_range": "a period",
}


def requirement_page(name: str, catalogue: Catalogue) -> str:
    """Return the Markdown text on a requirement: what it asks, of whom, until when, and what decides it."""
    return "\n".join(_requirement_lines(name, catalogue.requirements[name], catalogue)) + "\n"


def requirement_list(names: Sequence[str], catalogue: Catalogue) -> str:
    """Return one line for each of several requirements."""
    width = max(len(name) for name in names)
    lines = [f"{name:{width}}  {catalogue.requirements[name]['title']}" for name in names]
    lines.append(f"{len(names)} requirements. 'gpai-lint explain {names[0]}' tells what one of them asks.")
    return "\n".join(lines) + "\n"


def _requirement_lines(name: str, row: Mapping[str, Any], catalogue: Catalogue) -> Iterator[str]:
    yield f"# {name}: {row['title']}"
    yield ""
    yield f"*{row['official_ref']}*"
    yield ""
    yield flat(row["summary"])
    facts = {
        "Strength": strength(row),
        "For whom": f"{kinds_of_model([row])}{conditions([name], catalogue)}",
        "Open-source models": row.get("exemption_reason", ""),
        "Smaller providers": row.get("sme_note", ""),
        "Since when": application_dates(catalogue) if row["strength"] == "must" and row["check_kind"] else "",
        "Deadline": row.get("deadline", ""),
        "Read by": addressees([row]),
        "Form of the answer": _form(row.get("format", {})),
        "Older models": row.get("legacy_note", ""),
        "Not verified": row.get("unverified", ""),
        "Confidence in our reading": row["confidence"],
    }
    yield ""
    yield from (f"- **{label}:** {flat(text).rstrip('.')}." for label, text in facts.items() if text)
    yield ""
    yield "## What decides it"
    yield from _decided(name, row, catalogue)
    yield from frameworks([name], catalogue)
    lines = sources([row], catalogue)
    if lines:
        yield ""
        yield "## Sources"
        yield ""
        yield from lines


def strength(row: Mapping[str, Any]) -> str:
    """Return how strong a requirement is, in words."""
    if row["strength"] == "encouraged":
        return ENCOURAGED.get(str(row["basis"]), STRENGTHS["encouraged"])
    if row["strength"] == "info" or not row["check_kind"]:
        return "for information"
    return BASES[str(row["basis"])]


def reason(name: str, row: Mapping[str, Any], catalogue: Catalogue) -> str:
    """Return, as the end of a sentence, what decides a requirement that no rule looks for."""
    if row.get("no_rule"):
        return flat(row["no_rule"])
    found = []
    parts, question = catalogue.parts(name), catalogue.question(name)
    if question:
        found.append(f"settled by scope: {question}")
    if parts:
        found.append(f"decided by its parts ({ranged(parts)})")
    if found:
        return "; ".join(found)
    if row.get("attestation"):
        return "attestation only: no file can show it"
    return "for information: it asks nothing of the provider"


def _decided(name: str, row: Mapping[str, Any], catalogue: Catalogue) -> Iterator[str]:
    rules, parts, question = catalogue.rules_for(name), catalogue.parts(name), catalogue.question(name)
    if rules:
        yield ""
        yield "Rules that look for it:"
        yield ""
        yield from (f"- {rule.label}: {rule.title}" for rule in rules)
    if question:
        yield ""
        yield f"Scope settles it: {question}. 'gpai-lint status' tells how that was answered and why."
    if parts:
        yield ""
        yield "Its parts decide it where nothing else does (met once all of them are, not met where one is not):"
        yield f"{ranged(parts)}."
    if not (rules or parts or question):
        yield ""
        yield f"No rule: {reason(name, row, catalogue)}."
    if row.get("attestation"):
        yield ""
        yield "An attestation in gpai-lint.yaml can show it, where files do not:"
        yield ""
        yield "```yaml"
        yield "attestations:"
        yield f"- requirement: {name}"
        yield f"  statement: …   # {flat(row['attestation'])}"
        yield "  by: …          # name and role of who answers for it"
        yield "  date: …        # YYYY-MM-DD"
        yield "```"


def _form(form: Mapping[str, Any]) -> str:
    """Return the form that an answer has: its kind, unit, precision, choices, length, and whether "N/A" is one."""
    if not form:
        return ""
    kind = str(form["type"])
    parts = [_FORMS.get(kind, kind.replace("_", " "))]
    if units := form.get("units", [form["unit"]] if form.get("unit") else []):
        parts.append("in " + joined([str(unit).replace("_", " ") for unit in units]))
    if form.get("min_significant_figures"):
        count = form["min_significant_figures"]
        parts.append(f"with at least {count} significant figure{'s' if count > 1 else ''}")
    if form.get("precision"):
        parts.append(f"to the {str(form['precision']).replace('_', ' ')}")
    if form.get("layout"):
        parts.append(f"as {form['layout']}")
    if per := form.get("per", form.get("each")):
        parts.append("for each of " if form.get("per") else "each with ")
        parts[-1] += joined([str(each).replace("_", " ") for each in per])
    if form.get("options"):
        parts.append(f"({' | '.join(form['options'])})")
    if form.get("recommended_words"):
        parts.append(f"of about {form['recommended_words']} words")
    allowed = f', or "N/A" {form["na_condition"]}' if form.get("na_allowed") else ""
    return " ".join(parts) + allowed


def ranged(names: Sequence[str]) -> str:
    """Return names with long runs cut: each chapter lists them anyway."""
    return ", ".join(names) if len(names) <= 16 else f"{', '.join(names[:12])} and {len(names) - 12} more"
