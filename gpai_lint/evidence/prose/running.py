"""Facts in running text: figures, dates and phrases, each by the rules of the catalogue and sentence by sentence."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.keys import runs_of
from gpai_lint.evidence.patterns import Pattern, pattern
from gpai_lint.evidence.placeholders import holds_placeholder
from gpai_lint.evidence.prose.bases import bases_named
from gpai_lint.evidence.prose.candidates import candidates
from gpai_lint.evidence.prose.context import EFFORT
from gpai_lint.evidence.prose.convert import EXACT, chains, grew, plain_number, readings
from gpai_lint.evidence.prose.labelled import TEMPLATE
from gpai_lint.evidence.prose.labels import fields_for
from gpai_lint.evidence.prose.passages import sentences_of
from gpai_lint.evidence.prose.variants import variant_of
from gpai_lint.evidence.values.dates import dates_in
from gpai_lint.evidence.values.numbers import in_one_scale, numbers_in, size, spelled_out
from gpai_lint.evidence.values.units import amount_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.evidence.catalogue import Field, Rule
    from gpai_lint.evidence.interface import Fact, Value
    from gpai_lint.evidence.prose.context import Context
    from gpai_lint.evidence.prose.passages import Passage
    from gpai_lint.evidence.values.dates import Date
    from gpai_lint.evidence.values.numbers import Number

#: Marks, among what was taken, a field that a label of the document announces.
LABELLED = "labelled"
#: Fields whose value in a table's row tells what the training data is.
_TELLS_DATA = frozenset({"data.statement", "data.datasets"})
#: How far before a number its rule looks, in characters.
_BEFORE = 90
#: A longer sentence is a list or a table that lost its form.
_MAX_SENTENCE = 4_000
_MAX_TAIL = 400
_OWN_TRAINING = Pattern(
    r"\b(?:this|the|our|these) (?:final |\w+ed )?models? (?:was|were) (?:\w+ly )?(?:pre-?)?trained "
    r"(?:\([^()]{0,40}\) )?(?:on|with|using|from)\b"
    r"|\b(?:undergoes|underwent|has undergone|went through) (?:[\w-]+ ){0,2}(?:fine-?)?(?:pre-?)?(?:training|tuning)\b"
    r"|\btraining (?:was )?(?:took|completed|finished|lasted|ran|(?P<some>performed|conducted|carried out|done))\b"
)
#: The same of a model that is called by its name.
_NAMED_TRAINING = r"^(?:{own}) (?:was|is) (?:pre-?)?trained (?:\w+ly )?(?:on|with|using|from)\b"
_GOES_ON = Pattern(r"(?:this|the) (?:\w+ )?model\b|it\b")
#: Another model beside which this one is recommended, and what is said on about it.
_COMPANION = Pattern(
    r"\b(?:alongside|in (?:conjunction|combination) with|together with|paired with) (?:the |our )?"
    r"(?P<name>(?-i:[A-Z])[\w-]*(?:\.\d+)*(?: (?-i:[A-Z\d])[\w-]*(?:\.\d+)*){0,3})"
)
_ITS = Pattern(r"(?:it|its|they|their)\b")
#: A bound stands before its figure with at most an article, a sign or a word between: "more than some 15T".
_NEAR = 24
_BOUND = re.compile(r"\b(?:more|less|fewer|greater|no more|rather|other) than\Z")
#: Questions, and works of others in a list of references.
_NO_STATEMENT = re.compile(r"\?[\"')]*\s*\Z|\bet al\b\.?.{0,40}[\"“]")
#: What makes a name the subject of the sentence.
_SUBJECT = re.compile(r"(?: v?\d[\w.]*)? (?:is|are|was|has)\b")
_KIND = Pattern(r"\bmodels\W*\Z")
_EQUALS = re.compile(r"\s?\+?\s?(?:[a-z]+\s)?(?:~=|≈|=|~|\()\s?(?:about |around |ca\.? )?")
_HEDGE = Pattern(
    r"(?:(?:~|≈|>|<|\\~|about|around|approximately|roughly|nearly|almost|over|more than|up to|at least|just|only"
    r"|some|an estimated|estimated)\s?)+\Z"
)


def read_running(context: Context, passage: Passage, taken: set[tuple[str, str]]) -> Iterator[Fact]:
    """Yield the facts of one block of running text; ``taken`` keeps what counts only once in a document."""
    companion = _COMPANION.search(passage.text)
    beside = False
    for start, end in sentences_of(passage.text):
        sentence = passage.text[start:end]
        # What a model is to be used with is described where it is recommended.
        told = companion and start > companion.start() and not context.is_own(companion["name"])
        beside = bool(
            told and companion and (sentence.startswith(companion["name"]) or (beside and _ITS.match(sentence)))
        )
        if (
            beside
            or TEMPLATE.match(sentence)
            or len(sentence) > _MAX_SENTENCE
            or _NO_STATEMENT.search(sentence, max(0, len(sentence) - _MAX_TAIL))
        ):
            continue
        runs = runs_of(sentence.casefold())
        fields = candidates(sentence, runs)
        if not fields:
            continue
        found = numbers_in(sentence) if any(field.numbers for field in fields) else []
        dated = dates_in(sentence) if any(field.dates for field in fields) else []
        unfilled = holds_placeholder(sentence)
        for field in fields:
            if found and field.numbers:
                yield from _figures(context, passage, field, sentence, start, found)
            if dated and field.dates:
                yield from _dates(context, passage, field, sentence, start, dated, taken)
            matching = _matching(field.id, context.own) if not unfilled else ()
            for number, match in enumerate(matching):
                if match.may_match_in(sentence, runs):
                    rule = field.sentences[number]
                    yield from _phrases(context, passage, field, rule, number, sentence, start, taken)


def read_row(context: Context, passage: Passage) -> Iterator[Fact]:
    """Yield the figures that a table's row names by their unit: ``732,965,888 samples (3T tokens)``.

    A row that tells what the training data is may say how much of it there is.
    """
    if len(passage.text) > _MAX_SENTENCE:
        return
    keys = fields_for(passage.labels[0].text, "key") if passage.labels else ()
    # "Context length | up to 1M tokens": what the row is called tells whose figure it is.
    units = {catalogue().fields[name].unit for name in keys}
    about = candidates(passage.text, runs_of(passage.text.casefold()))
    fields = [f for f in about if f.numbers and (f.id in keys or f.unit not in units)]
    found = numbers_in(passage.text) if fields else []
    for field in fields if found else ():
        yield from _figures(context, passage, field, passage.text, 0, found)
    if not _TELLS_DATA.isdisjoint(keys):
        size_of_data = catalogue().fields["data.size"]
        for number, rule in enumerate(size_of_data.sentences):
            yield from _phrases(context, passage, size_of_data, rule, number, passage.text, 0, set())


@cache
def _matching(field: str, own: str) -> tuple[Pattern, ...]:
    """Return what a field's rules for sentences search for: most sentences hold the words of none."""
    return tuple(pattern(rule.match, own) for rule in catalogue().fields[field].sentences)


def _zone(context: Context, passage: Passage, sentence: str) -> str:
    """Return the zone of a sentence: what the model was trained on is so whatever the heading above it says."""
    if passage.zone == "evaluation" and pattern(_NAMED_TRAINING, context.own).search(sentence):
        return ""
    own = _OWN_TRAINING.search(sentence) if passage.zone in {"evaluation", "usage"} else None
    # Under a heading on results "training was done" may be said of what was compared.
    return "" if own and (passage.zone == "usage" or own.lastgroup != "some") else passage.zone


def _applies(context: Context, passage: Passage, field: Field, rule: Rule, sentence: str) -> bool:
    if _zone(context, passage, sentence) in rule.outside or context.speaks_of_parts(passage.zone, field):
        return False
    # What ends in "models:" names the kind of those in the list below it, and no part of one.
    labels = [label for label in passage.labels if label.role == "heading" or not _KIND.search(label.text)]
    if context.stands_under(rule.not_under, (label.text for label in labels)):
        return False
    announcing = [*passage.labels[:2], *(label for label in passage.labels[2:] if label.role == "intro")]
    if rule.label and not any(pattern(rule.label).search(label.text) for label in announcing):
        return False
    if rule.not_listed and any(
        label.role == "intro" and pattern(rule.not_listed).search(label.text) for label in passage.labels
    ):
        return False
    if rule.needs:
        # What the sentence is about may stand in the heading or the bold line above it.
        texts = (sentence, *(label.text for label in passage.labels[:2]))
        if not any(pattern(rule.needs, context.own).search(text) for text in texts):
            return False
    around = [label.text for label in passage.labels[:2]] if passage.kind == "row" else []
    around += [label.text for label in labels if label.role == "intro"]
    return not (rule.excludes and any(context.excludes(rule.excludes, text) for text in (sentence, *around)))


def _figures(
    context: Context, passage: Passage, field: Field, sentence: str, offset: int, found: list[Number]
) -> Iterator[Fact]:
    done: set[int] = set()
    if field.unit in EFFORT and context.is_of_another(sentence):
        return
    if field.unit == "token" and context.tells_training_of_another(sentence):
        return
    if field.unit == "parameter":
        found = in_one_scale(sentence, found)
    for rule in field.numbers:
        if not _applies(context, passage, field, rule, sentence):
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
                values = values[-1:]
            for number, value in values:
                if value is None or _restated(sentence, number, found, done):
                    continue
                yield context.fact(
                    field,
                    plain_number(value),
                    sentence,
                    passage.span(offset + number.start, offset + number.end),
                    passage.section,
                    variant=size(value) if len(values) > 1 else variant_of(context, field, passage, sentence, number),
                    label=passage.labels[0].text if passage.labels and passage.labels[0].role != "heading" else "",
                )
            done.update(number.start for number in run)


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
    ahead = sentence[max(0, first.start - _BEFORE) : first.start]
    hedge = _HEDGE.search(ahead)
    bare = ahead[: hedge.start()] if hedge else ahead
    if rule.before and not any(pattern(rule.before, own).search(text) for text in (bare, ahead)):
        return False
    if rule.not_before and pattern(rule.not_before).search(bare):
        return False
    return not (rule.not_here and pattern(rule.not_here).search(sentence, first.start, end))


def _compares(comparison: Pattern, sentence: str, end: int) -> bool:
    """Tell whether words of comparison stand before a figure; "more than 15T" compares with nothing."""
    return any(
        not _BOUND.search(sentence, 0, match.end()) or end - match.end() > _NEAR
        for match in comparison.finditer(sentence, 0, end)
    )


def _restated(sentence: str, number: Number, found: list[Number], done: set[int]) -> bool:
    """Tell whether a number says again what the one before it said: ``299,892,736,000 ~= 300B tokens``."""
    before = [other for other in found if other.end <= number.start]
    if not before or not _EQUALS.fullmatch(sentence, before[-1].end, number.start):
        return False
    other = before[-1]
    return other.start in done and abs(other.value - number.value) <= 0.05 * max(other.value, number.value)


def _dates(
    context: Context,
    passage: Passage,
    field: Field,
    sentence: str,
    offset: int,
    dated: list[Date],
    taken: set[tuple[str, str]],
) -> Iterator[Fact]:
    for rule in field.dates:
        if rule.fallback and (field.id, LABELLED) in taken:
            continue
        if not _applies(context, passage, field, rule, sentence):
            continue
        for date in dated:
            ahead = sentence[max(0, date.start - _BEFORE) : date.start]
            if rule.before and not pattern(rule.before, context.own).search(ahead):
                continue
            if rule.after and not pattern(rule.after).match(sentence, date.end):
                continue
            span = passage.span(offset + date.start, offset + date.end)
            yield context.fact(field, date.value, sentence, span, passage.section)
            return


def _phrases(
    context: Context,
    passage: Passage,
    field: Field,
    rule: Rule,
    number: int,
    sentence: str,
    offset: int,
    taken: set[tuple[str, str]],
) -> Iterator[Fact]:
    # A list that is said twice may differ; a remark counts in every section in which it is made.
    key = (field.id, str(number) if field.type == "list" else f"{number} {passage.section}")
    if rule.once and key in taken:
        return
    match = pattern(rule.match, context.own).search(sentence)
    if match is None or (rule.not_here and pattern(rule.not_here).search(match.group())):
        return
    if field.type == "text" and not match.re.groupindex and field.id in fields_for(sentence, "heading"):
        return  # a heading without the marks of one
    if not _applies(context, passage, field, rule, sentence):
        return
    if rule.before and not pattern(rule.before, context.own).search(sentence[: match.start()]):
        return
    if rule.not_before and pattern(rule.not_before, context.own).search(sentence[: match.start()]):
        return
    named = "value" in match.re.groupindex and match["value"] is not None
    start, end = match.span("value") if named else (0, len(sentence))
    subject = sentence.rfind(", ", start, end) if field.id == "provider.name" else -1
    if subject > start and _SUBJECT.match(sentence, end):
        end = subject  # "Developed by Wrens, Lark 2 is …"
    while end > start and sentence[end - 1] in " .,;:。；":
        end -= 1
    value = _phrase_value(context, passage, field, rule, sentence[start:end], offset + start, named)
    if value is None:
        return
    taken.add(key)
    yield context.fact(field, value, sentence, passage.span(offset + start, offset + end), passage.section)


def _phrase_value(
    context: Context, passage: Passage, field: Field, rule: Rule, text: str, start: int, named: bool
) -> Value:
    if rule.value is not None:
        if field.type == "list":
            return [] if rule.value == "none" else str(rule.value).split(", ")
        return rule.value
    if field.type == "bool":
        return True
    if field.type == "list":
        if field.id == "model.base_model":
            return bases_named(context, passage, start, start + len(text)) or None
        if named and not field.id.endswith(("modalities", "languages")):
            links = context.links(passage, start, start + len(text)) if field.id == "distribution.channels" else ()
            # "Available on a hub" may be said of a data set.
            return None if any("/datasets/" in link.target for link in links) else [text]
        # Languages joined by hyphens are two: "French-English".
        found = readings(field, text.replace("-", " ") if field.id.endswith("languages") else text)
        return found[0].value if found else None
    return " ".join(text.split()).removeprefix("the " if field.id == "provider.name" else "")
