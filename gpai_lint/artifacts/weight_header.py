"""What the readers of weight files share: a header has no lines, so every value stands at the start of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.artifacts.interface import Node
from gpai_lint.artifacts.scalars import pointer_to
from gpai_lint.errors import ArtifactError
from gpai_lint.location import Location, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

START = Span(1, 1, 1, 1)


def tree(value: object, pointer: str = "") -> Node:
    """Return plain values as a tree whose nodes all stand at the start of the file."""
    if isinstance(value, dict):
        return Node(pointer, {key: tree(item, pointer_to(pointer, key)) for key, item in value.items()}, START)
    if isinstance(value, list):
        return Node(pointer, [tree(item, f"{pointer}/{index}") for index, item in enumerate(value)], START)
    if isinstance(value, float) and not abs(value) < float("inf"):
        value = str(value)  # neither NaN nor infinity is a number to reckon with
    if value is None or isinstance(value, str | int | float | bool):
        return Node(pointer, value, START, "" if value is None else str(value))
    raise TypeError(f"a header holds no {type(value).__name__}")


def malformed(path: str, message: str, anchor: str = "") -> ArtifactError:
    """Return the error for a header that breaks its format; ``anchor`` names the part."""
    return ArtifactError(message, Location(path, START, anchor=anchor))


def by_size(elements: Mapping[str, int]) -> dict[str, int]:
    """Return how many elements each type holds, the most frequent type first."""
    return dict(sorted(elements.items(), key=lambda item: (-item[1], item[0])))
