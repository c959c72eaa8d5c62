"""What the documents of a repository are about: its model, a member of the family, or neither."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from gpai_lint.artifacts.companions import speaks_of_a_model
from gpai_lint.artifacts.interface import Prose
from gpai_lint.artifacts.linked import is_named_by_size
from gpai_lint.evidence.introduction import introduced_name
from gpai_lint.evidence.models import own_name
from gpai_lint.evidence.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gpai_lint.artifacts.interface import Artifact
    from gpai_lint.evidence.interface import Model

#: What a model is loaded from: a README beside it is about that model.
_MACHINE = frozenset({"model_config", "weights", "weights_index"})
_INTRODUCTIONS = frozenset({"readme", "model_card", "data_card"})
#: The name of a family, without the number of its generation, and what a member is called behind that.
_NAME = Pattern(r"(?P<family>[A-Za-z]{3,}(?<!v)(?<!V))(?:[ _-]?v?\d[\w.]*|[ _-][A-Z][\w.]*){0,4}", flags=0)
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
#: A name that strikes by its form.
_STRIKING = re.compile(r"(?=.*(?:[a-z][A-Z]|\d))[A-Za-z][\w.-]{4,}")
#: What a family of models is called in the title of its licence, and so many lines that is among.
_FAMILY = re.compile(r"\b(?!(?:the|open|model|large|language|license)\b)[^\W\d_]{3,}", re.IGNORECASE)
_TITLE_LINES = 3
#: Paragraphs among which a text introduces its model.
_OPENING = 8


class Subjects:
    """The subjects of the documents of one repository, among its models and artifacts."""

    def __init__(self, models: Sequence[Model], artifacts: Sequence[Artifact]) -> None:
        """Note where models stand."""
        self._models = models
        self._artifacts = artifacts
        loaded = {_parent(row.path) for row in artifacts if row.kind in _MACHINE}
        self._homes = {".", *loaded, *(path for model in models for path in (model.path, _parent(model.path)))}
        self._introductions = {_parent(row.path) for row in artifacts if row.kind in _INTRODUCTIONS}

    @cached_property
    def _at_root(self) -> list[tuple[str, Sequence[str]]]:
        """The names and the lines of the READMEs at the root: hardly any repository has documents to ask about them."""
        at_root = (row for row in self._artifacts if row.kind in {"readme", "model_card"} and "/" not in row.path)
        readmes = [row for row in at_root if row.path.lower().startswith("readme")]
        return [(own_name(row), row.content.lines if isinstance(row.content, Prose) else ()) for row in readmes]

    def introduces(self, readme: Artifact) -> bool:
        """Tell whether a README stands at the root or with a model, tells more of it, or is the one introduction.

        Deeper ones introduce code, tests or tools, or a member of the family.
        """
        directory = _parent(readme.path)
        if directory in self._homes or self._tells_more(readme):
            return True
        return self._introductions == {directory} and bool(introduced_name(readme) or readme.title)

    def member(self, document: Artifact) -> str:
        """Return the name of the member that a document below the root introduces, empty if it introduces none.

        It is a README near the root, or a document that is called by a name with a size in it. It is titled with a name
        that is another than that in the READMEs at the root, but of the same family or told there, and it speaks of a
        model and not of what is done with one.
        """
        if not _is_placed(document) or not isinstance(document.content, Prose):
            return ""
        name = own_name(document)
        if not name or _DONE_WITH.search(name) or self._names(name):
            return ""
        return name if self._is_related(name) and _speaks_of_model(document.content, name) else ""

    def is_own_licence(self, licence: Artifact) -> bool:
        """Tell whether a licence holds an address and is called after a model: others stand in many repositories."""
        lines = licence.content.lines if isinstance(licence.content, Prose) else ()
        if not any("@" in line for line in lines):
            return False
        head = " ".join((PurePosixPath(licence.path).name, *lines[:_TITLE_LINES]))
        families = {family[0].lower() for model in self._models if (family := _FAMILY.match(model.name))}
        return any(word.lower() in families for word in _FAMILY.findall(head))

    def _tells_more(self, readme: Artifact) -> bool:
        """Tell whether a README in a folder of documents is about the model that the READMEs at the root name."""
        if not _is_on_shelf(readme) or not isinstance(readme.content, Prose):
            return False
        name = own_name(readme)
        return bool(name) and self._names(name) and _speaks_of_model(readme.content, name)

    def _names(self, name: str) -> bool:
        return any(_letters(other) == _letters(name) for other, _ in self._at_root)

    def _is_related(self, name: str) -> bool:
        """Tell whether a name is of the family that the READMEs at the root are about, or strikes and stands there."""
        family = _family(name)
        if family and any(_family(other) == family for other, _ in self._at_root):
            return True
        if not _STRIKING.fullmatch(name):
            return False
        named = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
        return any(named.search(line) for _, lines in self._at_root for line in lines)


def _is_placed(document: Artifact) -> bool:
    path = PurePosixPath(document.path)
    if document.kind == "other":
        return len(path.parts) > 1 and is_named_by_size(path.stem)
    return _is_on_shelf(document) or len(path.parts) == _BELOW


def _is_on_shelf(document: Artifact) -> bool:
    parts = PurePosixPath(document.path).parts
    return parts[0].lower() in _SHELVES and len(parts) == _ON_SHELF


def _parent(path: str) -> str:
    return str(PurePosixPath(path).parent)


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
