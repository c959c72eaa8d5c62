"""Reads SPDX 3.0 documents: AI packages and dataset packages with their licences and suppliers.

Specification: https://spdx.github.io/spdx-spec/v3.0.1/. Properties stand with their profile's prefix (``ai_domain``) in
the JSON serialisation and without it in some generators' output; both are read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.evidence.structured import FactBuilder, amount, first, items, strings, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gpai_lint.artifacts.interface import Node
    from gpai_lint.evidence.interface import Fact

_AI, _DATASET = "AIPackage", "DatasetPackage"
#: Megawatt hours per unit of energy.
_MWH = {"kilowatthour": 1e-3, "kwh": 1e-3, "megajoule": 1 / 3600}
#: Kinds of data sets that are kinds of content.
_MODALITIES = frozenset({"text", "image", "audio", "video"})
_LICENCE_RELATIONS = ("hasDeclaredLicense", "hasConcludedLicense")


def recognises(root: Node) -> bool:
    """Tell whether a document is a graph of SPDX 3 elements."""
    if any("spdx.org/rdf/3" in text for text in strings(root.get("@context"))):
        return True
    return any(_type(element) in {_AI, _DATASET} for element in _elements(root))


def read(root: Node, facts: FactBuilder) -> Iterator[Fact]:
    """Yield the facts of the packages."""
    graph = _Graph([element for element in _elements(root) if isinstance(element.value, dict)])
    models = [element for element in graph.elements if _type(element) == _AI]
    for package in models:
        # Several AI packages are several models, told apart by their names.
        name = next(iter(strings(package.get("name"))), "") if len(models) > 1 else ""
        yield from _model(package, graph, facts.about(name))
        yield from _licences(package, graph, facts.about(name), "")
    for package in graph.elements:
        if _type(package) == _DATASET and not graph.only_tests(package):
            yield from _dataset(package, facts)
            yield from _licences(package, graph, facts, "data")


class _Graph:
    """The elements of a document, by their ids, and the relationships between them."""

    def __init__(self, elements: Sequence[Node]) -> None:
        self.elements = elements
        self.by_id = {text: element for element in elements for text in strings(_id(element))}
        self._targets: dict[tuple[str, str], list[Node]] = {}
        self._uses: dict[str, set[str]] = {}
        for element in elements:
            for kind in strings(element.get("relationshipType"))[-1:]:
                for source in strings(element.get("from")):
                    self._targets.setdefault((source, kind), []).extend(items(element.get("to")))
                for target in strings(element.get("to")):
                    self._uses.setdefault(target, set()).add(kind)

    def targets(self, element: Node, kind: str) -> list[Node]:
        """Return what an element is related to."""
        return [target for own in strings(_id(element)) for target in self._targets.get((own, kind), [])]

    def only_tests(self, element: Node) -> bool:
        """Tell whether a data set is one that models are tested on and, for all that is said, not trained on."""
        uses = {kind for own in strings(_id(element)) for kind in self._uses.get(own, ())}
        return "testedOn" in uses and "trainedOn" not in uses


def _id(element: Node) -> Node | None:
    return first(element, "spdxId", "@id")


def _elements(root: Node) -> Sequence[Node]:
    """Return the elements of a document: of its graph, of the list that drafts of the format had, or itself."""
    return items(first(root, "@graph", "element")) or (root,)


def _type(element: Node) -> str:
    written = next(iter(strings(first(element, "type", "@type"))), "")
    return written.replace("/", "_").rpartition("_")[2]


def _get(element: Node | None, *names: str) -> Node | None:
    return first(element, *(f"{prefix}{name}" for name in names for prefix in ("ai_", "dataset_", "software_", "")))


def _model(package: Node, graph: _Graph, facts: FactBuilder) -> Iterator[Fact]:
    yield from facts.text("model.name", package.get("name"))
    for reference in items(first(package, "suppliedBy", "originatedBy")):
        agent = graph.by_id.get(reference.text, reference)
        yield from facts.text("provider.name", agent.get("name") if agent is not reference else None)
    yield from facts.date("model.release_date", package.get("releaseTime"))
    yield from facts.listed("distribution.channels", _get(package, "downloadLocation"))
    yield from facts.text("model.architecture", _get(package, "typeOfModel"))
    yield from facts.text("training.process", _get(package, "informationAboutTraining"))
    yield from facts.text("use.intended", _get(package, "informationAboutApplication"))
    yield from facts.text("use.limitations", _get(package, "limitation"))
    yield from facts.text("data.curation", _get(package, "modelDataPreprocessing"))
    for method in items(package.get("verifiedUsing")):
        for digest, algorithm in zip(strings(method.get("hashValue")), strings(method.get("algorithm")), strict=False):
            node = method.get("hashValue")
            if node is not None:
                yield facts.fact("model.authenticity", f"{algorithm}:{digest}", node)
    yield from _energy(_get(package, "energyConsumption"), facts)


def _energy(consumption: Node | None, facts: FactBuilder) -> Iterator[Fact]:
    """Yield the energy of training; that of fine-tuning and inference is another quantity."""
    entries = _get(consumption, "trainingEnergyConsumption")
    found = []
    for entry in items(entries):
        quantity, unit = _get(entry, "energyQuantity"), strings(_get(entry, "energyUnit"))
        factor = _MWH.get(unit[0].rpartition("/")[2].lower()) if unit else None
        value = amount(quantity)
        if quantity is not None and value is not None and factor:
            found.append((quantity, value * factor))
    if found and entries is not None:
        node = found[0][0] if len(found) == 1 else entries
        formula = "" if len(found) == 1 else f"sum of {len(found)} entries"
        total = tidy(sum(value for _, value in found))
        yield facts.fact("training.energy_mwh", total, node, unit="MWh", formula=formula)


def _dataset(package: Node, facts: FactBuilder) -> Iterator[Fact]:
    yield from facts.listed("data.datasets", package.get("name"))
    yield from facts.listed("data.provenance", _get(package, "dataCollectionProcess"))
    yield from facts.text("data.curation", _get(package, "dataPreprocessing"))
    yield from facts.text("data.personal_data", _get(package, "hasSensitivePersonalInformation"))
    yield from facts.text("data.personal_data", _get(package, "anonymizationMethodUsed"))
    size = _get(package, "datasetSize")
    if size is not None and amount(size):
        yield facts.fact("data.size", f"{size.text} (SPDX datasetSize)", size)
    kinds = _get(package, "datasetType")
    modalities = [kind for kind in strings(kinds) if kind in _MODALITIES]
    if kinds is not None and modalities:
        yield facts.fact("data.modalities", modalities, kinds)


def _licences(package: Node, graph: _Graph, facts: FactBuilder, subject: str) -> Iterator[Fact]:
    """Yield the licences of a package: the declared one, else the concluded one."""
    for relation in _LICENCE_RELATIONS:
        found = graph.targets(package, relation)
        for target in found:
            element = graph.by_id.get(target.text)
            named = first(element, "simplelicensing_licenseExpression", "licenseExpression")
            own_text = first(element, "simplelicensing_licenseText", "licenseText")
            if own_text is not None and named is None:
                yield from facts.about(subject or facts.variant).text("distribution.licence", own_text)
            else:
                yield from facts.licence(named or target, subject)
        if found:
            return
