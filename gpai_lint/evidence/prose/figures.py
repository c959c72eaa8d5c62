"""Figures in running text: which of the numbers in a sentence a field's rules make its values."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from gpai_lint.evidence.patterns import Pattern, pattern
from gpai_lint.evidence.prose.another import compares, is_of_another, tells_training_of_another
from gpai_lint.evidence.prose.conditions import BEFORE, applies
from gpai_lint.evidence.prose.context import EFFORT
from gpai_lint.evidence.prose.convert import EXACT, chains, grew, plain_number
from gpai_lint.evidence.prose.prospects import is_to_come
from gpai_lint.evidence.prose.rivals import is_rivals, takes_of_rival
from gpai_lint.evidence.prose.variants import variant_of
from gpai_lint.evidence.values.numbers import in_one_scale, size, spelled_out
from gpai_lint.evidence.values.units import amount_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.evidence.catalogue import Field, Rule
    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context
    from gpai_lint.evidence.prose.passages import Passage
    from gpai_lint.evidence.values.numbers import Number

#: A sentence that goes on about the model of the one before it.
_GOES_ON = Pattern(r"(?:this|the) (?:\w+ )?model\b|it\b")
#: A bound stands before its figure with at most an article, a sign or a word between: "more than some 15T".
_NEAR = 24
_ASIDE = re.compile(r"\([^()]{0,200}\)")
_BOUND = re.compile(r"\b(?:more|less|fewer|greater|no more|rather|other) than\Z")
#: What stands between a number and the same said again.
_EQUALS = Pattern(r"\s?\+?\s?(?:[a-z]+\s)?(?:~=|≈|=|~|\()\s?(?:about |around |ca\.? )?", flags=0)
#: What follows the size of one of several members: "the 7B model was trained with 8 trillion tokens".
_TRAINED = Pattern(r"[ -](?:[\w-]+ )?models? (?:was|were) (?:pre-?)?trained\b")
#: Members of a family that one sentence sets side by side, and what parts their figures: "models with 2K and 32K".
_MEMBERS = Pattern(r"\b(?:models|versions|variants|checkpoints|flavou?rs)\b")
_AND = re.compile(r"\s?(?:tokens?\s?)?(?:,? and|,|/|&)\s")
_LENGTHS = Pattern(r"[ -]?(?:tokens?[ -])?(?:context|sequence)")
#: Words and signs before a number that say how exact it is.
_HEDGE = Pattern(
    r"(?:(?:~|≈|>|<|\\~|about|around|approximately|roughly|nearly|almost|over|more than|up to|at least|just|only"
    r"|some|an estimated|estimated)\s?)+\Z"
)


def figures(
    context: Context, passage: Passage, field: Field, sentence: str, offset: int, found: list[Number]
) -> Iterator[Fact]:
    """Yield the facts of a field that figures found in a sentence state, by its rules for numbers.

    ``offset`` is where the sentence begins in its passage.
    """
    done: set[int] = set()
    if field.unit in EFFORT and is_of_another(context, sentence):
        return
    if field.unit == "token" and (tells_training_of_another(context, sentence) or takes_of_rival(context, sentence)):
        return
    if field.unit in {"token", "parameter"} and compares(sentence):
        return
    if field.unit == "parameter":
        found = in_one_scale(sentence, found)
    for rule in field.numbers:
        if not applies(context, passage, field, rule, sentence):
            continue
        # The news tell of relatives as well: there a figure needs the name beside it.
        if passage.zone == "news" and context.own and not _names_own(context, passage, sentence, offset):
            continue
        for run in chains(sentence, found):
            if run[0].start in done or not _fits(rule, sentence, run, context.own):
                continue
            if field.not_after and _compares(pattern(field.not_after), sentence, run[0].start):
                continue
            exact = [spelled_out(sentence, number, found) for number in run] if field.unit in EXACT else run
            values = [(number, amount_in(field.unit, number, sentence)) for number in exact]
            values = [(number, value) for number, value in values if value and field.plausible(value)]
            if len(values) > 1 and (field.unit != "parameter" or grew(sentence, run[0].start)):
                named_so = [value for value in values if _in_name(context, sentence, value[0])][:1]
                members = field.id == "model.context_length" and _are_members(sentence, run)
                values = named_so or (values if members else values[-1:])
            for number, value in values:
                if value is None or _restated(sentence, number, found, done):
                    continue
                if field.unit == "parameter" and (
                    is_rivals(context, sentence, number) or is_to_come(sentence, number.start, number.end)
                ):
                    continue
                named = variant_of(context, field, passage, sentence, number) if len(values) == 1 else ""
                member = len(values) > 1 or (not named and _TRAINED.match(sentence, number.end))
                yield context.fact(
                    field,
                    plain_number(value),
                    sentence,
                    passage.span(offset + number.start, offset + number.end),
                    passage.section,
                    variant=size(value) if member else named,
                    label=passage.labels[0].text if passage.labels and passage.labels[0].role != "heading" else "",
                )
            done.update(number.start for number in run)


def _are_members(sentence: str, run: list[Number]) -> bool:
    """Tell whether each of several figures side by side is that of another member of the family."""
    if not _MEMBERS.search(sentence) or not _LENGTHS.match(sentence, run[-1].end):
        return False
    return all(one.scaled and _AND.fullmatch(sentence, one.end, other.start) for one, other in pairwise(run))


def _in_name(context: Context, sentence: str, number: Number) -> bool:
    """Tell whether the document's model bears a figure in its name: ``128K`` of the variants ``4K`` and ``128K``."""
    figure = re.escape(sentence[number.start : number.end])
    return number.scaled and any(
        re.search(rf"(?<![A-Za-z\d.]){figure}(?![A-Za-z\d])", name, re.IGNORECASE) for name in context.names
    )


def _names_own(context: Context, passage: Passage, sentence: str, offset: int) -> bool:
    """Tell whether a sentence, what it goes on about, or the words above its list name the document's model."""
    texts = [sentence, *(label.text for label in passage.labels if label.role == "intro")]
    if _GOES_ON.match(sentence):
        texts.append(passage.text[:offset])
    return any(pattern("{own}", context.own).search(text) for text in texts)


def _fits(rule: Rule, sentence: str, run: list[Number], own: str) -> bool:
    first, last, end = run[0], run[-1], run[-1].end
    if rule.scaled and not all(number.scaled for number in run):
        return False
    if rule.after:
        match = pattern(rule.after, own).match(sentence, last.end)
        if match is None:
            return False
        end = match.end()
    ahead = sentence[max(0, first.start - BEFORE) : first.start]
    hedge = _HEDGE.search(ahead)
    bare = ahead[: hedge.start()] if hedge else ahead
    if rule.before and not any(pattern(rule.before, own).search(text) for text in (bare, ahead)):
        return False
    if rule.not_before and pattern(rule.not_before).search(bare):
        return False
    return not (rule.not_here and pattern(rule.not_here).search(sentence, first.start, end))


def _compares(comparison: Pattern, sentence: str, end: int) -> bool:
    """Tell whether words of comparison stand before a figure; "more than 15T" compares with nothing.

    What an aside that has ended compares is something else: "a decoder (which is similar to Lark) of 2B parameters".
    """
    asides = [aside.span() for aside in _ASIDE.finditer(sentence, 0, end)] if "(" in sentence else []
    return any(
        not _BOUND.search(sentence, 0, match.end()) or end - match.end() > _NEAR
        for match in comparison.finditer(sentence, 0, end)
        if not any(start < match.start() and match.end() < stop for start, stop in asides)
    )


def _restated(sentence: str, number: Number, found: list[Number], done: set[int]) -> bool:
    """Tell whether a number says again what the one before it said: ``299,892,736,000 ~= 300B tokens``."""
    before = [other for other in found if other.end <= number.start]
    if not before or not _EQUALS.fullmatch(sentence, before[-1].end, number.start):
        return False
    other = before[-1]
    return other.start in done and abs(other.value - number.value) <= 0.05 * max(other.value, number.value)
