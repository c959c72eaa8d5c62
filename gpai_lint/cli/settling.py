"""The options that say which findings count: waivers, a baseline, a comparison with a commit."""

from __future__ import annotations

from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable

F = TypeVar("F", bound="Callable[..., Any]")

_OPTIONS = (
    click.option(
        "--diff",
        metavar="REF",
        help="Count only what is new since the commit at which this branch left REF (a branch, a tag, a commit).",
    ),
    click.option(
        "--baseline",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="Count only what is not in this baseline; without it, the configuration's.",
    ),
    click.option("--no-baseline", is_flag=True, help="Use no baseline, not even the configuration's."),
    click.option("--no-waivers", is_flag=True, help="Disregard all waivers."),
)


def settling_options(function: F) -> F:
    """Add ``--diff``, ``--baseline``, ``--no-baseline`` and ``--no-waivers``; the command gets them as ``wishes``."""

    @wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        from gpai_lint.settling import Wishes

        chosen = {name: kwargs.pop(name) for name in list(kwargs) if name in Wishes._fields}
        return function(*args, wishes=Wishes(**chosen), **kwargs)

    wrapped: Any = call
    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    chosen: F = wrapped
    return chosen
