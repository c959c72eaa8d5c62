"""Reads data provenance metadata: source, provenance and use of a data set.

Specifications: the Data Provenance Standards 1.0.0 of the Data & Trust Alliance,
https://github.com/Data-and-Trust-Alliance/DPS, and what OASIS makes of them, Data Provenance Metadata 1.0,
https://github.com/oasis-tcs/dps, which has other names for some parts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.evidence.structured import FactBuilder, first, items, says, strings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.artifacts.interface import Node
    from gpai_lint.evidence.interface import Fact, Value

#: What the codes of collection methods begin with, and what that says of the training data.
_METHODS: tuple[tuple[str, str], ...] = (
    ("web-scraping-crawling", "data.crawlers_used"),
    ("machine-generated-mlops-synthetic", "data.synthetic_used"),
    ("machine-generated-mlops-generative", "data.synthetic_used"),
)
#: Where the means that protect personal data stand.
_PROTECTIONS = ("privacy-indicators", "privacy-enhancing", "data-risk-reducing")
_PERSONAL = frozenset({"pi", "pii", "pfi", "pci", "phi", "spi"})


def recognises(root: Node) -> bool:
    """Tell whether a document has the three parts of the standard and a part that only it has."""
    return (
        isinstance(root.value, dict)
        and {"source", "provenance", "use"} <= root.value.keys()
        and (root.get("provenance", "generation-method") or root.get("use", "intended-purpose")) is not None
    )


def read(root: Node, facts: FactBuilder) -> Iterator[Fact]:
    """Yield the facts of a data set."""
    provenance, use = root.get("provenance"), root.get("use")
    yield from facts.listed("data.datasets", first(root.get("source"), "title", "name"))
    methods = first(provenance, "generation-method")
    described = [_label(method) for method in items(methods)]
    if methods is not None and any(described):
        yield facts.fact("data.provenance", [text for text in described if text], methods)
    said: set[str] = set()
    for method in items(methods):
        code = method.get("code") or method
        for beginning, field in _METHODS:
            if code.text.startswith(beginning) and field not in said:
                said.add(field)
                yield facts.fact(field, True, code)
    period = first(provenance, "generation-period")
    start, end = (strings(first(period, name)) for name in ("start", "end"))
    if period is not None and start:
        yield facts.fact("data.collection_period", " to ".join([*start, *end]), period)
    countries = first(provenance, "origin-geography")
    named = (text for place in items(countries) for text in strings(place.get("country")))
    names = list(dict.fromkeys(filter(says, named)))
    if countries is not None and names:
        yield facts.fact("data.scope", f"data originate in {', '.join(names)}", countries)
    for licence in items(first(use, "license")):
        yield from facts.licence(licence.get("name") or licence, "data")
    yield from _personal(use, facts)


def _personal(use: Node | None, facts: FactBuilder) -> Iterator[Fact]:
    classes = first(use, "classification")
    personal = [item for item in items(classes) if (_regulation(item).get("code") or item).text.lower() in _PERSONAL]
    for verb, evaluated in (("contains", None), ("evaluated for", True)):
        labels = [_label(_regulation(item)) for item in personal if _evaluated(item) is evaluated]
        if classes is not None and labels:
            value: Value = f"{verb} {'; '.join(labels)}"
            yield facts.fact("data.personal_data", value, classes)
    for key in _PROTECTIONS:
        tools = first(use, key)
        applied = [_label(tool) for item in items(tools) if (tool := _tool(item)) is not None]
        if tools is not None and any(applied):
            yield facts.fact("data.personal_data", f"protected by {'; '.join(filter(None, applied))}", tools)


def _regulation(item: Node) -> Node:
    """Return what classifies personal data: a code of its own, or one of a regulation."""
    return item.get("regulation") or item


def _evaluated(item: Node) -> bool | None:
    """Return whether the data were evaluated to a classification; None where nothing says it."""
    node = item.get("evaluated")
    return node.value if node is not None and isinstance(node.value, bool) else None


def _tool(item: Node) -> Node | None:
    return first(item, "tool", "technology", "tool-category", "tool-used")


def _label(node: Node) -> str:
    """Return what a coded value says: its description, else its code."""
    return next(iter(strings(first(node, "description", "long-description", "code")) or strings(node)), "")
