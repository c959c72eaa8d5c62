"""How a document without a telling title names its model: by the sentence that introduces it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.artifacts.interface import Prose

if TYPE_CHECKING:
    from gpai_lint.artifacts.interface import Artifact, Block

#: How a text introduces its model: ``Name 7B is an open language model``.
_INTRODUCTION = re.compile(
    r"(?:[\w .-]{2,40}: )?(?:the )?"
    r"(?P<name>(?!(?:this|it|these|those|there|here|we|our|they|the|all|each|both|models?|what|which)\b)"
    r"(?-i:[A-Z][\w.+-]*(?: [A-Z\d][\w.+-]*){0,3}))(?: \([^()]{2,120}\))? (?:is|are) (?:an?|the|our)\b[^.]{0,160}"
    r"\b(?:models?|llms?|transformers?|neural networks?)\b",
    re.IGNORECASE,
)
#: How its authors do: ``We introduce Name 7B, an open language model``.
_PRESENTED = re.compile(
    r"\bwe (?:\w+ )?(?:introduce|present|release|propose|open-?source|announce)(?: the)?"
    r" (?P<name>(?-i:[A-Z][\w.+-]*(?: [A-Z\d][\w.+-]*){0,3}))(?: \([^()]{2,120}\))?, (?:an?|the|our)\b[^.]{0,160}"
    r"\b(?:models?|llms?|transformers?|neural networks?)\b",
    re.IGNORECASE,
)
_MAX_OPENING = 400
#: Paragraphs among which a text introduces its model.
_OPENING_BLOCKS = 8


def introduced_name(artifact: Artifact) -> str:
    """Return the name of the model that one of a document's first paragraphs introduces; empty if none does."""
    found = introduction(artifact)
    return found[1] if found else ""


def introduction(artifact: Artifact) -> tuple[Block, str] | None:
    """Return the one of a document's first paragraphs that introduces its model, and the name that it gives."""
    blocks = artifact.content.blocks if isinstance(artifact.content, Prose) else ()
    for block in [block for block in blocks if block.kind == "paragraph"][:_OPENING_BLOCKS]:
        text = " ".join(block.text.split())
        match = _INTRODUCTION.match(text) or _PRESENTED.search(text, 0, _MAX_OPENING)
        if match:
            return block, match["name"]
    return None
