"""Reads the manifests of the Model Openness Framework: which components of a model are released, under which licences.

Schema: https://github.com/lfai/model_openness_tool
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.evidence.structured import FactBuilder, first, items, strings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.artifacts.interface import Node
    from gpai_lint.evidence.interface import Fact


def recognises(root: Node) -> bool:
    """Tell whether a document names the framework and describes a release."""
    return strings(root.get("framework", "name")) == ["Model Openness Framework"] and root.get("release") is not None


def read(root: Node, facts: FactBuilder) -> Iterator[Fact]:
    """Yield the facts of a release; its date is the manifest's, not the model's."""
    release = root.get("release")
    yield from facts.text("model.name", first(release, "name"))
    yield from facts.text("model.architecture", first(release, "architecture"))
    # A model that was trained from nothing is often given as its own origin.
    if strings(first(release, "origin")) != strings(first(release, "name")):
        yield from facts.listed("model.base_model", first(release, "origin"))
    yield from facts.text("provider.name", first(release, "producer"))
    yield from facts.text("provider.contact", first(release, "contact"))
    yield from facts.listed("distribution.channels", first(release, "huggingface"))
    yield from facts.listed("distribution.channels", first(release, "repository"))
    licences = first(release, "license")
    for part, subject in (("distribution", ""), ("code", "code"), ("data", "data")):
        yield from facts.licence(first(first(licences, part), "name"), subject)
    components = first(release, "components")
    names = [name for component in items(components) for name in strings(component.get("name"))]
    if components is not None and names:
        yield facts.fact("distribution.additional_assets", names, components)
