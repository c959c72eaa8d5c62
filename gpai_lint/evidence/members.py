"""Documents below the root that each introduce one member of the family that the root is about."""

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
#: Folders for documents: a README may stand in a folder there.
_SHELVES = frozenset({"docs", "doc", "documentation"})
#: A file in a folder below the root has so many parts, and one in a folder there so many.
_BELOW = 2
_ON_SHELF = 3
#: A name that strikes by its form, and one that ends in a size, as that of a document's file may.
_STRIKING = re.compile(r"(?=.*(?:[a-z][A-Z]|\d))[A-Za-z][\w.-]{4,}")
_SIZED = re.compile(r"[A-Za-z][\w.-]*-\d{1,4}(?:\.\d{1,2})?[BbMm](?:-[\w.-]+)?")
#: Paragraphs among which a text introduces its model.
_OPENING = 8


def introduced_member(document: Artifact, artifacts: Sequence[Artifact]) -> str:
    """Return the name of the member that a document below the root introduces, empty if it introduces none.

    It is a README near the root, or a document that is called by a name with a size in it. It is titled with a name
    that is another than that in the READMEs at the root, but of the same family or told there, and it speaks of a model
    and not of what is done with one.
    """
    if not _is_placed(document) or not isinstance(document.content, Prose):
        return ""
    name = own_name(document)
    if not name or _DONE_WITH.search(name):
        return ""
    others = _at_root(artifacts)
    related = any(_is_related(name, other) for other in others)
    apart = all(_letters(own_name(other)) != _letters(name) for other in others)
    return name if related and apart and _speaks_of_model(document.content, name) else ""


def tells_more(readme: Artifact, artifacts: Sequence[Artifact]) -> bool:
    """Tell whether a README in a folder among the documents is about the model that the READMEs at the root name."""
    path = PurePosixPath(readme.path)
    on_shelf = path.parts[0].lower() in _SHELVES and len(path.parts) == _ON_SHELF
    if not on_shelf or not isinstance(readme.content, Prose):
        return False
    name = own_name(readme)
    same = any(_letters(own_name(other)) == _letters(name) for other in _at_root(artifacts))
    return bool(name) and same and _speaks_of_model(readme.content, name)


def _is_placed(document: Artifact) -> bool:
    path = PurePosixPath(document.path)
    if document.kind == "other":
        return len(path.parts) > 1 and _SIZED.fullmatch(path.stem) is not None
    on_shelf = path.parts[0].lower() in _SHELVES and len(path.parts) == _ON_SHELF
    return on_shelf or len(path.parts) == _BELOW


def _at_root(artifacts: Sequence[Artifact]) -> list[Artifact]:
    at_root = (row for row in artifacts if row.kind in {"readme", "model_card"} and "/" not in row.path)
    return [row for row in at_root if PurePosixPath(row.path).name.lower().startswith("readme")]


def _is_related(name: str, readme: Artifact) -> bool:
    """Tell whether a name is of the family that a README is about, or strikes and stands there."""
    family = _family(name)
    if family and _family(own_name(readme)) == family:
        return True
    lines = readme.content.lines if isinstance(readme.content, Prose) else ()
    named = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
    return _STRIKING.fullmatch(name) is not None and any(named.search(line) for line in lines)


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
