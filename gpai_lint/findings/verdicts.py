"""The verdicts of the policies, with their evidence resolved to places in files."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a scope question: ``yes``, ``no`` or ``unknown``, why, and on which legal basis."""

    question: str
    answer: str
    why: str
    basis: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict on one requirement: ``met``, ``not_met``, ``undecidable`` or ``not_applicable``.

    ``evidence`` holds (file, line) pairs; ``rules`` the ids of the rules that decide it.
    """

    id: str
    chapter: str
    title: str
    official_ref: str
    verdict: str
    why: str
    evidence: tuple[tuple[str, int], ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ModelStatus:
    """Scope and verdicts of one model."""

    path: str
    name: str
    scope: tuple[Answer, ...]
    verdicts: tuple[Verdict, ...]

    def counts(self) -> Counter[str]:
        """Return how many requirements have each verdict."""
        return Counter(row.verdict for row in self.verdicts)


def build_status(
    document: Mapping[str, Any],
    scope: Sequence[Mapping[str, Any]],
    status: Sequence[Sequence[Mapping[str, Any]]],
    requirements: Mapping[str, Mapping[str, Any]],
) -> tuple[ModelStatus, ...]:
    """Join the policies' answers with the catalogue of requirements, for every model of the input document."""
    return tuple(
        ModelStatus(
            path=model["path"],
            name=model["name"],
            scope=tuple(
                Answer(question, row["answer"], row["why"], row["basis"]) for question, row in scope[index].items()
            ),
            verdicts=tuple(_verdict(row, document, requirements.get(row["id"], {})) for row in status[index]),
        )
        for index, model in enumerate(document["models"])
    )


def _verdict(row: Mapping[str, Any], document: Mapping[str, Any], requirement: Mapping[str, Any]) -> Verdict:
    return Verdict(
        id=row["id"],
        chapter=requirement.get("chapter", ""),
        title=requirement.get("title", ""),
        official_ref=requirement.get("official_ref", ""),
        verdict=row["verdict"],
        why=row["why"],
        evidence=tuple(dict.fromkeys(_places(row["evidence"], document))),
        rules=tuple(row["rules"]),
    )


def _places(paths: Sequence[Sequence[str | int]], document: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    for path in paths:
        location = node_location(document, path)
        if location is not None:
            yield location["file"], location["line"]


def node_location(document: Mapping[str, Any], path: Sequence[str | int]) -> Mapping[str, Any] | None:
    """Return the ``location`` of the node of the input document under ``path``, or of its nearest ancestor."""
    node: Any = document
    found: Mapping[str, Any] | None = None
    for step in path:
        children = dict(enumerate(node)) if isinstance(node, list) else node
        if not isinstance(children, dict) or step not in children:
            break
        node = children[step]
        if isinstance(node, dict) and "location" in node:
            found = node["location"]
    return found
