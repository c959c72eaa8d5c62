"""Tell new findings from known ones: against a baseline, or against another commit."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from gpai_lint.findings.absences import Absences
from gpai_lint.findings.build import order
from gpai_lint.findings.interface import Gone, Status
from gpai_lint.findings.known import known
from gpai_lint.findings.places import at_places, in_order
from gpai_lint.findings.sources import Sources

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from gpai_lint.findings.interface import Finding, Result
    from gpai_lint.findings.known import Known, Place

Row = TypeVar("Row")


#: By what one of several places of a finding is recognised: all of it, its text wherever in the file that stands, its
#: place in the document's structure.
_PLACE_RECOGNITIONS: tuple[Callable[[Place], Hashable], ...] = (
    lambda place: place,
    lambda place: (place.file, place.text) if place.text else None,
    lambda place: (place.file, place.anchor),
)

#: By what a finding is recognised, the surest first: the same place of the same model, the same place, the same text
#: elsewhere in the file (a paragraph that moved), the same absence in another file of the model.
_RECOGNITIONS: tuple[Callable[[Known], Hashable], ...] = (
    lambda row: (row.rule, row.file, row.anchor, row.model, row.text),
    lambda row: (row.rule, row.file, row.anchor, row.model),
    lambda row: (row.rule, row.file, row.anchor),
    lambda row: (row.rule, row.file, row.text) if row.text else None,
    lambda row: (row.rule, row.model, row.anchor) if row.anchor.startswith("missing:") else None,
)


def compare(result: Result, past: Sequence[Known], words: str) -> Result:
    """Return the result with every finding marked as new or known, known ones out of the count.

    Each known finding accounts for one finding: a second violation of the same rule elsewhere is new. A finding that
    has become graver than it was known, that names more that is missing or that stands at one more place is new as
    well, for nobody accepted that; it is then shown at the place that was added. What is known and found no more is
    ``gone``. ``words`` says what the result is compared with.
    """
    sources = Sources(result.evidence, result.tree)
    present = [known(finding, sources) for finding in result.findings]
    absences = Absences(past, present, result.rules)
    there = {entry.path for entry in result.tree.files()} if result.tree else set()
    matches = _match(present, past, absences, there)
    findings = []
    for index, finding in enumerate(map(in_order, result.findings)):
        before = past[matches[index]] if index in matches else None
        added = [] if before is None else _added(present[index], before)
        marked = _marked(finding, before, bool(added) or absences.grown(present[index]))
        rest = (place for place in range(len(present[index].places)) if place not in added)
        findings.append(at_places(marked, [*added, *rest]) if marked.new and added else marked)
    used = set(matches.values())
    gone = tuple(
        Gone(row.rule, row.name, row.file, row.message, row.fingerprint)
        for index, row in enumerate(past)
        if index not in used
    )
    return result._replace(
        findings=tuple(sorted(findings, key=order)),
        gone=gone,
        fixed=len(gone),
        compared_with=" and ".join(filter(None, (result.compared_with, words))),
    )


def _marked(finding: Finding, before: Known | None, grown: bool) -> Finding:
    if finding.new is False:
        # What an earlier comparison recognised stays known.
        return finding
    if before is None:
        return finding._replace(new=True)
    if finding.level.rank < before.level.rank or grown:
        return finding._replace(new=True, details={**finding.details, "was": before})
    status = Status.BASELINE if finding.status is Status.ACTIVE else finding.status
    return finding._replace(new=False, status=status)


def _added(row: Known, before: Known) -> list[int]:
    """Return the indexes of the places of a finding that it had not before; each of those accounts for one."""
    if not row.occurrences and not before.occurrences:
        return []
    again = _recognised(row.places, before.places, _PLACE_RECOGNITIONS)
    return [index for index in range(len(row.places)) if index not in again]


def _match(present: Sequence[Known], past: Sequence[Known], absences: Absences, there: set[str]) -> dict[int, int]:
    """Return for each finding that is recognised the index of the known one; ``there`` are the files there are.

    Each is used once, but for one on several missing items that has come apart.
    """
    stayed = {row.file for row in past} & there

    def in_renamed_file(row: Known) -> Hashable:
        # A baseline knows of no renames: the same text at the same place, from a file that went in one that came.
        return (row.rule, row.anchor, row.text) if row.text and row.file not in stayed else None

    matches = _recognised(present, past, (*_RECOGNITIONS, in_renamed_file))
    free = dict.fromkeys(index for index in range(len(past)) if index not in set(matches.values()))

    def by_a_place(row: Known) -> int | None:
        return _sharing_a_place(row, past, free)

    def by_what_is_missing(row: Known) -> int | None:
        return absences.origin(row, free)

    for origin_of in (by_a_place, by_what_is_missing):
        for index, row in enumerate(present):
            origin = origin_of(row) if index not in matches else None
            if origin is not None:
                matches[index] = origin
                free.pop(origin, None)
    return matches


def _recognised(
    present: Sequence[Row], past: Sequence[Row], recognitions: Iterable[Callable[[Row], Hashable]]
) -> dict[int, int]:
    """Return for each row that is recognised the index of the past one, each used once; no row is known by ``None``."""
    matches: dict[int, int] = {}
    free = dict.fromkeys(range(len(past)))
    for key_of in recognitions:
        waiting: dict[Hashable, list[int]] = {}
        for index in free:
            waiting.setdefault(key_of(past[index]), []).append(index)
        for index, row in enumerate(present):
            key = key_of(row)
            if index not in matches and key is not None and waiting.get(key):
                matches[index] = waiting[key].pop(0)
                del free[matches[index]]
    return matches


def _sharing_a_place(row: Known, past: Sequence[Known], free: Iterable[int]) -> int | None:
    """Return the index of a past finding whose own place was repaired, while another of its places was not."""
    for index in free:
        before = past[index]
        several = row.occurrences or before.occurrences
        same = (before.rule, before.file, before.model) == (row.rule, row.file, row.model)
        if several and same and len(_added(row, before)) < len(row.places):
            return index
    return None
