"""What a provider's own licence says of the model: who grants it, and when the version came out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.licences.texts import identify
from gpai_lint.evidence.licences.words import Words
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.values.dates import first_date
from gpai_lint.location import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context

#: The party that grants: '"Nest" or "we" means Nest Research Ltd.', '"Licensor" shall mean Nest Research Ltd.'.
_LICENSOR = Pattern(
    r'"(?:[^"]{2,40}",? \(?(?:or|and) "(?:we|us|our|licensor)|licensor|we)"\)?(?:,? (?:or|and) "[^"]{2,20}")?'
    r" (?:shall )?means? (?P<name>(?-i:[A-Z])[^\";()]{2,100}?)"
    r"(?=,? (?:and (?:its|any|all)|or its|located|which|who|that|as|if|an?|having|with)\b|[;(]|\.(?:\s|\Z)|\s*\Z)"
)
#: A company's form, whose point ends no sentence.
_FORM = re.compile(r"\b(?:Ltd|Inc|Co|Corp|LLC|GmbH|S\.A|B\.V)\Z")
#: When the version of the model came out: "Lark Version Release Date: May 2, 2024".
_RELEASED = Pattern(r"\W*(?:[\w.+-]+ ){1,5}release date: (?P<date>[\w ,./-]{6,30}\w)\W*")
#: So many lines stand at the top of a licence.
_TOP = 10


def read_licensors(context: Context) -> Iterator[Fact]:
    """Yield who grants a licence that no table knows, and the date of release that it gives the model."""
    if any(one.known for one in identify(Words("\n".join(context.prose.lines)))):
        return
    fields = catalogue().fields
    for number, line in enumerate(context.prose.lines[:_TOP], 1):
        released = _RELEASED.fullmatch(line)
        date = first_date(released["date"]) if released else None
        if released and date:
            span = Span(number, released.start("date") + 1, number, released.end("date") + 1)
            yield context.fact(fields["model.release_date"], date.value, line, span, 0)
    for passage in context.passages:
        if party := _LICENSOR.search(passage.text):
            name = " ".join(party["name"].split())
            name = f"{name}." if _FORM.search(name) and passage.text.startswith(".", party.end("name")) else name
            span = passage.span(*party.span("name"))
            yield context.fact(fields["provider.name"], name, party.group(), span, passage.section)
