"""How much an evaluation of a pack that is not built in may use."""

from __future__ import annotations

from typing import NamedTuple

SLOW = "Look for a rule that tries every combination of two lists."
"""What to do about an evaluation that took too long."""


class Limits(NamedTuple):
    """Bounds of one evaluation: wall time in seconds and memory in bytes."""

    seconds: float = 30.0
    memory: int = 2_000_000_000
