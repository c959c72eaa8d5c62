"""Which models a repository holds, and which of its documents speak of which model.

A model is the smallest unit that gets a verdict of its own: a card, or a directory with a model's files. A document
belongs to the models of its own directory and below it; one that stands in a directory without models belongs to the
models of the nearest directory above that has some. So a licence at the root is shared by all, and one beside a card
is that model's own.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from gpai_lint.artifacts.interface import Prose, Structured
from gpai_lint.evidence.interface import Document, Model, State
from gpai_lint.evidence.introduction import introduced_name
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.placeholders import state_of
from gpai_lint.evidence.places import MACHINE, Place, holds_data_alone, places_of
from gpai_lint.evidence.titles import SUBTITLE, name_in_title, named_title
from gpai_lint.location import Location, Span

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from gpai_lint.artifacts.interface import Artifact, Node
    from gpai_lint.configuration.interface import Configuration
    from gpai_lint.evidence.interface import Fact

_TOP = Span(1, 1, 1, 1)
#: Documents whose title is never that of the model.
_ABOUT_TERMS = frozenset({"license_file", "acceptable_use_policy", "changelog", "codeowners", "security_policy"})
#: Words and numbers of a name; a size such as 8B is one word.
_WORD = re.compile(r"\d+(?:\.\d+)?[bmk](?![a-z])|[a-z]+|\d+")
_SIZE = Pattern(r"\d+(?:\.\d+)?\s?[BMKT]")
#: What the name of a file says of it besides the model's name: ``LARK_MODEL_CARD``.
_CARD_IN_PATH = re.compile(r"[-_ .]+model[-_ ]?card\Z|\Amodel[-_ ]?card[-_ .]+", re.IGNORECASE)
_NAME_KEY = re.compile(r"(?:versioned )?model name(?: and version)?")


def group(
    artifacts: Sequence[Artifact], configuration: Configuration
) -> tuple[tuple[Model, ...], tuple[Document, ...]]:
    """Return the models and the documents of a repository.

    A repository with an artifact has at least one model, unless all that it holds is about a data set. The
    configuration's models and documents come first where it names any: a model of the configuration that no file shows
    exists all the same, at the path that is written there.
    """
    places = places_of(artifacts)
    for declared in configuration.models:
        if all(place.path != declared.path for place in places):
            directory = PurePosixPath(declared.path)
            places.append(Place(declared.path, directory.parent if directory.suffix else directory))
    if artifacts and not places and not holds_data_alone(artifacts, configuration):
        places.append(Place(".", PurePosixPath(".")))
    places.sort(key=lambda place: (place.path != ".", PurePosixPath(place.path).parts))
    documents = [_document(artifact, configuration) for artifact in artifacts]
    belongs = [_belongs(index, artifact, places) for index, artifact in enumerate(artifacts)]
    known = {document.path for document in documents}
    names = {place.path: number for number, place in enumerate(places)}
    for row in configuration.documents:
        about = {names[path] for path in row.models if path in names}
        if row.path in known:
            if about:
                belongs[next(index for index, other in enumerate(documents) if other.path == row.path)] = about
        elif row.url:
            documents.append(Document(row.kind, "", row.location, None, row.url, row.public))
            belongs.append(about or set(range(len(places))))
    cards = {index for place in places for index in place.own}
    models = tuple(
        Model(
            place.path,
            *_name(place, artifacts, cards, configuration),
            tuple(index for index, about in enumerate(belongs) if number in about),
        )
        for number, place in enumerate(places)
    )
    return models, tuple(documents)


def attribute(facts: Sequence[Fact], models: Sequence[Model]) -> list[Fact]:
    """Return the facts with those of shared documents given to the model that their variant or their heading names.

    Where a document tells the variants apart by names and some of them are names of models here, a variant with another
    name is a model that is not here, and its facts belong to none. Headings count where they name several models.
    """
    sharing = {
        index: tuple(n for n, model in enumerate(models) if index in model.documents)
        for index in {fact.document for fact in facts}
    }
    words = [_words(model.name) for model in models]
    chosen: dict[int, tuple[int, ...]] = {}
    for position, fact in enumerate(facts):
        if len(sharing[fact.document]) > 1 and fact.variant:
            chosen[position] = _named(fact.variant, sharing[fact.document], words)
    named = {facts[position].document for position, found in chosen.items() if found}
    headed = _headed(facts, {index: about for index, about in sharing.items() if len(about) > 1}, words)
    return [
        fact._replace(models=chosen[position], variant=_rest(fact.variant, chosen[position], words))
        if position in chosen and (chosen[position] or (fact.document in named and not _SIZE.fullmatch(fact.variant)))
        else fact._replace(models=headed.get((fact.document, fact.heading), fact.models))
        for position, fact in enumerate(facts)
    ]


def _named(text: str, about: tuple[int, ...], words: list[list[str]]) -> tuple[int, ...]:
    """Return the models with whose name a text begins, those with the longest."""
    said = _words(text)
    found = [n for n in about if words[n] and _begins(said, words[n])]
    longest = max((len(words[n]) for n in found), default=0)
    return tuple(n for n in found if len(words[n]) == longest)


def _headed(
    facts: Sequence[Fact], sharing: Mapping[int, tuple[int, ...]], words: list[list[str]]
) -> dict[tuple[int, tuple[str, ...]], tuple[int, ...]]:
    """Return the models that the headings of shared documents name, by document and path of headings.

    The innermost heading decides, and the document's title is none; what stands under no such heading is of all.
    """
    paths: dict[int, set[tuple[str, ...]]] = {}
    for fact in facts:
        if fact.document in sharing:
            paths.setdefault(fact.document, set()).add(fact.heading)
    found: dict[tuple[int, tuple[str, ...]], tuple[int, ...]] = {}
    for document, headings in paths.items():
        titled = len({path[0] for path in headings if path}) == 1
        by_path = {
            path: next(filter(None, (_named(title, sharing[document], words) for title in reversed(path[titled:]))), ())
            for path in headings
        }
        if len({of for of in by_path.values() if of}) > 1:
            found.update(((document, path), of) for path, of in by_path.items() if of)
    return found


def _words(name: str) -> list[str]:
    return _WORD.findall(name.lower())


def _rest(variant: str, found: tuple[int, ...], words: list[list[str]]) -> str:
    """Return what a variant says beyond the name of the model that it begins with."""
    if not found:
        return variant
    ends = [match.end() for match in _WORD.finditer(variant.lower())]
    return variant[ends[len(words[found[0]]) - 1] :].strip(" -_()")


def _begins(said: list[str], name: list[str]) -> bool:
    """Tell whether words begin with a model's name; a further number would make it the name of another version."""
    rest = said[len(name) :]
    return said[: len(name)] == name and not (rest and rest[0].isdigit())


def _belongs(index: int, artifact: Artifact, places: list[Place]) -> set[int]:
    """Return the numbers of the models that a document is about."""
    own = {number for number, place in enumerate(places) if index in place.own}
    if own:
        return own
    directory = PurePosixPath(artifact.path).parent
    if artifact.kind in MACHINE or artifact.kind == "hub_metadata":
        here = {number for number, place in enumerate(places) if place.directory == directory}
        if here:
            return here
    for scope in (directory, *directory.parents):
        below = {n for n, place in enumerate(places) if scope == place.directory or scope in place.directory.parents}
        if below:
            return below
    return set(range(len(places)))


def _document(artifact: Artifact, configuration: Configuration) -> Document:
    declared = next((row for row in configuration.documents if row.path == artifact.path), None)
    return Document(
        declared.kind if declared else artifact.kind,
        artifact.path,
        Location(artifact.path, artifact.title_span),
        artifact,
        declared.url if declared else "",
        declared.public if declared else True,
    )


def _name(
    place: Place, artifacts: Sequence[Artifact], cards: Container[int], configuration: Configuration
) -> tuple[str, Location]:
    """Return a model's name and where it stands: the configuration's, the card's own, the title, or the path.

    The cards of other models, which may lie in the same directory, have no say.
    """
    declared = next((model for model in configuration.models if model.path == place.path), None)
    location = declared.location if declared else None
    name = declared.name if declared else ""
    candidates = [artifacts[index] for index in place.own]
    for index, artifact in enumerate(artifacts):
        if PurePosixPath(artifact.path).parent == place.directory and index not in cards:
            candidates.append(artifact)
    # A model stands in its card, not in the licence that comes first by name.
    candidates.sort(key=lambda artifact: artifact.kind not in {"model_card", "readme", "hub_metadata"})
    for artifact in candidates:
        location = location or Location(artifact.path, artifact.title_span)
        if not name and artifact.kind in {"model_card", "readme", "hub_metadata"}:
            name = own_name(artifact)
    if not name:
        path = PurePosixPath(place.path)
        name = _CARD_IN_PATH.sub("", path.stem) if place.path != "." else _title_fallback(candidates)
    if location is None:
        location = Location(artifacts[0].path if artifacts else "", _TOP)
    return name, location


def own_name(artifact: Artifact) -> str:
    """Return the name that a document gives its model; empty if it gives none.

    It stands in the front matter, in the title, or, where there is neither, behind a key for it, in the sentence that
    introduces the model, or beside the picture at the top.
    """
    named = _declared_name(artifact) or _titled_name(artifact) or _keyed_name(artifact)
    return named or introduced_name(artifact) or _pictured_name(artifact)


def _titled_name(artifact: Artifact) -> str:
    if not isinstance(artifact.content, Prose):
        return name_in_title(artifact.title)
    found = named_title(artifact.content)
    return found[0] if found else ""


def _keyed_name(artifact: Artifact) -> str:
    """Return the name behind the first key for it: ``**Model name**: Name-7B``."""
    entries = artifact.content.entries if isinstance(artifact.content, Prose) else ()
    values = (entry.value.strip() for entry in entries if _NAME_KEY.fullmatch(entry.key.strip(" *:_").lower()))
    return next((value for value in values if 1 < len(value) <= 60 and _WORD.search(value.lower())), "")


def _pictured_name(artifact: Artifact) -> str:
    images = artifact.content.images if isinstance(artifact.content, Prose) else ()
    for image in images[:2]:
        name = SUBTITLE.sub("", re.sub(r"\s*\b(?:logo|banner|icon|image)\b\s*", " ", image.text, flags=re.I)).strip()
        if image.section == 0 and "badge" not in image.source and re.fullmatch(r"[A-Z][\w.-]*(?: [\w.-]+){0,3}", name):
            return name
    return ""


def _declared_name(artifact: Artifact) -> str:
    content = artifact.content
    root: Node | None = content.front_matter if isinstance(content, Prose) else None
    if isinstance(content, Structured):
        root = content.root.get("name")
        return _stated(root)
    if root is None:
        return ""
    index = root.get("model-index")
    first = index.value[0].get("name") if index is not None and isinstance(index.value, list) and index.value else None
    return next(filter(None, map(_stated, (*map(root.get, ("model_name", "name", "title")), first))), "")


def _stated(node: Node | None) -> str:
    """Return the text of a node, empty if there is none or only what a template left."""
    text = node.value.strip() if node is not None and isinstance(node.value, str) else ""
    return text if text and state_of(text) is not State.PLACEHOLDER else ""


def _title_fallback(candidates: list[Artifact]) -> str:
    titles = (artifact.title for artifact in candidates if artifact.kind not in _ABOUT_TERMS)
    return next((name for title in titles if (name := name_in_title(title))), ".")
