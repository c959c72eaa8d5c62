"""Facts of the YAML block at the top of a card, by the keys that Hugging Face defines for models and data sets.

Keys: https://huggingface.co/docs/hub/model-cards and https://huggingface.co/docs/hub/datasets-cards.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.artifacts.interface import Node, Prose
from gpai_lint.evidence.interface import Fact, Method, State
from gpai_lint.evidence.licences.names import mentions, normalise
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.placeholders import state_of_value
from gpai_lint.evidence.prose.convert import plain_number
from gpai_lint.evidence.structured import items, says
from gpai_lint.evidence.values.dates import first_date
from gpai_lint.evidence.values.hub_names import name_of
from gpai_lint.evidence.values.modalities import PIPELINES
from gpai_lint.evidence.values.numbers import first_number
from gpai_lint.evidence.values.units import carbon_in_tonnes
from gpai_lint.location import Location

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.artifacts.interface import Artifact
    from gpai_lint.evidence.interface import Value

#: Keys outside the hub's definition that authors add, wherever they stand in the block, and what they mean.
_NUMBER_KEYS = {
    "num_tokens": ("data.tokens", "token"),
    "training_tokens": ("data.tokens", "token"),
    "total_tokens": ("data.tokens", "token"),
    "context_length": ("model.context_length", "token"),
    "context_window": ("model.context_length", "token"),
    "max_position_embeddings": ("model.context_length", "token"),
    "num_parameters": ("model.parameters_total", "parameter"),
    "parameters": ("model.parameters_total", "parameter"),
    "params": ("model.parameters_total", "parameter"),
    "model_size": ("model.parameters_total", "parameter"),
    "active_parameters": ("model.parameters_active", "parameter"),
}
_DATE_KEYS = {
    "release_date": "model.release_date",
    "date_released": "model.release_date",
    "knowledge_cutoff": "data.cutoff",
    "data_cutoff": "data.cutoff",
    "training_cutoff": "data.cutoff",
    "last_updated": "document.last_updated",
    "last_modified": "document.last_updated",
}
_TEXT_KEYS = {
    "model_name": "model.name",
    "model_creator": "provider.name",
    "developer": "provider.name",
    "developers": "provider.name",
    "developed_by": "provider.name",
    "organization": "provider.name",
    "organisation": "provider.name",
    "author": "provider.name",
    "contact": "provider.contact",
    "contact_email": "provider.contact",
    "intended_use": "use.intended",
    "intended_uses": "use.intended",
    "out_of_scope_use": "use.out_of_scope",
    "out_of_scope_uses": "use.out_of_scope",
    "limitations": "use.limitations",
    "architecture": "model.architecture",
}
_SEARCH_DEPTH = 3
#: What a key for data sets says of data without a name of its own.
_NAMELESS = Pattern(
    r"original|none|(?:a |our |my )?(?:custom|private|internal|proprietary|self[- ](?:collected|made|built)|in-?house)"
    r"(?:[-_ ](?:data(?:[-_ ]?sets?)?|corpus))?"
)
#: How many devices there were: "8 x A100".
_DEVICES = re.compile(r"(\d{1,5})\s?[x×]\s")


def read(artifact: Artifact, document: int) -> Iterator[Fact]:
    """Yield the facts of a card's front matter in order of their place."""
    prose = artifact.content
    if not isinstance(prose, Prose) or prose.front_matter is None or not isinstance(prose.front_matter.value, dict):
        return
    reader = _Reader(artifact, document, prose.front_matter.value)
    yield from sorted(reader.facts(), key=lambda fact: fact.location.span)


class _Reader:
    """Reads the keys of one block."""

    def __init__(self, artifact: Artifact, document: int, root: dict[str, Node]) -> None:
        self._path = artifact.path
        self._document = document
        self._root = root
        #: A demonstration has a name as well.
        self._is_of_model = artifact.kind == "model_card" and "sdk" not in root
        #: Whose licence the card names.
        self._subject = "data" if artifact.kind == "data_card" else ""

    def facts(self) -> Iterator[Fact]:
        yield from self._licence()
        yield from self._lists()
        yield from self._pipeline()
        yield from self._emissions()
        yield from self._distribution()
        if (name := self._root.get("name")) is not None and self._is_of_model and isinstance(name.value, str):
            yield self._fact("model.name", name.value.strip(), name)
        for node, key in _walk(self._root, 0):
            yield from self._extra(node, key)
        index = self._root.get("model-index")
        if index is not None and isinstance(index.value, list) and len(index.value) == 1:
            name = index.value[0].get("name")
            if name is not None and isinstance(name.value, str):
                yield self._fact("model.name", name.value, name)

    def _licence(self) -> Iterator[Fact]:
        for key in ("license", "license_name", "licence", "licenses"):
            for node in _scalars(self._root.get(key)):
                text = node.text or str(node.value)
                # "other" alone names no licence: the name and the link beside it do.
                if key == "license" and text.lower() == "other" and "license_name" in self._root:
                    continue
                fact = self._fact("distribution.licence", normalise(text) or text, node)
                # A value that only repeats its key is what a tool's template left; the hub's word for none is none.
                empty = text.lower() in {"license", "licence", "unknown"}
                yield fact._replace(state=State.PLACEHOLDER) if empty else fact
        for node in _scalars(self._root.get("license_link")):
            text = str(node.value)
            yield self._fact("distribution.licence_url", text, node)

    def _lists(self) -> Iterator[Fact]:
        for key in ("language", "languages"):
            node = self._root.get(key)
            # Older cards of data sets list the languages of each of their parts.
            parts = list(node.value.values()) if node is not None and isinstance(node.value, dict) else [node]
            # A model without a language of its own, such as one of molecules, has "none".
            codes = [code for part in parts for code in _names(part) if code.lower() != "none"]
            if node is not None and codes:
                yield self._fact("data.languages", list(dict.fromkeys(codes)), node)
        for key in ("datasets", "source_datasets", "pretty_name" if self._subject else ""):
            node = self._root.get(key)
            names = [name.removeprefix("extended|").removeprefix("other-") for name in _names(node)]
            named = [name for name in names if not _NAMELESS.fullmatch(name)]
            if node is not None and named:
                yield self._fact("data.datasets", named, node)
        relation = self._relation()
        for node in _scalars(self._root.get("base_model")):
            yield self._fact("model.base_model", [name_of(str(node.value))], node, formula=relation)
        for node in _scalars(self._root.get("size_categories")):
            if says(str(node.value)):
                yield self._fact("data.size", str(node.value), node)

    def _relation(self) -> str:
        """Return how the model was made of its base models, in the words of the hub; empty where nothing says it."""
        relation = self._root.get("base_model_relation")
        if relation is not None and isinstance(relation.value, str):
            return relation.value
        if _scalars(self._root.get("quantized_by")):
            return "quantized"
        tags = {text.lower() for text in _texts(self._root["tags"])} if "tags" in self._root else set()
        return "merge" if tags & {"merge", "mergekit"} and len(_scalars(self._root.get("base_model"))) > 1 else ""

    def _pipeline(self) -> Iterator[Fact]:
        tag = self._root.get("pipeline_tag")
        node = tag if tag is not None else self._evaluated_task() or self._tagged_task()
        if node is None or not isinstance(node.value, str) or node.value not in PIPELINES:
            return
        inputs, outputs = PIPELINES[node.value]
        if inputs:
            yield self._fact("model.input_modalities", list(inputs), node)
        if outputs:
            yield self._fact("model.output_modalities", list(outputs), node)

    def _tagged_task(self) -> Node | None:
        """Return the one tag that says what comes from what: "text-to-image"."""
        tasks = [node for node in _scalars(self._root.get("tags")) if node.text in PIPELINES and "-to-" in node.text]
        return tasks[0] if len({node.text for node in tasks}) == 1 else None

    def _evaluated_task(self) -> Node | None:
        """Return the one task that all results of the model are for; what does several things is told by no task."""
        tasks = [
            node
            for entry in items(self._root.get("model-index"))
            for result in items(entry.get("results"))
            if (task := result.get("task")) is not None and (node := task.get("type")) is not None
        ]
        return tasks[0] if len({node.text for node in tasks}) == 1 else None

    def _emissions(self) -> Iterator[Fact]:
        node = self._root.get("co2_eq_emissions")
        if node is None:
            return
        parts = node.value if isinstance(node.value, dict) else {"emissions": node}
        amount = parts.get("emissions")
        if amount is not None:
            grams = _number(amount)
            if grams is not None:
                # The hub's key holds grams; a text may name another unit.
                tonnes = grams / 1e6
                if isinstance(amount.value, str):
                    number = first_number(amount.text)
                    tonnes = (carbon_in_tonnes(number, amount.text) if number else None) or tonnes
                yield self._fact("training.carbon_tco2e", plain_number(tonnes), amount, unit="tCO2e")
        for key, field in (
            ("geographical_location", "training.location"),
            ("hardware_used", "training.hardware"),
            ("source", "training.energy_method"),
        ):
            for part in _scalars(parts.get(key)):
                yield self._fact(field, str(part.value), part)
        yield from self._measured(parts)

    def _measured(self, parts: dict[str, Node]) -> Iterator[Fact]:
        """Yield what CodeCarbon measured: the hours of all devices, and the energy, which it tells in kWh."""
        hours, hardware = parts.get("hours_used"), parts.get("hardware_used")
        devices = _DEVICES.match(hardware.text) if hardware is not None else None
        time = _number(hours) if hours is not None else None
        if hours is not None and devices and time:
            total = plain_number(time * int(devices[1]))
            fact = self._fact("training.gpu_hours", total, hours, unit="hour", formula="hours_used × devices")
            yield fact._replace(method=Method.DERIVED)
        energy, source = parts.get("energy_consumed"), parts.get("source")
        used = _number(energy) if energy is not None else None
        if energy is not None and used and source is not None and source.text.lower() == "codecarbon":
            yield self._fact("training.energy_mwh", plain_number(used / 1000), energy, unit="MWh", formula="kWh / 1000")

    def _distribution(self) -> Iterator[Fact]:
        for library in _scalars(self._root.get("library_name")):
            yield self._fact("use.required_software", str(library.value), library)
        for key in ("extra_gated_prompt", "extra_gated_description"):
            node = self._root.get(key)
            if node is None or not isinstance(node.value, str):
                continue
            if re.search(r"\buse policy\b", node.value, re.IGNORECASE):
                yield self._fact("use.acceptable_use_policy", " ".join(node.value.split())[:500], node)
            # Who asks for the weights accepts the licence that the prompt names first.
            named = [mention.id for mention in mentions(" ".join(node.value.split()))]
            if named:
                yield self._fact("distribution.licence", named[0], node)
        geography = self._root.get("extra_gated_eu_disallowed")
        if geography is not None and geography.value is True:
            yield self._fact("distribution.geography", "not offered in the European Union", geography)

    def _extra(self, node: Node, key: str) -> Iterator[Fact]:
        if key in _NUMBER_KEYS:
            field, unit = _NUMBER_KEYS[key]
            value = _number(node)
            if value is not None and value >= 16:
                yield self._fact(field, plain_number(value), node, unit=unit)
        elif key in _DATE_KEYS and not isinstance(node.value, (list, dict)):
            date = first_date(node.text or str(node.value))
            if date:
                yield self._fact(_DATE_KEYS[key], date.value, node)
        elif key in _TEXT_KEYS and isinstance(node.value, str) and node.value.strip():
            yield self._fact(_TEXT_KEYS[key], node.value.strip(), node)

    def _fact(self, field: str, value: Value, node: Node, *, unit: str | None = None, formula: str = "") -> Fact:
        text = node.text if not isinstance(node.value, (list, dict)) else ", ".join(_texts(node))
        literal = " ".join((text or str(node.value)).split())[:1_000]
        state = State.STATED if field == "distribution.licence_url" else state_of_value(value, literal)
        location = Location(self._path, node.span, anchor=node.pointer)
        variant = self._subject if field.startswith("distribution.licence") else ""
        return Fact(
            field,
            value,
            literal,
            location,
            unit=unit,
            state=state,
            variant=variant,
            document=self._document,
            formula=formula,
        )


def _walk(root: dict[str, Node], depth: int) -> Iterator[tuple[Node, str]]:
    for key, node in root.items():
        if isinstance(node.value, dict):
            if depth < _SEARCH_DEPTH and key not in {"model-index", "widget", "co2_eq_emissions"}:
                yield from _walk(node.value, depth + 1)
        elif not isinstance(node.value, list):
            yield node, key.lower().replace("-", "_").replace(" ", "_")


def _scalars(node: Node | None) -> list[Node]:
    """Return the scalars of a value that may be one or a list of them; empty ones are left out."""
    if node is None:
        return []
    items = node.value if isinstance(node.value, list) else [node]
    return [item for item in items if not isinstance(item.value, (list, dict)) and item.value not in (None, "")]


def _names(node: Node | None) -> list[str]:
    """Return the texts of a value that name something."""
    return [text for item in _scalars(node) if says(text := item.text or str(item.value))]


def _texts(node: Node) -> list[str]:
    return [item.text or str(item.value) for item in _scalars(node)]


def _number(node: Node) -> float | None:
    if isinstance(node.value, bool):
        return None
    if isinstance(node.value, (int, float)):
        return float(node.value)
    number = first_number(node.text) if isinstance(node.value, str) else None
    return number.value if number else None
