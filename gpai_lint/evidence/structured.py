"""Facts from the nodes of structured documents: each at the exact place of its value, anchored by its JSON pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.evidence.interface import Fact, Method, State
from gpai_lint.evidence.licences.names import normalise
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.placeholders import state_of_value
from gpai_lint.evidence.values.dates import first_date
from gpai_lint.location import Location

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gpai_lint.artifacts.interface import Artifact, Node
    from gpai_lint.evidence.interface import Value

_MAX_TEXT = 2_000
_MOST = 1e100
#: What generators write where nothing is known; it answers nothing.
_SILENT = Pattern(
    r"\W*(?:no ?assertion|unknown|unspecified|undisclosed|n/?a|pending evaluation|component not included"
    r"|(?:licen[sc]e )?not (?:specified|disclosed|provided|available|stated|given|declared))\W*"
)


class FactBuilder:
    """Makes the facts of one document.

    ``method`` is how its statements came to be known; ``variant`` is the member of a family that they are about.
    """

    def __init__(self, artifact: Artifact, document: int, method: Method = Method.DECLARED, variant: str = "") -> None:
        """Keep what all facts of the document share."""
        self.artifact = artifact
        self.document = document
        self.method = method
        self.variant = variant

    def about(self, variant: str) -> FactBuilder:
        """Return a builder for the facts about one member of a family."""
        return FactBuilder(self.artifact, self.document, self.method, variant)

    def fact(
        self,
        field: str,
        value: Value,
        node: Node,
        *,
        unit: str | None = None,
        method: Method | None = None,
        formula: str = "",
        variant: str | None = None,
    ) -> Fact:
        """Return one fact with the place of ``node``."""
        written = " ".join(passage(node).split())[:_MAX_TEXT]
        is_address = isinstance(value, str) and value.startswith("http")
        return Fact(
            field,
            value,
            written,
            Location(self.artifact.path, node.span, anchor=node.pointer),
            unit=unit,
            method=method or self.method,
            state=State.STATED if is_address else state_of_value(value, str(value)),
            variant=self.variant if variant is None else variant,
            document=self.document,
            formula=formula,
        )

    def text(self, field: str, *nodes: Node | None) -> Iterator[Fact]:
        """Yield a fact for each node that holds text, or a list of texts."""
        for node in nodes:
            value = " ".join("; ".join(strings(node)).split())[:_MAX_TEXT]
            if node is not None and value:
                yield self.fact(field, value, node)

    def listed(self, field: str, node: Node | None) -> Iterator[Fact]:
        """Yield one fact for the texts of a node: a list, or one text."""
        values = strings(node)
        if node is not None and values:
            yield self.fact(field, values, node)

    def date(self, field: str, node: Node | None) -> Iterator[Fact]:
        """Yield a fact for a date, to the precision that is stated."""
        for value in strings(node)[:1]:
            date = first_date(value)
            if node is not None and date:
                yield self.fact(field, date.value, node)

    def number(
        self, field: str, node: Node | None, unit: str, *, least: float = 1, factor: float = 1, formula: str = ""
    ) -> Iterator[Fact]:
        """Yield a fact for a number of at least ``least``, times ``factor``."""
        value = amount(node)
        if node is not None and value is not None and value >= least:
            yield self.fact(field, tidy(value * factor), node, unit=unit, formula=formula)

    def licence(self, node: Node | None, subject: str = "") -> Iterator[Fact]:
        """Yield the licence that a node names; ``subject`` is ``code`` or ``data`` where it is not the model's."""
        for value in strings(node)[:1]:
            if node is not None and value.lower() not in {"other", "none"} and says(value):
                identifier = normalise(value)
                variant = subject or self.variant
                yield self.fact("distribution.licence", identifier or value, node, variant=variant)
                if value.startswith(("https://", "http://")) and "//spdx.org/" not in value:
                    yield self.fact("distribution.licence_url", value, node, variant=variant)


def strings(node: Node | None) -> list[str]:
    """Return the texts and numbers of a node, as written: its own, or those of its list."""
    if node is None:
        return []
    items = node.value if isinstance(node.value, list) else [node]
    return [item.text.strip() for item in items if not isinstance(item.value, (dict, list, bool)) and item.text.strip()]


def says(text: str) -> bool:
    """Tell whether a text of a manifest states anything: ``NOASSERTION`` and the like do not."""
    return _SILENT.fullmatch(text) is None


def amount(node: Node | None) -> float | int | None:
    """Return the number that a node holds, as a number or as text; None for anything else, and for what counts nothing.

    Numbers beyond ``_MOST`` and NaN measure nothing, and would make every sum of them infinite.
    """
    if node is None or isinstance(node.value, bool):
        return None
    value = node.value
    if isinstance(value, str):
        try:
            value = tidy(float(value.strip()))
        except (ValueError, OverflowError):
            return None
    return value if isinstance(value, (int, float)) and -_MOST < value < _MOST else None


def tidy(value: float) -> float | int:
    """Return a whole number as an integer, and another without the noise of binary fractions."""
    if isinstance(value, int):
        return value
    return int(value) if abs(value) < 2**53 and value == int(value) else float(f"{value:.12g}")


def items(node: Node | None) -> Sequence[Node]:
    """Return the elements of a list; a single value counts as a list of one, nothing as an empty one."""
    if node is None or node.value is None:
        return ()
    return node.value if isinstance(node.value, list) else (node,)


def first(node: Node | None, *keys: str) -> Node | None:
    """Return the first of some keys that a mapping has with a value."""
    for key in keys:
        found = node.get(key) if node is not None else None
        if found is not None and found.value not in (None, "", []):
            return found
    return None


def passage(node: Node) -> str:
    """Return the text that a node was written as; of a list or a mapping the texts of its parts."""
    if isinstance(node.value, dict):
        return ", ".join(f"{key}: {passage(child)}" for key, child in node.value.items())
    if isinstance(node.value, list):
        return ", ".join(passage(child) for child in node.value[:100])
    return node.text
