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
    for key in ("huggingface", "repository", "github"):
        yield from facts.listed("distribution.channels", first(release, key))
    components = _components(root)
    licences = first(release, "license")
    for part, subject in (("distribution", ""), ("code", "code"), ("data", "data")):
        named = first(first(licences, part), "name") or _licence_of(components, subject)
        yield from facts.licence(named, subject)
    names = list(components)
    listed = first(release, "components") or root.get("components")
    if listed is not None and names:
        yield facts.fact("distribution.additional_assets", names, listed)


def _components(root: Node) -> dict[str, Node]:
    """Return the components by name; older manifests have them beside the release, with their names as keys."""
    listed = first(root.get("release"), "components") or root.get("components")
    if listed is not None and isinstance(listed.value, dict):
        return listed.value
    return {name: component for component in items(listed) for name in strings(component.get("name"))}


def _licence_of(components: dict[str, Node], subject: str) -> Node | None:
    """Return the licence of the component that a subject is: of the weights, or of the data."""
    beginning = {"": "model parameters", "data": "datasets"}.get(subject)
    found = (part for name, part in components.items() if beginning and name.lower().startswith(beginning))
    licences = (first(part, "license", "license_name") for part in found)
    return next((node for node in licences if node is not None and node.text.lower() != "unlicensed"), None)
