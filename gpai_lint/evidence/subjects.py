"""What the documents of a repository are about: its model, a member of the family, or neither."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from gpai_lint.artifacts.companions import speaks_of_a_model
from gpai_lint.artifacts.interface import Prose
from gpai_lint.artifacts.linked import is_named_by_size, linked_path
from gpai_lint.artifacts.placement import DONE_WITH, SHELVES, may_tell_of_model
from gpai_lint.evidence.introduction import introduced_name
from gpai_lint.evidence.kin import begin_alike, cores_of, holds_core, is_of_family, letters, parts_of
from gpai_lint.evidence.models import own_name
from gpai_lint.evidence.monographs import monographs
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.released import lists_released, told_by, variant_listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gpai_lint.artifacts.interface import Artifact
    from gpai_lint.evidence.interface import Model

#: What a model is loaded from: a README beside it is about that model.
_MACHINE = frozenset({"model_config", "weights", "weights_index"})
_INTRODUCTIONS = frozenset({"readme", "model_card", "data_card"})
_DONE_WITH = Pattern(DONE_WITH)
#: What a paragraph that begins with the name of a model tells of it.
_OF_MODEL = Pattern(r"\b(?:models?|architecture|parameters|transformer)\b")
#: Titles of pages that tell what a family is, whatever else it is called: not of what is run, nor of what is asked.
_OTHER_TITLE = Pattern(
    r"\b(?:run\w*|start\w*|quick\w*|support\w*|how|conver\w*|faqs?|q&a|questions|change\w*|roadmap|contribut\w*|issues?"
    r"|build\w*|set-?up|download\w*|requirements|parallel\w*|load\w*|custom\w*|formats?|using|your|prompt\w*|perform\w*"
    r"|compar\w+|vs|news|blog|migrat\w*|troubleshoot\w*|zoo)\b"
)
#: Two names in a title: ``Lark 1 Song (LarkSong)``.
_IN_PARENTHESES = re.compile(r"\s*\((?=[A-Z][^\s()]*(?: [A-Z\d][^\s()]*){0,2}\)\Z)|\)\Z")
#: Folders that hold one for each model.
_COLLECTIONS = Pattern(r"(?:\w+[-_])?(?:models?|zoo|cards)")
#: A name that strikes by its form.
_STRIKING = re.compile(r"(?=.*(?:[a-z][A-Z]|\d))[A-Za-z][\w.-]{4,}")
#: A file in a folder below the root has so many parts.
_BELOW = 2
#: What a family of models is called in the title of its licence, and so many lines that is among.
_FAMILY = re.compile(r"\b(?!(?:the|open|model|large|language|license)\b)[^\W\d_]{3,}", re.IGNORECASE)
_TITLE_LINES = 3
#: An address, a definition of who grants, and a date of release.
_OF_LICENSOR = re.compile(r"@|\bmeans? [A-Z]|\b[Rr]elease [Dd]ate: ")
#: A name of so many letters may go on by so many.
_STEM, _MORE = 5, 2
#: Paragraphs among which a text introduces its model.
_OPENING = 8
#: A title of more words is that of a paper, and no name.
_LONGEST = 4
#: So near the beginning of a paragraph a model is named that it is about.
_NEAR = 60


class Subjects:
    """The subjects of the documents of one repository, among its models and artifacts."""

    def __init__(self, models: Sequence[Model], artifacts: Sequence[Artifact]) -> None:
        """Note where models stand."""
        self._models = models
        self._artifacts = artifacts
        loaded = {_parent(row.path) for row in artifacts if row.kind in _MACHINE}
        self._homes = {".", *loaded, *(path for model in models for path in (model.path, _parent(model.path)))}
        self._told: dict[str, str | None] = {}
        self._introductions = {_parent(row.path) for row in artifacts if row.kind in _INTRODUCTIONS}

    @cached_property
    def _at_root(self) -> list[Artifact]:
        """The READMEs and cards at the root: hardly any repository has documents to ask about them."""
        kinds = {"readme", "model_card"}
        return [row for row in self._artifacts if row.kind in kinds and "/" not in row.path and not row.tentative]

    @cached_property
    def _names(self) -> list[str]:
        """The names that they give their model; there may be two in one title."""
        called = [name for row in self._at_root for name in (own_name(row), introduced_name(row)) if name]
        return list(dict.fromkeys(called))

    @cached_property
    def _lines(self) -> list[str]:
        return [line for row in self._at_root if isinstance(row.content, Prose) for line in row.content.lines]

    @cached_property
    def _linked(self) -> dict[str, list[str]]:
        """The paths in the repository that they link to, with the texts of the links."""
        texts: dict[str, list[str]] = {}
        for row in self._at_root:
            for link in row.content.links if isinstance(row.content, Prose) else ():
                texts.setdefault(linked_path(link, row.path), []).append(link.text)
        # Links that lead elsewhere have no path here.
        return {path: said for path, said in texts.items() if path not in {"", "."}}

    def introduces(self, readme: Artifact) -> bool:
        """Tell whether a README stands at the root or with a model, tells more of it, or is the one introduction.

        Deeper ones introduce code, tests or tools, or a member of the family.
        """
        directory = _parent(readme.path)
        if directory in self._homes or self.subject(readme) == "":
            return True
        return self._introductions == {directory} and bool(introduced_name(readme) or readme.title)

    def member(self, document: Artifact) -> str:
        """Return the name of the member that a document below the root introduces, empty if it introduces none."""
        return self.subject(document) or ""

    def subject(self, document: Artifact) -> str | None:
        """Return whom a document tells of: the name of a member, empty for the model itself, None for neither.

        It is titled with the name of either, and speaks of a model and not of what is done with one. A member is
        of the family that the READMEs at the root name, or is told there. Or it is the page of the released models, or
        describes a model at length.
        """
        if document.path not in self._told:
            self._told[document.path] = self._subject(document)
        return self._told[document.path]

    def _subject(self, document: Artifact) -> str | None:
        prose = document.content
        if not isinstance(prose, Prose) or not (_is_placed(document) or self._links_to(document)):
            return None
        title = own_name(document)
        for name in dict.fromkeys((title, *_IN_PARENTHESES.split(title))):
            if not name or _DONE_WITH.search(name):
                continue
            own = any(letters(other) == letters(name) for other in self._names)
            if not own and _OTHER_TITLE.search(name):
                continue
            version = _version_of(document) if own else ""
            if own and not version and not _is_on_shelf(document):
                continue
            if own or self._is_related(name, document):
                if _tells_of_name(prose, name) or (name == title and _speaks(prose, instructs=not document.tentative)):
                    return f"{name} {version}".rstrip() if version or not own else ""
            elif name == title and _is_in_collection(document, name) and _tells_of_name(prose, name):
                return name
        if lists_released(document) and holds_core(told_by(prose), self._names):
            return variant_listed(document, self._names)
        presented = self._presented(document, prose)
        return presented if presented is not None else self._described(document)

    def is_own_licence(self, licence: Artifact) -> bool:
        """Tell whether a licence tells of its licensor and is called after a model: others stand in many repositories.

        What the model is called may go on there: the "Lark License" of Lark, and of LarkX.
        """
        lines = licence.content.lines if isinstance(licence.content, Prose) else ()
        if not any(_OF_LICENSOR.search(line) for line in lines):
            return False
        head = " ".join((PurePosixPath(licence.path).name, *lines[:_TITLE_LINES]))
        families = {family[0].lower() for model in self._models if (family := _FAMILY.match(model.name))}
        return any(_alike(word.lower(), family) for word in _FAMILY.findall(head) for family in families)

    def _is_related(self, name: str, document: Artifact) -> bool:
        """Tell whether a name is of the family that the READMEs at the root are about, or strikes and stands there.

        A document that is no README has to be linked there as well; a link of that name is enough for any.
        """
        if len(name.split()) <= _LONGEST and any(name in text for text in self._links_to(document)):
            return True
        parts = parts_of(self._names)
        if any(letters(part) == letters(name) for part in parts) or is_of_family(name, parts):
            return True
        near = document.kind == "readme" and (_is_below(document) or _is_on_shelf(document))
        if (near or self._links_to(document)) and begin_alike(name, parts):
            return True
        if not _STRIKING.fullmatch(name) or (document.tentative and not self._links_to(document)):
            return False
        named = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
        return any(named.search(line) for line in self._lines)

    def _links_to(self, document: Artifact) -> list[str]:
        """Return the texts of the links at the root to a document, or to the folder that a README introduces."""
        folder = _parent(document.path) if document.kind == "readme" else ""
        return [*self._linked.get(document.path, ()), *self._linked.get(folder, ())]

    def _presented(self, document: Artifact, prose: Prose) -> str | None:
        """Return the name under which a page with a title of its own introduces the repository's model, None if not."""
        if not document.tentative or _DONE_WITH.search(document.title) or _OTHER_TITLE.search(document.title):
            return None
        name = introduced_name(document)
        if name not in parts_of((*self._names, *cores_of(self._names))) or not _speaks(prose, instructs=False):
            return None
        return "" if name in self._names else name

    @cached_property
    def _monographs(self) -> dict[str, str]:
        return monographs(self._artifacts)

    def _described(self, document: Artifact) -> str | None:
        """Return whom a document tells of that describes a model at length: the one model, where it stands alone."""
        name = self._monographs.get(document.path)
        if name is None or _DONE_WITH.search(name) or _OTHER_TITLE.search(name):
            return None
        return "" if len(self._monographs) == 1 and not self._at_root else name


def _alike(word: str, family: str) -> bool:
    """Tell whether a word is what a family is called, or goes on where that ends."""
    return word == family or (word.startswith(family) and len(family) >= _STEM and len(word) <= len(family) + _MORE)


def _is_placed(document: Artifact) -> bool:
    path = PurePosixPath(document.path)
    if document.tentative or (document.kind == "readme" and _is_below(document)):
        return True
    if document.kind == "other":
        return len(path.parts) > 1 and is_named_by_size(path.stem)
    return len(path.parts) > 1 and may_tell_of_model(document.path)


def _parent(path: str) -> str:
    return str(PurePosixPath(path).parent)


def _is_below(document: Artifact) -> bool:
    return len(PurePosixPath(document.path).parts) == _BELOW


def _is_on_shelf(document: Artifact) -> bool:
    return document.tentative or PurePosixPath(document.path).parts[0].lower() in SHELVES


def _version_of(document: Artifact) -> str:
    """Return the version that the folder of a README is called: ``v1``."""
    folder = PurePosixPath(document.path).parent.name
    return folder if document.kind == "readme" and re.fullmatch(r"v\d+(?:\.\d+)*", folder, re.IGNORECASE) else ""


def _is_in_collection(document: Artifact, name: str) -> bool:
    """Tell whether a README stands in a folder that is called after its model, among those of others."""
    *above, folder, _ = ("", *PurePosixPath(document.path).parts)
    called = document.kind == "readme" and letters(folder) == letters(name)
    return called and any(_COLLECTIONS.fullmatch(part) for part in above)


def _speaks(prose: Prose, *, instructs: bool) -> bool:
    """Tell whether a document is about a model by its words."""
    texts = (block.text for block in prose.blocks if instructs is False or block.kind != "code")
    return speaks_of_a_model("\n".join(texts).encode(), instructs=instructs)


def _tells_of_name(prose: Prose, name: str) -> bool:
    """Tell whether one of the first paragraphs begins with a name and tells of it as of a model."""
    opening = [block.text for block in prose.blocks if block.kind != "code"][:_OPENING]
    return any(_tells_of(text, name) for text in opening)


def _tells_of(text: str, name: str) -> bool:
    start = text.find(name, 0, _NEAR + len(name))
    if start < 0:
        return False
    behind = start + len(name)
    return bool(_OF_MODEL.search(text, behind)) if not start else text.startswith((" model", " series"), behind)
