"""Reads ``model-documentation.yaml``: the Model Documentation Form as data, each key an item of the form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gpai_lint.artifacts.interface import Structured
from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.forms.form_facts import is_none, listed, named, statement
from gpai_lint.evidence.interface import State
from gpai_lint.evidence.licences.names import normalise
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.placeholders import state_of
from gpai_lint.evidence.prose.convert import plain_number, readings
from gpai_lint.evidence.structured import FactBuilder, strings
from gpai_lint.evidence.values.numbers import first_number
from gpai_lint.evidence.values.units import carbon_in_tonnes, energy_in_mwh, operations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.artifacts.interface import Artifact, Node
    from gpai_lint.evidence.interface import Fact

SCHEMA: Final = "model-documentation"

#: Keys whose value is a text, with their fields.
_TEXTS: Final = {
    "provider": "provider.name",
    "contact": "provider.contact",
    "authorised_representative": "provider.authorised_representative",
    "model_name": "model.name",
    "document_version": "document.version",
    "architecture": "model.architecture",
    "parameters_range": "model.parameters_total",
    "licence_type": "distribution.licence_type",
    "design_specifications": "model.design_specifications",
    "acceptable_use_policy": "use.acceptable_use_policy",
    "intended_uses": "use.intended",
    "restricted_uses": "use.out_of_scope",
    "integration_types": "use.integration_types",
    "technical_means": "use.technical_means",
    "required_hardware": "use.required_hardware",
    "required_software": "use.required_software",
    "training_process": "training.process",
    "decision_rationale": "training.decisions",
    "data_selection": "data.statement",
    "data_scope": "data.scope",
    "data_curation": "data.curation",
    "unsuitable_source_measures": "data.unsuitable_source_measures",
    "bias_measures": "data.bias_measures",
    "training_time": "training.period",
    "training_time_range": "training.period",
    "training_hardware": "training.hardware",
    "training_compute_method": "training.compute_method",
    "training_energy_method": "training.energy_method",
    "inference_compute_method": "inference.compute_method",
}
_DATES: Final = {
    "last_updated": "document.last_updated",
    "release_date": "model.release_date",
    "union_market_date": "model.union_market_date",
    "data_cutoff": "data.cutoff",
}
_LISTS: Final = {
    "input_modalities": "model.input_modalities",
    "output_modalities": "model.output_modalities",
    "data_modalities": "data.modalities",
    "data_provenance": "data.provenance",
    "languages": "data.languages",
}
_NUMBERS: Final = {
    "parameters": "model.parameters_total",
    "parameters_active": "model.parameters_active",
    "gpu_hours": "training.gpu_hours",
    "training_compute": "training.compute_flop",
    "training_compute_magnitude": "training.compute_flop",
    "inference_compute": "inference.compute_flop",
}
_SIZES: Final = {"max_input": "model.context_length", "max_output": "model.max_output"}
#: Keys that ask for a date or a figure, with their fields.
_MEASURED: Final = {
    **_DATES,
    **_NUMBERS,
    **_SIZES,
    "data_points": "data.size",
    "data_points_rounded": "data.size",
    "training_energy": "training.energy_mwh",
    "carbon": "training.carbon_tco2e",
}
_TOKENS: Final = Pattern(r"tokens?\b")
_RATE: Final = Pattern(r"(?:/|\bper\b)\s?s(?![ -]?days?)")


def read(artifact: Artifact, document: int) -> Iterator[Fact]:
    """Yield the facts of a form in order of its keys; nothing for any other artifact."""
    content = artifact.content
    if artifact.kind != "model_documentation_form" or not isinstance(content, Structured):
        return
    if isinstance(content.root.value, dict):
        build = FactBuilder(artifact, document)
        keys = content.root.value
        for key, node in keys.items():
            if key == "training_compute_magnitude" and "training_compute" in keys:
                # The order of magnitude of a figure that stands beside it is told in words: it is no second figure.
                yield from statement(build, _NUMBERS[key], node)
            else:
                yield from _facts(build, key, node)


def _facts(build: FactBuilder, key: str, node: Node) -> Iterator[Fact]:
    written = written_number(node)
    if key in _MEASURED and written and state_of(written) is State.PLACEHOLDER:
        yield build.fact(_MEASURED[key], written, node)
    elif key in _TEXTS:
        yield from statement(build, _TEXTS[key], node)
    elif key in _DATES:
        yield from build.date(_DATES[key], node)
    elif key in _LISTS:
        yield from listed(build, _LISTS[key], node)
    elif key in _NUMBERS:
        yield from _number(build, _NUMBERS[key], node)
    elif key in _SIZES:
        yield from _size(build, _SIZES[key], node)
    elif key == "base_models":
        yield from named(build, "model.base_model", node)
    elif key in {"distribution_channels", "downstream_channels"}:
        yield from named(build, "distribution.channels", node)
    elif key == "additional_assets":
        yield from statement(build, "distribution.additional_assets", node)
    elif key == "authenticity":
        yield from statement(build, "model.authenticity", node)
    elif key == "licence":
        for text in strings(node)[:1]:
            yield build.fact("distribution.licence", normalise(text) or text, node)
    elif key == "licence_url":
        yield from build.text("distribution.licence_url", node)
    elif key in {"data_points", "data_points_rounded"}:
        yield from _points(build, node)
    elif key in {"training_energy", "carbon"}:
        yield from _converted(build, key, node)


def _number(build: FactBuilder, field: str, node: Node) -> Iterator[Fact]:
    """Yield a number, written as one or in words (``7.3B``); a rate (FLOP/s) is none, "N/A" is stated as it is."""
    rule = catalogue().fields[field]
    for text in strings(node)[:1]:
        number = first_number(text)
        value = number.value if number else None
        if number is not None and rule.unit == "FLOP":
            value = operations(number, text)
        if number is not None and value is not None and rule.plausible(value) and not _RATE.search(text, number.end):
            yield build.fact(field, plain_number(value), node, unit=rule.unit)
        elif is_none(text):
            yield build.fact(field, text, node)


def _size(build: FactBuilder, field: str, node: Node) -> Iterator[Fact]:
    """Yield the size of text in tokens; sizes of other modalities are stated as they are written."""
    parts = node.value.items() if isinstance(node.value, dict) else [("text", node)]
    for modality, part in parts:
        text = written_number(part)
        rule = catalogue().fields[field]
        found = readings(rule, text, "maximum size in tokens") if modality == "text" else []
        if found:
            yield build.fact(field, found[0].value, part, unit=rule.unit)
        elif text:
            yield build.fact(field, text, part, variant="" if modality == "text" else modality)


def _points(build: FactBuilder, node: Node) -> Iterator[Fact]:
    """Yield the amount of training data, in tokens where that is its unit."""
    parts = node.value.items() if isinstance(node.value, dict) else [("training", node)]
    for use, part in parts:
        text = written_number(part)
        number = first_number(text)
        if use == "training" and number is not None and _TOKENS.search(text, number.end):
            yield build.fact("data.tokens", plain_number(number.value), part, unit="token")
        elif text:
            yield build.fact("data.size", text, part, variant="" if use == "training" else use)


def _converted(build: FactBuilder, key: str, node: Node) -> Iterator[Fact]:
    """Yield energy in MWh or emissions in tonnes: a bare number is in these units, others are converted."""
    energy = key == "training_energy"
    field, unit = ("training.energy_mwh", "MWh") if energy else ("training.carbon_tco2e", "tCO2e")
    for text in strings(node)[:1]:
        number = first_number(text)
        if number is None:
            if is_none(text):
                yield build.fact(field, text, node)
            continue
        value = energy_in_mwh(number, text, "MWh") if energy else carbon_in_tonnes(number, text, "tCO2")
        if value is None and number.end == len(text.rstrip()):
            value = number.value
        if value is not None:
            yield build.fact(field, plain_number(value), node, unit=unit)


def written_number(node: Node) -> str:
    """Return a scalar as it is written, with the spaces of running text."""
    return "" if isinstance(node.value, (dict, list)) or node.value is None else " ".join(node.text.split())
