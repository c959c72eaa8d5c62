"""Sizes of models that a sentence sets beside the document's own: ``Robin with 70B parameters``."""

from __future__ import annotations

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
