"""Where the models of a repository are: at its cards, or in the directories that hold a model's files."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from gpai_lint.artifacts.content import MODEL_KEYS
from gpai_lint.artifacts.interface import Prose
from gpai_lint.evidence.introduction import introduced_name
from gpai_lint.evidence.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gpai_lint.artifacts.interface import Artifact
    from gpai_lint.configuration.interface import Configuration

#: Kinds of files that hold a model or tell how it is built.
MACHINE = frozenset({"model_config", "generation_config", "weights_index", "weights"})
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


#: What tells a generation of a family from the first, at the end of its name: ``2``, ``v1.5``.
_GENERATION = re.compile(r"v?\d+(?:\.\d+)*\Z")
#: Directories that trainers write as they go: ``checkpoint-500``, ``lark-epoch_3``.
_SNAPSHOT = Pattern(r"(?P<run>.*?)(?:checkpoint|ckpt|epoch|step)s?[-_]?(?P<number>\d{1,9})")


@dataclass(slots=True, eq=False, repr=False)
class Place:
    """Where a model lives: its path, its directory, and the artifacts that are about it alone."""

    path: str
    directory: PurePosixPath
    own: list[int] = field(default_factory=list)


def places_of(artifacts: Sequence[Artifact]) -> list[Place]:
    """Return the places of the models that the files show, in no particular order."""
    machine = {PurePosixPath(artifact.path).parent for artifact in artifacts if artifact.kind in MACHINE}
    generations = _generations(artifacts)
    cards = [n for n, artifact in enumerate(artifacts) if artifact.kind == "model_card" or n in generations]
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
    places: list[Place] = []
    chosen = _last_snapshots(chosen, artifacts)
    for own in _versions(sorted(chosen), artifacts):
        path = PurePosixPath(artifacts[own[0]].path)
        alone = all(other in own or PurePosixPath(artifacts[other].path).parent != path.parent for other in chosen)
        places.append(Place(str(path.parent) if alone else str(path), path.parent, own))
    directories = {place.directory for place in places}
    for artifact in artifacts:
        directory = PurePosixPath(artifact.path).parent
        if artifact.kind == "hub_metadata" and not directories & {directory, *directory.parents}:
            places.append(Place(str(directory), directory))
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
        return [Place(str(directory), directory) for directory in heads]
    return []


def _generations(artifacts: Sequence[Artifact]) -> frozenset[int]:
    """Return the READMEs of the generations of one family, each in a folder of its own: ``lark/`` and ``lark2/``.

    Such a README names its model as the folder is called. A folder whose name no other shares, nor the README at the
    root, may hold what others made.
    """
    readmes = [n for n, row in enumerate(artifacts) if row.kind in {"readme", "model_card"} and _is_readme(row)]
    families: dict[str, list[int]] = {}
    roots: set[str] = set()
    for index in readmes:
        artifact = artifacts[index]
        *folders, _ = PurePosixPath(artifact.path).parts
        called = [name for name in (introduced_name(artifact), artifact.title) if name]
        if not folders:
            roots.update(_stem(name.split()[0]) for name in called)
        elif len(folders) == 1 and any(_letters(name).startswith(_letters(folders[0])) for name in called):
            families.setdefault(_stem(folders[0]), []).append(index)
    alone = all("/" in artifacts[index].path for index in readmes)
    found: set[int] = set()
    for stem, members in families.items():
        names = {_letters(PurePosixPath(artifacts[index].path).parts[0]) for index in members}
        if len(stem) >= 3 and names != {stem} and (len(names) > 1 or alone or stem in roots):
            found.update(members)
    return frozenset(found)


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9.]+", "", text.lower())


def _stem(name: str) -> str:
    return _GENERATION.sub("", _letters(name))


def _last_snapshots(chosen: Sequence[int], artifacts: Sequence[Artifact]) -> list[int]:
    """Return the cards without those of earlier snapshots of one training run, which lie side by side."""
    numbers: dict[PurePosixPath, int] = {}
    snapshots: dict[int, tuple[PurePosixPath, int]] = {}
    for index in chosen:
        directory = PurePosixPath(artifacts[index].path).parent
        match = _SNAPSHOT.fullmatch(directory.name)
        if match:
            run = directory.with_name(match["run"] or "snapshot")
            snapshots[index] = run, int(match["number"])
            numbers[run] = max(numbers.get(run, 0), int(match["number"]))
    return [index for index in chosen if index not in snapshots or numbers[snapshots[index][0]] == snapshots[index][1]]


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


def holds_data_alone(artifacts: Sequence[Artifact], configuration: Configuration) -> bool:
    """Tell whether a repository introduces itself as a data set and nothing in it is about a model."""
    introduced = any(artifact.kind == "data_card" and _is_readme(artifact) for artifact in artifacts)
    return introduced and {artifact.kind for artifact in artifacts} <= _DATA_ONLY and not configuration.documents


def _summarised(artifacts: Sequence[Artifact]) -> list[Place]:
    """Return a model for each of several training summaries, where nothing but them shows that there are models.

    Versions in several formats have one name, and are one summary.
    """
    if any(artifact.kind in MACHINE for artifact in artifacts):
        return []
    summaries: dict[str, list[int]] = {}
    for index, artifact in enumerate(artifacts):
        if artifact.kind == "training_content_summary":
            summaries.setdefault(str(PurePosixPath(artifact.path).with_suffix("")).lower(), []).append(index)
    if len(summaries) < 2:
        return []
    return [
        Place(artifacts[indexes[0]].path, PurePosixPath(artifacts[indexes[0]].path).parent, indexes)
        for indexes in summaries.values()
    ]


def _is_readme(artifact: Artifact) -> bool:
    return PurePosixPath(artifact.path).name.lower().startswith("readme")


def _is_hub_card(artifact: Artifact) -> bool:
    front = artifact.content.front_matter if isinstance(artifact.content, Prose) else None
    return front is not None and isinstance(front.value, dict) and bool(MODEL_KEYS & front.value.keys())
