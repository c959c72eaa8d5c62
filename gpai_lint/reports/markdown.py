"""The findings as Markdown: the summary of a workflow run, or a comment on a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.findings.interface import Level, Status
from gpai_lint.reports.interface import Report, Style
from gpai_lint.reports.links import Paths, line_url, rule_url
from gpai_lint.reports.markdown_text import link, plain
from gpai_lint.reports.summary import (
    Summary,
    active,
    by_importance,
    chapter_counts,
    counted,
    outside_scope,
    summarise,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from gpai_lint.findings.interface import Finding, Result

#: Rows of a table; the rest is counted. GitHub takes one MiB in all.
MAX_ROWS = 100

#: Rows that stand open; the others are folded away, so that what follows is found.
OPEN_ROWS = 20

_MARKS = {Level.ERROR: "❌ error", Level.WARNING: "⚠️ warning", Level.NOTE: "ℹ️ note"}


class MarkdownReport(Report):
    """Findings first, then the verdict per chapter, then what is hidden, fixed and unknown, folded away."""

    def render(self, result: Result, style: Style) -> str:
        """Return Markdown in which nothing of the checked repository acts as markup."""
        return "\n".join(_Page(result, style).lines()) + "\n"


class _Page:
    def __init__(self, result: Result, style: Style) -> None:
        self._result = result
        self._style = style
        self._paths = Paths(result)
        self._summary = summarise(result)

    def lines(self) -> Iterator[str]:
        yield f"## gpai-lint: {_headline(self._summary)}"
        yield ""
        yield from self._counts()
        shown = by_importance(active(self._result.findings), self._result.rules)
        grave = [finding for finding in shown if finding.level is not Level.NOTE]
        if grave:
            yield from self._table(grave, "New findings" if self._summary.new is not None else "Findings")
        notes = [finding for finding in shown if finding.level is Level.NOTE]
        if notes:
            yield from _folded(counted(len(notes), "note"), self._table(notes, ""))
        yield from self._chapters()
        waived = [finding for finding in self._result.findings if finding.status is Status.WAIVED]
        if waived:
            yield from _folded(f"{len(waived)} waived", self._waived(waived))
        if self._result.gone:
            yield from _folded(f"{len(self._result.gone)} fixed", self._gone())
        yield from self._unknown()
        yield f"<sub>Law as of {self._result.as_of}. A linter finds signals in files; it is not legal advice.</sub>"

    def _counts(self) -> Iterator[str]:
        summary = self._summary
        parts = [f"{counted(summary.models, 'model')} in {counted(summary.documents, 'document')}"]
        if summary.changes_in_words():
            parts.append(f"compared with {plain(self._result.compared_with)}: {summary.changes_in_words()}")
        parts.append(f"{summary.waived} waived")
        if summary.baseline:
            parts.append(f"{summary.baseline} known before")
        parts.append(f"{counted(summary.undecided, 'requirement')} that no file can decide")
        yield "; ".join(parts) + "."
        yield ""
        for row in self._result.evidence.unread[:MAX_ROWS]:
            yield f"- Not read: {plain(row.path)}: {plain(row.reason)}"
        outside = [f"Outside the scope: {line}" for line in outside_scope(self._result)]
        for line in (*outside, *self._result.notices):
            yield f"- {plain(line)}"
        if self._result.evidence.unread or outside or self._result.notices:
            yield ""

    def _table(self, findings: Sequence[Finding], title: str) -> Iterator[str]:
        if title:
            yield f"### {title}"
            yield ""
        yield from self._rows(findings[:OPEN_ROWS] if title else findings[:MAX_ROWS])
        rest = findings[OPEN_ROWS:MAX_ROWS] if title else ()
        if rest:
            yield from _folded(f"{len(rest)} more", self._rows(rest))
        if len(findings) > MAX_ROWS:
            yield f"And {len(findings) - MAX_ROWS} more that are not listed here."
            yield ""

    def _rows(self, findings: Sequence[Finding]) -> Iterator[str]:
        yield "| Level | Where | What | Rule |"
        yield "|---|---|---|---|"
        for finding in findings:
            rule, place = finding.rule, finding.location
            where = link(f"{place.file}:{place.span.line}", line_url(self._style, self._paths, place))
            basis = f"<br><sub>{plain('; '.join((*rule.measures, *rule.articles)[:2]))}</sub>"
            what = plain(finding.message)
            if finding.remediation:
                what += f"<br><sub>Write: {plain(finding.remediation, 300)}</sub>"
            name = link(rule.label, rule_url(rule)) + (basis if rule.measures or rule.articles else "")
            yield f"| {_MARKS[finding.level]} | {where} | {what} | {name} |"
        yield ""

    def _chapters(self) -> Iterator[str]:
        counts = chapter_counts(self._result.verdicts)
        if not counts:
            return
        yield "### Verdict by chapter"
        yield ""
        yield "| Chapter | Not met | Met | Cannot be decided from files | Does not apply |"
        yield "|---|--:|--:|--:|--:|"
        for title, verdicts in counts.items():
            cells = [verdicts[name] for name in ("not_met", "met", "undecidable", "not_applicable")]
            yield f"| {plain(title)} | " + " | ".join(str(cell) if cell else "·" for cell in cells) + " |"
        yield ""

    def _waived(self, findings: Sequence[Finding]) -> Iterator[str]:
        yield "| Rule | Where | Reason | Until | Owner |"
        yield "|---|---|---|---|---|"
        for finding in findings[:MAX_ROWS]:
            waiver = finding.waiver
            if waiver is None:
                continue
            where = link(str(finding.location), line_url(self._style, self._paths, finding.location))
            reason = plain(" ".join(filter(None, (waiver.reason, waiver.ticket))))
            yield f"| {plain(finding.rule.name)} | {where} | {reason} | {waiver.until} | {plain(waiver.owner)} |"
        yield ""

    def _gone(self) -> Iterator[str]:
        for row in self._result.gone[:MAX_ROWS]:
            yield f"- {plain(f'{row.rule} {row.name}')} in {plain(row.file)}: {plain(row.message)}"
        yield ""

    def _unknown(self) -> Iterator[str]:
        if not self._summary.unknown:
            return
        rows = [f"- {plain(row.words)}: {plain(row.key)}" for row in self._summary.unknown]
        lead = "What depends on these is a warning at most. Say it in gpai&#45;lint.yaml:"
        questions = counted(len(rows), "question")
        yield from _folded(f"{questions} on the scope without an answer", [lead, "", *rows, ""])


def _headline(summary: Summary) -> str:
    if not summary.active:
        return "no new findings" if summary.new is not None else "no findings"
    return ", ".join(counted(summary.levels[level], level.value) for level in Level if summary.levels[level])


def _folded(title: str, lines: Iterable[str]) -> Iterator[str]:
    yield f"<details><summary>{title}</summary>"
    yield ""
    yield from lines
    yield "</details>"
    yield ""
