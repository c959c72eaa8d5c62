"""The options and arguments that name what is checked, shared by the commands that read a repository."""

from __future__ import annotations

import datetime
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from gpai_lint.configuration.target import Target
from gpai_lint.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

F = TypeVar("F", bound="Callable[..., Any]")


def target_options(function: F) -> F:
    """Add ``PATH…``, ``--config`` and ``--as-of`` to a command."""
    function = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))(function)
    function = click.option(
        "--config", "config", type=click.Path(path_type=Path), help="The configuration file; without it, found upward."
    )(function)
    return click.option(
        "--as-of",
        type=click.DateTime(["%Y-%m-%d"]),
        callback=lambda _context, _option, day: day.date().isoformat(),
        default=today,
        show_default="today",
        help="The day whose law is applied.",
    )(function)


def today() -> str:
    """Return today's date as YYYY-MM-DD."""
    return datetime.datetime.now(datetime.timezone.utc).date().isoformat()


def target_of(paths: tuple[Path, ...], config: Path | None) -> Target:
    """Return the target for some paths: their common directory, restricted to them.

    Raises ``UsageError`` for a path that does not exist.
    """
    chosen = paths or (Path(),)
    for path in chosen:
        if not path.exists():
            raise UsageError(f"There is no file or directory '{path}'.")
    if config is not None and not config.is_file():
        raise UsageError(f"There is no configuration file '{config}'.")
    folders = [path.resolve() if path.is_dir() else path.resolve().parent for path in chosen]
    root = Path(os.path.commonpath(folders))
    only = tuple(path.resolve().relative_to(root).as_posix() for path in chosen)
    return Target(root, () if "." in only else only, config)
