"""Reads forms: the public ones in prose of any format, and our YAML. What a form asks no other rule reads again."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from gpai_lint.artifacts.form_traces import holds_documentation_form, holds_training_summary
from gpai_lint.artifacts.interface import Structured, Unread
from gpai_lint.evidence.interface import Binding, Fact, State
from gpai_lint.location import Location

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gpai_lint.artifacts.interface import Artifact
    from gpai_lint.location import Span

#: The readers of YAML forms, by kind.
_YAML: Final = {
    "model_documentation_form": "model_documentation",
    "training_content_summary": "training_summary",
    "safety_documentation": "safety_and_security",
}
#: The readers of forms in prose: module, kind, table of questions, and what tells of a form in other kinds.
_FORMS: Final = (
    ("training_content", "training_content_summary", "training_content", holds_training_summary),
    ("model_form", "model_documentation_form", "model_documentation_form", holds_documentation_form),
)
_TRACES: Final = 2


class Claim(NamedTuple):
    """The part of a document that a form takes up, and the fields that it asks for: lines from 1, both ends within.

    ``settled`` are the fields that are settled for the whole document: those of its yes/no questions, and those that
    it states.
    """

    first: int
    last: int
    fields: frozenset[str]
    settled: frozenset[str]

    def covers(self, row: object) -> bool:
        """Return whether a fact of another reader repeats, or guesses, what the form itself answers or leaves open."""
        if not isinstance(row, Fact) or row.field not in self.fields:
            return False
        return row.field in self.settled or self.first <= row.location.span.line <= self.last


class FormReading(NamedTuple):
    """What the forms of one document say: facts and bindings in order of place, claims, and what is wrong in them."""

    found: tuple[Fact | Binding, ...] = ()
    claims: tuple[Claim, ...] = ()
    faults: tuple[Unread, ...] = ()


def read_forms(artifact: Artifact, document: int) -> FormReading:
    """Return what the forms in a document say; nothing for a document that holds none.

    A YAML form that does not follow its schema is read as far as it does; each violation is a fault.
    """
    if isinstance(artifact.content, Structured):
        return _read_yaml(artifact, artifact.content, document)
    found: list[Fact] = []
    claims: list[Claim] = []
    for module, kind, table, holds in _FORMS:
        if artifact.kind != kind and not holds(artifact.content, _TRACES):
            continue
        facts = list(_reader(module).read(artifact, document))
        if not facts:
            continue
        questions = _reader("labels").questions_of(table)
        asked = {question.field for question in questions if question.field} | {fact.field for fact in facts}
        settled = {question.field for question in questions if question.kind == "choice"}
        settled |= {fact.field for fact in facts if fact.state is State.STATED}
        lines = [fact.location.span for fact in facts]
        first, last = min(span.line for span in lines), max(span.end_line for span in lines)
        kept = [fact for fact in facts if not is_claimed(fact, claims)]
        claims.append(Claim(first, last, frozenset(asked), frozenset(settled)))
        found.extend(kept)
    return FormReading(tuple(sorted(found, key=_place)), tuple(claims))


def _read_yaml(artifact: Artifact, content: Structured, document: int) -> FormReading:
    name = _YAML.get(artifact.kind) if artifact.format == "yaml" else None
    if name is None:
        return FormReading()
    module, schema = _reader(name), _reader("schema")
    rules = schema.load(module.SCHEMA)
    found: list[Fact | Binding] = list(module.read(artifact, document))
    for item, node, text in schema.answers(content.root, rules):
        place = Location(artifact.path, node.key_span or node.span, anchor=node.pointer)
        found.append(Binding(item, text, place, document))
    faults = [
        Unread(artifact.path, message, location.span)
        for location, message in schema.violations(content.root, rules, artifact.path)
    ]
    return FormReading(tuple(sorted(found, key=_place)), faults=tuple(faults))


def _reader(name: str) -> Any:
    """Return a module of this package; it is imported when a document needs it."""
    return import_module(f"gpai_lint.evidence.forms.{name}")


def _place(row: Fact | Binding) -> tuple[Span, str]:
    return row.location.span, row.field if isinstance(row, Fact) else row.item


def is_claimed(row: object, claims: Sequence[Claim]) -> bool:
    """Return whether a form has read what another reader reports."""
    return any(claim.covers(row) for claim in claims)
