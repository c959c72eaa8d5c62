"""Findings of the past, in the form in which they are remembered: what recognises them after the files have changed."""

from __future__ import annotations

import posixpath
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from gpai_lint.findings.build import structural_key
from gpai_lint.findings.places import in_order
from gpai_lint.findings.sources import Sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from gpai_lint.findings.interface import Finding, Level, Result


class Place(NamedTuple):
    """A place of a finding: its file, its structural anchor, and a digest of its line, empty where there is none."""

    file: str
    anchor: str
    text: str


class Known(NamedTuple):
    """A finding of the past: what is needed to recognise it and to speak of it.

    ``anchor`` is its structural anchor, ``text`` a digest of the line it stood on, both empty where there was none.
    ``requirements`` are what an absence leaves unmet, empty for a finding of any other kind. ``occurrences`` are the
    other places at which the same was wrong.
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
    occurrences: tuple[Place, ...] = ()

    @property
    def places(self) -> tuple[Place, ...]:
        """Return all places at which it was wrong, its own first; those in its own file without the file's name."""
        rows = (Place(self.file, self.anchor, self.text), *self.occurrences)
        return tuple(row._replace(file="") if row.file == self.file else row for row in rows)


def known_findings(result: Result) -> list[Known]:
    """Return the findings of a result as another one will be compared with them."""
    sources = Sources(result.evidence, result.tree)
    return [known(finding, sources) for finding in result.findings]


def known(finding: Finding, sources: Sources) -> Known:
    """Return a finding in the form in which it is remembered."""
    finding = in_order(finding)
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
        occurrences=tuple(Place(at.file, at.anchor, _digest(sources.line(at))) for at in finding.occurrences),
    )


def _digest(line: str) -> str:
    words = " ".join(line.split())
    return sha256(words.encode("utf-8", "surrogateescape")).hexdigest()[:16] if words else ""


def moved(past: Iterable[Known], renames: Mapping[str, str]) -> list[Known]:
    """Return known findings with the names that their files (and their models' folders) have now."""
    folders = _renamed_folders(renames)
    return [
        row._replace(
            file=renames.get(row.file, row.file),
            model=renames.get(row.model, folders.get(row.model, row.model)),
            occurrences=tuple(at._replace(file=renames.get(at.file, at.file)) for at in row.occurrences),
        )
        for row in past
    ]


def _renamed_folders(renames: Mapping[str, str]) -> dict[str, str]:
    folders: dict[str, str] = {}
    for old, new in renames.items():
        if posixpath.basename(old) == posixpath.basename(new):
            folders[posixpath.dirname(old) or "."] = posixpath.dirname(new) or "."
    return folders
