"""The findings as a JUnit report, for systems that show test results."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from gpai_lint.findings.interface import Level, Status
from gpai_lint.reports.interface import Report, Style
from gpai_lint.reports.summary import summarise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gpai_lint.findings.interface import Finding, Result

#: What XML 1.0 does not allow in any form.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_HIDDEN = {Status.WAIVED: "waived", Status.BASELINE: "known before"}


class JunitReport(Report):
    """One suite per file, one case per finding: errors and warnings fail, notes and hidden findings are skipped."""

    def render(self, result: Result, style: Style) -> str:
        """Return one XML document."""
        summary = summarise(result)
        root = Element("testsuites", name="gpai-lint")
        for file, findings in groupby(result.findings, key=lambda finding: finding.location.file):
            _suite(root, file, list(findings))
        if not result.findings:
            suite = SubElement(root, "testsuite", name="gpai-lint", tests="1", failures="0", errors="0", skipped="0")
            SubElement(suite, "testcase", classname="gpai-lint", name="no findings")
        for row in result.evidence.unread:
            attributes = {"tests": "1", "failures": "0", "errors": "1", "skipped": "0"}
            suite = SubElement(root, "testsuite", {"name": _clean(row.path), **attributes})
            case = SubElement(suite, "testcase", classname="gpai-lint", name="file is read", file=_clean(row.path))
            SubElement(case, "error", type="unread", message=_clean(row.reason))
        for name in ("tests", "failures", "errors", "skipped"):
            root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
        properties = Element("properties")
        for key, value in (("as_of", result.as_of), ("undecided", summary.undecided), ("waived", summary.waived)):
            SubElement(properties, "property", name=key, value=str(value))
        for notice in result.notices:
            SubElement(properties, "property", name="notice", value=_clean(notice))
        if len(root):
            root[0].insert(0, properties)
        indent(root)
        return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _suite(root: Element, file: str, findings: Sequence[Finding]) -> None:
    skipped = sum(_skipped(finding) for finding in findings)
    suite = SubElement(
        root,
        "testsuite",
        name=_clean(file),
        tests=str(len(findings)),
        failures=str(len(findings) - skipped),
        errors="0",
        skipped=str(skipped),
    )
    for finding in findings:
        _case(suite, finding)


def _case(suite: Element, finding: Finding) -> None:
    rule, place = finding.rule, finding.location
    name = f"{rule.label} (line {place.span.line}, {finding.fingerprint[:8]})"
    attributes = {"classname": f"gpai-lint.{rule.category}", "file": _clean(place.file), "line": str(place.span.line)}
    case = SubElement(suite, "testcase", {"name": name, **attributes})
    message = _clean(finding.message)
    if _skipped(finding):
        SubElement(case, "skipped", message=f"{_HIDDEN.get(finding.status, finding.level.value)}: {message}")
        return
    failure = SubElement(case, "failure", type=finding.level.value, message=message)
    basis = "; ".join((*rule.measures, *rule.articles))
    lines = [f"{place}: {finding.level.value}: {finding.message}"]
    lines += [f"Basis: {basis}"] if basis else []
    lines += [f"Write: {finding.remediation}"] if finding.remediation else []
    failure.text = _clean("\n".join(lines))


def _skipped(finding: Finding) -> bool:
    return finding.status is not Status.ACTIVE or finding.level is Level.NOTE


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)
