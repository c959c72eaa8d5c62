"""Turn the symbolic place of a finding into a line and a column: symbolic first, concrete last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gpai_lint.artifacts.interface import Prose
from gpai_lint.findings.placement import Places, one_line
from gpai_lint.findings.quotation import narrow
from gpai_lint.findings.verdicts import configuration_pointer, node_location
from gpai_lint.location import Location, Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gpai_lint.evidence.interface import Evidence
    from gpai_lint.findings.verdicts import ConfigurationPlaces


class Locator:
    """Resolves the places of the findings of one run.

    ``document`` is the input document that the policies saw.
    """

    def __init__(self, document: Mapping[str, Any], evidence: Evidence, configuration: ConfigurationPlaces) -> None:
        """Prepare for the findings of one run."""
        self._document = document
        self._evidence = evidence
        self._configuration = configuration
        self._places = Places(evidence)

    def locate(self, finding: Mapping[str, Any]) -> Location:
        """Return the place of a finding as policies report it; always within one line.

        ``at`` is a path into the input document: its node's location, or that of the nearest ancestor that has one.
        ``missing`` names a field that is stated nowhere: the place where the text belongs, which is that of ``at``
        where it leads to a section or a fact, and else looked for in the document that ``at`` leads to. ``quote`` is a
        passage of the section that ``at`` leads to: its line instead of the heading's. ``location`` is a place that is
        settled already, as for a policy that sees one file at a time.
        """
        if finding.get("location"):
            return _location(finding["location"])
        model = finding.get("model")
        path: Sequence[str | int] = finding.get("at") or []
        if finding.get("missing") and not ({"sections", "facts"} & {*path}):
            return self._places.absent(
                finding["missing"], model, finding.get("requirements", ()), self._document_of(path)
            )
        place = self.resolve(path, model)
        return self._quoted(place, path, finding["quote"]) if finding.get("quote") else place

    def resolve(self, path: Sequence[str | int], model: int | None) -> Location:
        """Return the place of a node of the input document; what is about all models stands in the first one's card."""
        if list(path) == ["models"] and self._document["models"]:
            path = self._card(0 if model is None else model)
        pointer = configuration_pointer(self._document, path)
        place = self._configuration(pointer) if pointer is not None else None
        if place is None:
            found = node_location(self._document, path)
            place = _location(found) if found is not None else None
        if place is None or not place.file:
            return self._somewhere(model)
        return one_line(place, self._evidence)

    def _quoted(self, place: Location, path: Sequence[str | int], quote: str) -> Location:
        """Return the line of a section that a finding quotes."""
        document = self._document_of(path)
        section = path[3] if len(path) == 4 and path[2] == "sections" else None
        artifact = self._evidence.documents[document].artifact if document is not None else None
        if artifact is None or not isinstance(artifact.content, Prose) or not isinstance(section, int):
            return place
        return narrow(place, quote, artifact.content, section) if section < len(artifact.content.sections) else place

    def _document_of(self, path: Sequence[str | int]) -> int | None:
        """Return the document that a path leads into."""
        if len(path) >= 2 and path[0] == "documents" and isinstance(path[1], int):
            return path[1] if 0 <= path[1] < len(self._evidence.documents) else None
        return None

    def _card(self, model: int) -> Sequence[str | int]:
        """Return the path to a model's card, to the model itself if it has none."""
        for index in self._document["models"][model]["documents"]:
            if self._document["documents"][index]["kind"] == "model_card":
                return ("documents", index)
        return ("models", model)

    def _somewhere(self, model: int | None) -> Location:
        models = self._evidence.models
        if model is None and models:
            model = 0
        return self._places.absent("model.name", model)


def _location(found: Mapping[str, Any]) -> Location:
    span = Span(found["line"], found["column"], found["end_line"], found["end_column"])
    return Location(found["file"], span, found.get("page"), found.get("anchor", ""))
