"""How a document without a telling title names its model: by the sentence that introduces it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.artifacts.interface import Prose
from gpai_lint.evidence.patterns import Pattern

if TYPE_CHECKING:
    from gpai_lint.artifacts.interface import Artifact, Block

#: How a text introduces its model: ``Name 7B is an open language model``.
_INTRODUCTION = Pattern(
    r"(?:[\w .-]{2,40}: )?(?:the )?"
    r"(?P<name>(?!(?:this|it|these|those|there|here|we|our|they|the|all|each|both|models?|what|which)\b)"
    r"(?-i:[A-Z][\w.+-]*(?: [A-Z\d][\w.+-]*){0,3}))(?<! Community)(?<! Team)(?<! Group)(?<! Institute)"
    r"(?: \([^)]{0,80}\))? (?:is|are) (?:an?|the|our)\b"
    r"(?:[^.]|\.(?=\d)){0,160}"
    r"\b(?:models?|llms?|transformers?|neural networks?|(?:versions?|variants?|fine-?tunes?|generation) of)\b"
)
#: How a text presents its model: ``We introduce Name 7B``, ``Releasing the Name-7B models``.
_PRESENTED = Pattern(
    r"\b(?:introduc(?:e|ed|ing)|present(?:ing)?|propose|announc(?:e|ed|ing)|releas(?:e|ed|ing)|unveil(?:ed|ing)?"
    r"|open-?sourc(?:e|ed|ing))(?: the)? (?P<name>(?-i:[A-Z][\w.+-]*(?: [A-Z\d][\w.+-]*){0,3}))(?: \([^()]{1,120}\))?"
)
#: What follows it there: a description as a model, or, behind a name that strikes by its form, less than that.
_AS_MODEL = Pattern(r", (?:an?|the|our)\b(?:[^.]|\.(?=\d)){0,160}\b(?:models?|llms?|transformers?|neural networks?)\b")
_AS_NAME = Pattern(r",| models?\b| series\b| family\b")
_STRIKING = re.compile(r"\S*(?:\d|[a-z][A-Z]|\w-[A-Z])")
#: What a card says of itself: ``This card describes the diffusion model Name``.
_DESCRIBED = Pattern(
    r"this (?:model )?card (?:describes|documents|covers|presents|is (?:for|about)) (?:(?-i:[a-z][\w-]*) ){0,6}?"
    r"(?P<name>(?-i:[A-Z][\w.+-]*(?: [A-Z\d][\w.+-]*){0,3}))"
)
_MAX_OPENING = 400
_SENTENCE = re.compile(r"[a-z)][.!] +(?=[A-Z])")
#: Paragraphs among which a text introduces its model.
_OPENING_BLOCKS = 8


def introduced_name(artifact: Artifact) -> str:
    """Return the name of the model that one of a document's first paragraphs introduces; empty if none does."""
    found = introduction(artifact)
    return found[0] if found else ""


def introduction(artifact: Artifact) -> tuple[str, Block, int, int] | None:
    """Return the name that a document's first paragraphs introduce, and the block and the range where it stands."""
    blocks = artifact.content.blocks if isinstance(artifact.content, Prose) else ()
    for block in [block for block in blocks if block.kind == "paragraph"][:_OPENING_BLOCKS]:
        text = block.text.replace("\n", " ")
        match = _INTRODUCTION.match(text) or _DESCRIBED.match(text) or _presentation(text) or _introduction(text)
        if match:
            name = match["name"].rstrip(".")
            return name, block, match.start("name"), match.start("name") + len(name)
    return None


def _introduction(text: str) -> re.Match[str] | None:
    """Return the introduction with which a later sentence of a paragraph begins."""
    for start in _SENTENCE.finditer(text, 0, _MAX_OPENING):
        if match := _INTRODUCTION.match(text, start.end()):
            return match
    return None


def _presentation(text: str) -> re.Match[str] | None:
    """Return the first presentation of something that is a model, by what follows its name or by the name's form."""
    for match in _PRESENTED.finditer(text):
        described = match.start() < _MAX_OPENING and _AS_MODEL.match(text, match.end())
        if described or (_STRIKING.match(match["name"]) and _AS_NAME.match(text, match.end())):
            return match
    return None
