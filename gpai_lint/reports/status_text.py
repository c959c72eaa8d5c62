"""The status of every requirement for a person at a terminal: what is not met first, each reason once."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

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
from gpai_lint.terminal import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gpai_lint.findings.verdicts import Answer, ModelStatus, Verdict

#: Characters in a line.
WIDTH = 110
#: Places named beside a verdict; JSON has all of them.
PLACES = 3
_INDENT = "    "


def as_text(models: Sequence[ModelStatus], edition: str, as_of: str) -> str:
    """Return a list per model: scope, then the requirements by chapter and verdict, with places and reasons."""
    lines = [line for model in models for line in _lines(model)]
    return harmless("\n".join([*lines, *_wrapped(closing(edition, as_of), "", "")]) + "\n")


def _lines(model: ModelStatus) -> Iterator[str]:
    heading = f"{model.name or model.path} ({model.path})"
    yield heading
    yield "=" * len(heading)
    yield ""
    yield from _scope(model.scope)
    for title, rows in by_chapter(model.verdicts):
        yield f"{title}: {summary(rows)}"
        reasons = {row.why for row in rows if row.verdict == "not_applicable"}
        if len(reasons) == 1 and all(row.verdict == "not_applicable" for row in rows):
            yield from _wrapped(reasons.pop(), "  ", "  ")
            yield ""
            continue
        for verdict in ORDER:
            yield from _of_verdict(verdict, [row for row in rows if row.verdict == verdict])
        yield ""


def _scope(answers: Sequence[Answer]) -> Iterator[str]:
    rows = scope_rows(answers)
    width = max((len(question) for question, _ in rows), default=0)
    for question, answer in rows:
        head = f"  {question:{width}}  {answer.answer:8} "
        yield from _wrapped(f"{answer.why} [{answer.basis}]", head, " " * len(head))
    yield ""


def _of_verdict(verdict: str, rows: Sequence[Verdict]) -> Iterator[str]:
    width = max((len(row.id) for row in rows), default=0) + 2
    for remarks, group in grouped(rows, lambda row: row.remarks):
        yield from _wrapped(
            " ".join(remarks), f"  {VERDICTS[verdict]}: " if remarks else f"  {VERDICTS[verdict]}", "  "
        )
        for reason, alike in grouped(group, shown_reason):
            if verdict == "not_applicable" or (reason and len(alike) > TITLED):
                yield from _wrapped(f"{', '.join(row.id for row in alike)}: {reason}", _INDENT, _INDENT * 2)
                continue
            for row in alike:
                places = places_of(row.evidence, PLACES)
                yield from _wrapped(
                    f"{row.title}{': ' if places else ''}{places}",
                    f"{_INDENT}{row.id:{width}}",
                    " " * (len(_INDENT) + width),
                )
            if reason:
                yield from _wrapped(reason, " " * (len(_INDENT) + width), " " * (len(_INDENT) + width))


def _wrapped(text: str, first: str, others: str) -> list[str]:
    if not text:
        return [first.rstrip()]
    return textwrap.wrap(
        text, WIDTH, initial_indent=first, subsequent_indent=others, break_long_words=False, break_on_hyphens=False
    )
