"""Reads machine files: each kind by its own module."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.artifacts.interface import Structured
from gpai_lint.evidence.interface import Method
from gpai_lint.evidence.machine import emissions, model_config, weights
from gpai_lint.evidence.structured import FactBuilder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from gpai_lint.artifacts.interface import Artifact, Node
    from gpai_lint.evidence.interface import Fact

_BY_KIND: dict[str, Callable[[Node, FactBuilder], Iterator[Fact]]] = {
    "model_config": model_config.read,
    "weights_index": weights.read_index,
    "emissions_log": emissions.read,
}
_BY_FORMAT: dict[str, Callable[[Node, FactBuilder], Iterator[Fact]]] = {
    "safetensors": weights.read_safetensors,
    "gguf": weights.read_gguf,
    "lfs": weights.read_pointer,
}


def read(artifact: Artifact, document: int) -> Iterable[Fact]:
    """Yield the facts of a configuration, an index, a header, a pointer or a log; nothing for other artifacts."""
    if not isinstance(artifact.content, Structured):
        return
    reader = _BY_FORMAT.get(artifact.format) or _BY_KIND.get(artifact.kind)
    if reader is not None:
        part = ""
        if artifact.kind in {"weights", "weights_index"}:
            part = weights.part_of(artifact.path)
        elif artifact.kind == "model_config":
            part = weights.component_of(artifact.path)
        yield from reader(artifact.content.root, FactBuilder(artifact, document, Method.MEASURED, part))
