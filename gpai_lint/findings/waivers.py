"""Waivers: findings that somebody accepts for a time, with a reason."""

from __future__ import annotations

import datetime
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from gpai_lint.errors import UsageError
from gpai_lint.findings.build import identified
from gpai_lint.findings.interface import Finding, Level, Result, Status, Waiving
from gpai_lint.findings.places import at_places, places
from gpai_lint.findings.selection import rule_id
from gpai_lint.findings.tool_rules import ENDING_WAIVER, UNUSED_WAIVER
from gpai_lint.location import Location, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from gpai_lint.configuration.interface import Configuration
    from gpai_lint.findings.selection import Selection
    from gpai_lint.policy.interface import RuleMetadata
    from gpai_lint.policy.loosening import Loosening

#: So many days before its end a waiver is noted.
NOTICE_DAYS = 30


class Waiver(NamedTuple):
    """A waiver of one rule.

    ``covers`` tells whether it reaches a place, and what is missing there (empty for nothing). ``waiving`` is what
    reports say about it; its ``until`` is the last day on which it holds, empty for none. One that is ``general`` was
    given for many repositories, so that it is no mistake if it hides nothing in one of them.
    """

    rule: str
    waiving: Waiving
    covers: Callable[[Location, str], bool]
    general: bool = False

    def ended(self, as_of: str) -> bool:
        """Return whether the waiver holds no more on a day (YYYY-MM-DD)."""
        return bool(self.waiving.until) and self.waiving.until < as_of

    def ends_soon(self, as_of: str) -> bool:
        """Return whether the waiver ends within the days of notice."""
        if not self.waiving.until or self.ended(as_of):
            return False
        last = datetime.date.fromisoformat(as_of) + datetime.timedelta(days=NOTICE_DAYS)
        return self.waiving.until <= last.isoformat()


def declared_waivers(configuration: Configuration, rules: Mapping[str, RuleMetadata], root: Path) -> list[Waiver]:
    """Return the waivers of the configuration, or of the file it names, for a check of ``root``.

    Raises ``UsageError`` with the waiver's place for an unknown rule (with the nearest name), a blank reason, and a
    date that does not exist.
    """
    return [
        _declared(entry, f"/waivers/{index}", configuration, rules, root)
        for index, entry in enumerate(configuration.values.get("waivers", ()))
    ]


def pack_waivers(loosened: Iterable[Loosening]) -> list[Waiver]:
    """Return the waivers that packs give and the configuration allows them."""
    return [
        Waiver(row.subject, Waiving(row.reason, row.location, owner=f"pack {row.pack}"), lambda *_: True, general=True)
        for row in loosened
        if row.kind == "waivers"
    ]


def _declared(
    entry: Mapping[str, Any],
    pointer: str,
    configuration: Configuration,
    rules: Mapping[str, RuleMetadata],
    root: Path,
) -> Waiver:
    def place(key: str) -> Location:
        return configuration.locate(f"{pointer}/{key}") or Location(configuration.file, Span(1, 1, 1, 1))

    waiving = Waiving(
        reason=reason_of(entry["reason"], place("reason")),
        location=place("rule"),
        owner=entry.get("owner", ""),
        ticket=entry.get("ticket", ""),
        until=day(entry.get("until", ""), place("until")),
    )
    reaches = _path_matcher(entry.get("path", ""), root, (root / configuration.file).parent.resolve())
    anchor = entry.get("anchor", "")

    def covers(place: Location, missing: str) -> bool:
        return reaches(place.file) and (not anchor or missing == anchor or _below(place.anchor, anchor))

    return Waiver(rule_id(entry["rule"], rules, place("rule")), waiving, covers)


def reason_of(text: str, place: Location) -> str:
    """Return a waiver's reason; raise ``UsageError`` if there is none: nobody could judge the waiver later."""
    reason = " ".join(text.split())
    if not any(map(str.isalpha, reason)):
        raise UsageError("The waiver gives no reason.", place, "Say why the finding is accepted.")
    return reason


def day(text: str, place: Location) -> str:
    """Return a date as it is written, or an empty text; raise ``UsageError`` for a day that does not exist."""
    try:
        return datetime.date.fromisoformat(text).isoformat() if text else ""
    except ValueError as error:
        raise UsageError(f"'{text}' is no day.", place, "Write it as YYYY-MM-DD.") from error


def _path_matcher(pattern: str, root: Path, folder: Path) -> Callable[[str], bool]:
    """Return a function that tells whether a file below ``root`` matches a ``.gitignore`` pattern below ``folder``."""
    if not pattern:
        return lambda _: True
    import pathspec  # noqa: PLC0415 - only a repository with waivers for paths pays for the import

    spec = pathspec.PathSpec.from_lines("gitignore", [pattern if "/" in pattern else f"/{pattern}"])

    def matches(file: str) -> bool:
        below = Path(os.path.relpath(root.resolve() / file, folder)).as_posix()
        return not below.startswith("../") and spec.match_file(below)

    return matches


def _below(own: str, anchor: str) -> bool:
    return own == anchor or own.startswith(anchor.rstrip("/") + "/")


def apply_waivers(result: Result, waivers: Iterable[Waiver], selection: Selection, whole: bool = True) -> Result:
    """Return the result with waived findings marked, and with findings about the waivers themselves.

    A waiver that has ended hides nothing; the finding names it. One that ends soon is a note. One that covers nothing
    is a warning, unless its rule does not run or only a part of the repository is checked (``whole`` is false). Of a
    finding that stands at several places those that a waiver does not reach are left.
    """
    listed = list(waivers)
    used: set[int] = set()
    findings = [part for finding in result.findings for part in _waived(finding, listed, used, result.as_of)]
    about = []
    for index, waiver in enumerate(listed):
        if not selection.runs(waiver.rule):
            continue
        if index not in used and whole and not waiver.general:
            about.append(_unused(waiver, result))
        elif index in used and waiver.ends_soon(result.as_of):
            about.append(_ends_soon(waiver, result))
    kept = [finding for finding in about if selection.runs(finding.rule.id)]
    if not kept and len(findings) == len(result.findings):
        return result._replace(findings=tuple(findings))
    return result._replace(findings=identified([*findings, *kept]))


def _waived(finding: Finding, waivers: Sequence[Waiver], used: set[int], as_of: str) -> Iterator[Finding]:
    """Yield the finding, in parts where waivers reach some of its places and not others."""
    parts: dict[int | None, list[int]] = {}
    ended: dict[int, Waiving] = {}
    for index, place in enumerate(places(finding)):
        fitting = [
            number
            for number, waiver in enumerate(waivers)
            if waiver.rule == finding.rule.id and waiver.covers(place, finding.details.get("missing", ""))
        ]
        used.update(fitting)
        holding = [number for number in fitting if not waivers[number].ended(as_of)]
        parts.setdefault(holding[0] if holding else None, []).append(index)
        if fitting and not holding:
            ended.setdefault(fitting[0], waivers[fitting[0]].waiving)
    for number, chosen in parts.items():
        part = at_places(finding, chosen)
        if number is not None:
            yield part._replace(status=Status.WAIVED, waiver=waivers[number].waiving)
        else:
            told = [(f"The waiver of this finding ended on '{row.until}'.", row.location) for row in ended.values()]
            yield part._replace(related=(*part.related, *told))


def _unused(waiver: Waiver, result: Result) -> Finding:
    name = result.rules[waiver.rule].name if waiver.rule in result.rules else waiver.rule
    message = f"The waiver of '{name}' hides no finding."
    return _about(waiver, UNUSED_WAIVER, message)


def _ends_soon(waiver: Waiver, result: Result) -> Finding:
    name = result.rules[waiver.rule].name if waiver.rule in result.rules else waiver.rule
    return _about(waiver, ENDING_WAIVER, f"The waiver of '{name}' ends on '{waiver.waiving.until}'.")


def _about(waiver: Waiver, rule: RuleMetadata, message: str) -> Finding:
    location = waiver.waiving.location
    return Finding(
        rule=rule,
        level=Level(rule.level),
        message=message,
        remediation=rule.remediation,
        location=location._replace(anchor=f"waiver:{waiver.rule}"),
        model="",
        requirements=(),
        fingerprint="",
    )
