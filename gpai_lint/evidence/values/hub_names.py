"""Names of models as configurations and cards give them: an id on a hub, or a place on somebody's disk."""

from __future__ import annotations

import re


def name_of(place: str) -> str:
    """Return the id of a model on a hub, ``lab/model``; of a place on a disk the last name alone tells."""
    parts = [part for part in re.split(r"[/\\]", place) if part not in {"", ".", "..", "~"}]
    local = len(parts) > 2 or place[:1] in {"/", ".", "~"} or "\\" in place or ":" in place
    return parts[-1] if parts and local and not place.startswith(("https://", "http://")) else place
