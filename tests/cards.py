"""Cards written for a test, and their facts in a form that is short to compare."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

from gpai_lint.artifacts import markdown
from gpai_lint.artifacts.content import kind_by_content, title_of
from gpai_lint.artifacts.interface import Artifact
from gpai_lint.evidence.prose.reader import read
from gpai_lint.location import Span

if TYPE_CHECKING:
    from gpai_lint.evidence.interface import Fact, Value


def card(text: str, kind: str = "", path: str = "MODEL_CARD.md") -> Artifact:
    """Return a Markdown document as it is recognised; ``kind`` overrides what its content tells."""
    prose = markdown.parse(path, dedent(text).encode())
    index = title_of(prose)
    title = prose.sections[index].title if index is not None else ""
    span = prose.sections[index].span if index is not None else Span(1, 1, 1, 1)
    return Artifact(path, "markdown", kind or kind_by_content(prose, "model_card"), prose, len(text), title, span)


def facts(text: str, field: str = "", kind: str = "") -> list[Fact]:
    """Return the facts of a card, or those of one field."""
    return [fact for fact in read(card(text, kind), 0) if fact.field == field or not field]


def told(text: str, field: str, kind: str = "") -> list[tuple[Value, int]]:
    """Return value and line of the stated facts of one field."""
    return [(f.value, f.location.span.line) for f in facts(text, field, kind) if f.state.value == "stated"]


def variants(text: str, field: str) -> list[tuple[str, Value]]:
    """Return variant and value of the facts of one field."""
    return [(fact.variant, fact.value) for fact in facts(text, field)]


def literal(text: str, fact: Fact) -> str:
    """Return what stands at the place of a fact that lies on one line."""
    span = fact.location.span
    assert span.line == span.end_line
    return dedent(text).split("\n")[span.line - 1][span.column - 1 : span.end_column - 1]
