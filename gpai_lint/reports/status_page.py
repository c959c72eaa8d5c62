"""The status of every requirement as a page, in Markdown and in HTML: what is not met first, each reason once."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from gpai_lint.reports.markdown_text import plain
from gpai_lint.reports.status_report import (
    ORDER,
    TITLED,
    VERDICTS,
    by_chapter,
    closing,
    grouped,
    places_of,
    scope_rows,
    shown_reason,
    summary,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from gpai_lint.findings.verdicts import ModelStatus, Verdict

TITLE = "Status against the Code of Practice"
_SCOPE = ("Question", "Answer", "Why", "Basis")
_CHAPTER = ("Verdict", "Requirement", "Why", "Evidence")
#: Places named beside a verdict; JSON has all of them.
_PLACES = 5
#: Longer cells are cut; the ids of a whole chapter fit.
_LONGEST = 5_000


def as_markdown(models: Sequence[ModelStatus], edition: str, as_of: str) -> str:
    """Return tables per model as Markdown, safe against markup in the repository's own text."""
    lines = [f"# {TITLE}", "", plain(closing(edition, as_of))]
    for model in models:
        lines += ["", f"## {plain(_name(model))}", "", *_markdown_table(_SCOPE, _scope(model))]
        for title, rows in by_chapter(model.verdicts):
            lines += ["", f"### {title}", "", summary(rows), "", *_markdown_table(_CHAPTER, _rows(rows))]
    return "\n".join(lines) + "\n"


def as_html(models: Sequence[ModelStatus], edition: str, as_of: str) -> str:
    """Return the same as one self-contained page without scripts."""
    body = [f"<h1>{TITLE}</h1>", f"<p>{escape(closing(edition, as_of))}</p>"]
    for model in models:
        body += [f"<h2>{escape(_name(model))}</h2>", table(_SCOPE, _scope(model))]
        for title, rows in by_chapter(model.verdicts):
            body.append(f"<h3>{escape(title)}</h3><p>{escape(summary(rows))}</p>")
            body.append(table(_CHAPTER, _rows(rows)))
    return page(TITLE, body)


def page(title: str, body: Sequence[str]) -> str:
    """Return a self-contained page without scripts around some finished HTML."""
    style = (
        "body{font:15px/1.5 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem}"
        "table{border-collapse:collapse;width:100%}td,th{border:1px solid #ccc;padding:.3rem .5rem;text-align:left;"
        "vertical-align:top;overflow-wrap:anywhere}"
    )
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>gpai-lint: {escape(title)}</title>'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        f"<style>{style}</style></head><body>\n" + "\n".join(body) + "\n</body></html>\n"
    )


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of plain texts as HTML."""
    lines = ["<table><thead><tr>" + "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head) + "</tr></thead>"]
    lines += ["<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows]
    return "\n".join(lines) + "</table>"


def _markdown_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield "|---" * len(head) + "|"
    for row in rows:
        yield f"| {' | '.join(plain(cell, _LONGEST) for cell in row)} |"


def _name(model: ModelStatus) -> str:
    return f"{model.name} ({model.path})" if model.name else model.path


def _scope(model: ModelStatus) -> Iterator[tuple[str, ...]]:
    return ((question, row.answer, row.why, row.basis) for question, row in scope_rows(model.scope))


def _rows(rows: Sequence[Verdict]) -> Iterator[tuple[str, ...]]:
    """Yield the cells of a chapter: requirements of one verdict that share a reason share a row."""
    for verdict in ORDER:
        alike = [row for row in rows if row.verdict == verdict]
        for why, group in grouped(alike, _why):
            # What is met without a word is met at places of its own.
            for members in [group] if why else [[row] for row in group]:
                evidence = tuple(dict.fromkeys(place for row in members for place in row.evidence))
                yield VERDICTS[verdict], _named(verdict, members), why, places_of(evidence, _PLACES)


def _why(row: Verdict) -> str:
    return " ".join(part for part in (shown_reason(row), *row.remarks) if part)


def _named(verdict: str, rows: Sequence[Verdict]) -> str:
    """Return requirements with their titles; by ids alone where there is nothing to do, or where they are many."""
    if verdict == "not_applicable" or len(rows) > TITLED:
        return ", ".join(row.id for row in rows)
    return "; ".join(f"{row.id} {row.title} ({row.official_ref})" for row in rows)
