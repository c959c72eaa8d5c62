"""The day of first release, where a document tells it in its news: the earliest entry that announces the model.

Of a family also the days on which later entries announce further members.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.patterns import Pattern, pattern
from gpai_lint.evidence.prose.sentences import sentences_of
from gpai_lint.evidence.values.dates import dates_in, first_date

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
_AND_MORE = Pattern(
    r"(?<=\bmodels)(?:,| and)\b|(?<=\bmodels),|(?<=\bweights),|(?<=\bcheckpoints),|(?<=模型)(?:,|和|及|与|以及)"
    r"|, (?:and |while )?(?:the|more|other|its)\b[^,]{0,50}\b(?:will be|coming)\b"
)
#: "Published a post about the models and released the weights".
_ALSO = Pattern(
    r"\band (?:also )?(?:releas|open-?sourc|publish)(?:e|ed|es)\b[^.;]{0,40}?"
    r"\b(?:models?|weights|checkpoints?|(?-i:[A-Z])\w*-\d+(?:\.\d+)?[BM])\b"
)
#: Models at the end of what an announcement lists: "released the paper, the code and two Lark models".
_LISTED = Pattern(
    r"(?:,| and| &|, and) (?:(?:the|our|its|all|both|two|three|four|pre-?trained|\d+) )*(?:(?-i:[A-Z])[\w.-]* ){0,3}"
    r"(?:models|weights|checkpoints)(?=\W*\Z|[.!;,]| (?:and|on|at|are)\b)"
)
#: An entry begins with its date, behind brackets, bullets and pictures; or the date stands above it, alone.
_MOST_BEFORE = 16
_MOST_OPENING = 60
#: So many passages introduce what a document is about.
_OPENING = 12
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_SPACING = re.compile(r"[\s_-]")
_WORD = re.compile(r"\w")
_NUMBERED = re.compile(r"\d")
#: The word that a name begins with, its numbers, and a name that has some.
_STEM = re.compile(r"[A-Za-z]{4,}")
_NUMBERS = re.compile(r"\d+(?:\.\d+)?")
_WITH_NUMBER = re.compile(r"(?<![\w/.-])[A-Za-z][\w-]*(?:\.[\w-]+)*\d[\w-]*")
_LINE = re.compile(r"\n\s*")
#: What an entry ends with that has its day behind it: "Lark is released. [2024-01-18]".
_AT_END = re.compile(r"[\[(]\s?(?P<day>[^\[\]()]{6,24}?)\s?[\])]\W{0,3}\Z")
#: A picture by its name: ``:fire:``.
_PICTURE = re.compile(r":[a-z_+-]{2,30}:")
_NEWS = re.compile(
    r"\b(?:(?:latest|recent) )?(?:news|updates?|updated|announcements?|edit)\b|\b(?:version |v)\d+(?:\.\d+){0,2}\b",
    re.IGNORECASE,
)
#: A headline with a day, above what is told of it: "New March 11th, 2020: smaller models".
_HEADLINE = re.compile(r"\W*new\W{1,3}(?=[A-Z]\w+ \d{1,2}(?:st|nd|rd|th)?,? \d{4}\b|\d{4}[-./]\d)", re.IGNORECASE)
_RELEASE = Pattern(
    r"\b(?:releas(?:e|ed|es|ing)|open[- ]?sourc(?:ed|es|ing)|(?:we|to|and)(?: \w+)? open[- ]?source|launch(?:ed|es)?"
    r"|introduc(?:e|ed|es|ing)|unveil(?:ed|s)?|(?:now|are|is|publicly) available"
    r"|(?:is|are)(?: \w+)? (?:out|live)(?!\s\w))\b|发布|开源|开放|推出|公開|リリース|공개|출시|배포"
)
#: An entry that consists of its day and of words for a first release is about what the document is about.
_INITIAL = Pattern(r"\A\W*(?:initial|first)(?: public)? release\W*\Z")
#: A day in figures, of which either the first or the second may be the month.
_NUMERIC = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])")
_MONTHS = 12
_MODEL = Pattern(r"\b(?:models?|weights|checkpoints?|series|(?-i:[A-Z])\w*-\d+(?:\.\d+)?[BM])\b|模型|权重|モデル|모델")
#: What a document says of itself that is about software, with which others train models.
_SOFTWARE = Pattern(
    r"\W*(?-i:[A-Z][\w-]+)(?: ?\([^()]{0,60}\))? is an? (?:[\w,-]+ ){0,8}?(?:toolkit|toolbox|library|framework)\b"
)
#: The same said of what the document is called after: its releases are those of software, unless they are of a model.
_OWN_SOFTWARE = (
    r"\A\W*(?:{own})(?: ?\([^()]{0,60}\))? is (?:an?|the|our) (?:(?!models?\b)[\w,-]+ ){0,8}?"
    r"(?:toolkit|toolbox|library|framework|runtime|(?:inference|serving) engine)\b(?! models?\b)"
)
#: A member of a family by its size: the name as far as that, and the word that all of them begin with.
_MEMBER = Pattern(
    r"(?<![\w/.-])(?P<name>(?P<stem>[A-Z][A-Za-z]+)(?:[-.]?[A-Za-z\d]+){0,4}?-\d{1,4}(?:\.\d{1,2})?[BM])(?!\w)", flags=0
)
#: What an announcement releases, by a name of its own: "released **Reed2Song**, a model for songs".
_CALLED = Pattern(
    r"\b(?:[Rr]eleas\w+|[Oo]pen-?sourc\w+|[Ll]aunch\w*|[Ii]ntroduc\w+|[Uu]nveil\w*)\s+(?:the\s+|our\s+)?[\W_]{0,3}"
    r"(?P<name>[A-Z][^\s,()]*[A-Z\d][^\s,()]*)[\W_]{0,3}[,(]",
    flags=0,
)
_OTHER = Pattern(
    r"\b(?:paper|report|data ?sets?|benchmark|blog|demo|cookbook|tutorial|invited|agreement|toolkit|leaderboard"
    r"|scripts?|evaluation|quanti[sz]\w+|pypi|package|integrat\w+|part of"
    r"|intermedi\w+ checkpoints"
    r"|gguf|awq|gptq|arxiv|bug ?fix\w*|hotfix|(?<!which is )(?<!which are )based on|built (?:up)?on|inspired"
    # The code alone, and what is still to come.
    r"|(?:releas|open-?sourc|publish|upload)\w* "
    r"(?:(?!models?\b|weights\b|checkpoints?\b|and\b|[\w.-]*\d)[\w.-]+ ){0,5}code(?:base)?"
    r"(?!.{0,60}\b(?:models?|weights|checkpoints?)\b)"
    r"|(?:will|to)(?: \w+)? be \w+|(?:will|going to|plan\w*)(?: \w+)? (?:releas|open|publish|launch)\w*|coming soon)\b"
    r"|论文|报告|数据集|评测|榜单|教程|博客|量化|脚本|工具|语料|数据。|即将|将(?:会)?(?:发布|开源)|代码(?!.{0,20}(?:模型|权重))"
    r"|論文|データセット|デモ|コード(?!.{0,20}モデル)|予定|논문|데이터 ?셋|데모|코드(?!.{0,20}모델)|예정"
)


class _Announcement(NamedTuple):
    """An entry that announces a model: how full a name of the document it bears, its day and where that stands."""

    fullness: int
    value: str
    span: Span
    passage: Passage
    text: str


def read_releases(context: Context) -> Iterator[Fact]:
    """Yield the earliest date on which an entry of the news announces the model, and those of further members.

    Other later ones are of later versions.
    """
    if context.artifact.kind not in _KINDS:
        return
    found: list[_Announcement] = []
    software = is_software(context)
    month_first = _has_months_first(context)
    above: tuple[str, Span] | None = None
    headed = False
    section = -1
    for passage in context.passages:
        if not passage.whole or passage.zone in {"citation", "evaluation"}:
            continue
        if passage.section != section:
            section, above, headed = passage.section, _heading_date(context, passage), False
        for first, text in _entries(passage.text):
            date = first_date(text[:60])
            if date and month_first and (written := _NUMERIC.fullmatch(text[date.start : date.end])):
                date = date._replace(value=f"{written[3]}-{int(written[1]):02}-{int(written[2]):02}")
            day = (date.value, passage.span(first + date.start, first + date.end)) if date else None
            if _is_date(text):
                above = day  # of what follows
                continue
            if day and _HEADLINE.match(text) and not _announces(text):
                above, headed = day, True
                continue
            if date is None or date.start > _MOST_BEFORE:
                day = above if headed or passage.zone == "news" or _under_dated_news(passage) else None
                day = day or _closing_date(passage)
            if day is None or not _announces(text) or (software and not _MODEL.search(text)):
                continue
            if context.own and (pattern("{own}", context.own).search(text) or _is_spelled_otherwise(context, text)):
                found.append(_Announcement(_fullness(context, text), *day, passage, text))
            elif _INITIAL.match(text[date.end if date else 0 :]):
                found.append(_Announcement(0, *day, passage, text))
            elif _MODEL.search(text) and _may_be_own(context, text):
                found.append(_Announcement(len(context.names), *day, passage, text))
    # A document about one model, whose name has a number, tells the news of its relatives too: what bears the fullest
    # of its names is its own.
    if found:
        field = catalogue().fields[_FIELD]
        earliest = min(found, key=lambda row: (row.fullness, row.value, row.span))
        announced = [(earliest, ""), *_further(context, earliest, found)]
        for row, member in announced:
            yield context.fact(field, row.value, row.passage.text, row.span, row.passage.section, variant=member)


def _further(context: Context, first: _Announcement, found: list[_Announcement]) -> Iterator[tuple[_Announcement, str]]:
    """Yield the later announcements that begin with a member which none before them names, and what it is called.

    Such members have sizes in their names, and those that the first announcement names are called as they are. In a
    document about one of them, as a number in its name tells, the others' are none of its own.
    """
    if _NUMBERED.search(" ".join(context.names)):
        return
    seen = {match["name"].lower() for match in _MEMBER.finditer(first.text)}
    stems = {match["stem"].lower() for match in _MEMBER.finditer(first.text)}
    for row in sorted(found, key=lambda row: (row.value, row.span)):
        release = _RELEASE.search(row.text)
        members = list(_MEMBER.finditer(row.text, release.end() if release else 0))
        known = not members or members[0]["name"].lower() in seen or members[0]["stem"].lower() not in stems
        if row.value > first.value and not known:
            yield row, members[0]["name"]
        seen.update(match["name"].lower() for match in members)


def _has_months_first(context: Context) -> bool:
    """Tell whether a document writes months before days: one of its days shows it, 10/19/2023, and none denies it."""
    news = (passage.text[:_MOST_OPENING] for passage in context.passages if passage.kind == "item")
    written = [match for text in news if (match := _NUMERIC.search(text))]
    return any(int(row[2]) > _MONTHS for row in written) and all(int(row[1]) <= _MONTHS for row in written)


def is_software(context: Context) -> bool:
    """Tell whether what the document is called after is software, as it says at its beginning."""
    if not context.own:
        return False
    named = pattern(_OWN_SOFTWARE, context.own)
    return any(named.search(passage.text) for passage in context.passages[:_OPENING])


def _is_spelled_otherwise(context: Context, text: str) -> bool:
    """Tell whether a text has a name with the first word and all numbers of the document's: ``lark.llm1`` of Lark1."""
    stem, numbers = _STEM.match(context.names[0]), _NUMBERS.findall(context.names[0])
    names = _WITH_NUMBER.findall(text) if stem and numbers else ()
    return any(name.lower().startswith(stem[0].lower()) and _NUMBERS.findall(name) == numbers for name in names if stem)


def _may_be_own(context: Context, text: str) -> bool:
    """Tell whether an announcement of a model without the document's own name may be about it.

    It is not where the document's name has a number or is that of software, or where it gives the model a name without
    any word of that one.
    """
    if any(_SOFTWARE.match(passage.text) for passage in context.passages[:_OPENING]):
        return False
    names = " ".join(context.names)
    called = _CALLED.search(text)
    words = [word for word in re.split(r"[^a-z]+", names.lower()) if len(word) > 1]
    other = called is not None and bool(words) and not any(word in called["name"].lower() for word in words)
    return not _NUMBERED.search(names) and not other


def _fullness(context: Context, text: str) -> int:
    """Return the index of the fullest of the document's names that a text bears, however it is spaced."""
    spoken = _SPACING.sub("", text.lower())
    names = enumerate(context.names)
    return next((index for index, name in names if _SPACING.sub("", name.lower()) in spoken), len(context.names))


def _entries(text: str) -> Iterator[tuple[int, str]]:
    """Yield the entries of a passage and where they begin: its beginning, and each line that begins with a date."""
    starts = [0, *(match.end() for match in _LINE.finditer(text) if _dated(text[match.end() : match.end() + 60]))]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        sentences = list(islice(sentences_of(text[start:end]), 2))
        first, last = sentences[0] if sentences else (0, 0)
        opening = text[start + first : start + last]
        if len(sentences) > 1 and not _RELEASE.search(opening):
            second = text[start + sentences[1][0] : start + sentences[1][1]]
            # The day stands there, and at most a cry: "Oct. 15, 2023. Release of …", "[2023.10.15] Big news! …", or
            # what else was on that day: "Lark is accepted! Its weights are released!"
            if len(opening) < _MOST_OPENING or (_RELEASE.search(second) and _announces(second)):
                last = sentences[1][1]
        yield start + first, text[start + first : start + min(last, 400)]


def _under_dated_news(passage: Passage) -> bool:
    lead = passage.labels[0] if passage.labels else None
    return lead is not None and lead.role == "lead" and bool(_NEWS.search(lead.text)) and _is_date(lead.text)


def _dated(text: str) -> bool:
    date = first_date(text)
    return date is not None and date.start <= _MOST_BEFORE


def _announces(text: str) -> bool:
    """Tell whether an entry announces something, and nothing but the model or more than it."""
    text = _ASIDE.sub(" ", text)
    besides = _BESIDES.search(text) or _AND_MORE.search(text)
    if _RELEASE.search(text) and not _OTHER.search(text, 0, besides.start() if besides else len(text)):
        return True
    also = _ALSO.search(text)
    if also is None and (listed := _LISTED.search(text)) and _RELEASE.search(text, 0, listed.start()):
        also = listed
    return also is not None and not _OTHER.search(text, also.start())


def _is_date(text: str) -> bool:
    """Tell whether a text consists of a date and nothing else but words for news, and pictures."""
    text = _PICTURE.sub(" ", text)
    dates = dates_in(text) if len(text) < 60 else []
    return bool(dates) and not _WORD.search(_NEWS.sub("", text[: dates[0].start] + text[dates[0].end :]))


def _closing_date(passage: Passage) -> tuple[str, Span] | None:
    """Return the date, in brackets, that an entry of the news ends with, and where it stands."""
    closing = _AT_END.search(passage.text) if passage.zone == "news" and passage.kind == "item" else None
    date = first_date(closing["day"]) if closing else None
    if closing is None or date is None or date.end - date.start != len(closing["day"]):
        return None
    return date.value, passage.span(closing.start("day") + date.start, closing.start("day") + date.end)


def _heading_date(context: Context, passage: Passage) -> tuple[str, Span] | None:
    """Return the date that the heading above a passage consists of, and where it stands."""
    section = context.prose.sections[passage.section]
    return (dates_in(section.title)[0].value, section.span) if _is_date(section.title) else None
