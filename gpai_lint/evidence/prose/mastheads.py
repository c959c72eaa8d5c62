"""The provider that a line under the title consists of: ``[Example Labs](https://example.org)``."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from gpai_lint.artifacts.content import title_of
from gpai_lint.artifacts.interface import Block
from gpai_lint.evidence.catalogue import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context
    from gpai_lint.evidence.prose.passages import Passage

_KINDS = frozenset({"readme", "model_card"})
#: How many passages below the title are looked at.
_LINES = 4
#: What an organisation is called: by the words for one, or by its form.
_ORGANISATION = (
    r"(?:[A-Z][\w&.'-]*,? (?:(?:[A-Z][\w&.'-]*|of|for|and|the|&|de),? ){0,6}?"
    r"(?:Lab|Labs|Laborator(?:y|ies)|University|Institute|Inc\.?|GmbH|Ltd\.?|LLC|Corp\.?|Foundation|Academy|College"
    r"|Technologies|Consortium|Research|AI)(?: (?:at|@) [A-Z]\w+(?: [A-Z]\w+)?)?"
    r"|(?:(?:AI|Research|Labs?) (?:at|@) [A-Z]\w+|[A-Z]\w+ Research (?:Asia|Europe|Africa|America))(?:, [A-Z]\w+)?"
    r"|(?:University|Institute|Academy|College) (?:of|for) [A-Z][\w-]*(?: (?:and |of )?[A-Z][\w-]*){0,4})"
)
_NAME = re.compile(_ORGANISATION)
#: Of these, what may as well be an invitation or a field of work, unless the address is the organisation's.
_LOOSE = re.compile(r"(?:Research|AI)\Z|\w (?:at|@) \w")
#: What a link asks its reader to do begins so.
_INVITING = re.compile(r"(?:Try|Join|Visit|Follow|Read|Chat|Open|Meet|Ask|Explore|See|Our|About|Why|Demo|Paper|Blog)\b")
#: What one does begins so.
_DOING = re.compile(r"[A-Z]\w*ing\b")
_LONG_WORD = re.compile(r"[a-z]{3,}")
_WORDS_FOR_ONE = frozenset(
    ["lab", "labs", "university", "institute", "foundation", "research", "academy", "college", "technologies", "the"]
)


def read_mastheads(context: Context) -> Iterator[Fact]:
    """Yield the organisation that a line under the title consists of."""
    top = title_of(context.prose)
    if context.artifact.kind not in _KINDS or top is None or not context.own:
        return
    field = catalogue().fields["provider.name"]
    for passage in islice((row for row in context.passages if row.whole and row.section == top), _LINES):
        found = _linked(context, passage) or _alone(context, passage)
        if found:
            name, start, end = found
            yield context.fact(field, name, passage.text, passage.span(start, end), passage.section)
            return


def _linked(context: Context, passage: Passage) -> tuple[str, int, int] | None:
    """Return the organisation that a line links to, by an address in which a word of its name stands."""
    text = passage.text.strip()
    for link in islice(context.links(passage, 0, len(passage.text)), 2):
        name = " ".join(link.text.split())
        if text != name or not _is_organisation(context, name):
            continue
        words = [word for word in _LONG_WORD.findall(name.lower()) if word not in _WORDS_FOR_ONE]
        if any(word in link.target.lower() for word in words):
            start = passage.text.find(name)
            return name, start, start + len(name)
    return None


def _alone(context: Context, passage: Passage) -> tuple[str, int, int] | None:
    """Return the organisation that a line consists of, in bold or as it is, and no link to something else."""
    block, text = passage.origin, passage.text.strip()
    if context.links(passage, 0, len(passage.text)):
        return None
    if not isinstance(block, Block) or _LOOSE.search(text) or not _is_organisation(context, text):
        return None
    bold = len(block.strong) == 1 and passage.text[slice(*block.strong[0])].strip() == text
    if not bold and (passage.kind != "paragraph" or len(text.split()) == 1 or _DOING.match(text)):
        return None
    start = passage.text.find(text)
    return text, start, start + len(text)


def _is_organisation(context: Context, name: str) -> bool:
    named = _NAME.fullmatch(name) is not None and not _INVITING.match(name)
    return named and not context.is_own(name) and not context.begins_own(name)
