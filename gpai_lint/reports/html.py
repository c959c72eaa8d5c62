"""The findings as one page that can be mailed or published: no scripts, nothing loaded from elsewhere."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from gpai_lint.findings.interface import Status
from gpai_lint.reports.interface import Report, Style
from gpai_lint.reports.links import Paths, line_url, rule_url
from gpai_lint.reports.summary import chapter_counts, counted, outside_scope, summarise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from gpai_lint.findings.interface import Finding, Result

_STYLE = """\
:root{color-scheme:light dark;--line:#8884;--error:#c62828;--warning:#b26a00;--note:#1565c0}
@media (prefers-color-scheme:dark){:root{--error:#ff8a80;--warning:#ffcc80;--note:#90caf9}}
body{font:16px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem}
h2{margin-top:2.5rem;border-bottom:1px solid var(--line)}h3{font-family:ui-monospace,monospace;font-size:1rem}
table{border-collapse:collapse;width:100%}th,td{border:1px solid var(--line);padding:.3rem .6rem;text-align:left}
td.n,th.n{text-align:right}article{border-left:4px solid var(--line);padding:.1rem 1rem;margin:1rem 0}
article.error{border-color:var(--error)}article.warning{border-color:var(--warning)}
article.note{border-color:var(--note)}article p{margin:.3rem 0}
.error>.level{color:var(--error)}.warning>.level{color:var(--warning)}.note>.level{color:var(--note)}
.small{font-size:.875rem;opacity:.85}@media print{body{margin:0}article{break-inside:avoid}}
"""

#: Nothing is loaded and nothing runs, whatever the checked repository holds.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


class HtmlReport(Report):
    """Counts, the verdict per chapter, all findings by file, then what is hidden, fixed and unknown."""

    def render(self, result: Result, style: Style) -> str:
        """Return one self-contained HTML page."""
        return "\n".join(_Page(result, style).lines()) + "\n"


class _Page:
    def __init__(self, result: Result, style: Style) -> None:
        self._result = result
        self._style = style
        self._paths = Paths(result)
        self._summary = summarise(result)

    def lines(self) -> Iterator[str]:
        summary = self._summary
        yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">'
        yield '<meta name="viewport" content="width=device-width">\n<title>gpai-lint report</title>'
        yield f"<style>\n{_STYLE}</style>\n</head>\n<body>"
        yield f"<h1>gpai-lint: {escape(summary.levels_in_words())}</h1>"
        yield f"<p>{escape(self._lead())}</p>"
        yield from self._chapters()
        yield from self._section("Findings", Status.ACTIVE)
        yield from self._section("Waived", Status.WAIVED)
        yield from self._section("Known before", Status.BASELINE)
        yield from _listed("Fixed", (f"{row.file}: {row.rule} {row.name}: {row.message}" for row in self._result.gone))
        yield from _listed(
            "Not read", (f"{row.path}:{row.span.line}: {row.reason}" for row in self._result.evidence.unread)
        )
        yield from _listed("Outside the scope", outside_scope(self._result))
        yield from _listed("Scope: not known", (f"{row.words} ({row.key})" for row in summary.unknown))
        yield from _listed("Notes", self._result.notices)
        yield '<p class="small">A linter finds signals in files; it is not legal advice.</p>\n</body>\n</html>'

    def _lead(self) -> str:
        summary = self._summary
        parts = [f"{counted(summary.models, 'model')} in {counted(summary.documents, 'document')}"]
        if summary.changes_in_words():
            parts.append(f"compared with {self._result.compared_with}: {summary.changes_in_words()}")
        parts.append(f"{summary.waived} waived, {summary.baseline} known before")
        parts.append(f"{counted(summary.undecided, 'requirement')} that no file can decide")
        return "; ".join(parts) + f". Law as of {self._result.as_of}."

    def _chapters(self) -> Iterator[str]:
        for model in self._result.verdicts:
            yield f"<h2>Verdict by chapter: {escape(model.name or model.path)}</h2>"
            yield '<table>\n<tr><th>Chapter</th><th class="n">Not met</th><th class="n">Met</th>'
            yield '<th class="n">Cannot be decided from files</th><th class="n">Does not apply</th></tr>'
            for title, verdicts in chapter_counts([model]).items():
                cells = [verdicts[name] for name in ("not_met", "met", "undecidable", "not_applicable")]
                row = "".join(f'<td class="n">{cell}</td>' for cell in cells)
                yield f"<tr><td>{escape(title)}</td>{row}</tr>"
            yield "</table>"

    def _section(self, title: str, status: Status) -> Iterator[str]:
        findings = [finding for finding in self._result.findings if finding.status is status]
        if not findings and status is not Status.ACTIVE:
            return
        yield f"<h2>{title}</h2>"
        if not findings:
            yield "<p>None.</p>"
        for file, rows in groupby(findings, key=lambda finding: finding.location.file):
            yield f"<h3>{escape(file)}</h3>"
            for finding in rows:
                yield from self._finding(finding)

    def _finding(self, finding: Finding) -> Iterator[str]:
        rule, place = finding.rule, finding.location
        new = {True: " · new", False: "", None: ""}[finding.new]
        page = f" (page {place.page})" if place.page is not None else ""
        where = _anchor(f"line {place.span.line}{page}", line_url(self._style, self._paths, place))
        name = _anchor(rule.label, rule_url(rule))
        basis = "; ".join((*rule.measures, *rule.articles))
        yield f'<article class="{finding.level.value}">'
        yield f'<strong class="level">{finding.level.value}</strong> {where} · {name}{new}'
        if basis:
            yield f'<p class="small">{escape(basis)}</p>'
        yield f"<p>{escape(finding.message)}</p>"
        if finding.remediation and finding.status is not Status.WAIVED:
            yield f"<p><em>Write:</em> {escape(finding.remediation)}</p>"
        if finding.waiver is not None and finding.status is Status.WAIVED:
            yield f"<p><em>Waived{_waiver(finding)}</em></p>"
        yield "</article>"


def _waiver(finding: Finding) -> str:
    waiver = finding.waiver
    if waiver is None:
        return ""
    until = f" until {waiver.until}" if waiver.until else ""
    by = "".join(f", {word}" for word in (waiver.owner, waiver.ticket) if word)
    return escape(f"{until}{by}: {waiver.reason}")


def _anchor(text: str, target: str) -> str:
    return f'<a href="{escape(target)}">{escape(text)}</a>' if target else escape(text)


def _listed(title: str, rows: Iterable[str]) -> Sequence[str]:
    items = [f"<li>{escape(row)}</li>" for row in rows]
    return [f"<h2>{title}</h2>", "<ul>", *items, "</ul>"] if items else []
