"""Tell new findings from known ones: against a baseline, or against another commit."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from gpai_lint.findings.absences import Absences
from gpai_lint.findings.build import structural_key
from gpai_lint.findings.interface import Gone, Level, Result, Status
from gpai_lint.findings.sources import Sources

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

    from gpai_lint.findings.interface import Finding


@dataclass(frozen=True, slots=True)
class Known:
    """A finding of the past: what is needed to recognise it and to speak of it.

    ``anchor`` is its structural anchor, ``text`` a digest of the line it stood on, both empty where there was none.
    ``requirements`` are what an absence leaves unmet, empty for a finding of any other kind.
    """

    rule: str
    name: str
    level: Level
    file: str
    anchor: str
    model: str
    text: str
    message: str
    fingerprint: str
    requirements: tuple[str, ...] = ()


def known_findings(result: Result) -> list[Known]:
    """Return the findings of a result as another one will be compared with them."""
    sources = Sources(result.evidence, result.tree)
    return [known(finding, sources) for finding in result.findings]


def known(finding: Finding, sources: Sources) -> Known:
    """Return a finding in the form in which it is remembered."""
    rule, file, anchor = structural_key(finding)
    return Known(
        rule=rule,
        name=finding.rule.name,
        level=finding.level,
        file=file,
        anchor=anchor,
        model=finding.model,
        text="" if finding.details.get("missing") else _digest(sources.line(finding.location)),
        message=finding.message,
        fingerprint=finding.fingerprint,
        requirements=finding.requirements if finding.details.get("missing") else (),
    )


def _digest(line: str) -> str:
    words = " ".join(line.split())
    return sha256(words.encode("utf-8", "surrogateescape")).hexdigest()[:16] if words else ""


def moved(past: Iterable[Known], renames: Mapping[str, str]) -> list[Known]:
    """Return known findings with the names that their files (and their models' folders) have now."""
    folders = _renamed_folders(renames)
    return [
        replace(
            row,
            file=renames.get(row.file, row.file),
            model=renames.get(row.model, folders.get(row.model, row.model)),
        )
        for row in past
    ]


def _renamed_folders(renames: Mapping[str, str]) -> dict[str, str]:
    folders: dict[str, str] = {}
    for old, new in renames.items():
        if posixpath.basename(old) == posixpath.basename(new):
            folders[posixpath.dirname(old) or "."] = posixpath.dirname(new) or "."
    return folders


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
    has become graver than it was known, or that names more that is missing, is new as well, for nobody accepted that.
    What is known and found no more is ``gone``. ``words`` says what the result is compared with.
    """
    sources = Sources(result.evidence, result.tree)
    present = [known(finding, sources) for finding in result.findings]
    absences = Absences(past, present, result.rules)
    there = {entry.path for entry in result.tree.files()} if result.tree else set()
    matches = _match(present, past, absences, there)
    findings = []
    for index, finding in enumerate(result.findings):
        before = past[matches[index]] if index in matches else None
        findings.append(_marked(finding, before, absences.grown(present[index])))
    used = set(matches.values())
    gone = tuple(
        Gone(row.rule, row.name, row.file, row.message, row.fingerprint)
        for index, row in enumerate(past)
        if index not in used
    )
    return replace(
        result,
        findings=tuple(findings),
        gone=gone,
        fixed=len(gone),
        compared_with=" and ".join(filter(None, (result.compared_with, words))),
    )


def _marked(finding: Finding, before: Known | None, grown: bool) -> Finding:
    if finding.new is False:
        # What an earlier comparison recognised stays known.
        return finding
    if before is None:
        return replace(finding, new=True)
    if finding.level.rank < before.level.rank or grown:
        return replace(finding, new=True, details={**finding.details, "was": before})
    status = Status.BASELINE if finding.status is Status.ACTIVE else finding.status
    return replace(finding, new=False, status=status)


def _match(present: Sequence[Known], past: Sequence[Known], absences: Absences, there: set[str]) -> dict[int, int]:
    """Return for each finding that is recognised the index of the known one; ``there`` are the files there are.

    Each is used once, but for one on several missing items that has come apart.
    """

    stayed = {row.file for row in past} & there

    def in_renamed_file(row: Known) -> Hashable:
        # A baseline knows of no renames: the same text at the same place, from a file that went in one that came.
        return (row.rule, row.anchor, row.text) if row.text and row.file not in stayed else None

    matches: dict[int, int] = {}
    free = dict.fromkeys(range(len(past)))
    for key_of in (*_RECOGNITIONS, in_renamed_file):
        waiting: dict[Hashable, list[int]] = {}
        for index in free:
            waiting.setdefault(key_of(past[index]), []).append(index)
        for index, row in enumerate(present):
            key = key_of(row)
            if index in matches or key is None or not waiting.get(key):
                continue
            matches[index] = waiting[key].pop(0)
            del free[matches[index]]
    for index, row in enumerate(present):
        origin = absences.origin(row, free) if index not in matches else None
        if origin is not None:
            matches[index] = origin
            free.pop(origin, None)
    return matches
