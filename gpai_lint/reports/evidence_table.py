"""The facts of a repository as a table for a person, and as the JSON of the contract."""

from __future__ import annotations

import json
import re
from itertools import groupby
from typing import TYPE_CHECKING, Any

from gpai_lint.artifacts.interface import Prose
from gpai_lint.reports.families import statements
from gpai_lint.reports.summary import counted
from gpai_lint.terminal import harmless

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gpai_lint.evidence.interface import Evidence, Fact, Value
    from gpai_lint.reports.families import Statement

#: The version of the JSON shape.
SCHEMA_VERSION = "1"
_NO_SPDX_ID = "LicenseRef-"
_MARKUP = re.compile(r"[<>]|\]\(|://")


def as_json(evidence: Evidence, fields: Sequence[str] = ()) -> str:
    """Return ``{"schema_version", "evidence": [...]}``; ``fields`` are ids or prefixes to keep, all when empty.

    A passage that gives a figure for each member of a family is one row: its ``value`` is the list of figures where one
    line names them, the largest where a table does, and ``members`` has each figure with its own place.

    A licence without an SPDX id is given by its name, as the document has it where it does, and ``licence_id`` is the
    ``LicenseRef-`` under which policies know it.
    """
    members = [document.member for document in evidence.documents]
    rows = [_row(statement, evidence) for statement in statements(_chosen(evidence, fields), members)]
    return json.dumps({"schema_version": SCHEMA_VERSION, "evidence": rows}, indent=2, ensure_ascii=False) + "\n"


def as_text(evidence: Evidence, fields: Sequence[str] = ()) -> str:
    """Return the facts grouped by file, in order of line."""
    lines: list[str] = []
    ordered = sorted(_chosen(evidence, fields), key=lambda fact: (fact.location.file, fact.location.span))
    for file, facts in groupby(ordered, key=lambda fact: fact.location.file):
        lines.append(file)
        lines.extend(_line(fact) for fact in facts)
        lines.append("")
    kinds: dict[str, int] = {}
    for document in evidence.documents:
        kinds[document.kind] = kinds.get(document.kind, 0) + 1
    each = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
    documents = f"{counted(len(evidence.documents), 'document')}{each and f' ({each})'}"
    lines.append(f"{counted(len(ordered), 'fact')} in {documents}.")
    lines.extend(f"Not read: {row.path}: {row.reason}" for row in evidence.unread)
    return harmless("\n".join(lines) + "\n")


def _chosen(evidence: Evidence, fields: Sequence[str]) -> list[Fact]:
    if not fields:
        return list(evidence.facts)

    def wanted(field: str) -> bool:
        return any(field == name or field.startswith(f"{name}.") for name in fields)

    return [fact for fact in evidence.facts if wanted(fact.field)]


def _line(fact: Fact) -> str:
    place = f"{fact.location.span.line}:{fact.location.span.column}"
    unit = f" {fact.unit}" if fact.unit else ""
    state = "" if fact.state.value == "stated" else f" [{fact.state.value}]"
    about = f" ({fact.variant})" if fact.variant else ""
    method = "" if fact.method.value == "declared" else f" {fact.method.value}"
    return f"  {place:>8}  {fact.field:32} {shown(fact.value)}{unit}{about}{method}{state}"


def shown(value: Value) -> str:
    """Return a value on one line, for a person; long texts are cut."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(value)
    if isinstance(value, (int, float)):
        return f"{value:,}" if abs(value) < 1e15 else f"{value:.3g}"
    text = " ".join(str(value or "").split())
    return text if len(text) <= 100 else text[:99] + "…"


def _row(statement: Statement, evidence: Evidence) -> dict[str, Any]:
    fact, members = statement.fact, statement.members
    row = _fact(fact, evidence)
    if members:
        row["members"] = [_fact(member, evidence) for member in members]
    if members and statement.enumeration:
        row |= {"value": [member.value for member in members], "model": ""}
    return row


def _fact(fact: Fact, evidence: Evidence) -> dict[str, Any]:
    span = fact.location.span
    owners = [
        model.name
        for index, model in enumerate(evidence.models)
        if fact.document in model.documents and (fact.models is None or index in fact.models)
    ]
    row: dict[str, Any] = {
        "field": fact.field,
        "value": fact.value,
        "unit": fact.unit,
        "text": fact.text,
        "file": fact.location.file,
        "line": span.line,
        "end_line": span.end_line,
        "column": span.column,
        "method": fact.method.value,
        "state": fact.state.value,
        "model": fact.variant or (owners[0] if len(owners) == 1 else ""),
    }
    if isinstance(fact.value, str) and fact.value.startswith(_NO_SPDX_ID):
        row |= {"value": _licence_name(fact, fact.value, evidence), "licence_id": fact.value}
    if fact.location.page is not None:
        row["page"] = fact.location.page
    return row


def _licence_name(fact: Fact, identifier: str, evidence: Evidence) -> str:
    """Return what the document calls a licence, where the words at its place name it; else the licence's own title."""
    from gpai_lint.evidence.licences.names import name_of, normalise  # noqa: PLC0415 - only where there is such a licence

    artifact = evidence.documents[fact.document].artifact
    span = fact.location.span
    lines = artifact.content.lines if artifact is not None and isinstance(artifact.content, Prose) else ()
    if span.line == span.end_line <= len(lines):
        literal = lines[span.line - 1][span.column - 1 : span.end_column - 1].strip()
        if not _MARKUP.search(literal) and normalise(literal) == identifier:
            return literal
    return name_of(identifier)
