"""Reads CycloneDX 1.5 to 1.7 bills of materials: the components that are machine-learning models, and their data.

Schema: https://cyclonedx.org/docs/1.7/json/
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.evidence.structured import FactBuilder, amount, first, items, strings, tidy
from gpai_lint.evidence.values.modalities import modalities_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.artifacts.interface import Node
    from gpai_lint.evidence.interface import Fact

_MODEL = "machine-learning-model"
_MAX_DEPTH = 5
#: What the last part of a property's name means; such names are conventions of their generators.
_NUMBERS = {
    "contextlength": ("model.context_length", "token"),
    "contextwindow": ("model.context_length", "token"),
    "maxpositionembeddings": ("model.context_length", "token"),
    "parametercount": ("model.parameters_total", "parameter"),
    "numparameters": ("model.parameters_total", "parameter"),
    "totalparameters": ("model.parameters_total", "parameter"),
    "trainingtokens": ("data.tokens", "token"),
    "trainingcomputeflop": ("training.compute_flop", "FLOP"),
    "trainingflop": ("training.compute_flop", "FLOP"),
    "trainingflops": ("training.compute_flop", "FLOP"),
}
_DATES = {
    "knowledgecutoff": "data.cutoff",
    "datacutoff": "data.cutoff",
    "releasedate": "model.release_date",
    "unionmarketdate": "model.union_market_date",
}
_TEXTS = {"basemodel": "model.base_model", "typeofmodel": "model.architecture", "limitation": "use.limitations"}


def recognises(root: Node) -> bool:
    """Tell whether a document is a CycloneDX bill of materials."""
    return strings(root.get("bomFormat")) == ["CycloneDX"]


def read(root: Node, facts: FactBuilder) -> Iterator[Fact]:
    """Yield the facts of the models among the components."""
    components = list(_components(root))
    models = [component for component in components if strings(component.get("type")) == [_MODEL]]
    by_reference = {text: component for component in components for text in strings(component.get("bom-ref"))}
    for component in models:
        name = next(iter(strings(component.get("name"))), "") if len(models) > 1 else ""
        reader = _Model(component, by_reference, facts.about(name))
        yield from reader.facts()


def _components(root: Node) -> Iterator[Node]:
    waiting = [(node, 0) for node in [root.get("metadata", "component"), *items(root.get("components"))]]
    while waiting:
        node, depth = waiting.pop(0)
        if node is None or not isinstance(node.value, dict):
            continue
        yield node
        if depth < _MAX_DEPTH:
            waiting += [(child, depth + 1) for child in items(node.get("components"))]


class _Model:
    """Reads one component."""

    def __init__(self, component: Node, components: dict[str, Node], builder: FactBuilder) -> None:
        self.component = component
        self.components = components
        self.builder = builder
        self.card = component.get("modelCard")

    def facts(self) -> Iterator[Fact]:
        """Yield all that the component says."""
        component, builder = self.component, self.builder
        yield from builder.text("model.name", component.get("name"))
        manufacturer, supplier = component.get("manufacturer"), component.get("supplier")
        named = first(manufacturer, "name") or first(component, "publisher", "author") or first(supplier, "name")
        yield from builder.text("provider.name", named)
        for contact in items(first(manufacturer, "contact") or first(supplier, "contact")):
            yield from builder.text("provider.contact", first(contact, "email", "phone"))
        for choice in items(component.get("licenses")):
            yield from builder.licence(first(choice, "expression") or first(choice.get("license"), "id", "name"))
            yield from builder.text("distribution.licence_url", first(choice.get("license"), "url"))
        for digest in items(component.get("hashes")):
            content = digest.get("content")
            if content is not None and content.text:
                algorithm = "".join(strings(digest.get("alg")))
                yield builder.fact("model.authenticity", f"{algorithm}:{content.text}", content)
        for reference in items(component.get("externalReferences")):
            if strings(reference.get("type")) == ["distribution"]:
                yield from builder.listed("distribution.channels", reference.get("url"))
        for ancestor in items(component.get("pedigree", "ancestors")):
            yield from builder.listed("model.base_model", ancestor.get("name"))
        yield from self._parameters()
        yield from self._considerations()
        for holder in (component, self.card):
            yield from self._properties(holder)

    def _parameters(self) -> Iterator[Fact]:
        parameters = first(self.card, "modelParameters")
        architecture = first(parameters, "modelArchitecture") or first(parameters, "architectureFamily")
        yield from self.builder.text("model.architecture", architecture)
        for field, key in (("model.input_modalities", "inputs"), ("model.output_modalities", "outputs")):
            node = first(parameters, key)
            formats = " ".join(text for entry in items(node) for text in strings(entry.get("format")))
            if node is not None and modalities_in(formats):
                yield self.builder.fact(field, modalities_in(formats), node)
        for entry in items(first(parameters, "datasets")):
            reference = strings(entry.get("ref"))
            data = self.components.get(reference[0], entry) if reference else entry
            yield from self.builder.listed("data.datasets", data.get("name"))

    def _considerations(self) -> Iterator[Fact]:
        considerations = first(self.card, "considerations")
        yield from self.builder.text("use.intended", first(considerations, "useCases"))
        yield from self.builder.text("use.intended", first(considerations, "users"))
        yield from self.builder.text("use.limitations", first(considerations, "technicalLimitations"))
        environment = first(considerations, "environmentalConsiderations")
        trainings = [
            entry
            for entry in items(first(environment, "energyConsumptions"))
            if strings(entry.get("activity")) == ["training"]
        ]
        yield from self._sum("training.energy_mwh", "MWh", trainings, "activityEnergyCost", {"kwh": 1e-3})
        yield from self._sum("training.carbon_tco2e", "tCO2e", trainings, "co2CostEquivalent", {"tco2eq": 1})
        for provider in (provider for entry in trainings for provider in items(entry.get("energyProviders"))):
            address = first(provider.get("organization"), "address")
            place = [text for key in ("locality", "region", "country") for text in strings(first(address, key))]
            if address is not None and place:
                yield self.builder.fact("training.location", ", ".join(place), address)

    def _sum(self, field: str, unit: str, entries: list[Node], key: str, factors: dict[str, float]) -> Iterator[Fact]:
        """Yield the sum of a quantity over the activities that have it in a known unit."""
        found: list[tuple[Node, float]] = []
        for entry in entries:
            node, units = entry.get(key, "value"), strings(entry.get(key, "unit"))
            factor = factors.get(units[0].lower()) if units else None
            value = amount(node)
            if node is not None and value is not None and factor:
                found.append((node, value * factor))
        if found:
            total = tidy(sum(value for _, value in found))
            formula = "" if len(found) == 1 else f"sum of {len(found)} training activities"
            yield self.builder.fact(field, total, found[0][0], unit=unit, formula=formula)

    def _properties(self, holder: Node | None) -> Iterator[Fact]:
        for entry in items(holder.get("properties") if holder is not None else None):
            value = entry.get("value")
            for name in strings(entry.get("name")):
                key = re.sub(r"[^a-z]", "", re.split(r"[:/]", name)[-1].lower())
                if key in _NUMBERS:
                    field, unit = _NUMBERS[key]
                    yield from self.builder.number(field, value, unit)
                elif key in _DATES:
                    yield from self.builder.date(_DATES[key], value)
                elif key in _TEXTS:
                    yield from self.builder.text(_TEXTS[key], value)
