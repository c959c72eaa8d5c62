"""Where the text that is missing belongs: one line in the document whose author will have to write it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.artifacts.content import title_of
from gpai_lint.artifacts.interface import Prose, Structured
from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.prose.labels import fields_for
from gpai_lint.evidence.prose.passages import zone_of
from gpai_lint.location import Location, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from gpai_lint.artifacts.interface import Artifact, Node
    from gpai_lint.evidence.interface import Document, Evidence, Fact

#: The kinds of document that answer for a group of requirements, best first. Cards and READMEs take what is left over.
_HOMES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("PS-", ("training_content_summary",)),
    ("MDF-", ("model_documentation_form",)),
    ("T-", ("model_documentation_form",)),
    ("C-", ("copyright_policy", "copyright_policy_summary", "crawler_disclosure", "complaints_procedure")),
    ("S-", ("safety_framework", "model_report", "safety_documentation", "framework_public_summary")),
    ("A-", ("model_report", "safety_framework", "safety_documentation")),
)
_CARDS = ("model_card", "readme")

#: Kinds that nobody writes prose into: the last places in which an absence is reported.
_UNSUITABLE = ("license_file", "model_config", "generation_config", "weights_index", "weights", "changelog", "citation")

#: What the chapter is called in which a group of fields usually stands; the group is the part before the first dot.
_GROUP_TOPICS: Mapping[str, tuple[str, ...]] = {
    "provider": ("provider", "developer", "developed by", "contact", "about"),
    "model": ("model details", "model information", "model description", "model summary", "model overview", "model"),
    "distribution": ("license", "licence", "licensing", "availability", "distribution", "download"),
    "use": ("intended use", "intended uses", "uses", "usage", "use", "how to use"),
    "training": ("training procedure", "training details", "training", "hardware and software", "compute"),
    "inference": ("energy", "environmental impact", "carbon footprint", "inference"),
    "data": ("training data", "training dataset", "training datasets", "data", "datasets", "dataset"),
    "copyright": ("copyright", "intellectual property", "training data", "data"),
    "safety": ("safety", "responsibility safety", "ethical considerations", "risks", "evaluation", "limitations"),
    "document": ("version", "changelog", "history"),
}

#: The group beside which a group is mostly written about, where nothing is said of it and no chapter is about it.
_NEIGHBOURS: Mapping[str, str] = {"inference": "training", "data": "training"}

#: The groups that cards keep in chapters of their own; of the model and its provider they speak everywhere.
_CHAPTERED = frozenset({"training", "data", "inference", "distribution", "use"})

#: Fields whose chapters are about the group, where it has others beside it: what a model runs on is not what it is for.
_MAIN_FIELDS: Mapping[str, tuple[str, ...]] = {"use": ("use.intended", "use.out_of_scope")}

#: What a model is for, and not what it runs on: of that cards speak elsewhere, and nearest to it of the licence.
_PURPOSES = (
    "use.intended",
    "use.out_of_scope",
    "use.limitations",
    "use.acceptable_use_policy",
    "use.integration_types",
)
_TERMS = ("distribution.licence",)

#: Words of headings under which a model is measured: their data is not the data that it learned from.
_MEASURING = frozenset({"evaluation", "evaluations", "benchmark", "benchmarks", "test", "testing", "results"})

#: Words in the ids of fields that no heading holds.
_QUALIFIERS = frozenset({"mwh", "flop", "tco2e", "bytes", "total", "used", "url", "method", "statement", "measures"})

_WORD = re.compile(r"[^\W_]+")


class Places:
    """Finds the place of absences in one repository's evidence."""

    def __init__(self, evidence: Evidence) -> None:
        """Prepare for the absences of one run."""
        self._evidence = evidence

    def absent(
        self, field: str, model: int | None, requirements: Sequence[str] = (), document: int | None = None
    ) -> Location:
        """Return the line on which the text for ``field`` belongs.

        ``model`` is the index of the model that lacks it, ``document`` the document that should hold it where that is
        known. In the first document that answers for the requirements: the heading on the field's topic, for what the
        model is for a statement of its purposes or else its terms, a statement of the same group, the heading on the
        group's topic, the same of the group beside which it is written about, the front matter, the title, line 1.
        """
        indexes = [document] if document is not None else self._documents_of(model, requirements)
        for index in indexes:
            place = self._in_document(field, index)
            if place is not None:
                return place
        if model is not None:
            return one_line(self._evidence.models[model].location, self._evidence)
        return Location(any_file(self._evidence, indexes), Span(1, 1, 1, 1))

    def _in_document(self, field: str, index: int) -> Location | None:
        document = self._evidence.documents[index]
        artifact = document.artifact
        if artifact is None:
            # Known by its address alone: the line that names it is all there is.
            return document.location if document.location.file else None
        group = field.partition(".")[0]
        # Below a heading where the field is not read, what somebody writes would still be missing.
        unread = {*known.outside} if (known := catalogue().fields.get(field)) else set()
        headings = [(title, place) for title, place, zone in _headings(artifact) if zone not in unread]
        return (
            next((place for title, place in headings if field in fields_for(title, "heading")), None)
            or _best([_topic_of(field)], headings)
            or self._beside(field, index)
            or self._of_group(group, index, headings)
            or (self._of_group(_NEIGHBOURS[group], index, headings) if group in _NEIGHBOURS else None)
            or _top(artifact)
        )

    def _beside(self, field: str, index: int) -> Location | None:
        """Return the place beside the purposes of the model or else its terms, for a field that is about those."""
        if field not in _PURPOSES:
            return None
        return self._sibling("use", index, _PURPOSES) or self._sibling("distribution", index, _TERMS)

    def _of_group(self, group: str, index: int, headings: Sequence[tuple[str, Location]]) -> Location | None:
        return self._sibling(group, index) or _best(_topics_of(group), headings)

    def _sibling(self, group: str, index: int, fields: tuple[str, ...] = ()) -> Location | None:
        """Return the last statement of the group under one heading: one about it, else the one that holds most.

        With ``fields``, ids or their beginnings, only statements of these count.
        """
        facts = [
            fact
            for fact in self._evidence.facts
            if fact.document == index
            and fact.field.startswith(fields or f"{group}.")
            and fact.method.value == "declared"
            and fact.location.file == self._evidence.documents[index].path
        ]
        if not facts:
            return None
        under: dict[tuple[str, ...], list[Fact]] = {}
        for fact in facts:
            under.setdefault(fact.heading, []).append(fact)
        crowd = max(
            under.values(),
            key=lambda rows: (
                _nearness(group, rows[0].heading),
                len({row.field for row in rows}),
                -rows[0].location.span.line,
            ),
        )
        return one_line(max((fact.location for fact in crowd), key=lambda place: place.span), self._evidence)

    def _documents_of(self, model: int | None, requirements: Sequence[str]) -> list[int]:
        evidence = self._evidence
        own = range(len(evidence.documents)) if model is None else evidence.models[model].documents
        kinds = [kind for prefix, homes in _HOMES if any(_starts(prefix, requirements)) for kind in homes]

        def rank(index: int) -> tuple[int, int, str]:
            document = evidence.documents[index]
            order = [*kinds, *_CARDS]
            if document.kind in order:
                place = order.index(document.kind)
            else:
                place = len(order) + (document.kind in _UNSUITABLE)
            # A document of the model's own before one that it shares with others.
            return place, sum(index in other.documents for other in evidence.models), document.path

        return sorted(own, key=rank)


def one_line(location: Location, evidence: Evidence) -> Location:
    """Return a location cut to its first line.

    GitHub shows an alert in a pull request only if all its lines were changed there, so a finding claims no more than
    one.
    """
    span = location.span
    if span.line == span.end_line:
        return location
    lines = lines_of(evidence, location.file)
    length = len(lines[span.line - 1]) if 0 < span.line <= len(lines) else span.column - 1
    end = max(span.column, length) + 1
    return Location(location.file, Span(span.line, span.column, span.line, end), location.page, location.anchor)


def lines_of(evidence: Evidence, file: str) -> tuple[str, ...]:
    """Return the text lines that positions in a file refer to, empty if it was not read as text."""
    for document in evidence.documents:
        if document.path == file and document.artifact is not None:
            return document.artifact.content.lines
    return ()


def front_matter_lines(content: Prose) -> range:
    """Return the numbers of the lines from the top to the last before the fence that closes the front matter."""
    first = content.front_matter.span.line if content.front_matter is not None else 1
    for number in range(max(first, 2), len(content.lines) + 1):
        if content.lines[number - 1].rstrip() in {"---", "..."}:
            return range(1, number)
    return range(0)


def any_file(evidence: Evidence, indexes: Sequence[int]) -> str:
    """Return the first path among some documents, else any file of the repository."""
    documents: Iterable[Document] = (evidence.documents[index] for index in indexes)
    named = [document.path or document.location.file for document in documents]
    read = [row.path for row in evidence.unread]
    return next((path for path in [*named, *read] if path), "README.md")


def _starts(prefix: str, requirements: Sequence[str]) -> Iterator[bool]:
    return (requirement.startswith(prefix) for requirement in requirements)


def _topic_of(field: str) -> str:
    """Return what a field is about in the words of its id: ``energy`` for ``training.energy_mwh``."""
    words = field.partition(".")[2].split("_") or [field]
    return " ".join(word for word in words if word not in _QUALIFIERS)


def _topics_of(group: str) -> tuple[str, ...]:
    return _GROUP_TOPICS.get(group, (group.replace("_", " "),))


def _nearness(group: str, titles: Sequence[str]) -> int:
    """Return how near the text under a heading is to a group: 2 in its own chapter, 1 in its neighbour's, else 0."""
    if group not in _CHAPTERED:
        return 0
    if any(_is_about(group, title) for title in titles):
        return 2
    neighbour = _NEIGHBOURS.get(group)
    return int(neighbour is not None and any(_is_about(neighbour, title) for title in titles))


def _is_about(group: str, title: str) -> bool:
    announced = fields_for(title, "heading")
    if group in _MAIN_FIELDS:
        return bool({*announced} & {*_MAIN_FIELDS[group]})
    if any(field.startswith(f"{group}.") for field in announced):
        return True
    words = _words(title)
    return not _measures(words) and any(_contains(words, _words(topic)) for topic in _topics_of(group))


def _measures(words: Sequence[str]) -> bool:
    return bool(_MEASURING & {*words}) and "training" not in words


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _best(topics: Sequence[str], headings: Sequence[tuple[str, Location]]) -> Location | None:
    """Return the heading that one of the topics fits best; of equals the one whose topic comes first, then the first.

    A topic fits a heading that contains its words in their order; the fewer other words the heading has, the better.
    """
    best: tuple[float, int] | None = None
    found: Location | None = None
    for title, place in headings:
        words = _words(title)
        for order, topic in enumerate(topics):
            wanted = _words(topic)
            if not wanted or not _contains(words, wanted) or (_measures(words) and not _measures(wanted)):
                continue
            score = (len(wanted) / len(words), -order)
            if best is None or score > best:
                best, found = score, place
    return found


def _contains(words: Sequence[str], wanted: Sequence[str]) -> bool:
    size = len(wanted)
    return any(list(words[start : start + size]) == list(wanted) for start in range(len(words) - size + 1))


def _headings(artifact: Artifact) -> Iterator[tuple[str, Location, str]]:
    """Yield what a document is divided by, each with its zone: headings of prose, keys of a structured document."""
    content = artifact.content
    if isinstance(content, Prose):
        for section in content.sections:
            if section.level:
                place = _heading_place(artifact.path, content, section.span, section.path)
                yield section.title, place, zone_of(content, section.path)
    elif isinstance(content, Structured):
        yield from ((title, place, "") for title, place in _keys(artifact.path, content.root, depth=3))


def _heading_place(path: str, prose: Prose, span: Span, titles: Sequence[str]) -> Location:
    page = prose.pages[span.line - 1] if 0 < span.line <= len(prose.pages) else None
    return Location(path, _first_line(span, prose.lines), page, "#" + "/".join(titles))


def _keys(path: str, node: Node, depth: int) -> Iterator[tuple[str, Location]]:
    if depth == 0 or not isinstance(node.value, dict):
        return
    for key, child in node.value.items():
        span = child.key_span or child.span
        if span.line == span.end_line:
            yield key.replace("_", " ").replace("-", " "), Location(path, span, anchor=child.pointer)
        yield from _keys(path, child, depth - 1)


def _title_zone(prose: Prose) -> str:
    index = title_of(prose)
    return zone_of(prose, prose.sections[index].path) if index is not None else ""


def _top(artifact: Artifact) -> Location | None:
    """Return the front matter, else the title, else the first line that says something.

    The heading of a chapter with which a document begins, as one on the news, is none.
    """
    content = artifact.content
    if isinstance(content, Prose) and content.front_matter is not None:
        return Location(artifact.path, _first_line(content.front_matter.span, content.lines), anchor="/")
    if artifact.title and not (isinstance(content, Prose) and _title_zone(content)):
        return Location(artifact.path, _first_line(artifact.title_span, content.lines), anchor="#")
    for number, line in enumerate(content.lines, start=1):
        if line.strip():
            page = content.pages[number - 1] if isinstance(content, Prose) and number <= len(content.pages) else None
            return Location(artifact.path, Span.whole_line(number, line), page, "#")
    return None


def _first_line(span: Span, lines: Sequence[str]) -> Span:
    if span.line == span.end_line:
        return span
    length = len(lines[span.line - 1]) if 0 < span.line <= len(lines) else span.column - 1
    return Span(span.line, span.column, span.line, max(span.column, length) + 1)
