"""Which models a repository holds, and which of its documents speak of which model.

A model is the smallest unit that gets a verdict of its own: a card, or a directory with a model's files. A document
belongs to the models of its own directory and below it; one that stands in a directory without models belongs to the
models of the nearest directory above that has some. So a licence at the root is shared by all, and one beside a card
is that model's own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from gpai_lint.artifacts.content import MODEL_KEYS
from gpai_lint.artifacts.interface import Prose
from gpai_lint.evidence.interface import Document, Model
from gpai_lint.evidence.model_names import name_in_title, own_name
from gpai_lint.location import Location, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gpai_lint.artifacts.interface import Artifact
    from gpai_lint.configuration.interface import Configuration
    from gpai_lint.evidence.interface import Fact

_MACHINE = frozenset({"model_config", "generation_config", "weights_index", "weights"})
#: Kinds that can stand beside the description of a data set where there is no model.
_DATA_ONLY = frozenset(
    {
        "data_card",
        "license_file",
        "citation",
        "changelog",
        "codeowners",
        "provenance_manifest",
        "security_policy",
        "other",
    }
)
_TOP = Span(1, 1, 1, 1)
#: Words and numbers of a name; a size such as 8B is one word.
_WORD = re.compile(r"\d+(?:\.\d+)?[bmk](?![a-z])|[a-z]+|\d+")
_SIZE = re.compile(r"\d+(?:\.\d+)?\s?[BMKT]", re.IGNORECASE)


@dataclass(slots=True)
class _Place:
    """Where a model lives: its path, its directory, and the artifacts that are about it alone."""

    path: str
    directory: PurePosixPath
    own: list[int] = field(default_factory=list)


def group(
    artifacts: Sequence[Artifact], configuration: Configuration
) -> tuple[tuple[Model, ...], tuple[Document, ...]]:
    """Return the models and the documents of a repository.

    A repository with an artifact has at least one model, unless all that it holds is about a data set. The
    configuration's models and documents come first where it names any: a model of the configuration that no file shows
    exists all the same, at the path that is written there.
    """
    places = _places(artifacts)
    for declared in configuration.models:
        if all(place.path != declared.path for place in places):
            directory = PurePosixPath(declared.path)
            places.append(_Place(declared.path, directory.parent if directory.suffix else directory))
    if artifacts and not places and not _holds_data_alone(artifacts, configuration):
        places.append(_Place(".", PurePosixPath(".")))
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
    models = tuple(
        Model(
            place.path,
            *_name(place, artifacts, configuration),
            tuple(index for index, about in enumerate(belongs) if number in about),
        )
        for number, place in enumerate(places)
    )
    return models, tuple(documents)


def attribute(facts: Sequence[Fact], models: Sequence[Model]) -> list[Fact]:
    """Return the facts with those of shared documents given to the model that their variant names.

    Where a document tells the variants apart by names and some of them are names of models here, a variant with another
    name is a model that is not here, and its facts belong to none.
    """
    sharing = {
        index: tuple(n for n, model in enumerate(models) if index in model.documents)
        for index in {fact.document for fact in facts}
    }
    words = [_words(model.name) for model in models]
    chosen: dict[int, tuple[int, ...]] = {}
    for position, fact in enumerate(facts):
        about = sharing[fact.document]
        if len(about) > 1 and fact.variant:
            said = _words(fact.variant)
            found = [n for n in about if words[n] and _begins(said, words[n])]
            longest = max((len(words[n]) for n in found), default=0)
            chosen[position] = tuple(n for n in found if len(words[n]) == longest)
    named = {facts[position].document for position, found in chosen.items() if found}
    return [
        replace(fact, models=chosen[position], variant=_rest(fact.variant, chosen[position], words))
        if position in chosen and (chosen[position] or (fact.document in named and not _SIZE.fullmatch(fact.variant)))
        else fact
        for position, fact in enumerate(facts)
    ]


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


def _places(artifacts: Sequence[Artifact]) -> list[_Place]:
    machine = {PurePosixPath(artifact.path).parent for artifact in artifacts if artifact.kind in _MACHINE}
    cards = [index for index, artifact in enumerate(artifacts) if artifact.kind == "model_card"]
    named = [index for index in cards if not _is_readme(artifacts[index])]
    chosen = list(named)
    for index in cards:
        if index in named:
            continue
        directory = PurePosixPath(artifacts[index].path).parent
        beside = any(PurePosixPath(artifacts[other].path).parent == directory for other in named)
        below = any(directory in PurePosixPath(artifacts[other].path).parent.parents for other in cards)
        if not beside and (not below or directory in machine or _is_hub_card(artifacts[index])):
            chosen.append(index)
    places: list[_Place] = []
    for own in _versions(sorted(chosen), artifacts):
        path = PurePosixPath(artifacts[own[0]].path)
        alone = all(other in own or PurePosixPath(artifacts[other].path).parent != path.parent for other in chosen)
        places.append(_Place(str(path.parent) if alone else str(path), path.parent, own))
    directories = {place.directory for place in places}
    for artifact in artifacts:
        directory = PurePosixPath(artifact.path).parent
        if artifact.kind == "hub_metadata" and not directories & {directory, *directory.parents}:
            places.append(_Place(str(directory), directory))
            directories.add(directory)
    if places:
        return places
    places = _summarised(artifacts)
    if places:
        return places
    heads = [
        directory for directory in sorted(machine, key=lambda path: path.parts) if not machine & {*directory.parents}
    ]
    indexed = {
        PurePosixPath(artifact.path).parent for artifact in artifacts if artifact.kind in {"weights_index", "weights"}
    }
    if len(heads) > 1 and all(directory in indexed for directory in heads):
        return [_Place(str(directory), directory) for directory in heads]
    return []


def _versions(chosen: Sequence[int], artifacts: Sequence[Artifact]) -> list[list[int]]:
    """Return the cards model by model: READMEs in one directory are one text in several languages or for two sites."""
    cards: list[list[int]] = []
    readmes: dict[PurePosixPath, list[int]] = {}
    for index in chosen:
        directory = PurePosixPath(artifacts[index].path).parent
        if _is_readme(artifacts[index]) and directory in readmes:
            readmes[directory].append(index)
            continue
        cards.append([index])
        if _is_readme(artifacts[index]):
            readmes[directory] = cards[-1]
    return cards


def _holds_data_alone(artifacts: Sequence[Artifact], configuration: Configuration) -> bool:
    """Tell whether a repository introduces itself as a data set and nothing in it is about a model."""
    introduced = any(artifact.kind == "data_card" and _is_readme(artifact) for artifact in artifacts)
    return introduced and {artifact.kind for artifact in artifacts} <= _DATA_ONLY and not configuration.documents


def _summarised(artifacts: Sequence[Artifact]) -> list[_Place]:
    """Return a model for each of several training summaries, where nothing but them shows that there are models.

    Versions in several formats have one name, and are one summary.
    """
    if any(artifact.kind in _MACHINE for artifact in artifacts):
        return []
    summaries: dict[str, list[int]] = {}
    for index, artifact in enumerate(artifacts):
        if artifact.kind == "training_content_summary":
            summaries.setdefault(str(PurePosixPath(artifact.path).with_suffix("")).lower(), []).append(index)
    if len(summaries) < 2:
        return []
    return [
        _Place(artifacts[indexes[0]].path, PurePosixPath(artifacts[indexes[0]].path).parent, indexes)
        for indexes in summaries.values()
    ]


def _is_readme(artifact: Artifact) -> bool:
    return PurePosixPath(artifact.path).name.lower().startswith("readme")


def _is_hub_card(artifact: Artifact) -> bool:
    front = artifact.content.front_matter if isinstance(artifact.content, Prose) else None
    return front is not None and isinstance(front.value, dict) and bool(MODEL_KEYS & front.value.keys())


def _belongs(index: int, artifact: Artifact, places: list[_Place]) -> set[int]:
    """Return the numbers of the models that a document is about."""
    own = {number for number, place in enumerate(places) if index in place.own}
    if own:
        return own
    directory = PurePosixPath(artifact.path).parent
    if artifact.kind in _MACHINE or artifact.kind == "hub_metadata":
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


def _name(place: _Place, artifacts: Sequence[Artifact], configuration: Configuration) -> tuple[str, Location]:
    """Return a model's name and where it stands: the configuration's, the card's own, the title, or the path."""
    declared = next((model for model in configuration.models if model.path == place.path), None)
    location = declared.location if declared else None
    name = declared.name if declared else ""
    candidates = [artifacts[index] for index in place.own]
    for artifact in artifacts:
        if PurePosixPath(artifact.path).parent == place.directory and artifact not in candidates:
            candidates.append(artifact)
    # A model stands in its card, not in the licence that comes first by name.
    candidates.sort(key=lambda artifact: artifact.kind not in {"model_card", "readme", "hub_metadata"})
    for artifact in candidates:
        location = location or Location(artifact.path, artifact.title_span)
        if not name and artifact.kind in {"model_card", "readme", "hub_metadata"}:
            name = own_name(artifact)
    if not name:
        name = PurePosixPath(place.path).stem if place.path != "." else _title_fallback(candidates)
    if location is None:
        location = Location(artifacts[0].path if artifacts else "", _TOP)
    return name, location


def _title_fallback(candidates: list[Artifact]) -> str:
    return next((name for artifact in candidates if (name := name_in_title(artifact.title))), ".")
