"""Findings that stand at several places: the same is wrong at each of them, and each has a message of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gpai_lint.findings.interface import Finding
    from gpai_lint.location import Location


def places(finding: Finding) -> tuple[Location, ...]:
    """Return the places at which a finding stands, its own first."""
    return (finding.location, *finding.occurrences)


def in_order(finding: Finding) -> Finding:
    """Return a finding shown at the first of its places in the order of files and lines."""
    there = places(finding)
    return at_places(finding, sorted(range(len(there)), key=lambda index: position(there[index])))


def position(location: Location) -> tuple[str, int, int]:
    """Return the key by which places are sorted: file, line, column."""
    return location.file, location.span.line, location.span.column


def at_places(finding: Finding, chosen: Sequence[int]) -> Finding:
    """Return a finding at some of its places (indexes of :func:`places`), shown at the first of them."""
    there = places(finding)
    if list(chosen) == list(range(len(there))):
        return finding
    own, *others = (there[index] for index in chosen)
    said = {location: message for message, location in finding.related}
    said[finding.location] = finding.message
    kept = [(message, location) for message, location in finding.related if location not in finding.occurrences]
    return finding._replace(
        location=own,
        message=said[own],
        related=(*kept, *((said[location], location) for location in others)),
        occurrences=tuple(others),
    )
