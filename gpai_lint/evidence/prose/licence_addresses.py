"""Where a licence can be read: the addresses behind its name, or behind a word that leads to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.interface import State
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.prose.labels import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gpai_lint.artifacts.interface import Link
    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context

#: What stands before a word that leads to the text of a licence: "You can find the full agreement here".
_LEADS = Pattern(
    r"\b(?:full|entire|complete|find|found|read|see|text|copy|details?|available)\b[^.;]{0,60}"
    r"\b(?:licen[sc]e|agreement)s?\b[^.;]{0,40}\Z"
)
#: The words themselves.
_HERE = Pattern(
    r"\W*(?:here|(?:this |the )?link|(?:(?:this|the|full|official) )*(?:licen[sc]e|agreement)(?: text)?)\W*"
)


def read_licence_addresses(context: Context, licences: Iterable[Fact]) -> Iterator[Fact]:
    """Yield the addresses that the statements of licences link to, each once."""
    field = catalogue().fields["distribution.licence_url"]
    seen: set[tuple[int, str]] = set()
    for fact in licences:
        for link in context.links_on(fact.location.span.line, fact.location.span.end_line):
            place = (link.span.line, link.target)
            if place not in seen and link.text and "://" in link.target and _leads_to(link, fact):
                seen.add(place)
                yield context.fact(
                    field, link.target, link.text, link.span, link.section, variant=fact.variant, state=State.STATED
                )


def _leads_to(link: Link, fact: Fact) -> bool:
    """Tell whether a link on the lines of a licence's name is set on that name, or on a word that leads to its text."""
    span, name = link.span, fact.location.span
    if (span.line, span.column) < (name.end_line, name.end_column) and (name.line, name.column) < (
        span.end_line,
        span.end_column,
    ):
        return True
    if not _HERE.fullmatch(link.text):
        return False
    text = plain(fact.text)
    at = text.rfind(link.text)
    return at >= 0 and bool(_LEADS.search(text, max(0, at - 120), at))
