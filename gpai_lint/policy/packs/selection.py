"""The packs of a run: the built-in one, those of the configuration, those of the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.policy.packs.builtin import load_builtin
from gpai_lint.policy.packs.load import load_pack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gpai_lint.configuration.interface import Configuration
    from gpai_lint.policy.interface import Pack


def load_packs(
    configuration: Configuration, sources: Sequence[str] = (), edition: str | None = None
) -> tuple[Pack, ...]:
    """Load all packs of a run, the built-in one first.

    ``sources`` are named on the command line, relative to the current directory; ``edition`` is a pack that takes the
    place of the built-in one. Raises ``PackError`` for a pack that does not load.
    """
    first = load_builtin() if edition is None else load_pack(edition, builtin=True)
    configured = []
    for entry in configuration.values.get("packs", []):
        source = entry if isinstance(entry, str) else entry["source"]
        configured.append(load_pack(configuration.folder / source if configuration.folder else source))
    return (first, *configured, *(load_pack(source) for source in sources))
