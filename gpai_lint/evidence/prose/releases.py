"""The day of first release, where a document tells it in its news: the earliest entry that announces the model."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.patterns import Pattern, pattern
from gpai_lint.evidence.prose.passages import sentences_of
from gpai_lint.evidence.values.dates import dates_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context
    from gpai_lint.evidence.prose.passages import Passage
    from gpai_lint.location import Span

_FIELD = "model.release_date"
_KINDS = frozenset({"model_card", "readme"})
#: What is named besides the model in its announcement.
_BESIDES = Pattern(r"\b(?:as well as|along with|together with|in addition to|alongside|accompanied by)\b")
#: What is listed behind the models in an announcement of them: "releases the models, the code and scripts".
_AND_MORE = Pattern(r"(?<=\bmodels)(?:,| and)\b|(?<=\bmodels),|(?<=\bweights),|(?<=\bcheckpoints),")
#: An entry begins with its date, behind brackets, bullets and pictures; or the date stands above it, alone.
_MOST_BEFORE = 16
_WORD = re.compile(r"\w")
_NEWS = re.compile(r"\b(?:(?:latest|recent) )?(?:news|updates?|updated|announcements?|edit)\b", re.IGNORECASE)
_RELEASE = Pattern(
    r"\b(?:releas(?:e|ed|es|ing)|open-?sourc(?:e|ed|es|ing)|launch(?:ed|es)?|introduc(?:e|ed|es|ing)|unveil(?:ed|s)?"
    r"|now available|are available|is available|publicly available)\b"
)
_MODEL = Pattern(r"\b(?:models?|weights|checkpoints?|series|(?-i:[A-Z])\w*-\d+(?:\.\d+)?[BM])\b")
_OTHER = Pattern(
    r"\b(?:paper|report|data ?sets?|benchmark|blog|demo|cookbook|tutorial|invited|agreement|toolkit|leaderboard"
    r"|scripts?|evaluation|quanti[sz]\w+|pypi|package|integrat\w+|part of"
    r"|gguf|awq|gptq|based on|built (?:up)?on|inspired)\b"
)


def read_releases(context: Context) -> Iterator[Fact]:
    """Yield the earliest date on which an entry of the news announces the model; later ones are of later versions."""
    if context.artifact.kind not in _KINDS:
        return
    named, found = [], []
    above: tuple[str, Span] | None = None
    section = -1
    for passage in context.passages:
        if not passage.whole or passage.zone in {"citation", "evaluation"}:
            continue
        if passage.section != section:
            section, above = passage.section, _heading_date(context, passage)
        sentences = list(islice(sentences_of(passage.text), 2))
        start, end = sentences[0] if sentences else (0, 0)
        if len(sentences) > 1 and _is_date(passage.text[start:end]):
            end = sentences[1][1]  # the day stands as a sentence of its own: "Oct. 15, 2023. Release of …"
        text = passage.text[start : min(end, 400)]
        dates = dates_in(text[:60])
        if dates and _is_date(text):
            above = dates[0].value, passage.span(dates[0].start, dates[0].end)  # the day of what follows
            continue
        if dates and dates[0].start <= _MOST_BEFORE:
            day: tuple[str, Span] | None = dates[0].value, passage.span(dates[0].start, dates[0].end)
        else:
            lead = passage.labels[0] if passage.labels else None
            dated = lead is not None and lead.role == "lead" and bool(_NEWS.search(lead.text)) and _is_date(lead.text)
            day = above if passage.zone == "news" or dated else None
        besides = _BESIDES.search(text) or _AND_MORE.search(text)
        if (
            day is None
            or not _RELEASE.search(text)
            or _OTHER.search(text, 0, besides.start() if besides else len(text))
        ):
            continue
        entry = (*day, passage)
        if context.own and pattern("{own}", context.own).search(text):
            named.append(entry)
        elif _MODEL.search(text):
            found.append(entry)
    # A document about one model, whose name has a number, tells the news of its relatives too.
    alone = not any(character.isdigit() for character in context.own)
    found = named or (found if alone else [])
    if found:
        value, span, passage = min(found, key=lambda row: (row[0], row[1]))
        yield context.fact(catalogue().fields[_FIELD], value, passage.text, span, passage.section)


def _is_date(text: str) -> bool:
    """Tell whether a text consists of a date and nothing else but words for news."""
    dates = dates_in(text) if len(text) < 60 else []
    return bool(dates) and not _WORD.search(_NEWS.sub("", text[: dates[0].start] + text[dates[0].end :]))


def _heading_date(context: Context, passage: Passage) -> tuple[str, Span] | None:
    """Return the date that the heading above a passage consists of, and where it stands."""
    section = context.prose.sections[passage.section]
    return (dates_in(section.title)[0].value, section.span) if _is_date(section.title) else None
