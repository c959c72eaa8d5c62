"""The status of every requirement per model, as the JSON of the contract, as Markdown and as HTML."""

from __future__ import annotations

import json
from collections import Counter
from html import escape
from typing import TYPE_CHECKING

from gpai_lint.reports.chapters import CHAPTERS
from gpai_lint.reports.markdown_text import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from gpai_lint.findings.verdicts import Answer, ModelStatus, Verdict

VERDICTS = {
    "met": "met",
    "not_met": "NOT MET",
    "undecidable": "undecidable",
    "not_applicable": "not applicable",
}


def as_json(models: Sequence[ModelStatus]) -> str:
    """Return ``{"models": [...]}`` as the contract says."""
    shape = {
        "models": [
            {
                "path": model.path,
                "name": model.name,
                "scope": {
                    row.question: {"answer": row.answer, "why": row.why, "basis": row.basis} for row in model.scope
                },
                "requirements": [
                    {
                        "id": row.id,
                        "verdict": row.verdict,
                        "why": row.why,
                        "evidence": [{"file": file, "line": line} for file, line in row.evidence],
                        "rules": list(row.rules),
                    }
                    for row in model.verdicts
                ],
            }
            for model in models
        ]
    }
    return json.dumps(shape, indent=2, ensure_ascii=False) + "\n"


def as_markdown(models: Sequence[ModelStatus]) -> str:
    """Return the same as Markdown, safe against markup in the repository's own text."""
    lines: list[str] = []
    for model in models:
        lines += [
            f"# {plain(model.name or model.path)}",
            "",
            "| Question | Answer | Why | Basis |",
            "|---|---|---|---|",
        ]
        lines += [
            f"| {words(row.question)} | {row.answer} | {plain(row.why)} | {plain(row.basis)} |" for row in model.scope
        ]
        for title, rows in by_chapter(model.verdicts):
            lines += ["", f"## {title}", "", summary(rows), "", "| Verdict | Requirement | Why | Evidence |"]
            lines += ["|---|---|---|---|"]
            lines += [
                f"| {VERDICTS[row.verdict]} | {row.id} {plain(row.title)} | {plain(row.why)} "
                f"| {plain(places_of(row.evidence))} |"
                for row in rows
            ]
        lines.append("")
    return "\n".join(lines)


def as_html(models: Sequence[ModelStatus]) -> str:
    """Return the same as one self-contained page without scripts."""
    body: list[str] = []
    for model in models:
        body.append(f"<h1>{escape(model.name or model.path)}</h1>")
        body.append(table(("Question", "Answer", "Why", "Basis"), _scope_rows(model.scope)))
        for title, rows in by_chapter(model.verdicts):
            body.append(f"<h2>{escape(title)}</h2><p>{escape(summary(rows))}</p>")
            cells = (
                (VERDICTS[row.verdict], f"{row.id} {row.title} ({row.official_ref})", row.why, places_of(row.evidence))
                for row in rows
            )
            body.append(table(("Verdict", "Requirement", "Why", "Evidence"), cells))
    return page("gpai-lint status", body)


def page(title: str, body: Sequence[str]) -> str:
    """Return a self-contained page without scripts around some finished HTML."""
    style = (
        "body{font:15px/1.5 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem}"
        "table{border-collapse:collapse;width:100%}td,th{border:1px solid #ccc;padding:.3rem .5rem;text-align:left;"
        "vertical-align:top}"
    )
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        f"<style>{style}</style></head><body>\n" + "\n".join(body) + "\n</body></html>\n"
    )


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of plain texts as HTML."""
    lines = ["<table><tr>" + "".join(f"<th>{escape(cell)}</th>" for cell in head) + "</tr>"]
    lines += ["<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows]
    return "\n".join(lines) + "</table>"


def places_of(evidence: Sequence[tuple[str, int]], most: int | None = None) -> str:
    """Return places as ``file:line``, at most so many of them."""
    return ", ".join(f"{file}:{line}" for file, line in evidence[:most])


def _scope_rows(scope: Iterable[Answer]) -> Iterator[tuple[str, str, str, str]]:
    return ((words(row.question), row.answer, row.why, row.basis) for row in scope)


def by_chapter(verdicts: Sequence[Verdict]) -> Iterator[tuple[str, list[Verdict]]]:
    """Yield the title of each chapter with its verdicts, in the order of the Code and the law around it."""
    known = list(CHAPTERS)
    chapters = sorted({row.chapter for row in verdicts}, key=lambda name: (name not in known, name))
    chapters.sort(key=lambda name: known.index(name) if name in known else len(known))
    for chapter in chapters:
        yield CHAPTERS.get(chapter, words(chapter).capitalize()), [row for row in verdicts if row.chapter == chapter]


def summary(rows: Sequence[Verdict]) -> str:
    """Return how many requirements have each verdict, in words."""
    counts = Counter(row.verdict for row in rows)
    return ", ".join(f"{counts[name]} {text.lower()}" for name, text in VERDICTS.items() if counts[name])


def words(name: str) -> str:
    """Return an identifier as words."""
    return name.replace("_", " ")
