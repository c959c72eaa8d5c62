"""The status of every requirement for a person at a terminal: what is not met first, each reason once."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, TypeVar

from gpai_lint.reports.status_report import VERDICTS, by_chapter, places_of, summary, words
from gpai_lint.terminal import harmless

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from gpai_lint.findings.verdicts import Answer, ModelStatus, Verdict

#: Characters in a line.
WIDTH = 110
#: Places named beside a verdict; JSON, Markdown and HTML have all of them.
PLACES = 3
#: Requirements that share a reason are named by their ids alone if there are more of them.
TITLED = 8
#: The verdicts in the order in which somebody has to act on them.
ORDER = ("not_met", "undecidable", "met", "not_applicable")

#: How the reason for a verdict begins that rests on what stands at its places.
_PLACES_ONLY = "The files hold evidence for it"
#: How the reason begins where nothing but an attestation is left to say.
_ATTESTATION_ONLY = "The files do not decide it; an attestation would have to say: "
_ASKED = "attest: "
_INDENT = "    "


_Key = TypeVar("_Key")


def as_text(models: Sequence[ModelStatus]) -> str:
    """Return a list per model: scope, then the requirements by chapter and verdict, with places and reasons."""
    return harmless("\n".join(line for model in models for line in _lines(model)) + "\n")


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
    width = max((len(answer.question) for answer in answers), default=0)
    for answer in answers:
        head = f"  {words(answer.question):{width}}  {answer.answer:8} "
        yield from _wrapped(f"{answer.why} [{answer.basis}]", head, " " * len(head))
    yield ""


def _of_verdict(verdict: str, rows: Sequence[Verdict]) -> Iterator[str]:
    width = max((len(row.id) for row in rows), default=0) + 2
    for remarks, group in _grouped(rows, lambda row: row.remarks):
        yield from _wrapped(
            " ".join(remarks), f"  {VERDICTS[verdict]}: " if remarks else f"  {VERDICTS[verdict]}", "  "
        )
        for reason, alike in _grouped(group, _shown_reason):
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


def _shown_reason(row: Verdict) -> str:
    """Return what a reason says that the places beside it do not say: attestations, scope, what is missing."""
    if row.reason.startswith(_PLACES_ONLY) and row.evidence:
        return row.reason.partition(". ")[2]
    if row.reason.startswith(_ATTESTATION_ONLY):
        return _ASKED + row.reason.removeprefix(_ATTESTATION_ONLY)
    return row.reason


def _grouped(rows: Iterable[Verdict], key: Callable[[Verdict], _Key]) -> list[tuple[_Key, list[Verdict]]]:
    groups: dict[_Key, list[Verdict]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return list(groups.items())


def _wrapped(text: str, first: str, others: str) -> list[str]:
    if not text:
        return [first.rstrip()]
    return textwrap.wrap(
        text, WIDTH, initial_indent=first, subsequent_indent=others, break_long_words=False, break_on_hyphens=False
    )
