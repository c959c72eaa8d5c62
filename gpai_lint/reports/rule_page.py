"""The page of a rule and of a requirement: what ``explain`` prints and what the documentation holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from gpai_lint.policy.interface import RuleMetadata

#: What a rule's strength means for its reader.
STRENGTHS = {
    "law": "binding law",
    "code": "a commitment of the Code's signatories, and a yardstick for other providers",
    "encouraged": "encouraged by the Code, not required",
    "practice": "good practice in this project's view, not required by the law or the Code",
}


def rule_page(rule: RuleMetadata, requirements: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the Markdown page of a rule."""
    return "\n".join(_rule_lines(rule, requirements)) + "\n"


def _rule_lines(rule: RuleMetadata, requirements: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    yield f"# {rule.id} {rule.name}"
    yield ""
    yield f"**{rule.title}**"
    yield ""
    yield "| | |"
    yield "|---|---|"
    yield f"| Strength | {STRENGTHS.get(rule.strength, rule.strength)} |"
    yield f"| Highest level | {rule.level} |"
    if rule.effective_on:
        yield f"| In force since | {rule.effective_on} |"
    if rule.measures:
        yield f"| Code of Practice | {'; '.join(rule.measures)} |"
    if rule.articles:
        yield f"| AI Act | {'; '.join(rule.articles)} |"
    yield f"| Requirements | {', '.join(rule.requirements) or 'none'} |"
    yield f"| Confidence in our reading | {rule.confidence} |"
    yield f"| Pack | {rule.pack}, since {rule.since or '0.1.0'} |"
    if rule.aliases:
        yield f"| Aliases | {', '.join(rule.aliases)} |"
    yield ""
    yield "## Why"
    yield ""
    yield rule.description.strip()
    for requirement in rule.requirements:
        row = requirements.get(requirement)
        if row:
            yield ""
            yield f"- **{requirement}** ({row['official_ref']}): {_flat(row['summary'])}"
    yield ""
    yield "## What to write"
    yield ""
    yield rule.remediation.strip()
    yield from _examples(rule.examples)
    if rule.depends_on:
        yield ""
        yield f"Not reported where {', '.join(rule.depends_on)} already is: the cause is told once."
    yield ""
    yield "## Configuration"
    yield ""
    yield "```yaml"
    yield "rules:"
    yield f"  {rule.name}: note   # error, warning, note or off"
    yield "```"
    if rule.related_resources:
        yield ""
        yield "## Sources"
        yield ""
        yield from (_resource(resource) for resource in rule.related_resources)


def _resource(resource: Mapping[str, str]) -> str:
    return f"- [{resource.get('description', resource['ref'])}]({resource['ref']})"


def _examples(examples: Mapping[str, Any]) -> Iterator[str]:
    for kind, title in (("bad", "Reported"), ("good", "Not reported")):
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


def requirement_page(
    name: str, row: Mapping[str, Any], rules: Sequence[RuleMetadata], crosswalk: Sequence[Mapping[str, Any]] = ()
) -> str:
    """Return the Markdown text on a requirement: what it asks, of whom, until when, and which rules look for it."""
    return "\n".join(_requirement_lines(name, row, rules, crosswalk)) + "\n"


def _requirement_lines(
    name: str, row: Mapping[str, Any], rules: Sequence[RuleMetadata], crosswalk: Sequence[Mapping[str, Any]]
) -> Iterator[str]:
    yield f"# {name}: {row['title']}"
    yield ""
    yield f"*{row['official_ref']}* · {row['strength']} · for {_applies(row)}"
    yield ""
    yield _flat(row["summary"])
    for key, label in (
        ("deadline", "Deadline"),
        ("sme_note", "Smaller providers"),
        ("exemption_reason", "Open-source models"),
        ("attestation", "What an attestation would have to say"),
        ("unverified", "Not verified"),
    ):
        if row.get(key):
            yield ""
            yield f"**{label}.** {_flat(row[key])}"
    yield ""
    yield f"Confidence in our reading: {row['confidence']}."
    yield ""
    if rules:
        yield "Rules that look for it:"
        yield ""
        yield from (f"- {rule.id} {rule.name}: {rule.title}" for rule in rules)
    else:
        yield "No rule: no file can show it. A dated attestation in gpai-lint.yaml can."
    for topic in crosswalk:
        yield ""
        yield f"Elsewhere ({topic['topic']}): " + "; ".join(
            f"{key}: {value if isinstance(value, str) else ', '.join(value)}"
            for key, value in topic.items()
            if key not in {"topic", "items", "basis", "source", "confidence"} and value
        )


def _applies(row: Mapping[str, Any]) -> str:
    names = {"gpai": "general-purpose AI models", "systemic_risk": "models with systemic risk"}
    applies = " and ".join(names.get(name, str(name)) for name in row["applies_to"])
    return applies + (", not for models under the open-source exemption" if row.get("open_source_exempt") else "")


def _flat(text: str) -> str:
    return " ".join(str(text).split())
