"""Facts of the YAML block at the top of a card, by the keys that Hugging Face defines."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.artifacts.interface import Artifact
    from gpai_lint.evidence.interface import Fact


def read(artifact: Artifact, document: int) -> Iterator[Fact]:
    """Yield the facts of a card's front matter in order of its keys."""
    del artifact, document
    yield from ()
