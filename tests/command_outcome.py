"""What a run of the command ended with, in the shape that tests ask about."""

from __future__ import annotations

import json
from typing import Any, NamedTuple


class Outcome(NamedTuple):
    """What a run of the command ended with."""

    code: int
    out: str
    err: str

    @property
    def findings(self) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = json.loads(self.out)["findings"]
        return rows

    @property
    def summary(self) -> dict[str, Any]:
        counts: dict[str, Any] = json.loads(self.out)["summary"]
        return counts

    def states(self) -> list[tuple[str, str, bool | None]]:
        return [(row["rule"]["id"], row["status"], row.get("new")) for row in self.findings]
