"""Reads ``training-summary.yaml``: the public summary of training content as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gpai_lint.artifacts.interface import Structured
from gpai_lint.evidence.forms.form_facts import choice, listed, named, statement
from gpai_lint.evidence.forms.schema import written
from gpai_lint.evidence.prose.convert import plain_number
from gpai_lint.evidence.structured import FactBuilder, items, strings
from gpai_lint.evidence.values.languages import languages_in
from gpai_lint.evidence.values.numbers import first_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.artifacts.interface import Artifact, Node
    from gpai_lint.evidence.interface import Fact

SCHEMA: Final = "training-summary"

_UNITS: Final = {"text": "token", "image": "image", "audio": "hour", "video": "hour"}
_TEXTS: Final = {
    "summary_version": "document.version",
    "other_characteristics": "data.scope",
    "reservation_measures": "copyright.reservation_measures",
    "illegal_content_measures": "data.illegal_content_measures",
    "other_information": "document.other_information",
}
#: Groups and their keys: the field, and how it is read.
_GROUPS: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "public_datasets": {
        "used": ("data.public_datasets_used", "choice"),
        "modalities": ("data.public_datasets_modalities", "list"),
        "large": ("data.datasets", "names"),
        "others": ("data.public_datasets_description", "text"),
    },
    "licensed_data": {
        "used": ("data.licensed_used", "choice"),
        "modalities": ("data.licensed_modalities", "list"),
    },
    "private_third_party_data": {
        "used": ("data.private_third_party_used", "choice"),
        "modalities": ("data.private_third_party_modalities", "list"),
        "known": ("data.private_third_party_datasets", "text"),
        "description": ("data.private_third_party_description", "text"),
    },
    "crawled_data": {
        "used": ("data.crawlers_used", "choice"),
        "crawlers": ("data.crawler_names", "list"),
        "purposes": ("data.crawler_purposes", "text"),
        "behaviour": ("data.crawler_behaviour", "text"),
        "period": ("data.collection_period", "text"),
        "content": ("data.crawled_content", "text"),
        "modalities": ("data.crawled_modalities", "list"),
        "domains": ("data.top_domains", "text"),
    },
    "user_data": {
        "interactions": ("data.user_interactions_used", "choice"),
        "services": ("data.service_data_used", "choice"),
        "description": ("data.user_data_services", "text"),
        "modalities": ("data.user_data_modalities", "list"),
    },
    "synthetic_data": {
        "used": ("data.synthetic_used", "choice"),
        "modalities": ("data.synthetic_modalities", "list"),
        "market_models": ("data.synthetic_models", "names"),
        "other_models": ("data.synthetic_other_models", "text"),
    },
    "other_sources": {
        "used": ("data.other_sources_used", "choice"),
        "description": ("data.other_sources", "text"),
    },
}


def read(artifact: Artifact, document: int) -> Iterator[Fact]:
    """Yield the facts of a summary in order of its keys; nothing for any other artifact."""
    content = artifact.content
    if artifact.kind != "training_content_summary" or not isinstance(content, Structured):
        return
    if isinstance(content.root.value, dict):
        build = FactBuilder(artifact, document)
        for key, node in content.root.value.items():
            yield from _facts(build, key, node)


def _facts(build: FactBuilder, key: str, node: Node) -> Iterator[Fact]:
    if key in _TEXTS:
        yield from statement(build, _TEXTS[key], node)
    elif key in _GROUPS:
        yield from _group(build, _GROUPS[key], node)
    elif key == "last_updated":
        yield from build.date("document.last_updated", node)
    elif key == "provider":
        yield from _provider(build, node)
    elif key == "authorised_representative":
        yield from statement(build, "provider.authorised_representative", node)
    elif key == "model_names":
        yield from statement(build, "model.name", node)
    elif key == "base_models":
        yield from named(build, "model.base_model", node)
    elif key == "union_market_date":
        for item in items(node):
            yield from build.date("model.union_market_date", item)
    elif key == "modalities":
        yield from _modalities(build, node)
    elif key == "data_cutoff":
        yield from build.date("data.cutoff", node)
    elif key == "continuous_training":
        yield from choice(build, "data.continuous_training", node)
    elif key == "languages":
        yield from _languages(build, node)
    elif key == "code_signatory":
        yield from choice(build, "provider.code_signatory", node)


def _group(build: FactBuilder, keys: dict[str, tuple[str, str]], node: Node) -> Iterator[Fact]:
    if not isinstance(node.value, dict):
        return
    for key, child in node.value.items():
        field, kind = keys.get(key, ("", ""))
        if kind == "choice":
            yield from choice(build, field, child)
        elif kind == "list":
            yield from listed(build, field, child)
        elif kind == "names":
            yield from named(build, field, child)
        elif kind == "text":
            yield from statement(build, field, child)


def _provider(build: FactBuilder, node: Node) -> Iterator[Fact]:
    name, contact = node.get("name"), node.get("contact")
    yield from statement(build, "provider.name", name if name is not None else node)
    for item in items(contact):
        yield from statement(build, "provider.contact", item)


def _modalities(build: FactBuilder, node: Node) -> Iterator[Fact]:
    if not isinstance(node.value, dict):
        return
    if node.value:
        yield build.fact("data.modalities", list(node.value), node)
    for modality, part in node.value.items():
        about = build.about(modality)
        size, measure, content = part.get("size"), part.get("measure"), part.get("content")
        for text in strings(size)[:1]:
            if size is not None:
                yield about.fact("data.size_band", text, size, unit=_UNITS.get(modality))
        if measure is not None:
            yield from statement(about, "data.size", measure)
            text = written(measure)
            number = first_number(text)
            if modality == "text" and number is not None and "token" in text[number.end :].lower():
                yield about.fact("data.tokens", plain_number(number.value), measure, unit="token")
        if content is not None:
            yield from statement(about, "data.content_types", content)


def _languages(build: FactBuilder, node: Node) -> Iterator[Fact]:
    """Yield the languages as a list of codes: those listed, those that a description names, or the description."""
    if isinstance(node.value, list):
        yield from listed(build, "data.languages", node)
        return
    text = written(node)
    codes = [code for _, _, code in languages_in(text)]
    if text:
        yield build.fact("data.languages", codes or [text[:200]], node)
