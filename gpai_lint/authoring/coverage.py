"""How much of a pack its tests reach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gpai_lint.policy.interface import Pack


@dataclass(frozen=True)
class Coverage:
    """Lines of a pack's modules that its tests reached, and those that they missed, by path."""

    reached: Mapping[str, frozenset[int]]
    missed: Mapping[str, frozenset[int]]

    @property
    def percent(self) -> float:
        """Return the share of lines that were reached, 100 for a pack without any."""
        reached = sum(len(lines) for lines in self.reached.values())
        every = reached + sum(len(lines) for lines in self.missed.values())
        return 100.0 * reached / every if every else 100.0

    def gaps(self) -> list[str]:
        """Return ``path: 3-5, 9`` for each module with lines that no test reached."""
        return [f"{path}: {_ranges(lines)}" for path, lines in sorted(self.missed.items()) if lines]


def measure(pack: Pack, lines: Mapping[str, tuple[frozenset[int], frozenset[int]]]) -> Coverage:
    """Return the coverage of a pack's own modules; its tests and other packs are left out.

    A module that an engine does not mention was not reached at all, and counts with all its rules.
    """
    reached, missed = {}, {}
    for module in pack.modules:
        covered, uncovered = lines.get(module.path, (frozenset(), frozenset()))
        reached[module.path] = covered
        missed[module.path] = uncovered - covered
    return Coverage(reached, missed)


def _ranges(lines: frozenset[int]) -> str:
    parts: list[list[int]] = []
    for line in sorted(lines):
        if parts and line == parts[-1][1] + 1:
            parts[-1][1] = line
        else:
            parts.append([line, line])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in parts)
