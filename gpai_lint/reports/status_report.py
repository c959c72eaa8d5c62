"""The status of every requirement per model: for a person, as the JSON of the contract, as Markdown and as HTML."""

from __future__ import annotations

import json
from collections import Counter
from html import escape
from typing import TYPE_CHECKING

from gpai_lint.reports.chapters import CHAPTERS

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


def as_text(models: Sequence[ModelStatus]) -> str:
    """Return a table per model: scope first, then the requirements by chapter with verdict and place."""
    return "\n".join(line for model in models for line in _text_lines(model)) + "\n"


def _text_lines(model: ModelStatus) -> Iterator[str]:
    heading = f"{model.name or model.path} ({model.path})"
    yield heading
    yield "=" * len(heading)
    yield ""
    width = max((len(row.question) for row in model.scope), default=0)
    for answer in model.scope:
        yield f"  {_words(answer.question):{width}}  {answer.answer:8} {answer.why} [{answer.basis}]"
    yield ""
    for title, rows in _by_chapter(model.verdicts):
        yield f"{title}: {_summary(rows)}"
        shown = [row for row in rows if row.verdict != "not_applicable"]
        for row in shown:
            yield f"  {VERDICTS[row.verdict]:12} {row.id:14} {row.title}"
            places = ", ".join(f"{file}:{line}" for file, line in row.evidence[:3])
            yield f"  {'':27} {places or row.why}"
        for why, ids in _not_applicable(rows):
            yield f"  not applicable: {', '.join(ids)}"
            yield f"  {'':15} {why}"
        yield ""


def as_markdown(models: Sequence[ModelStatus]) -> str:
    """Return the same as Markdown, safe against markup in the repository's own text."""
    lines: list[str] = []
    for model in models:
        lines += [f"# {_md(model.name or model.path)}", "", "| Question | Answer | Why | Basis |", "|---|---|---|---|"]
        lines += [
            f"| {_words(row.question)} | {row.answer} | {_md(row.why)} | {_md(row.basis)} |" for row in model.scope
        ]
        for title, rows in _by_chapter(model.verdicts):
            lines += ["", f"## {title}", "", _summary(rows), "", "| Verdict | Requirement | Why | Evidence |"]
            lines += ["|---|---|---|---|"]
            lines += [
                f"| {VERDICTS[row.verdict]} | {row.id} {_md(row.title)} | {_md(row.why)} | {_md(_places(row))} |"
                for row in rows
            ]
        lines.append("")
    return "\n".join(lines)


def as_html(models: Sequence[ModelStatus]) -> str:
    """Return the same as one self-contained page without scripts."""
    body: list[str] = []
    for model in models:
        body.append(f"<h1>{escape(model.name or model.path)}</h1>")
        body.append(_table(("Question", "Answer", "Why", "Basis"), _scope_rows(model.scope)))
        for title, rows in _by_chapter(model.verdicts):
            body.append(f"<h2>{escape(title)}</h2><p>{escape(_summary(rows))}</p>")
            cells = (
                (VERDICTS[row.verdict], f"{row.id} {row.title} ({row.official_ref})", row.why, _places(row))
                for row in rows
            )
            body.append(_table(("Verdict", "Requirement", "Why", "Evidence"), cells))
    style = (
        "body{font:15px/1.5 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem}"
        "table{border-collapse:collapse;width:100%}td,th{border:1px solid #ccc;padding:.3rem .5rem;text-align:left;"
        "vertical-align:top}"
    )
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>gpai-lint status</title>'
        f"<style>{style}</style></head><body>\n" + "\n".join(body) + "\n</body></html>\n"
    )


def compare_text(before: Sequence[ModelStatus], after: Sequence[ModelStatus]) -> str:
    """Return what changes from one edition's verdicts to another's: verdicts, new requirements, dropped ones."""
    lines: list[str] = []
    for old, new in zip(before, after, strict=True):
        lines.append(f"{old.name or old.path} ({old.path})")
        earlier = {row.id: row for row in old.verdicts}
        later = {row.id: row for row in new.verdicts}
        for name in {**earlier, **later}:
            if name not in later:
                lines.append(f"  {name:14} no longer asked (was {VERDICTS[earlier[name].verdict]})")
            elif name not in earlier:
                lines.append(f"  {name:14} new: {VERDICTS[later[name].verdict]}: {later[name].title}")
            elif earlier[name].verdict != later[name].verdict:
                was, now = VERDICTS[earlier[name].verdict], VERDICTS[later[name].verdict]
                lines.append(f"  {name:14} {was} -> {now}: {later[name].why}")
        if lines[-1].startswith(old.name or old.path):
            lines.append("  nothing changes")
    return "\n".join(lines) + "\n"


def _scope_rows(scope: Iterable[Answer]) -> Iterator[tuple[str, str, str, str]]:
    return ((_words(row.question), row.answer, row.why, row.basis) for row in scope)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = ["<table><tr>" + "".join(f"<th>{escape(cell)}</th>" for cell in head) + "</tr>"]
    lines += ["<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows]
    return "\n".join(lines) + "</table>"


def _by_chapter(verdicts: Sequence[Verdict]) -> Iterator[tuple[str, list[Verdict]]]:
    known = list(CHAPTERS)
    chapters = sorted({row.chapter for row in verdicts}, key=lambda name: (name not in known, name))
    chapters.sort(key=lambda name: known.index(name) if name in known else len(known))
    for chapter in chapters:
        yield CHAPTERS.get(chapter, _words(chapter).capitalize()), [row for row in verdicts if row.chapter == chapter]


def _not_applicable(rows: Iterable[Verdict]) -> list[tuple[str, list[str]]]:
    reasons: dict[str, list[str]] = {}
    for row in rows:
        if row.verdict == "not_applicable":
            reasons.setdefault(row.why, []).append(row.id)
    return list(reasons.items())


def _summary(rows: Sequence[Verdict]) -> str:
    counts = Counter(row.verdict for row in rows)
    return ", ".join(f"{counts[name]} {text.lower()}" for name, text in VERDICTS.items() if counts[name])


def _places(row: Verdict) -> str:
    return ", ".join(f"{file}:{line}" for file, line in row.evidence)


def _words(name: str) -> str:
    return name.replace("_", " ")


def _md(text: str) -> str:
    """Return a text that stays inside its table cell and renders as itself."""
    flat = " ".join(text.split())
    for sign in "\\`*_[]<>|":
        flat = flat.replace(sign, {"<": "&lt;", ">": "&gt;"}.get(sign, "\\" + sign))
    return flat
