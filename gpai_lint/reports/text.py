"""The findings for a person at a terminal: what matters first, where it stands, what to write."""

from __future__ import annotations

import textwrap
from collections import Counter
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gpai_lint.findings.build import order
from gpai_lint.findings.interface import Level, Status
from gpai_lint.reports.interface import Report, Style
from gpai_lint.reports.links import rule_url
from gpai_lint.reports.summary import active, by_importance, counted, listed_models, outside_scope, summarise
from gpai_lint.terminal import printable, uncommanded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from gpai_lint.findings.interface import Finding, Result
    from gpai_lint.reports.summary import Summary

#: Findings shown in full without --verbose; the rest is counted by rule.
SHOWN = 10
#: Lines of a remedy shown without --verbose; a list of all that a section asks for would hide the findings around it.
REMEDY_LINES = 4
#: Other places shown beside a finding; a template left as it was holds dozens.
RELATED = 10

_INDENT = " " * 9
_COLOURS = {Level.ERROR: "31;1", Level.WARNING: "33", Level.NOTE: "36"}


class TextReport(Report):
    """Findings grouped by file, then the rest counted by rule, then a summary."""

    def render(self, result: Result, style: Style) -> str:
        """Return the report; with ``style.verbose`` every finding is shown in full."""
        return uncommanded("\n".join(_lines(result, _Pen(style, result.root), style)) + "\n")


class _Pen(NamedTuple):
    """Writes colour and hyperlinks where the terminal has them, and plain text elsewhere."""

    style: Style
    root: str

    def paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.style.colour else text

    def link(self, text: str, target: str) -> str:
        if not self.style.links or not target:
            return text
        return f"\x1b]8;;{target}\x1b\\{text}\x1b]8;;\x1b\\"

    def file(self, text: str, file: str, line: int) -> str:
        target = (Path(self.root) / file).absolute().as_uri() if self.root else ""
        return self.link(text, f"{target}#L{line}" if target else "")

    def wrap(self, text: str, indent: str, lead: str = "") -> list[str]:
        """Return the lines of a text, ``lead`` in front of the first and as much space before the others."""
        return textwrap.wrap(
            printable(text),
            width=max(self.style.width, 40),
            initial_indent=indent + lead,
            subsequent_indent=indent + " " * len(lead),
            break_long_words=False,
            break_on_hyphens=False,
        )


def _lines(result: Result, pen: _Pen, style: Style) -> Iterator[str]:
    shown, rest = _divide(result, style)
    for file, findings in groupby(sorted(shown, key=order), key=lambda finding: finding.location.file):
        yield pen.paint(pen.file(printable(file), file, 1), "1")
        for alike in _alike(findings):
            yield from _finding(alike, pen, name_models=len(result.evidence.models) > 1)
            yield ""
    if rest:
        left = f"And {len(rest)} more" if shown else counted(len(rest), "note")
        yield pen.paint(f"{left}, by rule; --verbose shows each:", "1")
        yield from _by_rule(rest, pen)
        yield ""
    yield from _summary(summarise(result), result, pen)


def _divide(result: Result, style: Style) -> tuple[list[Finding], list[Finding]]:
    """Return the findings to show in full and those to count."""
    counting = by_importance(active(result.findings), result.rules)
    hidden = [finding for finding in result.findings if finding.status is not Status.ACTIVE]
    also = hidden if style.show_waived else []
    if style.verbose:
        return [*counting, *also], []
    groups = _alike(finding for finding in counting if finding.level is not Level.NOTE)
    first = [finding for alike in groups[:SHOWN] for finding in alike]
    chosen = {id(finding) for finding in first}
    return [*first, *also], [finding for finding in counting if id(finding) not in chosen]


def _alike(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Return findings that say the same at the same place of several models together, in the order of their first."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for row in findings:
        said = (row.rule.id, row.level, row.message, row.related, row.remediation)
        groups.setdefault((*said, row.location, row.status, row.new, id(row.waiver)), []).append(row)
    return list(groups.values())


def _finding(alike: Sequence[Finding], pen: _Pen, name_models: bool) -> Iterator[str]:
    finding = alike[0]
    rule, span = finding.rule, finding.location.span
    place = pen.file(f"{f'{span.line}:{span.column}':>7}", finding.location.file, span.line)
    page = f"page {finding.location.page}, " if finding.location.page is not None else ""
    level = pen.paint(finding.level.value, _COLOURS[finding.level])
    name = pen.link(rule.label, rule_url(rule))
    basis = page + "; ".join((*rule.measures, *rule.articles)[:2])
    models = [row.model for row in alike if row.model] if name_models else []
    if models:
        name += f" ({'model' if len(models) == 1 else 'models'} {printable(listed_models(models))})"
    mark = {True: pen.paint(" new", "35"), False: " unchanged", None: ""}[finding.new]
    mark += pen.paint(f" {finding.status.value}", "2") if finding.status is not Status.ACTIVE else ""
    yield f"{place}  {level} {name}{mark}" + pen.paint(f"  {basis}" if basis else "", "2")
    yield from pen.wrap(finding.message, _INDENT)
    for message, related in finding.related[:RELATED]:
        yield from pen.wrap(f"{message} ({related.file}:{related.span.line})", _INDENT, "see: ")
    if len(finding.related) > RELATED:
        yield from pen.wrap(f"{counted(len(finding.related) - RELATED, 'more place')}.", _INDENT, "see: ")
    if finding.status is Status.WAIVED and finding.waiver is not None:
        waiver = finding.waiver
        until = f" until {waiver.until}" if waiver.until else ""
        yield from pen.wrap(
            f"{waiver.reason} ({waiver.location.file}:{waiver.location.span.line})", _INDENT, "waived" + until + ": "
        )
    elif finding.remediation:
        yield from _remedy(finding, pen)


def _remedy(finding: Finding, pen: _Pen) -> Iterator[str]:
    """Yield what to write; without --verbose a long one ends after a sentence or an item of a list."""
    lead = "write: "
    lines = pen.wrap(finding.remediation, _INDENT, lead)
    if pen.style.verbose or len(lines) <= REMEDY_LINES:
        yield from lines
        return
    text = " ".join(line.strip() for line in lines[:REMEDY_LINES]).removeprefix(lead)
    end = max(text.rfind(f"{sign} ") for sign in ".;")
    yield from pen.wrap(text[: end + 1] if end > len(text) // 3 else text, _INDENT, lead)
    yield f"{_INDENT}{' ' * len(lead)}… more: gpai-lint explain {finding.rule.name}"


def _by_rule(findings: Sequence[Finding], pen: _Pen) -> Iterator[str]:
    """Yield one line per rule and level: how often, and where first."""
    groups: dict[tuple[int, str], list[Finding]] = {}
    for finding in sorted(findings, key=lambda finding: (finding.level.rank, finding.rule.id, order(finding))):
        groups.setdefault((finding.level.rank, finding.rule.id), []).append(finding)
    for (_, _), rows in sorted(groups.items()):
        first = rows[0]
        level = pen.paint(f"{first.level.value:7}", _COLOURS[first.level])
        name = pen.link(first.rule.label, rule_url(first.rule))
        files = len({row.location.file for row in rows})
        where = f"{first.location.file}:{first.location.span.line}" + (
            f" and {counted(files - 1, 'more file')}" if files > 1 else ""
        )
        yield f"  {len(rows):>3} × {level} {name}  " + pen.paint(printable(where), "2")


def _summary(summary: Summary, result: Result, pen: _Pen) -> Iterator[str]:
    checked = f"{counted(summary.models, 'model')} in {counted(summary.documents, 'document')}"
    worst = next((level for level in Level if summary.levels[level]), None)
    none = "no new findings" if summary.new is not None else "no findings"
    verdict = summary.levels_in_words() if worst else none
    yield f"{checked}: " + pen.paint(f"{verdict}.", _COLOURS[worst] if worst else "32")
    if summary.changes_in_words():
        yield f"Compared with {printable(result.compared_with)}: {summary.changes_in_words()}."
    hidden = Counter({"waived": summary.waived, "known before": summary.baseline})
    if +hidden:
        yield "Hidden: " + ", ".join(f"{number} {word}" for word, number in hidden.items() if number) + "."
    if summary.undecided:
        yield (
            f"{counted(summary.undecided, 'requirement')} cannot be decided from files; "
            "'gpai-lint status' lists them, and an attestation can answer them."
        )
    for row in result.evidence.unread:
        yield from pen.wrap(f"{row.path}:{row.span.line}: {row.reason}", "", "Not read: ")
    for line in outside_scope(result):
        yield from pen.wrap(line, "", "Outside the scope: ")
    yield from _unknown(summary, pen)
    for notice in result.notices:
        yield from pen.wrap(notice, "", "Note: ")
    yield f"Law as of {result.as_of}. A linter finds signals in files; it is not legal advice."


def _unknown(summary: Summary, pen: _Pen) -> Iterator[str]:
    """Yield what is not known about the scope, and the key of gpai-lint.yaml that would tell it."""
    if not summary.unknown:
        return
    yield "Not known, so what depends on it is a warning at most; say it in gpai-lint.yaml ('gpai-lint init'):"
    rows = list(_merged(summary))
    width = max(len(words) for words, _ in rows)
    for words, key in rows:
        yield f"  {words:{width}}  " + pen.paint(key, "2")


def _merged(summary: Summary) -> Iterable[tuple[str, str]]:
    """Return the questions with their keys; the three chapters that one can sign make one line."""
    signatory = [row for row in summary.unknown if row.key == "provider: signatory"]
    for row in summary.unknown:
        if row in signatory[1:]:
            continue
        words = "which chapters of the Code you signed" if row in signatory and len(signatory) > 1 else row.words
        yield words, row.key
