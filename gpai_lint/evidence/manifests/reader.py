"""Reads manifests: each format is told by its keys, whatever the file is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.artifacts.interface import Prose, Structured
from gpai_lint.evidence.manifests import (
    citation,
    croissant,
    cyclonedx,
    dataset_info,
    disclosure,
    hub,
    model_registry,
    openness_framework,
    provenance_standards,
    spdx,
)
from gpai_lint.evidence.structured import FactBuilder, says

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gpai_lint.artifacts.interface import Artifact
    from gpai_lint.evidence.interface import Fact

#: The formats; the first that recognises a document reads it.
_FORMATS = (
    croissant,
    provenance_standards,
    spdx,
    cyclonedx,
    openness_framework,
    disclosure,
    hub,
    model_registry,
    dataset_info,
)
_KINDS = frozenset({"provenance_manifest", "hub_metadata", "other"})


def read(artifact: Artifact, document: int) -> Iterable[Fact]:
    """Yield the facts of a manifest in the order of their places; nothing for other artifacts."""
    facts = FactBuilder(artifact, document)
    found: Iterable[Fact] = ()
    content = artifact.content
    if isinstance(content, Structured):
        if artifact.kind == "citation":
            found = citation.read(content.root, facts)
        elif artifact.kind in _KINDS:
            form = next((form for form in _FORMATS if form.recognises(content.root)), None)
            found = form.read(content.root, facts) if form else ()
    elif isinstance(content, Prose) and content.front_matter is not None and artifact.kind == "data_card":
        found = dataset_info.read(content.front_matter, facts) if dataset_info.recognises(content.front_matter) else ()
    yield from sorted(_saying(found), key=lambda fact: (fact.location.span, fact.field))


def _saying(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield the facts without the values that state nothing."""
    for fact in facts:
        if isinstance(fact.value, list):
            values = [value for value in fact.value if says(value)]
            if values:
                yield fact if values == fact.value else fact._replace(value=values)
        elif not isinstance(fact.value, str) or says(fact.value):
            yield fact
