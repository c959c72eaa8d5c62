"""Figures of models beside the document's own: ``Robin with 70B parameters``, ``Robin-2 saw 1T tokens``."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from gpai_lint.evidence.patterns import Pattern, pattern

if TYPE_CHECKING:
    from gpai_lint.evidence.prose.context import Context
    from gpai_lint.evidence.values.numbers import Number

#: Words for setting one model beside another.
_BESIDE = Pattern(
    r"\b(?:beats?|beating|close to|approach(?:es|ing)?|match(?:es|ing)?|although|(?:even )?though|whereas|while|against"
    r"|ahead of|behind|exceed\w*|outperform\w*|surpass\w*|on par|compar\w+|larger|smaller|bigger|fewer|less|times)\b"
)
#: What members of a family are called, and kinds of networks and models.
_NO_RIVAL = (
    r"(?!(?:Base|Tiny|Mini|Nano|Small|Medium|Large|XL|XXL|Pro|Max|Ultra|Plus|Lite|Chat|Instruct|The|It|Its|This|We|Our"
    r"|An?|MoE|LLMs?|VLMs?|Transformers?|Decoder|Encoder|AI|With|At|In|Only|Just)\b)"
)
#: Up to a figure, the name of what it is of.
_NAMED_BEFORE = Pattern(
    r"(?<!by )(?<!from )(?<!at )(?<![\w-])" + _NO_RIVAL + r"(?P<name>[A-Z][\w.-]*(?: [A-Z\d][\w.-]*){0,3})"
    r"(?:,? (?:with|has|have|having|which has|at)(?: (?:its|about|around|some|over|only|just|the|a|an))*|, an?|\s?\()"
    r"\s?\Z",
    flags=0,
)
#: The same behind the figure.
_NAMED_BEHIND = Pattern(
    r"[ -]?(?:param(?:eter)?s?) (?:of|in) (?:the )?" + _NO_RIVAL + r"(?P<name>[A-Z][\w.-]*(?: [A-Z\d][\w.-]*){0,3})",
    flags=0,
)
#: The name of a model as the subject of what it was trained on or takes in.
_TAKES = Pattern(
    r"\W*(?:[Tt]he )?"
    + _NO_RIVAL
    + r"(?P<name>(?!Stage|Phase|Step|Version|Part|Section|Table|Figure|TPU|GPU|Pre-?[Tt])"
    r"[A-Z][\w.-]*(?: [A-Z\d][\w.-]*){0,3}?)(?: models?)?"
    r" (?:saw|(?:has|have|had) (?:seen|been (?:\w+ )?(?:pre-?)?trained|an? (?:[\w-]+ ){0,3}?(?:context|window))"
    r"|(?:was|were) (?:\w+ )?(?:pre-?)?trained|(?:can )?(?:supports?|handles?|accepts?|process(?:es)?))\b",
    flags=0,
)
_STRIKING = re.compile(r"\d|[a-z][A-Z]|\w-[A-Z]")
#: What brings in a model that the document is about as well, or that its own was made from.
_KIN = Pattern(
    r"\b(?:releas\w*|introduc\w*|present\w*|announc\w*|open-?sourc\w*|our|members?|variants?|based on|built (?:up)?on"
    r"|(?:trained|tuned|derived|initiali[sz]ed|distilled) (?:from|on)|versions? of|base(?: model)?)\b"
)
#: So far behind it the name begins, in the same clause, and what is a name there: every one, also inside of others.
_NEAR = 100
_SENTENCE_END = re.compile(r"[;]|\.(?!\w)")
_NAMES = re.compile(r"(?<![\w-])(?=(?P<name>[A-Z][\w.-]*(?: [A-Z\d][\w.-]*){0,3}))")
#: A sentence in which the document speaks of its own model by name.
_OWN = r"(?:\A|[.!?] )\W{0,3}(?:the )?(?:{own})[\w. -]{0,20} (?:is|are|was|were|has|supports?)\b"
#: So much of a sentence is looked at before a figure.
_AHEAD = 90


def is_rivals(context: Context, sentence: str, number: Number) -> bool:
    """Tell whether a size is by its place that of another model than the document's, which the sentence names too."""
    if not _BESIDE.search(sentence) or not context.own or not pattern("{own}", context.own).search(sentence):
        return False
    ahead = sentence[max(0, number.start - _AHEAD) : number.start]
    named = _NAMED_BEFORE.search(ahead) or _NAMED_BEHIND.match(sentence, number.end)
    if named is None:
        return False
    name = named["name"].rstrip(".")
    return not context.is_own(name) and not context.begins_own(name) and name not in context.variants


def takes_of_rival(context: Context, sentence: str) -> bool:
    """Tell whether a sentence begins with what a model takes in that is neither the document's own nor its origin.

    The document has to speak of its own by name: titles are often those of papers and of code.
    """
    subject = _TAKES.match(sentence) if context.own else None
    if subject is None or not _STRIKING.search(subject["name"]):
        return False
    name = subject["name"].rstrip(".")
    own_letters = re.sub(r"\W+", "", " ".join(context.names).lower())
    # A heading before it may run into the name: "Overview Lark 2 was pre-trained".
    words = [word for word in re.findall("[a-z]+", name.lower()) if len(word) > 1]
    mine = any(word in own_letters for word in words) or context.begins_own(name) or name in context.variants
    if not words or mine:
        return False
    return _speaks_of_own(context) and name.lower() not in _kin(context)


@lru_cache(maxsize=1)
def _speaks_of_own(context: Context) -> bool:
    own = pattern(_OWN, context.own)
    return any(own.search(passage.text) for passage in context.passages if passage.whole)


@lru_cache(maxsize=1)
def _kin(context: Context) -> frozenset[str]:
    """Return the names, in lower case, in headings and behind words that bring in models of the document's own."""
    near = [section.title for section in context.prose.sections]
    for text in (passage.text for passage in context.passages if passage.whole):
        near += [_SENTENCE_END.split(text[kin.end() : kin.end() + _NEAR], 1)[0] for kin in _KIN.finditer(text)]
    names: set[str] = set()
    for match in (match for text in near for match in _NAMES.finditer(text)):
        words = match["name"].lower().split(" ")
        names.update(" ".join(words[:count]).rstrip(".") for count in range(1, len(words) + 1))
    return frozenset(names)
