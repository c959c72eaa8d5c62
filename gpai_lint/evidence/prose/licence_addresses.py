"""Where a licence can be read: the addresses behind its name, or behind a word that leads to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.interface import State
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.prose.labels import fields_for, plain
from gpai_lint.evidence.prose.licence_wording import CODE_OR_DATA, is_vague

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
#: What stands in an address for what is to be filled in.
_TO_FILL_IN = Pattern(r"xxxx|/your[-_]|<your")
#: How far behind the name of a licence the link beside it begins at most: ``MIT License ([link](…))``.
_BESIDE = 12
#: Among how many links behind the name one may lead to the text.
_MOST_LINKS = 5


def read_licence_addresses(context: Context, licences: Iterable[Fact]) -> Iterator[Fact]:
    """Yield the addresses that the statements of licences link to, and keys that name none: ``License: [link](…)``."""
    field = catalogue().fields["distribution.licence_url"]
    seen: set[tuple[int, str]] = set()
    for passage in context.passages:
        if passage.labels and passage.labels[0].role == "key" and is_vague(passage.text.strip(" .")):
            for link in context.links(passage, 0, len(passage.text)):
                if _is_address(link.target) and _is_licence(passage.labels[0].text):
                    seen.add((link.span.line, link.target))
                    yield context.fact(field, link.target, link.text, link.span, link.section, state=State.STATED)
    for fact in licences:
        span = fact.location.span
        leading = [link for link in context.links_behind(span, _MOST_LINKS) if _leads_to(link, fact)]
        for link in (*context.links_in(span), *leading):
            place = (link.span.line, link.target)
            if place not in seen and link.text and _is_address(link.target):
                seen.add(place)
                yield context.fact(
                    field, link.target, link.text, link.span, link.section, variant=fact.variant, state=State.STATED
                )


def _is_address(target: str) -> bool:
    """Tell whether a link leads elsewhere, and not to what a template left: ``https://example.com/xxxxxx``."""
    return "://" in target and not _TO_FILL_IN.search(target)


def _is_licence(key: str) -> bool:
    return "distribution.licence" in fields_for(key, "key") and not CODE_OR_DATA.search(key)


def _leads_to(link: Link, fact: Fact) -> bool:
    """Tell whether a link behind the name of a licence is set on a word that leads to its text."""
    if not _HERE.fullmatch(link.text):
        return False
    if link.span.column - fact.location.span.end_column <= _BESIDE:
        return True
    text = plain(fact.text)
    at = text.rfind(link.text)
    return at >= 0 and bool(_LEADS.search(text, max(0, at - 120), at))
