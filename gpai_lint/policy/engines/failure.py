"""Turn what engines say of a failure into an error that shows the place in the Rego source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from gpai_lint.errors import EngineError, PackError
from gpai_lint.location import Location, Span
from gpai_lint.policy.engines.wording import reworded
from gpai_lint.policy.rego_source import excerpt

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from gpai_lint.policy.interface import Module

    #: Maps a place as OPA names it (file, row, column) to a module of ours, None for what is none.
    Locate = Callable[[str, int, int], tuple[Module, int, int] | None]

Failure = TypeVar("Failure", PackError, EngineError)


def at_place(
    kind: type[Failure], message: str, modules: Mapping[str, Module], path: str, line: int, column: int
) -> Failure:
    """Return an error of a kind for a place in a module: its message names the package and shows the source line.

    ``modules`` maps paths to modules; ``column`` counts code points from 1.
    """
    message = reworded(message)
    module = modules.get(path)
    line, column = _within(module.source, line, column) if module is not None else (line, max(column, 1))
    place = Location(path, Span(line, column, line, column + 1))
    if module is None:
        return kind(f"{message}.", place)
    return kind(f"{message} (in {module.package}).{excerpt(module.source, line, column)}", place)


def _within(source: str, line: int, column: int) -> tuple[int, int]:
    """Return a place where there is something to see: of the end of a file, the end of what stands in it."""
    lines = source.rstrip().split("\n")
    if line > len(lines):
        return len(lines), len(lines[-1]) + 1
    return line, max(column, 1)


def of_opa(kind: type[Failure], message: str, place: Mapping[str, Any], locate: Locate) -> Failure:
    """Return an error of a kind for what OPA says, with its ``place`` (file, row, col) and those in its message."""

    def ours(file: str, row: int) -> str:
        there = locate(file, row, 1)
        return f"{there[0].path}:{there[1]}" if there else f"{file}:{row}"

    message = reworded(message, ours)
    file, row, column = str(place.get("file", "")), place.get("row", 1), place.get("col", 1)
    found = locate(file, row, column)
    if found is None:
        return kind(f"{message}.", Location(file, Span(row, column, row, column + 1)) if file else None)
    module, line, column = found
    return at_place(kind, message, {module.path: module}, module.path, line, column)
