"""Facts in running text: figures, dates and phrases, each by the rules of the catalogue and sentence by sentence."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from gpai_lint.artifacts.marks import marks_in
from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.interface import State
from gpai_lint.evidence.keys import runs_of
from gpai_lint.evidence.patterns import Pattern, pattern
from gpai_lint.evidence.placeholders import holds_placeholder
from gpai_lint.evidence.prose.another import tells_of_others_work, tells_training_of_another
from gpai_lint.evidence.prose.bases import bases_named, end_of_second
from gpai_lint.evidence.prose.candidates import candidates
from gpai_lint.evidence.prose.conditions import BEFORE, applies
from gpai_lint.evidence.prose.convert import readings
from gpai_lint.evidence.prose.denials import denies
from gpai_lint.evidence.prose.descriptions import tells_of_model
from gpai_lint.evidence.prose.figures import figures
from gpai_lint.evidence.prose.labelled import ADDRESSES, TEMPLATE
from gpai_lint.evidence.prose.labels import fields_for
from gpai_lint.evidence.prose.sentences import sentences_of
from gpai_lint.evidence.values.dates import dates_in
from gpai_lint.evidence.values.numbers import numbers_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.evidence.catalogue import Field, Rule
    from gpai_lint.evidence.interface import Fact, Value
    from gpai_lint.evidence.prose.context import Context
    from gpai_lint.evidence.prose.passages import Passage
    from gpai_lint.evidence.values.dates import Date

#: Marks, among what was taken, a field that a label of the document announces.
LABELLED = "labelled"
#: Fields whose value in a table's row tells what the training data is.
_JOINED = frozenset({"data.languages", "data.modalities"})
_TELLS_DATA = frozenset({"data.statement", "data.datasets"})
#: What a sentence in a cell may tell of the model that its row is about.
_DESCRIBED = frozenset({"data.size", "data.public_datasets_used", "data.user_data_used", "model.architecture"})
#: A longer sentence is a list or a table that lost its form.
_MAX_SENTENCE = 4_000
_MAX_TAIL = 400
#: So far back what others did is looked for.
_MAX_AHEAD = 2_000
#: Another model beside which this one is recommended, and what is said on about it.
_COMPANION = Pattern(
    r"\b(?:alongside|in (?:conjunction|combination) with|together with|paired with) (?:the |our )?"
    r"(?P<name>(?-i:[A-Z])[\w-]*(?:\.\d+)*(?: (?-i:[A-Z\d])[\w-]*(?:\.\d+)*){0,3})"
)
_ITS = Pattern(r"(?:it|its|they|their)\b")
#: An entry in brackets: what a template offers to choose from.
_OPTION = re.compile(r"\W*\[[^\[\]]{4,}\]\W*")
#: Questions, and works of others in a list of references.
_NO_STATEMENT = re.compile(r"\?[\"')]*\s*\Z|\bet al\b\.?.{0,40}[\"“]")
#: An address alone, whose words state nothing.
_ADDRESS = re.compile(r"\W*[A-Za-z][\w+.-]*://\S+\s*")
#: A few words before a colon, which title what follows.
_TITLE = re.compile(r"(?!For\b)(?:[\w'/&-]+ ?){1,5}:\W*")
#: What stands before the title of a work.
_PAPER = Pattern(r"\A\W*(?:(?:technical )?report|(?:original |arxiv )?paper|publication|article|preprint|blog):")
#: What makes a name the subject of the sentence.
_SUBJECT = re.compile(r"(?: v?\d[\w.]*)? (?:is|are|was|has)\b")


class Statement(NamedTuple):
    """A sentence that may tell of a document's model, and where it begins in its passage.

    ``fields`` are those that it may be about, each with the numbers of its rules for sentences that may match.
    """

    start: int
    sentence: str
    fields: tuple[tuple[Field, tuple[int, ...]], ...]


def statements_of(context: Context, passage: Passage) -> list[Statement]:
    """Return the sentences of a block of running text that some field may be read from.

    Called for all blocks before any is read: each pattern then knows which sentences it will be searched in.
    """
    found = []
    for start, sentence in _sentences(context, passage):
        runs = runs_of(sentence.casefold())
        fields = candidates(sentence, runs)
        unfilled = bool(fields) and holds_placeholder(sentence)
        rows = []
        for field in fields:
            matching = enumerate(_matching(field.id, context.own)) if not unfilled else ()
            numbered = [(number, match) for number, match in matching if match.may_match_in(sentence, runs)]
            for _, match in numbered:
                match.expect(sentence)
            rows.append((field, tuple([number for number, _ in numbered])))
        if rows:
            found.append(Statement(start, sentence, tuple(rows)))
    return found


def read_running(
    context: Context, passage: Passage, statements: list[Statement], taken: set[tuple[str, str]]
) -> Iterator[Fact]:
    """Yield the facts of one block of running text; ``taken`` keeps what counts only once in a document."""
    for start, sentence, fields in statements:
        found = numbers_in(sentence) if any(field.numbers for field, _ in fields) else []
        dated = dates_in(sentence) if any(field.dates for field, _ in fields) else []
        for field, numbers in fields:
            if found and field.numbers:
                yield from figures(context, passage, field, sentence, start, found)
            if dated and field.dates:
                yield from _dates(context, passage, field, sentence, start, dated, taken)
            for number in numbers:
                yield from _phrases(context, passage, field, field.sentences[number], number, sentence, start, taken)


def _sentences(context: Context, passage: Passage) -> Iterator[tuple[int, str]]:
    """Yield the sentences of a passage that may state something of the document's model, with where they begin."""
    mark = next(marks_in(passage.text), None) if passage.kind == "item" else None
    if mark and mark.start == 0 and not mark.ticked:
        # What is still to be done, or an option that was not chosen.
        return
    if passage.kind == "item" and _OPTION.fullmatch(passage.text):
        return
    companion = _COMPANION.search(passage.text)
    beside = False
    for start, end in sentences_of(passage.text):
        sentence = passage.text[start:end]
        # What a model is to be used with is described where it is recommended.
        told = companion and start > companion.start() and not context.is_own(companion["name"])
        beside = bool(
            told and companion and (sentence.startswith(companion["name"]) or (beside and _ITS.match(sentence)))
        )
        if not (
            beside
            or TEMPLATE.match(sentence)
            or len(sentence) > _MAX_SENTENCE
            or _ADDRESS.fullmatch(sentence)
            or denies(sentence.partition(":")[2])  # a key, and that nothing is told
            or _NO_STATEMENT.search(sentence, max(0, len(sentence) - _MAX_TAIL))
        ):
            yield start, sentence


def read_row(context: Context, passage: Passage) -> Iterator[Fact]:
    """Yield what a table's row tells in words, of the model that it describes, if it does."""
    model = passage.labels[0].text if passage.labels and passage.labels[0].role == "model" else ""
    for fact in _row(context, passage):
        yield fact if fact.variant or not model else fact._replace(variant=model)


def _row(context: Context, passage: Passage) -> Iterator[Fact]:
    """Yield the figures and dates that a table's row names by unit or words: ``732,965,888 samples (3T tokens)``.

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
        yield from figures(context, passage, field, passage.text, 0, found)
    # "Status | A static model, trained on data with a cut-off of May 2031": here words name the date.
    dated = [f for f in about if f.dates and not any(catalogue().fields[name].type == "date" for name in keys)]
    dates = dates_in(passage.text) if dated else []
    for field in dated if dates else ():
        yield from _dates(context, passage, field, passage.text, 0, dates, {(field.id, LABELLED)})
    told = set() if _TELLS_DATA.isdisjoint(keys) else {"data.size"}
    if tells_of_model(passage.text):
        told |= _DESCRIBED
    for name in sorted(told):
        field = catalogue().fields[name]
        for start, end in sentences_of(passage.text):
            for number, rule in enumerate(field.sentences):
                sentence = passage.text[start:end]
                yield from _phrases(context, passage, field, rule, number, sentence, start, set())


@cache
def _matching(field: str, own: str) -> tuple[Pattern, ...]:
    """Return what a field's rules for sentences search for: most sentences hold the words of none."""
    return tuple(pattern(rule.match, own) for rule in catalogue().fields[field].sentences)


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
        if not applies(context, passage, field, rule, sentence):
            continue
        for date in dated:
            ahead = sentence[max(0, date.start - BEFORE) : date.start]
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
    titling = field.type == "text" and not match.re.groupindex
    if titling and (_TITLE.fullmatch(sentence) or field.id in fields_for(sentence, "heading")):
        return  # a heading without the marks of one
    if field.type == "text" and passage.kind == "item" and _is_name(context, passage):
        return
    if not applies(context, passage, field, rule, sentence):
        return
    if field.id == "data.size" and (
        tells_training_of_another(context, sentence)
        or tells_of_others_work(passage.text[max(0, offset - _MAX_AHEAD) : offset])
    ):
        return
    ahead = sentence[: match.start()]
    if rule.not_before and pattern(rule.not_before, context.own).search(ahead):
        return
    # What begins a sentence may go on with the one before it.
    ahead = ahead or passage.text[max(0, offset - _MAX_TAIL) : offset]
    if rule.before and not pattern(rule.before, context.own).search(ahead):
        return
    named = "value" in match.re.groupindex and match["value"] is not None
    start, end = match.span("value") if named else (0, len(sentence))
    subject = sentence.rfind(", ", start, end) if field.id == "provider.name" else -1
    if subject > start and _SUBJECT.match(sentence, end):
        end = subject  # "Developed by Wrens, Lark 2 is …"
    while end > start and sentence[end - 1] in " .,;:。；":
        end -= 1
    if named and field.id == "model.base_model":
        end = end_of_second(sentence, end)
    value = _phrase_value(context, passage, field, rule, sentence[start:end], offset + start, named)
    if value is None:
        return
    taken.add(key)
    # "Our policy can be found here": of what a field asks the address of, the link is the answer, and where the code
    # has been published answers where it can be had.
    linked = field.id in ADDRESSES and context.targets(passage, offset, offset + len(sentence))
    state = State.STATED if linked or (field.id in ADDRESSES and field.type == "list") else None
    span = passage.span(offset + start, offset + end)
    yield context.fact(field, value, sentence, span, passage.section, state=state)


def _is_name(context: Context, passage: Passage) -> bool:
    """Tell whether an entry is a link, or a paper's: what a thing is called, whatever words that has, tells nothing."""
    called = _PAPER.sub("", passage.text).strip()
    return any(" ".join(link.text.split()) == called for link in context.links(passage, 0, len(passage.text)))


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
        # Languages and modalities joined by hyphens are two: "French-English", "image-text pairs".
        found = readings(field, text.replace("-", " ") if field.id in _JOINED else text)
        return found[0].value if found else None
    return " ".join(text.split()).removeprefix("the " if field.id == "provider.name" else "")
