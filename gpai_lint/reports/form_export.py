"""The Model Documentation Form, filled with what was read: to review, to complete, and to hand over."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from gpai_lint.reports.evidence_table import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from gpai_lint.evidence.interface import Evidence, Model


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the form: what it asks, for whom, and every answer that was read, each with its place."""

    id: str
    section: str
    label: str
    audience: tuple[str, ...]
    answers: tuple[tuple[str, str], ...]


def form_items(
    evidence: Evidence, model: Model, requirements: Mapping[str, Mapping[str, Any]], fields: Mapping[str, Sequence[str]]
) -> tuple[Item, ...]:
    """Return the items of the form in order; ``fields`` maps the id of an item to the fields that answer it."""
    return tuple(
        Item(
            id=name,
            section=str(row.get("section", "")),
            label=str(row.get("form_label", row["title"])),
            audience=tuple(reader for reader, told in row.get("audience", {}).items() if told),
            answers=tuple(dict.fromkeys(_answers(evidence, model, fields.get(name, ())))),
        )
        for name, row in requirements.items()
        if name.startswith("MDF-")
    )


def as_json(models: Sequence[tuple[str, Sequence[Item]]]) -> str:
    """Return the forms of some models as JSON."""
    shape = {"models": [{"name": name, "items": [asdict(item) for item in items]} for name, items in models]}
    return json.dumps(shape, indent=2, ensure_ascii=False) + "\n"


def as_markdown(models: Sequence[tuple[str, Sequence[Item]]]) -> str:
    """Return the forms of some models as Markdown; an item without an answer keeps a placeholder to be filled in."""
    lines: list[str] = []
    for name, items in models:
        lines += [f"# Model Documentation Form: {name}", ""]
        for section, rows in groupby(items, key=lambda item: item.section):
            lines += [f"## {section}", ""]
            for item in rows:
                readers = ", ".join(reader.replace("_", " ") for reader in item.audience)
                lines += [f"<!-- gpai: {item.id} -->", f"### {item.label}", ""]
                lines += [f"For: {readers}.", ""] if readers else []
                lines += [f"- {text} ({place})" for text, place in item.answers] or ["[More Information Needed]"]
                lines.append("")
    return "\n".join(lines)


def _answers(evidence: Evidence, model: Model, fields: Sequence[str]) -> Iterator[tuple[str, str]]:
    for fact in evidence.facts:
        if fact.field in fields and fact.document in model.documents and fact.state.value == "stated":
            about = f" ({fact.variant})" if fact.variant else ""
            unit = f" {fact.unit}" if fact.unit else ""
            yield f"{shown(fact.value)}{unit}{about}", f"{fact.location.file}:{fact.location.span.line}"
