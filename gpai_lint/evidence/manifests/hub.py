"""Reads the metadata that hubs keep beside a model: Azure's ``spec.yaml``, MLflow's ``MLmodel``, diffusers' index.

Schemas: https://azuremlschemas.azureedge.net/latest/model.schema.json, https://mlflow.org/docs/latest/ml/model/
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.evidence.interface import Method
from gpai_lint.evidence.structured import FactBuilder, first, strings
from gpai_lint.evidence.values.hub_names import name_of
from gpai_lint.evidence.values.modalities import PIPELINES, modalities_in
from gpai_lint.evidence.values.numbers import numbers_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.artifacts.interface import Node
    from gpai_lint.evidence.interface import Fact

#: What MLflow calls the flavours of models that are loaded with transformers.
_FLAVOURS = ("transformers", "hftransformersv2", "hftransformers")
#: A size in a one-line summary: "14B", "8 billion parameters".
_SIZE = re.compile(r"(?<![\w.-])\d+(?:\.\d+)?\s?(?:B|billion)\b", re.IGNORECASE)


def recognises(root: Node) -> bool:
    """Tell whether a document is one of the hubs'."""
    return _is_asset(root) or any(root.get(key) is not None for key in ("system_metadata", "flavors", "_class_name"))


def read(root: Node, facts: FactBuilder) -> Iterator[Fact]:
    """Yield the facts of a model's metadata."""
    yield from facts.number("model.weights_bytes", root.get("model_size_bytes"), "byte")
    pipeline = root.get("_class_name")
    if pipeline is not None and pipeline.text:
        yield facts.fact("model.architecture", pipeline.text, pipeline, method=Method.MEASURED)
    yield from _flavour(root, facts)
    system = root.get("system_metadata")
    if system is None:
        if _is_asset(root):
            yield from _tags(root, facts)
        return
    yield from facts.text("model.name", first(system, "displayName") or root.get("name"))
    yield from facts.text("provider.name", first(system, "publisher", "author"))
    yield from facts.licence(first(system, "license"))
    yield from facts.listed("data.languages", first(system, "languages"))
    for field, key in (
        ("model.input_modalities", "inputModalities"),
        ("model.output_modalities", "outputModalities"),
    ):
        node = first(system, key)
        modalities = modalities_in(" ".join(strings(node)))
        if node is not None and modalities:
            yield facts.fact(field, modalities, node)
    yield from facts.number("model.context_length", first(system, "textContextWindow"), "token", least=16)
    yield from facts.number("model.max_output", first(system, "maxOutputTokens"), "token", least=16)
    yield from facts.date("data.cutoff", first(system, "trainingDataDate"))
    yield from _size(first(system, "summary"), facts)


def _flavour(root: Node, facts: FactBuilder) -> Iterator[Fact]:
    """Yield what MLflow keeps of a model that it loads with transformers."""
    flavour = first(root.get("flavors"), *_FLAVOURS)
    measured = FactBuilder(facts.artifact, facts.document, Method.MEASURED, facts.variant)
    yield from measured.text("model.architecture", first(flavour, "pipeline_model_type"))
    yield from _task(first(flavour, "task", "task_type"), facts)
    version = first(flavour, "transformers_version")
    for written in strings(version):
        if version is not None:
            reason = "the version of the library that wrote the model"
            value = f"transformers {written}"
            yield facts.fact("use.required_software", value, version, method=Method.DERIVED, formula=reason)
    tuned = root.get("metadata", "is_finetuned_model")
    base = root.get("metadata", "base_model_name")
    if tuned is not None and tuned.value is True and base is not None and isinstance(base.value, str) and base.value:
        yield facts.fact("model.base_model", [name_of(base.value)], base)


def _is_asset(root: Node) -> bool:
    """Tell whether a document describes a model as Azure's registries do."""
    schema = root.get("$schema")
    return schema is not None and schema.text.endswith("model.schema.json") and "azureml" in schema.text


def _tags(root: Node, facts: FactBuilder) -> Iterator[Fact]:
    """Yield what the tags and properties of an asset say, where no ``system_metadata`` does."""
    tags, properties = root.get("tags"), root.get("properties")
    yield from facts.text("model.name", root.get("name"))
    yield from facts.text("provider.name", first(tags, "author", "publisher"))
    yield from facts.licence(first(tags, "license"))
    languages = first(properties, "languages") or first(tags, "languages")
    named = [part.strip() for written in strings(languages) for part in written.split(",") if part.strip()]
    if languages is not None and named:
        yield facts.fact("data.languages", named, languages)
    yield from _task(first(tags, "task"), facts)


def _task(task: Node | None, facts: FactBuilder) -> Iterator[Fact]:
    """Yield the modalities of the task that a model is loaded for."""
    for name in strings(task)[:1]:
        for field, modalities in zip(
            ("model.input_modalities", "model.output_modalities"), PIPELINES.get(name, ((), ())), strict=True
        ):
            if task is not None and modalities:
                yield facts.fact(field, list(modalities), task)


def _size(summary: Node | None, facts: FactBuilder) -> Iterator[Fact]:
    """Yield the size that a summary gives, if it gives one only."""
    found = _SIZE.findall(summary.text) if summary is not None else []
    numbers = numbers_in(found[0]) if len(found) == 1 else []
    if summary is not None and numbers:
        yield facts.fact("model.parameters_total", int(numbers[0].value), summary, unit="parameter")
