"""What is checked, and the configuration that holds for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from gpai_lint.configuration.load import find_configuration, load_configuration

if TYPE_CHECKING:
    from pathlib import Path

    from gpai_lint.configuration.interface import Configuration


class Target(NamedTuple):
    """What is checked: a directory, optionally only some paths below it, and its configuration.

    ``configuration_path`` is the file named on the command line; without it the nearest one is found.
    """

    root: Path
    only: tuple[str, ...] = ()
    configuration_path: Path | None = None


def configure(target: Target) -> Configuration:
    """Return the configuration of a target; raise ``UsageError`` when it is wrong."""
    path = target.configuration_path or find_configuration(target.root)
    return load_configuration(path, target.root)
