"""The packs of a run; what fetches, verifies and parses packs is imported only where there is one to load."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.policy.packs.builtin import load_builtin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gpai_lint.configuration.interface import Configuration
    from gpai_lint.policy.interface import Pack

#: The name of the lock, which lies beside the configuration.
LOCK = "gpai-lint.lock"


def load_packs(
    configuration: Configuration, sources: Sequence[str] = (), edition: str | None = None
) -> tuple[Pack, ...]:
    """Load all packs of a run, the built-in one first.

    ``sources`` are named on the command line, relative to the current directory; ``edition`` is a pack that takes the
    place of the built-in one. Raises ``UsageError`` for a source that is none or a pack that the lock does not allow,
    and ``PackError`` for one that cannot be had, whose signature is not the one asked for, or that does not load.
    """
    first = load_builtin() if edition is None else _edition(edition)
    if built_in_alone(configuration, sources):
        return (first,)
    from gpai_lint.policy.packs.selection import load_others  # noqa: PLC0415

    return (first, *load_others(configuration, sources))


def built_in_alone(configuration: Configuration, sources: Sequence[str] = ()) -> bool:
    """Tell whether a run has no pack beside the built-in one, and no lock.

    A lock is read even if it pins nothing that is used: one that is broken must not pass in silence.
    """
    locked = configuration.folder is not None and (configuration.folder / LOCK).exists()
    return not (configuration.packs or sources or locked)


def _edition(path: str) -> Pack:
    from gpai_lint.policy.packs.load import load_pack  # noqa: PLC0415

    return load_pack(path, builtin=True)
