"""The page of a rule: what ``explain`` prints and what the documentation holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gpai_lint.reports.wording import (
    STRENGTHS,
    addressees,
    conditions,
    flat,
    frameworks,
    joined,
    kinds_of_model,
    since,
    sources,
    unverified,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from gpai_lint.policy.interface import RuleMetadata
    from gpai_lint.reports.catalogue import Catalogue


def rule_page(rule: RuleMetadata, catalogue: Catalogue) -> str:
    """Return the Markdown page of a rule."""
    return "\n".join(_rule_lines(rule, catalogue)) + "\n"


def _rule_lines(rule: RuleMetadata, catalogue: Catalogue) -> Iterator[str]:
    yield f"# {rule.label}"
    yield ""
    yield f"**{rule.title}**"
    yield ""
    yield from _facts(rule, catalogue)
    asked = [(name, catalogue.requirements[name]) for name in rule.requirements if name in catalogue.requirements]
    if asked:
        yield ""
        yield "## What it asks"
        yield ""
        yield from (f"- **{name}** ({row['official_ref']}): {flat(row['summary'])}" for name, row in asked)
    # Rules written for conftest need not say why they are there.
    for title, text in (("Why", rule.description), ("How to meet it", rule.remediation)):
        if text.strip():
            yield from ("", f"## {title}", "", text.strip())
    yield from _examples(rule.examples)
    if rule.depends_on:
        yield ""
        yield f"Not reported where {joined(rule.depends_on, 'or')} already is: the cause is told once."
    if not rule.decides:
        yield ""
        yield "Its findings are remarks: they leave the verdict on its requirements open."
    yield ""
    yield "## Configuration"
    yield ""
    yield "```yaml"
    yield "rules:"
    yield f"  {rule.name}: note   # error, warning, note or off"
    yield "```"
    yield from frameworks(rule.requirements, catalogue)
    yield from _sources(rule, catalogue)


def _facts(rule: RuleMetadata, catalogue: Catalogue) -> Iterator[str]:
    rows = [catalogue.requirements[name] for name in rule.requirements if name in catalogue.requirements]
    facts = {
        "Strength": STRENGTHS.get(rule.strength, rule.strength),
        "For whom": _for_whom(rule, rows, catalogue),
        "Since when": since(rule, catalogue),
        "Deadline": "; ".join(dict.fromkeys(flat(row["deadline"]) for row in rows if row.get("deadline"))),
        "Read by": addressees(next(([row] for row in rows if row.get("addressees")), [])),
        "Highest level": _level(rule),
        "Code of Practice": "; ".join(rule.measures),
        "AI Act": "; ".join(rule.articles),
        "Requirements": ", ".join(rule.requirements) or "none",
        "Confidence in our reading": rule.confidence,
        "Pack": f"{rule.pack}, since {rule.since}" if rule.since else rule.pack,
        "Aliases": ", ".join(rule.aliases),
    }
    yield "| | |"
    yield "|---|---|"
    yield from (f"| {name} | {value} |" for name, value in facts.items() if value)


def _for_whom(rule: RuleMetadata, rows: list[Mapping[str, Any]], catalogue: Catalogue) -> str:
    if not rows:
        return ""
    who = "signatories" if rule.strength in {"code", "encouraged"} else "providers"
    restricted = conditions([name for name in rule.requirements if name in catalogue.requirements], catalogue)
    exempt = "; not under the open-source exemption" if all(row.get("open_source_exempt") for row in rows) else ""
    return f"{who}, for {kinds_of_model(rows)}{restricted}{exempt}"


def _level(rule: RuleMetadata) -> str:
    if rule.confidence == "UNVERIFIED":
        return f"{rule.level}: what we could not verify is never reported above a note"
    return rule.level


def _examples(examples: Mapping[str, Any]) -> Iterator[str]:
    for kind, title in (("bad", "A bad example"), ("good", "A good example")):
        files = examples.get(kind)
        if not files:
            continue
        yield ""
        yield f"## {title}"
        for name, content in sorted(files.items()):
            yield ""
            yield f"`{name}`"
            yield ""
            yield f"````{_language(name)}"
            yield str(content).rstrip("\n")
            yield "````"


def _language(name: str) -> str:
    suffix = name.rpartition(".")[2].lower()
    return {"md": "markdown", "yaml": "yaml", "yml": "yaml", "json": "json"}.get(suffix, "text")


def _sources(rule: RuleMetadata, catalogue: Catalogue) -> Iterator[str]:
    lines = [f"- [{each.get('description', each['ref'])}]({each['ref']})" for each in rule.related_resources]
    rows = [(name, catalogue.requirements[name]) for name in rule.requirements if name in catalogue.requirements]
    lines += sources([row for _, row in rows], catalogue)
    lines += unverified(rows)
    if lines:
        yield ""
        yield "## Sources"
        yield ""
        yield from lines
