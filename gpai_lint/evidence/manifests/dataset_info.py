"""Reads ``dataset_info`` of Hugging Face data-set cards and ``dataset_infos.json``: how large a data set is.

Keys: https://huggingface.co/docs/hub/datasets-cards
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.evidence.structured import FactBuilder, amount, first, items

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.artifacts.interface import Node
    from gpai_lint.evidence.interface import Fact


def recognises(root: Node) -> bool:
    """Tell whether a document holds the sizes of a data set's configurations."""
    return bool(_configurations(root))


def read(root: Node, facts: FactBuilder) -> Iterator[Fact]:
    """Yield the size of each configuration: its examples, and its bytes."""
    for configuration in _configurations(root):
        splits = configuration.get("splits")
        listed = list(splits.value.values()) if splits is not None and isinstance(splits.value, dict) else items(splits)
        counts = [count for split in listed if (count := amount(split.get("num_examples"))) is not None]
        size = amount(first(configuration, "dataset_size"))
        parts = [f"{sum(counts)} examples"] if counts else []
        parts += [f"{size} bytes"] if size else []
        node = splits if counts else first(configuration, "dataset_size")
        if parts and node is not None:
            yield facts.fact("data.size", ", ".join(parts), node)


def _configurations(root: Node) -> list[Node]:
    info = root.get("dataset_info")
    if info is not None:
        return [node for node in items(info) if node.get("splits") or node.get("dataset_size")]
    if not isinstance(root.value, dict):
        return []
    return [node for node in root.value.values() if node.get("splits") and node.get("dataset_size")]
