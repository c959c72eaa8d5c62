"""A progress bar on the terminal, for work that takes long enough to wonder."""

from __future__ import annotations

import sys
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gpai_lint.progress import Progress

PATIENCE = 1.0
"""Seconds without an answer that nobody minds: a bar that flashes up and is gone again is worse than none."""


def progress(patience: float = PATIENCE) -> Progress:
    """Return what shows a bar on standard error once a stage takes longer than ``patience``.

    Only a terminal gets one: a log has no use for it, and standard output belongs to the report.
    """
    stream = sys.stderr

    def shown(items: Sequence[Any], stage: str) -> Iterator[Any]:
        start = time.monotonic()
        with ExitStack() as stack:
            bar = None
            for done, item in enumerate(items):
                if bar is None and time.monotonic() - start > patience:
                    bar = stack.enter_context(click.progressbar(length=len(items), label=stage, file=stream))
                    bar.update(done)
                yield item
                if bar is not None:
                    bar.update(1)

    def quiet(items: Sequence[Any], _stage: str) -> Iterator[Any]:
        yield from items

    return shown if stream.isatty() else quiet
