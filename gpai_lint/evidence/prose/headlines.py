"""Sentences that are set as headings: ``#### Lark is a model for songs developed by Aviary Labs.``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.artifacts.content import title_of
from gpai_lint.artifacts.interface import Block
from gpai_lint.evidence.prose.labels import plain
from gpai_lint.evidence.prose.passages import Label, Passage, zone_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.artifacts.interface import Prose

#: A subject with its verb, and words enough to say something; a question says nothing.
_HEADLINE = re.compile(
    r"(?:(?!How|Wh[a-z]+|If|Is|Are)[A-Z][\w.-]*(?: [A-Z\d(][\w.()-]*){0,4}|(?:This|The|Our)(?: [\w-]+){1,3}|It|They)"
    r" (?:is|was|are|were|has been)"
    r"(?: [^\s?]+){5,}\s*\Z"
)


def headlines(prose: Prose) -> Iterator[Passage]:
    """Yield the headings of a document that are sentences, its title aside, each as a passage of what is above it."""
    titled = title_of(prose)
    for index, section in enumerate(prose.sections):
        text = plain(section.title)
        if index == titled or not section.title or not _HEADLINE.match(text):
            continue
        outer = section.path[:-1]
        labels = tuple(Label(title, "heading") for title in reversed(outer))
        block = Block("paragraph", section.title, section.span, index)
        yield Passage(text, block, index, outer, zone_of(prose, outer), labels, 0, True)
