"""Turn what engines say of a failure into an error that shows the place in the Rego source."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from gpai_lint.errors import EngineError, PackError
from gpai_lint.location import Location, Span
from gpai_lint.policy.rego_source import excerpt

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gpai_lint.policy.interface import Module

Failure = TypeVar("Failure", PackError, EngineError)


def at_place(
    kind: type[Failure], message: str, modules: Mapping[str, Module], path: str, line: int, column: int
) -> Failure:
    """Return an error of a kind for a place in a module: its message names the package and shows the source line.

    ``modules`` maps paths to modules; ``column`` counts code points from 1.
    """
    module = modules.get(path)
    place = Location(path, Span(line, column, line, column + 1))
    if module is None:
        return kind(f"{message}.", place)
    return kind(f"{message} (in {module.package}).{excerpt(module.source, line, column)}", place)
