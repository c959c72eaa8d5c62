"""Reads forms: the public ones in prose of any format. What a form asks is not read a second time by other rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from gpai_lint.evidence.forms import model_form, training_content
from gpai_lint.evidence.forms.labels import questions_of
from gpai_lint.evidence.interface import Fact, State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gpai_lint.artifacts.interface import Artifact

_FORMS: Final = ((training_content, "training_content"), (model_form, "model_documentation_form"))


@dataclass(frozen=True, slots=True)
class Claim:
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


def read_forms(artifact: Artifact, document: int) -> tuple[list[Fact], list[Claim]]:
    """Return the facts of the forms that a document holds, in order of their place, and what they claim."""
    found: list[Fact] = []
    claims: list[Claim] = []
    for module, name in _FORMS:
        facts = list(module.read(artifact, document))
        if not facts:
            continue
        questions = questions_of(name)
        asked = {question.field for question in questions if question.field} | {fact.field for fact in facts}
        settled = {question.field for question in questions if question.kind == "choice"}
        settled |= {fact.field for fact in facts if fact.state is State.STATED}
        lines = [fact.location.span for fact in facts]
        first, last = min(span.line for span in lines), max(span.end_line for span in lines)
        kept = [fact for fact in facts if not is_claimed(fact, claims)]
        claims.append(Claim(first, last, frozenset(asked), frozenset(settled)))
        found.extend(kept)
    return sorted(found, key=lambda fact: (fact.location.span, fact.field)), claims


def is_claimed(row: object, claims: Sequence[Claim]) -> bool:
    """Return whether a form has read what another reader reports."""
    return any(claim.covers(row) for claim in claims)
