"""How much an evaluation of a pack that is not built in may use."""

from __future__ import annotations

from dataclasses import dataclass

SLOW = "Look for a rule that tries every combination of two lists."
"""What to do about an evaluation that took too long."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one evaluation: wall time in seconds and memory in bytes."""

    seconds: float = 30.0
    memory: int = 2_000_000_000
