"""READMEs in the folders below the root that each introduce one member of the family that the root is about."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from gpai_lint.artifacts.companions import speaks_of_a_model
from gpai_lint.artifacts.interface import Prose
from gpai_lint.evidence.models import own_name
from gpai_lint.evidence.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gpai_lint.artifacts.interface import Artifact

#: The name of a family, without the number of its generation, and what a member is called behind that.
_NAME = re.compile(r"(?P<family>[A-Za-z]{3,}(?<!v)(?<!V))(?:[ _-]?v?\d[\w.]*|[ _-][A-Z][\w.]*){0,4}")
#: What is done with a model, in the titles of folders about that.
_DONE_WITH = Pattern(
    r"(?<![a-z])(?:agents?|api|apps?|bench\w*|bots?|cli|code|community|convers\w+|cookbooks?|data\w*|demos?|deploy\w*"
    r"|docker|docs?|documentation|eval\w*|examples?|fine-?tun\w*|guides?|inference|install\w*|kit|mcp|plugins?"
    r"|quanti\w+|recipes?|results?|sdk|serv\w+|tests?|tools?|toolkit|train\w*|tutorials?|ui|usage|web)(?![a-z])"
)
#: What a paragraph that begins with the name of a model tells of it.
_OF_MODEL = Pattern(r"\b(?:models?|architecture|parameters|transformer)\b")
#: A file in a folder below the root has so many parts.
_PLACED = 2
#: Paragraphs among which a text introduces its model.
_OPENING = 8


def introduced_member(readme: Artifact, artifacts: Sequence[Artifact]) -> str:
    """Return the name of the member that a README one folder below the root introduces, empty if it introduces none.

    It is titled with a member's name, which begins as that in a README at the root does and is another, and it speaks
    of a model and not of what is done with one.
    """
    path = PurePosixPath(readme.path)
    if len(path.parts) != _PLACED or not isinstance(readme.content, Prose):
        return ""
    name = own_name(readme)
    family = _family(name)
    if not family or _DONE_WITH.search(name):
        return ""
    at_root = (row for row in artifacts if row.kind in {"readme", "model_card"} and "/" not in row.path)
    names = [own_name(row) for row in at_root if PurePosixPath(row.path).name.lower().startswith("readme")]
    related = any(_family(other) == family for other in names) and all(
        _letters(other) != _letters(name) for other in names
    )
    return name if related and _speaks_of_model(readme.content, name) else ""


def _speaks_of_model(prose: Prose, name: str) -> bool:
    """Tell whether a document is about a model by its words, or by what it tells of the name that it begins with."""
    blocks = [block for block in prose.blocks if block.kind != "code"]
    opening = (block.text for block in blocks[:_OPENING])
    told = any(text.startswith(name) and _OF_MODEL.search(text, len(name)) for text in opening)
    return told or speaks_of_a_model("\n".join(block.text for block in blocks).encode(), instructs=True)


def _family(name: str) -> str:
    match = _NAME.fullmatch(name)
    return match["family"].lower() if match else ""


def _letters(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.lower())
