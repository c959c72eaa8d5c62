"""Check again whenever a file changes, for writing a card beside a live list of findings."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import click

from gpai_lint.errors import GpaiLintError
from gpai_lint.terminal import harmless

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path

    from gpai_lint.configuration.target import Target

#: Seconds between two looks at the files.
PAUSE = 0.5

_CLEAR = "\x1b[2J\x1b[3J\x1b[H"


def watch(check: Callable[[], int], target: Target, also: Sequence[Path], written: Collection[Path] = ()) -> int:
    """Run a check now and after every change, until interrupted; return the last exit code.

    ``also`` are further files and directories to watch (a baseline, packs), ``written`` the files that the check itself
    writes, whose change is no reason for another one. An error, such as a configuration that is half written, is shown
    and ends nothing.
    """
    code = 0
    try:
        while True:
            before = _state(target, also, written)
            if sys.stdout.isatty():
                click.echo(_CLEAR, nl=False)
            try:
                code = check()
            except GpaiLintError as error:
                click.echo(harmless(f"gpai-lint: {error}"), err=True)
                code = error.exit_code
            click.echo(f"Watching {len(before)} files. Ctrl-C ends.", err=True)
            while _state(target, also, written) == before:
                time.sleep(PAUSE)
    except KeyboardInterrupt:
        return code


def _state(target: Target, also: Sequence[Path], written: Collection[Path]) -> dict[str, tuple[int, int]]:
    """Return size and time of change of every file that can change the outcome."""
    from gpai_lint.configuration.load import find_configuration
    from gpai_lint.repository.working_tree import WorkingTree

    paths = [target.root / entry.path for entry in WorkingTree(target.root, only=target.only).files()]
    configuration = target.configuration_path or find_configuration(target.root)
    for path in (*also, *([configuration] if configuration else [])):
        paths += sorted(path.rglob("*")) if path.is_dir() else [path]
    state = {}
    for path in paths:
        if path in written:
            continue
        try:
            facts = path.stat()
        except OSError:
            continue
        state[str(path)] = (facts.st_size, facts.st_mtime_ns)
    return state
