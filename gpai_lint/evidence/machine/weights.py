"""Reads what weights say of themselves: indexes, headers of safetensors and GGUF files, and Git LFS pointers."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from gpai_lint.evidence.interface import Method
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.structured import FactBuilder, amount, first, strings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.artifacts.interface import Node
    from gpai_lint.evidence.interface import Fact

_SHARD = re.compile(r"[-_.](\d{1,5})-of-(\d{1,5})\b")
#: Directories of a pipeline whose weights are a part of the model.
_COMPONENT = re.compile(
    r"(?:text|image|audio|vision)_(?:encoder|tokenizer|model)(?:_\d)?|vae|unet|prior|decoder|transformer(?:_\d)?"
    r"|controlnet|safety_checker|vocoder|vqvae|projection_model|feature_extractor"
)
#: Weights that are not the model: what is added to another one, and the state of a run.
_ADDED = Pattern(r"(?:adapter|lora)\w*")
_STATE = Pattern(r"(?:training_args|optimizer|scheduler|rng_state|scaler|trainer_state)\w*")


def component_of(path: str) -> str:
    """Return which component of a pipeline the directory of a file holds, empty if it holds none."""
    directory = PurePosixPath(path).parent.name
    return directory if _COMPONENT.fullmatch(directory) else ""


def part_of(path: str) -> str:
    """Return which part of a model the file holds, empty if it holds all of it."""
    file = PurePosixPath(path)
    shard = _SHARD.search(file.name)
    component = component_of(path)
    added = _ADDED.match(file.name)
    parts = [component, added[0].lower() if added else "", f"part {int(shard[1])} of {int(shard[2])}" if shard else ""]
    return " ".join(part for part in parts if part)


def read_index(root: Node, facts: FactBuilder) -> Iterator[Fact]:
    """Yield the size and the parameters of all the weights that an index lists."""
    metadata = root.get("metadata")
    yield from facts.number("model.weights_bytes", first(metadata, "total_size"), "byte")
    yield from facts.number("model.parameters_total", first(metadata, "total_parameters"), "parameter")


def read_pointer(root: Node, facts: FactBuilder) -> Iterator[Fact]:
    """Yield the digest and the size of the file that a pointer stands for."""
    if _STATE.match(PurePosixPath(facts.artifact.path).name):
        return
    yield from facts.text("model.authenticity", root.get("oid"))
    yield from facts.number("model.weights_bytes", root.get("size"), "byte")


def read_safetensors(root: Node, facts: FactBuilder) -> Iterator[Fact]:
    """Yield the size, the parameters and the type of the weights, and what the metadata says.

    Metadata by https://github.com/Stability-AI/ModelSpec. Where weights are packed into integers the elements are not
    counted as parameters.
    """
    yield from facts.number("model.weights_bytes", root.get("bytes"), "byte")
    packed = root.get("packed")
    if packed is None or not packed.value:
        reason = "the sum of the products of the tensors' shapes"
        yield from facts.number("model.parameters_total", root.get("parameters"), "parameter", formula=reason)
    yield from _types(root, facts)
    metadata = root.get("__metadata__")
    said = FactBuilder(facts.artifact, facts.document, Method.DECLARED, facts.variant)
    yield from said.text("model.name", first(metadata, "modelspec.title"))
    yield from said.text("provider.name", first(metadata, "modelspec.author"))
    yield from said.text("model.architecture", first(metadata, "modelspec.architecture"))
    yield from said.licence(first(metadata, "modelspec.license"))


def read_gguf(root: Node, facts: FactBuilder) -> Iterator[Fact]:
    """Yield what a GGUF header says, by https://github.com/ggml-org/ggml/blob/master/docs/gguf.md."""
    metadata = root.get("metadata")
    kind = "".join(strings(first(metadata, "general.type")))
    if not facts.variant and (
        kind not in {"", "model"} or strings(first(metadata, "general.architecture")) == ["clip"]
    ):
        # An adapter, or the encoder that shows images to a model, is not the model.
        facts = facts.about(kind if kind not in {"", "model"} else "mmproj")
    said = FactBuilder(facts.artifact, facts.document, Method.DECLARED, facts.variant)
    yield from said.text("model.name", first(metadata, "general.name"))
    yield from said.text("provider.name", first(metadata, "general.organization", "general.author"))
    yield from said.licence(first(metadata, "general.license", "general.license.name"))
    yield from said.text("distribution.licence_url", first(metadata, "general.license.link"))
    yield from said.listed("data.languages", first(metadata, "general.languages"))
    yield from said.listed("data.datasets", first(metadata, "general.datasets"))
    base = first(metadata, "general.base_model.0.repo_url", "general.base_model.0.name")
    yield from said.listed("model.base_model", base)
    architecture = first(metadata, "general.architecture")
    yield from facts.text("model.architecture", architecture)
    for name in strings(architecture):
        context = first(metadata, f"{name}.context_length")
        yield from facts.number("model.context_length", context, "token", least=16)
        experts, used = first(metadata, f"{name}.expert_count"), first(metadata, f"{name}.expert_used_count")
        if (amount(experts) or 0) > 1:
            yield from facts.number("model.experts", experts, "expert")
            yield from facts.number("model.experts_active", used, "expert")
    reason = "the sum of the products of the tensors' dimensions"
    yield from facts.number("model.parameters_total", root.get("parameters"), "parameter", formula=reason)
    yield from _types(root, facts)
    if facts.artifact.size:
        yield facts.fact("model.weights_bytes", facts.artifact.size, root, unit="byte", formula="the size of the file")


def _types(root: Node, facts: FactBuilder) -> Iterator[Fact]:
    """Yield the type in which most of the weights are stored."""
    elements = root.get("elements")
    if elements is not None and isinstance(elements.value, dict) and elements.value:
        name, node = next(iter(elements.value.items()))
        yield facts.fact("model.weights_dtype", name, node, formula="the type of most elements")
