"""Waivers: findings that somebody accepts for a time, with a reason."""

from __future__ import annotations

import datetime
import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gpai_lint.errors import UsageError
from gpai_lint.findings.build import identified
from gpai_lint.findings.interface import Finding, Level, Result, Status, Waiving
from gpai_lint.findings.selection import rule_id
from gpai_lint.findings.tool_rules import ENDING_WAIVER, UNUSED_WAIVER
from gpai_lint.location import Location, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from gpai_lint.configuration.interface import Configuration
    from gpai_lint.findings.selection import Selection
    from gpai_lint.policy.interface import RuleMetadata
    from gpai_lint.policy.loosening import Loosening

#: So many days before its end a waiver is noted.
NOTICE_DAYS = 30


@dataclass(frozen=True, slots=True)
class Waiver:
    """A waiver of one rule.

    ``covers`` tells whether it reaches a place. ``waiving`` is what reports say about it; its ``until`` is the last
    day on which it holds, empty for none. One that is ``general`` was given for many repositories, so that it is no
    mistake if it hides nothing in one of them.
    """

    rule: str
    waiving: Waiving
    covers: Callable[[Finding], bool] = field(compare=False)
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
        Waiver(row.subject, Waiving(row.reason, row.location, owner=f"pack {row.pack}"), lambda _: True, general=True)
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

    def covers(finding: Finding) -> bool:
        return reaches(finding.location.file) and (not anchor or _at_anchor(finding, anchor))

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


def _at_anchor(finding: Finding, anchor: str) -> bool:
    """Return whether a finding stands at an anchor, below it, or is the absence of the field that it names."""
    own = finding.location.anchor
    return own == anchor or own.startswith(anchor.rstrip("/") + "/") or finding.details.get("missing") == anchor


def apply_waivers(result: Result, waivers: Iterable[Waiver], selection: Selection, whole: bool = True) -> Result:
    """Return the result with waived findings marked, and with findings about the waivers themselves.

    A waiver that has ended hides nothing; the finding names it. One that ends soon is a note. One that covers nothing
    is a warning, unless its rule does not run or only a part of the repository is checked (``whole`` is false).
    """
    listed = list(waivers)
    used: set[int] = set()
    findings = [_waived(finding, listed, used, result.as_of) for finding in result.findings]
    about = []
    for index, waiver in enumerate(listed):
        if not selection.runs(waiver.rule):
            continue
        if index not in used and whole and not waiver.general:
            about.append(_unused(waiver, result))
        elif index in used and waiver.ends_soon(result.as_of):
            about.append(_ends_soon(waiver, result))
    kept = [finding for finding in about if selection.runs(finding.rule.id)]
    return replace(result, findings=_in_order(findings, kept))


def _in_order(findings: Sequence[Finding], about: Sequence[Finding]) -> tuple[Finding, ...]:
    if not about:
        return tuple(findings)
    return identified([*findings, *about])


def _waived(finding: Finding, waivers: Sequence[Waiver], used: set[int], as_of: str) -> Finding:
    fitting = [
        index for index, waiver in enumerate(waivers) if waiver.rule == finding.rule.id and waiver.covers(finding)
    ]
    used.update(fitting)
    holding = [index for index in fitting if not waivers[index].ended(as_of)]
    if holding:
        return replace(finding, status=Status.WAIVED, waiver=waivers[holding[0]].waiving)
    if not fitting:
        return finding
    ended = waivers[fitting[0]].waiving
    told = (f"The waiver of this finding ended on '{ended.until}'.", ended.location)
    return replace(finding, related=(*finding.related, told))


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
        location=replace(location, anchor=f"waiver:{waiver.rule}"),
        model="",
        requirements=(),
        fingerprint="",
    )
