"""Reads the YAML descriptions that model registries keep, each in keys of its own, by the words of the keys.

What is said of a part of a model (``Number of parameters (encoder)``) or of one file of weights is not said of the
model.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.artifacts.model_spec import (
    CONTEXT_LENGTH,
    LICENCE_KEYS,
    PARAMETERS,
    TASK_KEYS,
    is_model_spec,
    named_nodes,
)
from gpai_lint.evidence.licences.names import normalise
from gpai_lint.evidence.structured import first, says, strings
from gpai_lint.evidence.values.languages import languages_in
from gpai_lint.evidence.values.modalities import PIPELINES
from gpai_lint.evidence.values.numbers import first_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.artifacts.interface import Node
    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.structured import FactBuilder

#: The counts of the model itself stand at most one level down.
_DEPTH = 2
_LANGUAGES = re.compile(r"(?:supported )?languages?")
#: Tasks that registries call otherwise than pipelines are called.
_TASKS = {
    "speech-recognition": "automatic-speech-recognition",
    "text-prediction": "text-generation",
    "machine-translation": "translation",
    "image-generation": "text-to-image",
    "optical-character-recognition": "image-to-text",
}
#: What tasks that are no pipelines have in common: their output is a label, a place or a measure.
_JUDGING = re.compile(r"(?:.*-)?(?:classification|detection|segmentation|(?:re-?)?identification|estimation)")


def recognises(root: Node) -> bool:
    """Tell whether a document is the description of a model in a registry."""
    return is_model_spec(root)


def read(root: Node, facts: FactBuilder) -> Iterator[Fact]:
    """Yield the facts of a model's description."""
    yield from facts.text("model.name", _text(first(root, "name", "title")))
    yield from facts.text("provider.name", _text(first(root, "provider", "developer", "organization", "publisher")))
    yield from _licences(root, facts)
    yield from _task(_text(first(root, *TASK_KEYS)), facts)
    for key, node in named_nodes(root, _DEPTH):
        if PARAMETERS.fullmatch(key):
            yield from _number("model.parameters_total", "parameter", 1_000_000, node, facts)
        elif CONTEXT_LENGTH.fullmatch(key):
            yield from _number("model.context_length", "token", 16, node, facts)
        elif _LANGUAGES.fullmatch(key):
            named = languages_in(" ".join(strings(node)))
            if named:
                yield facts.fact("data.languages", list(dict.fromkeys(code for _, _, code in named)), node)


def _licences(root: Node, facts: FactBuilder) -> Iterator[Fact]:
    """Yield the licences that the keys name, and the addresses that they give of the licence's text.

    An address tells of no licence but where it is that of one that is known, and nothing where another key names it.
    """
    nodes = [item for key in LICENCE_KEYS for item in _each(root.get(key))]
    named = False
    for node in nodes:
        value = node.text.strip()
        identifier = normalise(value)
        if value.startswith(("https://", "http://")):
            yield facts.fact("distribution.licence_url", value, node)
            if identifier and not named:
                yield facts.fact("distribution.licence", identifier, node)
        elif value.lower() not in {"other", "none"} and says(value):
            named = True
            yield facts.fact("distribution.licence", identifier or value, node)


def _task(node: Node | None, facts: FactBuilder) -> Iterator[Fact]:
    """Yield the modalities of the task that a model is for."""
    for written in strings(node)[:1]:
        name = re.sub(r"[\s_]+", "-", written.lower())
        name = _TASKS.get(name, name)
        known = PIPELINES.get(name, ((), ("other",)) if _JUDGING.fullmatch(name) else ((), ()))
        for field, modalities in zip(("model.input_modalities", "model.output_modalities"), known, strict=True):
            if node is not None and modalities:
                yield facts.fact(field, list(modalities), node)


def _number(field: str, unit: str, least: float, node: Node, facts: FactBuilder) -> Iterator[Fact]:
    """Yield a fact for the one number that a text begins with."""
    number = first_number(node.text) if re.match(r"\W{0,2}\d", node.text) else None
    if number is not None and number.value >= least:
        yield facts.fact(field, int(number.value), node, unit=unit)


def _each(node: Node | None) -> list[Node]:
    """Return the texts of a node: itself, or the elements of its list."""
    nodes = node.value if node is not None and isinstance(node.value, list) else [node]
    return [each for each in nodes if each is not None and isinstance(each.value, str) and each.value.strip()]


def _text(node: Node | None) -> Node | None:
    return node if node is not None and isinstance(node.value, str) else None
