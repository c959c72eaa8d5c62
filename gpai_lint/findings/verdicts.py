"""The verdicts of the policies, with their evidence resolved to places in files."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from gpai_lint.location import Location

    #: Finds the place of a JSON pointer (or of its nearest ancestor) in the configuration; None without one.
    ConfigurationPlaces = Callable[[str], "Location | None"]


class Answer(NamedTuple):
    """The answer to a scope question: ``yes``, ``no`` or ``unknown``, why, and on which legal basis."""

    question: str
    answer: str
    why: str
    basis: str


class Verdict(NamedTuple):
    """The verdict on one requirement: ``met``, ``not_met``, ``undecidable`` or ``not_applicable``.

    ``evidence`` holds (file, line) pairs; ``rules`` the ids of the rules that decide it. ``why`` ends with the
    ``remarks``, sentences that other requirements share.
    """

    id: str
    chapter: str
    title: str
    official_ref: str
    verdict: str
    why: str
    evidence: tuple[tuple[str, int], ...]
    rules: tuple[str, ...]
    remarks: tuple[str, ...] = ()

    @property
    def reason(self) -> str:
        """Return what is said of this requirement in particular."""
        return self.why.removesuffix(" ".join(self.remarks)).rstrip()


class ModelStatus(NamedTuple):
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
    configuration: ConfigurationPlaces,
) -> tuple[ModelStatus, ...]:
    """Join the policies' answers with the catalogue of requirements, for every model of the input document."""

    def places(paths: Sequence[Sequence[str | int]]) -> Iterator[tuple[str, int]]:
        for path in paths:
            pointer = configuration_pointer(document, path)
            place = configuration(pointer) if pointer is not None else None
            location = node_location(document, path)
            if place is not None:
                yield place.file, place.span.line
            elif location is not None and pointer is None:
                yield location["file"], location["line"]

    return tuple(
        ModelStatus(
            path=model["path"],
            name=model["name"],
            scope=tuple(
                Answer(question, row["answer"], row["why"], row["basis"]) for question, row in scope[index].items()
            ),
            verdicts=tuple(_verdict(row, places, requirements.get(row["id"], {})) for row in status[index]),
        )
        for index, model in enumerate(document["models"])
    )


def _verdict(
    row: Mapping[str, Any],
    places: Callable[[Sequence[Sequence[str | int]]], Iterator[tuple[str, int]]],
    requirement: Mapping[str, Any],
) -> Verdict:
    return Verdict(
        id=row["id"],
        chapter=requirement.get("chapter", ""),
        title=requirement.get("title", ""),
        official_ref=requirement.get("official_ref", ""),
        verdict=row["verdict"],
        why=row["why"],
        evidence=tuple(dict.fromkeys(places(row["evidence"]))),
        rules=tuple(row["rules"]),
        remarks=tuple(row.get("remarks", ())),
    )


def configuration_pointer(document: Mapping[str, Any], path: Sequence[str | int]) -> str | None:
    """Return the JSON pointer into the configuration for a path into the input document; None if it leads elsewhere.

    What the configuration declares of a model is repeated with the model, and its place is the model's entry.
    """
    if path and path[0] == "configuration":
        return _pointer(path[1:])
    models = document.get("models", [])
    if len(path) >= 3 and path[0] == "models" and path[2] == "declared" and path[1] in range(len(models)):
        entry = models[path[1]]["declared"].get("entry")
        return None if entry is None else _pointer(["models", entry, *path[3:]])
    return None


def _pointer(path: Sequence[str | int]) -> str:
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


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
