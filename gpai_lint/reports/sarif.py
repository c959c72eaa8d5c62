"""The findings as SARIF 2.1.0, for GitHub code scanning and other viewers."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gpai_lint.findings.fingerprint import GITHUB_KEY, KEY
from gpai_lint.findings.interface import Status
from gpai_lint.findings.sources import Sources
from gpai_lint.reports.interface import Report, Style
from gpai_lint.reports.links import Paths, uri
from gpai_lint.reports.sarif_fixes import Fixes
from gpai_lint.reports.sarif_rules import Taxonomies, driver, indexes, sentence, unlinked
from gpai_lint.repository.provenance import provenance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gpai_lint.findings.interface import Finding, Gone, Result
    from gpai_lint.location import Location, Span
    from gpai_lint.policy.interface import RuleMetadata

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
BASE = "SRCROOT"

#: GitHub refuses a run with more results.
MAX_RESULTS = 25_000

#: Other places of a result; a template left as it was holds dozens, and a viewer shows them all at once.
MAX_RELATED = 100

#: Other places that the message links: GitHub shows those alone.
_MAX_LINKS = 5

#: A longer line is a paragraph or data: a snippet of it would make the file large and tell nothing.
_MAX_SNIPPET = 2_000
_CONTEXT_LINES = 2
_BRACKETS = re.compile(r"[\[\]()\\]")


class SarifReport(Report):
    """Active and baseline findings; with ``style.show_waived`` the audit report, with suppressions and fixed ones.

    GitHub shows suppressed results as open alerts, so the file to upload must not hold any.
    """

    def render(self, result: Result, style: Style) -> str:
        """Return one SARIF log with one run."""
        log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_Run(result, style).shape()]}
        return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


class _Run:
    def __init__(self, result: Result, style: Style) -> None:
        self._result = result
        self._style = style
        self._paths = Paths(result)
        self._sources = Sources(result.evidence, result.tree)
        self._fixes = Fixes(result, self._sources)
        self._rules: Sequence[RuleMetadata] = sorted(result.rules.values(), key=lambda rule: rule.id)
        self._indexes = indexes(self._rules)

    def shape(self) -> dict[str, Any]:
        taxonomies = Taxonomies(self._rules)
        results = list(self._results())
        notifications = list(self._notifications(len(results)))
        run: dict[str, Any] = {
            "tool": {"driver": driver(self._rules, taxonomies)},
            "automationDetails": {
                "id": self._category(),
                "description": {"text": "The check of one directory against the General-Purpose AI Code of Practice."},
            },
            "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": notifications}],
            "originalUriBaseIds": {BASE: {"description": {"text": "The top of the repository."}}},
            "columnKind": "unicodeCodePoints",
            "results": results[:MAX_RESULTS],
            "properties": {"asOf": self._result.as_of, "engine": self._result.engine, "packs": [*self._result.packs]},
        }
        if self._result.loosened:
            run["properties"]["loosened"] = [row.as_dict() for row in self._result.loosened]
        if taxonomies.components():
            run["taxonomies"] = taxonomies.components()
        origin = provenance(Path(self._result.root)) if self._result.root else None
        if origin is not None:
            details = {"repositoryUri": origin.repository, "revisionId": origin.revision, "branch": origin.branch}
            run["versionControlProvenance"] = [
                {key: value for key, value in details.items() if value} | {"mappedTo": {"uriBaseId": BASE}}
            ]
        return run

    def _category(self) -> str:
        # Up to the last slash it is the category by which GitHub tells one analysis from another.
        return self._style.category.rstrip("/") + "/" if self._style.category else f"gpai-lint/{self._paths.prefix}"

    def _results(self) -> Iterator[dict[str, Any]]:
        shown = [
            finding
            for finding in self._result.findings
            if finding.status is not Status.WAIVED or self._style.show_waived
        ]
        # Worst first: beyond its limit GitHub keeps what stands first.
        shown.sort(key=lambda finding: finding.level.rank)
        for group in _by_line(shown, self._paths):
            yield self._finding(group)
        if self._style.show_waived:
            for gone in self._result.gone:
                yield self._absent(gone)

    def _finding(self, group: Sequence[Finding]) -> dict[str, Any]:
        finding = group[0]
        shape: dict[str, Any] = {
            "ruleId": finding.rule.id,
            "ruleIndex": self._indexes[finding.rule.id],
            "level": finding.level.value,
            "message": {"text": _message(group) + self._links(finding)},
            "locations": [self._location(finding.location)],
            "partialFingerprints": self._fingerprints(finding),
            "properties": {
                "models": sorted({row.model for row in group if row.model}),
                "requirements": list(finding.requirements),
                "remediation": finding.remediation,
            },
        }
        details = [row.details["policy"] for row in group if "policy" in row.details]
        if details:
            shape["properties"]["details"] = details
        if len(group) > 1:
            shape["occurrenceCount"] = len(group)
            shape["properties"]["fingerprints"] = [row.fingerprint for row in group]
        fixes = self._fixes.of(group, shape["locations"][0]["physicalLocation"]["artifactLocation"])
        if fixes:
            shape["fixes"] = fixes
        if finding.related:
            shape["relatedLocations"] = [
                {"id": number, "message": {"text": sentence(message)}, **self._location(place)}
                for number, (message, place) in enumerate(finding.related[:MAX_RELATED], start=1)
            ]
        if finding.new is not None:
            shape["baselineState"] = "new" if any(row.new for row in group) else "unchanged"
        if finding.waiver is not None and finding.status is Status.WAIVED:
            shape["suppressions"] = [self._suppression(finding)]
        return shape

    def _links(self, finding: Finding) -> str:
        """Return links to the related lines by their numbers; a path of the repository makes none of its own."""
        links: dict[str, int] = {}
        for number, (_, place) in enumerate(finding.related[:MAX_RELATED], start=1):
            file = "" if place.file == finding.location.file else self._paths.of(place.file)
            links.setdefault(f"{_BRACKETS.sub(' ', file)}, line {place.span.line}".lstrip(", "), number)
        shown = [f"[{words}]({number})" for words, number in [*links.items()][:_MAX_LINKS]]
        return f" See {', '.join(shown)}." if shown else ""

    def _suppression(self, finding: Finding) -> dict[str, Any]:
        waiver = finding.waiver
        assert waiver is not None  # noqa: S101 - the caller has looked
        in_source = waiver.location.file == finding.location.file
        details = {"owner": waiver.owner, "ticket": waiver.ticket, "until": waiver.until}
        return {
            "kind": "inSource" if in_source else "external",
            "status": "accepted",
            "justification": waiver.reason,
            "location": self._location(waiver.location),
            "properties": {key: value for key, value in details.items() if value},
        }

    def _absent(self, gone: Gone) -> dict[str, Any]:
        artifact = {"uri": uri(self._paths.of(gone.file)), "uriBaseId": BASE}
        shape: dict[str, Any] = {
            "ruleId": gone.rule,
            "message": {"text": unlinked(gone.message)},
            "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": {"startLine": 1}}}],
            "partialFingerprints": {KEY: gone.fingerprint},
            "baselineState": "absent",
        }
        if gone.rule in self._indexes:
            shape["ruleIndex"] = self._indexes[gone.rule]
        return shape

    def _fingerprints(self, finding: Finding) -> dict[str, str]:
        prints = {KEY: finding.fingerprint}
        line_hash = self._sources.line_hash(finding.location)
        if line_hash is not None:
            prints[GITHUB_KEY] = line_hash
        return prints

    def _location(self, location: Location) -> dict[str, Any]:
        path = self._paths.of(location.file)
        lines = self._sources.lines(location.file)
        physical: dict[str, Any] = {
            "artifactLocation": {"uri": uri(path), "uriBaseId": BASE},
            "region": _region(location.span, lines),
        }
        context = _context(location.span, lines)
        if context is not None:
            physical["contextRegion"] = context
        shape: dict[str, Any] = {"physicalLocation": physical}
        if location.page is not None:
            physical["properties"] = {"page": location.page}
        if location.anchor:
            shape["logicalLocations"] = [{"fullyQualifiedName": location.anchor, "kind": "element"}]
        return shape

    def _notifications(self, results: int) -> Iterator[dict[str, Any]]:
        for row in self._result.evidence.unread:
            artifact = {"uri": uri(self._paths.of(row.path)), "uriBaseId": BASE}
            region = _region(row.span, ())
            yield {
                "descriptor": {"id": "GPAI-N1", "index": 0},
                "level": "warning",
                "message": {"text": sentence(f"'{row.path}' was not read: {row.reason}")},
                "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
            }
        notices = list(self._result.notices)
        if results > MAX_RESULTS:
            notices.append(f"{results - MAX_RESULTS} results were left out: GitHub takes {MAX_RESULTS}.")
        for notice in notices:
            yield {
                "descriptor": {"id": "GPAI-N2", "index": 1},
                "level": "note",
                "message": {"text": sentence(notice)},
            }


def _by_line(findings: Sequence[Finding], paths: Paths) -> list[list[Finding]]:
    """Group findings of one rule on one line: they share GitHub's line hash and would be one alert anyway.

    Waived and new ones stay apart from those that are not.
    """
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        place = finding.location
        key = (finding.rule.id, paths.of(place.file), place.span.line, finding.level, finding.status, finding.new)
        groups.setdefault(key, []).append(finding)
    return list(groups.values())


def _message(group: Sequence[Finding]) -> str:
    first = group[0]
    texts = list(dict.fromkeys(sentence(row.message) for row in group))
    own = [row.remediation for row in group if row.remediation and row.remediation != _flat(first.rule.remediation)]
    page = f" Page {first.location.page}." if first.location.page is not None else ""
    return unlinked(" ".join([*texts, *dict.fromkeys(own)])) + page


def _flat(text: str) -> str:
    return " ".join(text.split())


def _region(span: Span, lines: Sequence[str]) -> dict[str, Any]:
    region: dict[str, Any] = {
        "startLine": max(span.line, 1),
        "startColumn": max(span.column, 1),
        "endLine": max(span.end_line, span.line, 1),
        "endColumn": max(span.end_column, 1),
    }
    if region["endLine"] == region["startLine"] and region["endColumn"] <= region["startColumn"]:
        region["endColumn"] = region["startColumn"] + 1
    text = _text(lines, region["startLine"], region["endLine"])
    if text is not None and span.line == span.end_line:
        text = text[region["startColumn"] - 1 : region["endColumn"] - 1]
    if text:
        region["snippet"] = {"text": text}
    return region


def _context(span: Span, lines: Sequence[str]) -> dict[str, Any] | None:
    """Return the lines around a span; None where they cannot be told or are too long to show."""
    first = max(span.line - _CONTEXT_LINES, 1)
    last = min(span.end_line + _CONTEXT_LINES, len(lines))
    text = _text(lines, first, last)
    if text is None or not text.strip() or (first, last) == (span.line, span.end_line):
        return None
    return {"startLine": first, "endLine": last, "snippet": {"text": text}}


def _text(lines: Sequence[str], first: int, last: int) -> str | None:
    if not 0 < first <= last <= len(lines):
        return None
    text = "\n".join(lines[first - 1 : last])
    return text if len(text) <= _MAX_SNIPPET else None
