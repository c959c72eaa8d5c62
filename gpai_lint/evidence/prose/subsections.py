"""Uses and limitations that are told only in the sections below the heading that announces them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.interface import State
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.placeholders import state_of
from gpai_lint.evidence.prose.context import MAX_TEXT
from gpai_lint.evidence.prose.labels import fields_for
from gpai_lint.evidence.prose.passages import zone_of
from gpai_lint.location import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context
    from gpai_lint.evidence.prose.passages import Passage

_FIELDS = frozenset({"use.intended", "use.out_of_scope", "use.limitations"})
_KINDS = frozenset({"model_card", "readme"})
#: Headings below that tell of something else than what is announced.
_BESIDES = Pattern(r"\b(?:recommend\w*|mitigat\w*|how to|examples?|contact|feedback|reporting|next steps)\b")


def read_subsections(context: Context) -> Iterator[Fact]:
    """Yield what stands in the sections below a heading that announces one of the fields and has no text of its own."""
    sections = context.prose.sections
    announced: dict[int, str] = {}
    for number, section in enumerate(sections):
        names = [name for name in fields_for(section.title, "heading") if name in _FIELDS] if section.level else []
        if len(names) == 1:
            announced[number] = names[0]
    if not announced or context.artifact.kind not in _KINDS:
        return
    by_section: dict[int, list[Passage]] = {}
    for passage in context.passages:
        if passage.whole:
            by_section.setdefault(passage.section, []).append(passage)
    tabled = {table.section for table, _ in context.tables}
    for number, name in announced.items():
        if number in by_section or number in tabled:
            continue
        told = [
            passage
            for below in _below(context, number, name)
            for passage in by_section.get(below, [])
            if state_of(passage.text) is State.STATED
        ]
        if told:
            first, last = told[0].span(0, 1), told[-1].span(0, len(told[-1].text))
            text = " ".join(passage.text for passage in told)[:MAX_TEXT]
            span = Span(first.line, first.column, last.end_line, last.end_column)
            yield context.fact(catalogue().fields[name], text, text, span, number)


def _below(context: Context, number: int, name: str) -> Iterator[int]:
    """Yield the sections below one, in order, as far as they go on with what it announces."""
    sections = context.prose.sections
    for below in range(number + 1, len(sections)):
        if sections[below].level <= sections[number].level or not _goes_on(name, sections[below].title):
            return
        if not zone_of(context.prose, sections[below].path):
            yield below


def _goes_on(name: str, title: str) -> bool:
    """Tell whether a section below goes on with what is announced: a limitation may be one of the data."""
    named = fields_for(title, "heading")
    matter = name == "use.limitations" and all(other.startswith(("data.", "model.")) for other in named)
    return (not named or matter) and not _BESIDES.search(title)
