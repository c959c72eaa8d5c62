"""Statements of a licence beside the text: headings that name it, notices set as code, and badges."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.artifacts.content import title_of
from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.licences.names import mentions, normalise
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.prose.labels import fields_for, plain
from gpai_lint.evidence.prose.licence_places import FIELD
from gpai_lint.evidence.prose.licence_wording import CODE_OR_DATA, LICENCE, grant
from gpai_lint.evidence.prose.passages import zone_of
from gpai_lint.evidence.values.badges import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context

#: A heading that gives its answer: ``License: MIT``.
_ANSWERED = re.compile(r"([^:]{3,40}): +(\S.{1,80})")
#: The address of a badge, whichever host draws it.
_BADGE = re.compile(r"/badge/([^?]{1,200})")
#: A heading over what a licence says among other things, and the beginning of a licence's text.
_LEGAL = Pattern(r"\W*(?:legal(?: (?:information|notices?|notes?|terms))?|copyright(?: notices?)?|terms)\W*")
_TEXT = Pattern(
    r"\W*(?P<name>(?:the )?(?:[\w.+-]+ ){0,5}licen[sc]e(?:,? version \d[\d.]*)?)\W*\n[^\n]{0,2}\n?"
    r"(?=[\s\S]{0,300}\b(?:copyright|permission is hereby granted|definitions|redistribution and use)\b)"
)
#: The title of a work: "Sparrow Chat: A Model for Talks".
_WORK = Pattern(r"\W*(?-i:[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3}: [A-Z])")


def read_titles(context: Context) -> Iterator[Fact]:
    """Yield the licences that headings about them name: ``## License: MIT``."""
    for number, section in enumerate(context.prose.sections):
        match = _ANSWERED.fullmatch(plain(section.title)) if LICENCE.search(section.title) else None
        if match is None or CODE_OR_DATA.search(match[0]) or FIELD not in fields_for(match[1], "heading"):
            continue
        name = normalise(match[2])
        if name and not zone_of(context.prose, section.path[:-1]):
            yield context.fact(catalogue().fields[FIELD], name, section.title, section.span, number)


def read_notices(context: Context) -> Iterator[Fact]:
    """Yield the licence of a notice that stands as a code block under a heading about the licence."""
    for block in context.prose.blocks:
        path = context.prose.sections[block.section].path
        if block.kind != "code" or not path or not (_LEGAL.fullmatch(path[-1]) or _is_on_licence(path[-1])):
            continue
        text = plain(block.text[:1_900])
        # The text of a licence itself, which begins with its name.
        titled = _TEXT.match(text)
        if titled and (named := normalise(titled["name"])):
            span = block.part(*titled.span("name"))
            yield context.fact(catalogue().fields[FIELD], named, text[:300], span, block.section)
            continue
        match = grant(text)
        for mention in mentions(text[match.start() : match.start() + 300])[:1] if match else []:
            start = match.start() + mention.start if match else 0
            span = block.part(start, start + mention.end - mention.start)
            yield context.fact(catalogue().fields[FIELD], mention.id, block.text[start:][:300], span, block.section)


def _is_on_licence(title: str) -> bool:
    return FIELD in fields_for(title, "heading")


def read_badges(context: Context) -> Iterator[Fact]:
    """Yield the licences on badges: pictures that an address draws."""
    for image in context.prose.images:
        title = context.prose.sections[image.section].title
        if _WORK.match(title) and image.section != title_of(context.prose) and not context.begins_own(title):
            continue  # the badge of another work that the document reprints
        badge = _BADGE.search(image.source)
        texts = shown(badge[1]) if badge else []
        said = " ".join(texts)
        label = plain(f"{image.text} {said}")
        if not LICENCE.search(label) or CODE_OR_DATA.search(label):
            continue
        name = normalise(image.source[:1_900]) or normalise(image.text) or normalise(image.target)
        if name is None:  # one that no table knows: what stands behind the word for it
            name = texts[1] if len(texts) == 2 and LICENCE.search(texts[0]) else said
        if name:
            field = catalogue().fields[FIELD]
            yield context.fact(field, name, label.strip() or name, image.span, image.section, label="badge")
