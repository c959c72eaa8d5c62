"""Build the input document: the one thing that policies see of a repository.

Its shape is public and versioned; ``input.schema.json`` beside this module describes it.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from gpai_lint.artifacts.interface import Prose
from gpai_lint.evidence.interface import State
from gpai_lint.location import Location, Span
from gpai_lint.tables import load_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from gpai_lint.artifacts.interface import Section
    from gpai_lint.configuration.interface import Configuration
    from gpai_lint.evidence.interface import Binding, Clause, Document, Evidence, Fact, Licence, Model, Placeholder

#: The version of the input document. A change that a policy could notice raises it.
SCHEMA_VERSION = "1"

#: A section's text is cut after so many characters: policies match passages in it, nobody reads a book through it.
MAX_SECTION = 20_000

#: A line of at least so many characters that ends inside a block was wrapped and not ended.
WRAPPED = 40


def build(evidence: Evidence, configuration: Configuration, as_of: str) -> dict[str, Any]:
    """Return the input document for one repository on one day (``as_of``: YYYY-MM-DD)."""
    models_of: dict[int, list[int]] = defaultdict(list)
    for index, model in enumerate(evidence.models):
        for document in model.documents:
            models_of[document].append(index)
    bindings: dict[int, list[Binding]] = defaultdict(list)
    for binding in evidence.bindings:
        if binding.state is not State.PLACEHOLDER:
            bindings[binding.document].append(binding)
    return {
        "schema_version": SCHEMA_VERSION,
        "as_of": as_of,
        "configuration": configuration.values,
        "models": [_model(index, model, evidence, configuration) for index, model in enumerate(evidence.models)],
        "documents": [
            _document(index, document, models_of[index], bindings[index])
            for index, document in enumerate(evidence.documents)
        ],
        "licences": [_licence(licence, models_of[licence.document]) for licence in evidence.licences],
        "placeholders": [_placeholder(row, models_of[row.document]) for row in evidence.placeholders],
        "bindings": [_binding(row, models_of[row.document]) for row in evidence.bindings],
        "unread": [
            {"file": row.path, "reason": row.reason, "location": Location(row.path, row.span).as_dict()}
            for row in evidence.unread
        ],
    }


def load_input_schema() -> Mapping[str, Any]:
    """Return the JSON Schema of the input document."""
    schema: dict[str, Any] = load_table("policy/input.schema")
    return schema


def _model(index: int, model: Model, evidence: Evidence, configuration: Configuration) -> dict[str, Any]:
    own = set(model.documents)
    facts: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for fact in evidence.facts:
        if fact.document in own and (fact.models is None or index in fact.models):
            facts[fact.field].append(_fact(fact))
    return {
        "index": index,
        "path": model.path,
        "name": model.name,
        "location": model.location.as_dict(),
        "declared": _declared(model, configuration),
        "documents": list(model.documents),
        "facts": dict(facts),
    }


def _declared(model: Model, configuration: Configuration) -> Mapping[str, Any]:
    """Return the configuration's entry for a model, with its place among ``models`` for findings to point at."""
    for position, entry in enumerate(configuration.models):
        if entry.path == model.path:
            return {**entry.values, "entry": position}
    return {}


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "value": fact.value,
        "unit": fact.unit,
        "text": fact.text,
        "method": fact.method.value,
        "state": fact.state.value,
        "variant": fact.variant,
        "heading": list(fact.heading),
        "document": fact.document,
        "formula": fact.formula,
        "location": fact.location.as_dict(),
    }


def _document(index: int, document: Document, models: list[int], bindings: list[Binding]) -> dict[str, Any]:
    artifact = document.artifact
    return {
        "index": index,
        "kind": document.kind,
        "path": document.path,
        "url": document.url,
        "format": artifact.format if artifact else "",
        "title": artifact.title if artifact else "",
        "public": document.public,
        "readable": artifact is not None,
        "models": models,
        "location": document.location.as_dict(),
        "sections": list(_sections(document.path, artifact.content, bindings))
        if artifact and isinstance(artifact.content, Prose)
        else [],
    }


def _sections(path: str, prose: Prose, bindings: list[Binding]) -> Iterator[dict[str, Any]]:
    """Yield a document's sections with their own text, subsections apart, and the items bound to them."""
    texts: dict[int, list[str]] = defaultdict(list)
    for block in prose.blocks:
        texts[block.section].append(_unwrapped(block.text))
    for entry in prose.entries:
        texts[entry.section].append(f"{entry.key}: {entry.value}")
    for table in prose.tables:
        texts[table.section].extend(" | ".join(" ".join(cell.text.split()) for cell in row) for row in table.rows)
    for index, section in enumerate(prose.sections):
        first = section.span.line
        following = prose.sections[index + 1].span.line if index + 1 < len(prose.sections) else len(prose.lines) + 2
        yield {
            "title": section.title,
            "path": list(section.path),
            "level": section.level,
            "text": "\n".join(texts[index])[:MAX_SECTION],
            "bindings": sorted({row.item for row in bindings if first <= row.location.span.line < following}),
            "location": _place(path, section, prose).as_dict(),
        }


def _unwrapped(text: str) -> str:
    """Return a block's text with lines that were only wrapped joined again, so that a phrase is one to a pattern.

    A short line was broken on purpose (the rows of a table in a PDF, an address) and stays a line.
    """
    lines = [" ".join(line.split()) for line in text.splitlines()]
    return "".join(line + (" " if len(line) >= WRAPPED else "\n") for line in lines).strip()


def _place(path: str, section: Section, prose: Prose) -> Location:
    line = section.span.line
    page = prose.pages[line - 1] if 0 < line <= len(prose.pages) else None
    span = section.span if section.span.end_line == line else Span(line, section.span.column, line, section.span.column)
    return Location(path, span, page, "#" + "/".join(section.path))


def _licence(licence: Licence, models: list[int]) -> dict[str, Any]:
    return {
        "id": licence.id,
        "name": licence.name,
        "subject": licence.subject,
        "document": licence.document,
        "models": models,
        "clauses": [_clause(clause) for clause in licence.clauses],
        "location": licence.location.as_dict(),
    }


def _clause(clause: Clause) -> dict[str, Any]:
    return {"kind": clause.kind, "text": clause.text, "location": clause.location.as_dict()}


def _placeholder(row: Placeholder, models: list[int]) -> dict[str, Any]:
    return {
        "text": row.text,
        "document": row.document,
        "models": models,
        "heading": list(row.heading),
        "location": row.location.as_dict(),
    }


def _binding(row: Binding, models: list[int]) -> dict[str, Any]:
    return {
        "item": row.item,
        "text": row.text,
        "state": row.state.value,
        "document": row.document,
        "models": models,
        "location": row.location.as_dict(),
    }


def restrict(document: Mapping[str, Any], file: str, configuration: str = "") -> dict[str, Any]:
    """Return the part of an input document that stands in one file, for a person who writes a rule about it.

    Facts and sections say in ``at`` by which path of the whole document a finding points at them. The configuration is
    left out unless ``file`` is the one that holds it (``configuration``).
    """

    def here(row: Mapping[str, Any]) -> bool:
        return bool(row["location"]["file"] == file)

    def numbered(rows: Sequence[Mapping[str, Any]], *path: str | int) -> list[dict[str, Any]]:
        return [{"at": [*path, index], **row} for index, row in enumerate(rows) if here(row)]

    models = []
    for model in document["models"]:
        facts = {
            field: numbered(rows, "models", model["index"], "facts", field) for field, rows in model["facts"].items()
        }
        facts = {field: rows for field, rows in facts.items() if rows}
        if facts or here(model):
            models.append({**model, "facts": facts})
    documents = [
        {**row, "sections": numbered(row["sections"], "documents", row["index"], "sections")}
        for row in document["documents"]
        if here(row)
    ]
    tables = ("licences", "placeholders", "bindings", "unread")
    return {
        **document,
        "configuration": document["configuration"] if file == configuration else {},
        "models": models,
        "documents": documents,
        **{table: numbered(document[table], table) for table in tables},
    }
