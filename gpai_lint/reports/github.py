"""The findings as annotations of a GitHub Actions job."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from gpai_lint.findings.interface import Level
from gpai_lint.reports.interface import Report, Style
from gpai_lint.reports.links import Paths
from gpai_lint.reports.summary import active, by_importance, counted, summarise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.findings.interface import Finding, Result

#: GitHub shows so many annotations of one kind per step, and drops the others without a word.
PER_KIND = 10

#: Of the notices some are kept for what a run says about itself: how many findings are left out, what the tool has to
#: say, and from the action that nothing is uploaded and that there is nothing to compare with.
KEPT_NOTICES = 4

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}

_MAX_TEXT = 1_000


class GithubReport(Report):
    """The worst findings of each level as workflow commands, then what was left out."""

    def render(self, result: Result, style: Style) -> str:
        """Return one workflow command per finding and a line of counts."""
        return "\n".join(_lines(result)) + "\n"


def _lines(result: Result) -> Iterator[str]:
    paths = Paths(result)
    shown: Counter[Level] = Counter()
    left_out: Counter[Level] = Counter()
    for finding in by_importance(active(result.findings), result.rules):
        room = PER_KIND - KEPT_NOTICES if finding.level is Level.NOTE else PER_KIND
        if shown[finding.level] >= room:
            left_out[finding.level] += 1
            continue
        shown[finding.level] += 1
        yield _annotation(finding, paths)
    if left_out:
        rest = ", ".join(counted(left_out[level], level.value) for level in Level if left_out[level])
        yield f"::notice title=gpai-lint::{rest} more without an annotation: GitHub shows {PER_KIND} of a kind."
    if result.notices:
        yield f"::notice title=gpai-lint::{escape_data(_cut(chr(10).join(result.notices)))}"
    summary = summarise(result)
    yield f"gpai-lint: {summary.levels_in_words()}; {summary.waived} waived, {summary.baseline} known before."


def _annotation(finding: Finding, paths: Paths) -> str:
    rule, span = finding.rule, finding.location.span
    basis = "; ".join((*rule.measures, *rule.articles)[:2])
    properties = {
        "file": paths.of(finding.location.file),
        "line": str(span.line),
        "endLine": str(span.end_line),
        "col": str(span.column),
        "endColumn": str(span.end_column),
        "title": rule.label + (f" ({basis})" if basis else ""),
    }
    text = finding.message
    if finding.remediation:
        text += f"\nWrite: {finding.remediation}"
    words = ",".join(f"{key}={escape_property(value)}" for key, value in properties.items())
    return f"::{_COMMANDS[finding.level]} {words}::{escape_data(_cut(text))}"


def _cut(text: str) -> str:
    return text if len(text) <= _MAX_TEXT else text[: _MAX_TEXT - 1] + "…"


def escape_data(text: str) -> str:
    """Return a text as the data of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """Return a text as the value of a property of a workflow command."""
    return escape_data(text).replace(":", "%3A").replace(",", "%2C")
