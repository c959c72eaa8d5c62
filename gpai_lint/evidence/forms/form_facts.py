"""What the readers of our own YAML forms share: statements, lists, names and choices as facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gpai_lint.evidence.forms.schema import written
from gpai_lint.evidence.interface import State
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.structured import items, strings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.artifacts.interface import Node
    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.structured import FactBuilder

_NONE: Final = Pattern(r"\W*(?:n\s?/?\s?a|none|not applicable|nil)\b")


def is_none(text: str) -> bool:
    """Return whether a text says that there is nothing to say."""
    return bool(_NONE.match(text)) and len(text) < 120


def statement(build: FactBuilder, field: str, node: Node) -> Iterator[Fact]:
    """Yield a fact for a node's whole text, whatever its structure."""
    text = written(node)
    if text:
        yield build.fact(field, text, node)


def listed(build: FactBuilder, field: str, node: Node, variant: str = "") -> Iterator[Fact]:
    """Yield a fact for a list of words."""
    values = strings(node)
    if values:
        yield build.fact(field, values, node, variant=variant)


def named(build: FactBuilder, field: str, node: Node) -> Iterator[Fact]:
    """Yield a fact for a list of names: texts, or mappings with a ``name``. An empty list or "N/A" means none."""
    values = [name for item in items(node) if (name := _name(item))]
    if values and not (len(values) == 1 and is_none(values[0])):
        yield build.fact(field, values, node)
    elif values or node.value == []:
        fact = build.fact(field, None, node)
        yield fact._replace(text=fact.text or "none")


def choice(build: FactBuilder, field: str, node: Node | None) -> Iterator[Fact]:
    """Yield a fact for an answer: true, false, or ``other``; any other word leaves it open."""
    if node is None or node.value is None:
        return
    words = node.value.strip().lower() if isinstance(node.value, str) else ""
    answer = {"yes": True, "no": False, "other": "other"}.get(words, node.value)
    if isinstance(answer, bool) or answer == "other":
        yield build.fact(field, answer, node)
    else:
        yield build.fact(field, None, node)._replace(state=State.PLACEHOLDER)


def _name(node: Node) -> str:
    inner = node.get("name")
    return written(inner if inner is not None else node)
