"""How a document calls its model: in its metadata, its title, beside a picture, or where it introduces the model."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.artifacts.interface import Prose, Structured

if TYPE_CHECKING:
    from gpai_lint.artifacts.interface import Artifact, Node

_CARD_WORDS = re.compile(
    r"^\W*(?:(?:data )?model ?card(?: for| of|:)?(?: the)?|the)\s+|\W*\bmodel ?card\b\W*$|\s+models?$", re.IGNORECASE
)
_OPENING = re.compile(
    r"^(?:what is|introducing|introduction to|welcome to|meet|announcing|overview of)\s+", re.IGNORECASE
)
#: What a title says of the model behind its name: ``Name-7B: an open model``.
_SUBTITLE = re.compile(r"(?<=[\w)])(?::\s|\s[-–—|]\s).*\Z", re.DOTALL)
_FORM_TITLE = re.compile(
    r"\b(?:public summary|training[- ]content summary|summary of training content|model documentation form"
    r"|code of practice|copyright policy)\b",
    re.IGNORECASE,
)
#: How a text introduces its model: ``Name 7B is an open language model``.
_INTRODUCTION = re.compile(
    r"(?:the )?(?P<name>(?!(?:this|it|these|those|there|here|we|our|they|the|all|each|both|models?|what|which)\b)"
    r"(?-i:[A-Z][\w.+-]*(?: [A-Z\d][\w.+-]*){0,3})) (?:is|are) (?:an?|the|our)\b[^.]{0,160}"
    r"\b(?:models?|llms?|transformers?|neural networks?)\b",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"\W*(?:\d+\W+)?(?:read ?me|(?:model|training|technical) (?:details?|information|description|overview"
    r"|summary|card|architecture"
    r"|introduction|data|specifications?)|introduction|overview|about|table of contents|contents|description|summary"
    r"|license|news|updates?|quick ?start|usage|uses|(?:intended|direct) uses?|key features|highlights"
    r"|documentation|how (?:does|do|to|it)\b.*|(?:requirements?|install\w*|set-?up|getting started)(?: and \w+)?"
    r"|authors?|creators?|team|contributors?|disclaimer)?\W*",
    re.IGNORECASE,
)


#: Paragraphs among which a text introduces its model.
_OPENING_BLOCKS = 8


def own_name(artifact: Artifact) -> str:
    """Return the name that a document gives its model; empty if it gives none.

    It stands in the front matter, in the title, or, where there is neither, beside the picture at the top or in the
    sentence that introduces the model.
    """
    return (
        _declared_name(artifact)
        or name_in_title(artifact.title)
        or _pictured_name(artifact)
        or _introduced_name(artifact)
    )


def _introduced_name(artifact: Artifact) -> str:
    blocks = artifact.content.blocks if isinstance(artifact.content, Prose) else ()
    for block in [block for block in blocks if block.kind == "paragraph"][:_OPENING_BLOCKS]:
        match = _INTRODUCTION.match(" ".join(block.text.split()))
        if match:
            return match["name"]
    return ""


def _pictured_name(artifact: Artifact) -> str:
    images = artifact.content.images if isinstance(artifact.content, Prose) else ()
    for image in images[:2]:
        name = re.sub(r"\s*\b(?:logo|banner|icon|image)\b\s*", " ", image.text, flags=re.IGNORECASE).strip()
        if image.section == 0 and "badge" not in image.source and re.fullmatch(r"[A-Z][\w.-]*(?: [\w.-]+){0,3}", name):
            return name
    return ""


def _declared_name(artifact: Artifact) -> str:
    content = artifact.content
    root: Node | None = content.front_matter if isinstance(content, Prose) else None
    if isinstance(content, Structured):
        root = content.root.get("name")
        return root.text or str(root.value) if root is not None and isinstance(root.value, str) else ""
    if root is None:
        return ""
    for key in ("model_name", "name", "title"):
        node = root.get(key)
        if node is not None and isinstance(node.value, str) and node.value.strip() and "{{" not in node.value:
            return node.value.strip()
    index = root.get("model-index")
    first = index.value[0].get("name") if index is not None and isinstance(index.value, list) and index.value else None
    return first.value if first is not None and isinstance(first.value, str) else ""


def name_in_title(title: str) -> str:
    """Return the model's name in a title, empty for a title that every document could have."""
    if _FORM_TITLE.search(title):
        return ""
    name = _OPENING.sub("", title.strip()).rstrip("? ")
    for _ in range(2):
        name = _CARD_WORDS.sub("", name).strip(" :–—-*#`\"'")
    head = _SUBTITLE.sub("", name)
    if len(head) >= 2 and len(head.split()) <= 4 and re.search(r"[A-Z\d]", head) and not _GENERIC.fullmatch(head):
        name = head
    return "" if _GENERIC.fullmatch(name) or len(name) > 120 else name
