"""Reads disclosures of a model and of the data of each stage of its training, as providers publish them in JSON.

The document describes the ``model``, and beside it its stages, each with methods and their ``datasets``. The data sets
have the sources that the Commission's template for the summary of training content tells apart, in its words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.evidence.structured import FactBuilder, first, items, passage, strings, tidy
from gpai_lint.evidence.values.languages import code_of
from gpai_lint.evidence.values.modalities import modalities_in
from gpai_lint.evidence.values.numbers import first_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.artifacts.interface import Node
    from gpai_lint.evidence.interface import Fact

#: What a source of data begins with, and what that says of the training data.
_SOURCES = (
    ("public", "data.public_datasets_used"),
    ("private", "data.private_third_party_used"),
    ("web crawling", "data.crawlers_used"),
    ("synthetic", "data.synthetic_used"),
)
#: Questions that each data set answers with yes or no.
_ANSWERS = (("user_data", "data.user_data_used"), ("synthetic", "data.synthetic_used"))


def recognises(root: Node) -> bool:
    """Tell whether a document names a model with its developer and lists the data sets of a stage of its training."""
    body = _body(root)
    return bool(strings(body.get("model", "name")) and strings(body.get("model", "developer")) and _data_sets(body))


def read(root: Node, facts: FactBuilder) -> Iterator[Fact]:
    """Yield the facts of the model and of its training data."""
    body = _body(root)
    model = body.get("model")
    about = facts.about(next(iter(strings(first(model, "name"))), ""))
    yield from facts.date("document.last_updated", first(body, "timestamp"))
    yield from about.text("model.name", first(model, "name"))
    yield from about.text("provider.name", first(model, "developer"))
    yield from about.date("model.release_date", first(model, "release_date"))
    yield from about.text("use.intended", first(model, "intended_use"))
    yield from about.number("model.parameters_total", first(model, "approx_parameter_count"), "parameter")
    yield from about.number("model.parameters_active", first(model, "active_approx_parameter_count"), "parameter")
    yield from _architecture(first(model, "architecture"), about)
    licence = first(model, "license")
    yield from about.licence(first(licence, "type", "name") or licence)
    yield from about.text("distribution.licence_url", first(licence, "url"))
    yield from _data(_data_sets(body), about)


def _body(root: Node) -> Node:
    return root.get("disclosures") or root


def _data_sets(body: Node) -> list[Node]:
    stages = body.value.values() if isinstance(body.value, dict) else ()
    methods = [method for stage in stages for method in items(first(stage, "methods"))]
    return [row for method in methods for row in items(first(method, "datasets")) if strings(row.get("name"))]


def _architecture(node: Node | None, about: FactBuilder) -> Iterator[Fact]:
    if node is None:
        return
    parts = [f"{key.replace('_', ' ')}: {passage(part)}" for key, part in _scalars(node) if key != "context_length"]
    if parts:
        yield about.fact("model.architecture", ", ".join(parts), node)
    length = first(node, "context_length")
    number = first_number(length.text) if length is not None else None
    if length is not None and number is not None and number.value >= 1:
        # 128K tokens are 128 x 1,024 to some and 128,000 to others: the figure is kept as it is written.
        yield about.fact("model.context_length", tidy(number.value), length, unit="token")


def _scalars(node: Node) -> list[tuple[str, Node]]:
    rows = node.value.items() if isinstance(node.value, dict) else ()
    return [(key, part) for key, part in rows if not isinstance(part.value, (dict, list)) and part.text]


def _data(rows: list[Node], about: FactBuilder) -> Iterator[Fact]:
    names = [name for row in rows for name in strings(row.get("name"))]
    if names:
        yield about.fact("data.datasets", list(dict.fromkeys(names)), rows[0])
    spoken = [(node, code) for row in rows for node, code in _languages(first(row, "languages"))]
    if spoken:
        yield about.fact("data.languages", list(dict.fromkeys(code for _, code in spoken)), spoken[0][0])
    types = [node for row in rows if (node := first(row, "type")) is not None and modalities_in(passage(node))]
    if types:
        found = [modality for node in types for modality in modalities_in(passage(node))]
        yield about.fact("data.modalities", list(dict.fromkeys(found)), types[0])
    sources = [node for row in rows if (node := first(row, "data_provenance")) is not None]
    if sources:
        yield about.fact("data.provenance", list(dict.fromkeys(node.text for node in sources)), sources[0])
    said: set[str] = set()
    for beginning, field in _SOURCES:
        node = next((node for node in sources if node.text.lower().startswith(beginning)), None)
        if node is not None:
            said.add(field)
            yield about.fact(field, True, node)
    for key, field in _ANSWERS:
        answers = [node for row in rows if (node := first(row, key)) is not None]
        used = next((node for node in answers if node.text.lower() in {"yes", "true"}), None)
        if used is not None and field not in said:
            yield about.fact(field, True, used)
        elif used is None and answers and len(answers) == len(rows) and field not in said:
            yield about.fact(field, False, answers[0])


def _languages(node: Node | None) -> list[tuple[Node, str]]:
    codes = re.split(r"[,;\s]+", " ".join(strings(node)))
    return [(node, code) for text in codes if node is not None and (code := code_of(text)) and code != "un"]
