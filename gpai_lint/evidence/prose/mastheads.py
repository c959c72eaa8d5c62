"""The provider that a line under the title consists of, ``[Example Labs](https://example.org)``, or a title names."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from gpai_lint.artifacts.content import title_of
from gpai_lint.artifacts.interface import Block
from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.introduction import introduced_name
from gpai_lint.evidence.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context
    from gpai_lint.evidence.prose.passages import Passage

_KINDS = frozenset({"readme", "model_card"})
#: The levels of headings that name the model.
_HIGHEST = 2
#: How many passages below the title are looked at.
_LINES = 4
#: What an organisation is called: by the words for one, or by its form.
_ORGANISATION = (
    r"(?:[A-Z][\w&.'-]*,? (?:(?:[A-Z][\w&.'-]*|of|for|and|the|&|de),? ){0,6}?"
    r"(?:Lab|Labs|Laborator(?:y|ies)|University|Institute|Inc\.?|GmbH|Ltd\.?|LLC|Corp\.?|Foundation|Academy|College"
    r"|Technologies|Consortium|Research|AI)(?: (?:at|@) [A-Z]\w+(?: [A-Z]\w+)?)?"
    r"|(?:(?:AI|Research|Labs?) (?:at|@) [A-Z]\w+|[A-Z]\w+ Research (?:Asia|Europe|Africa|America))(?:, [A-Z]\w+)?"
    r"|(?:[A-Z][\w-]+ ){0,2}(?:University|Institute|Academy|College) (?:of|for) [A-Z][\w-]*"
    r"(?: (?:and |of )?[A-Z][\w-]*){0,4})"
)
#: What may stand behind it: an abbreviation, of a part of it perhaps, and a day.
_BEHIND = r"(?:,? \([A-Z]{2,6}\)|, [A-Z]{2,6}(?!\w))?(?:\W{1,3}(?:[A-Z][a-z]{2,8}\.? )?(?:19|20)\d\d)?"
_NAME = Pattern(rf"(?P<name>{_ORGANISATION}){_BEHIND}", flags=0)
#: Whose model a title says it is, and so many headings are looked at.
_WHOSE = Pattern(
    r"(?P<name>(?!(?:It|What|Here|Let|That|There|Today|Who|This|How|Where|World)['’])"
    r"[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,2})['’]s (?P<model>[A-Z][\w.-]*\w\b)",
    flags=0,
)
_BY = Pattern(
    r"(?P<model>[A-Z][\w.-]*(?: [\w.-]+){0,3}) (?:by|from) "
    r"(?P<name>(?!Example|Design|Default|Hand|Scratch)[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,2})",
    flags=0,
)
_HEADINGS = 3
#: The address of an organisation or of a department of it, and no page of a site that hosts those of others.
_HOME = Pattern(
    r"https?://(?![^/]*(?:github|huggingface|discord|colab|arxiv|twitter|youtube|medium|linkedin))[\w.-]+(?:/[\w-]*){0,2}/?",
    flags=0,
)
#: What tells institutions from other names that commas part, and what one of them looks like.
_INSTITUTION = Pattern(
    r"\b(?:University|Institute|Lab(?:s|oratory)?|Academy|College|School|Inc\.?)(?: (?:of|for|at)\b|\Z)"
    r"|\b(?:Universit(?:ät|é|à|at)|Universidade?|Hochschule|Institut[oe]?|École) (?:(?:de|di|du|des|della|für) )?[A-Z]",
    flags=0,
)
_PART = Pattern(r"(?:the )?[A-Z][\w&.'’()-]*(?: [\w&.'’()-]+){0,8}", flags=0)
_FEWEST = 2
#: Of these, what may as well be an invitation or a field of work, unless the address is the organisation's.
_LOOSE = Pattern(r"(?:Research|AI)\Z|\w (?:at|@) \w", flags=0)
#: What a link asks its reader to do begins so.
_INVITING = Pattern(
    r"(?:Try|Join|Visit|Follow|Read|Chat|Open|Meet|Ask|Explore|See|Our|About|Why|Demo|Paper|Blog)\b", flags=0
)
#: What one does begins so.
_DOING = re.compile(r"[A-Z]\w*ing\b")
#: The heading over what an organisation says of itself, and what it says there.
_ABOUT = Pattern(
    r"\W*About (?:the )?(?P<name>(?!(?:Us|Me|This|Our|Model|Project|Team|Data|Author|Repo|Release|Paper)[a-z]*\b)"
    r"[A-Z][\w&.'-]*(?: [\w&.'-]+){0,5})\W*",
    flags=0,
)
_TELLS_OF_MAKER = Pattern(
    r"\b(?:founded|established|headquartered|our mission|dedicated to"
    r"|(?:is|are) an? (?:[\w-]+,? ){0,6}(?:company|lab(?:oratory)?|team|institute|start-?up|organi[sz]ation|group"
    r"|collective|non-?profit|foundation|university|initiative))\b"
)
_LONG_WORD = re.compile(r"[a-z]{3,}")
_WORDS_FOR_ONE = frozenset(
    ["lab", "labs", "university", "institute", "foundation", "research", "academy", "college", "technologies", "the"]
)


def read_mastheads(context: Context) -> Iterator[Fact]:
    """Yield the organisation that a line under the title consists of, or the one whose model it is by the title."""
    top = title_of(context.prose)
    if context.artifact.kind not in _KINDS or top is None or not context.own:
        return
    field = catalogue().fields["provider.name"]
    for index, section in islice(enumerate(context.prose.sections), top, top + _HEADINGS):
        title = " ".join(section.title.split())
        match = (_WHOSE.match(title) or _BY.fullmatch(title)) if section.level <= _HIGHEST else None
        if match is None and index == top + 1 and not _LOOSE.search(title) and _is_organisation(context, title):
            match = _NAME.fullmatch(title)
        elif match and not _owns(context, match, titled=index == top):
            match = None
        if match or (index > top and _several(title)):
            yield context.fact(field, match["name"] if match else title, title, section.span, index)
            return
    for passage in islice((row for row in context.passages if row.whole and row.section == top), _LINES):
        found = _linked(context, passage) or _alone(context, passage) or _listed(context, passage)
        if found:
            name, start, end = found
            match = _NAME.fullmatch(name)
            name = match["name"] if match else name
            yield context.fact(field, name, passage.text, passage.span(start, end), passage.section)
            return
    yield from _presented(context)


def _presented(context: Context) -> Iterator[Fact]:
    """Yield the organisation that a section of its own presents: "About Nest Labs", founded in so many a year."""
    firsts = {passage.section: passage for passage in reversed(context.passages) if passage.whole}
    for index, section in enumerate(context.prose.sections):
        title = _ABOUT.fullmatch(" ".join(section.title.split()))
        first = firsts.get(index)
        if title is None or first is None or context.is_own(title["name"]) or context.begins_own(title["name"]):
            continue
        if title["name"].lower() in first.text.lower() and _TELLS_OF_MAKER.search(first.text):
            field = catalogue().fields["provider.name"]
            yield context.fact(field, title["name"], section.title, section.span, index)
            return


def _owns(context: Context, match: re.Match[str], *, titled: bool) -> bool:
    """Tell whether a title names a maker: the model is called without it elsewhere, or bears its name before its own.

    Beside the title (``titled``) a heading may be about another model whose name only begins alike.
    """
    maker, model = match["name"], match["model"]
    if context.names[0].lower().startswith(f"{maker.lower()} ") and context.names[0] != match.group():
        return True
    called = introduced_name(context.artifact)
    return called == model or (titled and called.startswith((f"{model} ", f"{model}-")))


def _linked(context: Context, passage: Passage) -> tuple[str, int, int] | None:
    """Return the organisation that a line links to, by an address in which a word of its name stands."""
    text = passage.text.strip()
    for link in islice(context.links(passage, 0, len(passage.text)), 2):
        name = " ".join(link.text.split())
        if text != name or not _is_organisation(context, name):
            continue
        words = [word for word in _LONG_WORD.findall(name.lower()) if word not in _WORDS_FOR_ONE]
        if any(word in link.target.lower() for word in words) or _is_home(passage, name, link.target):
            start = passage.text.find(name)
            return name, start, start + len(name)
    return None


def _is_home(passage: Passage, name: str, target: str) -> bool:
    """Tell whether a line in bold, with an abbreviation behind it, links to a page of its own site: what one visits."""
    block = passage.origin
    bold = isinstance(block, Block) and len(block.strong) == 1 and passage.text[slice(*block.strong[0])].strip() == name
    match = _NAME.fullmatch(name)
    return bold and match is not None and match["name"] != name and _HOME.fullmatch(target) is not None


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


def _listed(context: Context, passage: Passage) -> tuple[str, int, int] | None:
    """Return the institutions that a line consists of, parted by commas, as below the authors of a paper."""
    text = passage.text.strip()
    if passage.kind != "paragraph" or not _several(text) or context.begins_own(text):
        return None
    start = passage.text.find(text)
    return text, start, start + len(text)


def _several(text: str) -> bool:
    """Tell whether a text consists of names of which two, and half of them, are those of institutions."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) < _FEWEST or not all(map(_PART.fullmatch, parts)) or text.endswith("."):
        return False
    institutions = sum(_INSTITUTION.search(part) is not None for part in parts)
    return institutions >= max(_FEWEST, len(parts) / 2)


def _is_organisation(context: Context, name: str) -> bool:
    named = _NAME.fullmatch(name) is not None and not _INVITING.match(name)
    return named and not context.is_own(name) and not context.begins_own(name)
