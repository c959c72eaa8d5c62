"""The findings as JSON, in the shape that other tools rely on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from gpai_lint import __version__
from gpai_lint.findings.interface import Level, Status
from gpai_lint.reports.interface import Report, Style
from gpai_lint.reports.links import rule_url
from gpai_lint.reports.summary import Summary, summarise

if TYPE_CHECKING:
    from gpai_lint.findings.interface import Finding, Result
    from gpai_lint.location import Location

#: The version of the JSON shape. A key may be added under the same version; none is renamed or removed.
SCHEMA_VERSION = "1"


class JsonReport(Report):
    """All findings with their status, waived and baseline ones included, and the summary."""

    def render(self, result: Result, style: Style) -> str:
        """Return one JSON object."""
        shape = {
            "schema_version": SCHEMA_VERSION,
            "tool": {
                "name": "gpai-lint",
                "version": __version__,
                "engine": result.engine,
                "packs": list(result.packs),
            },
            "as_of": result.as_of,
            "findings": [_finding(finding) for finding in result.findings],
            "summary": _summary(summarise(result), result),
        }
        return json.dumps(shape, indent=2, ensure_ascii=False) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    rule, span = finding.rule, finding.location.span
    row: dict[str, Any] = {
        "rule": {
            "id": rule.id,
            "name": rule.name,
            "category": rule.category,
            "strength": rule.strength,
            "measures": list(rule.measures),
            "articles": list(rule.articles),
            "url": rule_url(rule),
        },
        "level": finding.level.value,
        "message": finding.message,
        "remediation": finding.remediation,
        "file": finding.location.file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "anchor": finding.location.anchor,
        "model": finding.model,
        "requirements": list(finding.requirements),
        "fingerprint": finding.fingerprint,
        "status": finding.status.value,
    }
    if finding.location.page is not None:
        row["page"] = finding.location.page
    if finding.new is not None:
        row["new"] = finding.new
    if finding.related:
        row["related"] = [{"message": message, **_place(place)} for message, place in finding.related]
    if "policy" in finding.details:
        row["details"] = finding.details["policy"]
    if finding.waiver is not None and finding.status is Status.WAIVED:
        waiver = finding.waiver
        row["waiver"] = {
            "reason": waiver.reason,
            "owner": waiver.owner,
            "ticket": waiver.ticket,
            "until": waiver.until,
            "file": waiver.location.file,
            "line": waiver.location.span.line,
        }
    return row


def _place(place: Location) -> dict[str, Any]:
    return {"file": place.file, "line": place.span.line, "column": place.span.column}


def _summary(summary: Summary, result: Result) -> dict[str, Any]:
    counts: dict[str, Any] = {
        "models": summary.models,
        "documents": summary.documents,
        **{f"{level.value}s": summary.levels[level] for level in Level},
        "active": summary.active,
        "waived": summary.waived,
        "baseline": summary.baseline,
        "undecided": summary.undecided,
        "unread": [{"file": row.path, "reason": row.reason} for row in result.evidence.unread],
        "unknown": [
            {"question": row.question, "models": row.models, "answered_by": row.key} for row in summary.unknown
        ],
        "notices": list(result.notices),
        "loosened": [row.as_dict() for row in result.loosened],
    }
    if summary.new is not None:
        counts["compared_with"] = result.compared_with
        counts["new"], counts["unchanged"], counts["fixed"] = summary.new, summary.unchanged, summary.fixed
        counts["gone"] = [
            {"rule": row.rule, "file": row.file, "message": row.message, "fingerprint": row.fingerprint}
            for row in result.gone
        ]
    return counts
