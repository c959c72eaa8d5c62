"""Statements of a licence in prose: keys, sentences and tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.interface import State
from gpai_lint.evidence.licences.names import mentions, normalise
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.placeholders import state_of
from gpai_lint.evidence.prose.labels import fields_for, plain
from gpai_lint.evidence.prose.licence_marks import CODE_OR_DATA, LICENCE, read_badges, read_notices, read_titles
from gpai_lint.evidence.prose.licence_subjects import (
    foreign_at,
    is_of_code,
    is_of_data,
    is_of_model,
    is_of_other,
    is_of_part,
    is_of_relative,
    is_of_work,
    is_the_weights,
    model_parts,
    of_the_model,
    says_what_it_is,
)
from gpai_lint.evidence.prose.licence_wording import (
    GOES_ON,
    LIMIT,
    bare_name,
    begins_granting,
    cell_name,
    grant,
    is_reference,
    is_vague,
    name_in,
)
from gpai_lint.evidence.prose.passages import sentences_of, zone_of
from gpai_lint.evidence.prose.tables import data_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.artifacts.interface import Table
    from gpai_lint.evidence.interface import Fact, Value
    from gpai_lint.evidence.prose.context import Context
    from gpai_lint.evidence.prose.passages import Passage

_FIELD = "distribution.licence"
_COMPONENTS = Pattern(
    r"\b(?:data )?sources\b|\bdatasets\b|\b(?:training|fine-?tuning|instruction) data(?:set)?\b"
    r"|\bcomponents?\b|\bcomposition\b|\bdetails on\b|\bsubsets?\b"
    r"|\bthird[- ]part|\bdependenc|\bfine-?tuned (?:off|from|on)\b|\b(?:related|other|derived|derivative) models?\b"
)
#: A licence that is sold beside the one that everybody has.
_PAID = Pattern(r"\b(?:commercial|enterprise|paid)\b")
_NAMED_KEY = Pattern(r"\blicen[sc]e\Z")
_SHAPE = frozenset({"model.parameters_total", "model.context_length"})
_OUTSIDE = frozenset({"citation", "evaluation", "news"})


def read_licences(context: Context) -> Iterator[Fact]:
    """Yield the licence of the model (in a data card: of the data) as often as the document states it."""
    of_models = {passage.section for passage in context.passages if passage.whole and _grants_model(context, passage)}
    told: list[Fact] = []
    of_others: list[Fact] = []
    own: set[Value] = set()
    for passage in context.passages:
        label = passage.labels[0] if passage.labels else None
        if label is not None and label.role == "key":
            if _FIELD in fields_for(label.text, "key") or (
                is_the_weights(label.text) and any(_is_under(passage, behind) for behind in (1, 2))
            ):
                told += _keyed(context, passage)
            elif _NAMED_KEY.search(plain(label.text)) and passage.zone not in _OUTSIDE:
                told += _key_itself(context, passage)
        elif passage.whole and not (of_models and is_of_code(passage.text)):
            for fact, about_model, other in _sentences(context, passage, passage.section in of_models):
                if about_model:
                    own.add(fact.value)
                (of_others if other else told).append(fact)
    badges = list(read_badges(context))
    own.update(fact.value for fact in badges if is_of_model(fact.text, ""))
    yield from told
    # The licence of the project, or of what a model was made from, is the model's too unless its own is told.
    yield from (fact for fact in of_others if not own or fact.value in own)
    yield from _tabled(context)
    yield from read_titles(context)
    yield from read_notices(context)
    yield from badges


def _keyed(context: Context, passage: Passage) -> Iterator[Fact]:
    if any(_COMPONENTS.search(title) for title in passage.path[1:]) or passage.zone in {"citation", "evaluation"}:
        return
    if CODE_OR_DATA.search(passage.labels[0].text) and context.artifact.kind != "data_card":
        return
    text, of_data = passage.text, context.artifact.kind == "data_card"
    stated = [
        (first, last, name)
        for start, end in sentences_of(text)
        for first, last, name in _stated(context, passage, start, end)
        if of_data or not is_of_data(text[start:first], is_of_model(text[start:first], context.own))
        if not is_of_part(text[start:first])
    ]
    stated = [row for row in stated if not is_of_relative(text[: row[0]], context.own)] or stated
    stated = of_the_model(text, stated or _granted(context, text, of_data))
    if not stated:
        name = " ".join(text.split(". ")[0].split()).rstrip(".")
        named = (
            1 < len(name) <= 160
            and not is_vague(name)
            and (of_data or not is_of_data(name, is_of_model(name, context.own)))
        )
        stated = [(0, len(name), name)] if named else []
    for start, end, name in stated:
        yield _fact(context, passage, start, end, name)


def _granted(context: Context, text: str, of_data: bool) -> list[tuple[int, int, str]]:
    """Return the names, unknown as they are, that sentences of a value grant the model under, or else anything."""
    told: list[tuple[int, int, str]] = []
    rest: list[tuple[int, int, str]] = []
    for start, end in sentences_of(text):
        sentence = text[start:end]
        match = grant(sentence)
        name = name_in(sentence, match.start()) if match and not is_of_part(sentence[: match.end()]) else None
        if name is None or is_vague(name["name"]) or is_reference(name["name"]):
            continue
        about_model = is_of_model(sentence, context.own)
        if of_data or not is_of_data(sentence, about_model):
            row = (start + name.start("name"), start + name.end("name"), name["name"])
            (told if about_model else rest).append(row)
    return told or rest


def _key_itself(context: Context, passage: Passage) -> Iterator[Fact]:
    """Yield the licence that the key itself names: ``**Apache 2.0 License**: open to all``."""
    key = plain(passage.labels[0].text)
    name = normalise(key)
    if not name and any(_FIELD in fields_for(label.text, "heading") for label in passage.labels[1:2]):
        name = "" if CODE_OR_DATA.search(key) or _PAID.search(key) else bare_name(key)
    if name:
        yield _fact(context, passage, 0, min(len(passage.text), 80), name)


def _grants_model(context: Context, passage: Passage) -> bool:
    """Tell whether a passage says under which licence the model stands."""
    under = _is_under(passage)
    for start, end in sentences_of(passage.text):
        sentence = passage.text[start:end]
        match = grant(sentence)
        if (match or under) and is_of_model(sentence, context.own):
            granted = match.end() if match else _named_at(sentence) if under else None
            if granted is None or foreign_at(sentence) < granted:
                continue
            if not is_of_part(sentence[:granted]) and not is_of_relative(sentence[:granted], context.own):
                return True
    return False


def _is_under(passage: Passage, behind: int = 0) -> bool:
    """Tell whether the label ``behind`` so many others of a passage is a heading or a line about the licence."""
    label = passage.labels[behind] if len(passage.labels) > behind else None
    return label is not None and label.role != "key" and _FIELD in fields_for(label.text, "heading")


def _named_at(sentence: str) -> int | None:
    """Return where a sentence that says what the weights are names a licence."""
    return next((mention.start for mention in mentions(sentence)), None) if says_what_it_is(sentence) else None


def _sentences(context: Context, passage: Passage, of_model: bool) -> Iterator[tuple[Fact, bool, bool]]:
    """Yield the licences that sentences grant, and whether they are the model's or another's by their words.

    ``of_model`` says that a sentence near them speaks of the model's own.
    """
    under, is_data = _is_under(passage), context.artifact.kind == "data_card"
    if not under and (passage.zone in _OUTSIDE or any(_COMPONENTS.search(title) for title in passage.path[1:])):
        return
    # "Portions are under terms of their own:" and what they are.
    if passage.kind == "item" and any(
        label.role == "intro" and foreign_at(label.text) < len(label.text) for label in passage.labels
    ):
        return
    found = False
    sentences = list(sentences_of(passage.text))
    before = " ".join(passage.path[-1:])
    for start, end in sentences:
        sentence = passage.text[start:end]
        before, said_before = sentence, before
        match = grant(sentence)
        if match is None and not under:
            continue
        subject = f"{said_before} {sentence}" if GOES_ON.match(sentence) else sentence
        unsaid = begins_granting(sentence) and start == sentences[0][0] and not is_of_other(said_before)
        about_model = is_of_model(subject, context.own) or unsaid
        # "The weights are CC BY 4.0": under a heading about licences the name is enough.
        granted = match.end() if match else _named_at(sentence) if under and about_model else None
        if granted is None or foreign_at(sentence) < granted or is_of_part(sentence[:granted]):
            continue
        relative = is_of_relative(sentence[:granted], context.own)
        about_model = about_model and not relative
        if not (under or about_model or is_data) or (of_model and not about_model):
            continue
        ahead = sentence[: match.start() + len(match.group().split()[0])] if match else ""
        if not is_data and (is_of_data(ahead, about_model) or is_of_data(sentence[:granted], about_model)):
            continue
        stated = list(_stated(context, passage, start, end))
        name = None if stated or match is None else name_in(sentence, match.start())
        if name is not None and not is_reference(name["name"]):
            first, last = start + name.start("name"), start + name.end("name")
            vague = is_vague(name["name"])
            called = _addressed(context, passage, first, last, name["name"]) if vague else name["name"]
            stated = [(first, last, called.strip('"'))] if called else []
        for first, last, text in stated:
            found = True
            other = not about_model and (relative or is_of_work(sentence, context.own))
            yield _fact(context, passage, first, last, text), about_model, other
    if under and not found and not (of_model and not is_of_model(passage.text, context.own)):
        for fact in _under_heading(context, passage, sentences):
            yield fact, False, is_of_work(passage.text, context.own)


def _under_heading(context: Context, passage: Passage, sentences: list[tuple[int, int]]) -> Iterator[Fact]:
    """Yield the licence that a passage under a heading about it names without granting it."""
    found = False
    # "See [LICENSE](…) for details": the file that a link leads to is called by its licence.
    for start, end in sentences:
        sentence = passage.text[start:end]
        named = LICENCE.search(sentence) and foreign_at(sentence) == len(sentence) and not is_of_data(sentence, False)
        linked = _link_name(context, passage, start, end) if named else ""
        if linked:
            found = True
            yield _fact(context, passage, start, end, linked)
    limit = None if found else LIMIT.search(passage.text)
    if limit:
        found = True
        yield _fact(context, passage, limit.start("name"), limit.end("name"), limit["name"])
    first, last = sentences[0] if sentences else (0, 0)
    said = passage.text[first:last]
    if not found and passage.place == 0 and len(said) < 160 and not is_of_data(said, False) and not is_of_part(said):
        text = normalise(said) or bare_name(said)
        if text:
            yield _fact(context, passage, first, last, text)


def _stated(context: Context, passage: Passage, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield the licences named in a range, those of code left out where that of the model stands beside them."""
    text = passage.text[start:end]
    found = False
    for first, last in model_parts(text):
        named: dict[str, tuple[int, int, str]] = {}
        for mention in mentions(text[first:last]):
            place = (first + mention.start, first + mention.end, mention.id)
            # Of two mentions in one statement the one that says that it is a licence counts.
            if mention.id not in named or LICENCE.search(text[place[0] : place[1]]):
                named[mention.id] = place
        found = found or bool(named)
        for begin, until, name in of_the_model(text[:last], named.values()):
            yield start + begin, start + until, name
    for first, last in [] if found else model_parts(text):
        target = _link_name(context, passage, start + first, start + last)
        if target:
            yield start + first, start + last, target


def _link_name(context: Context, passage: Passage, start: int, end: int) -> str:
    """Return the licence that a link in the range names by its address."""
    for target in context.targets(passage, start, end):
        name = normalise(target) or normalise(re.sub(r"[_-]+", " ", unquote(target.rpartition("/")[2])))
        if name:
            return name
    return ""


def _addressed(context: Context, passage: Passage, start: int, end: int, text: str) -> str:
    """Return how the address of a link calls the licence that its text does not name: ``…/open-model-license``.

    An address elsewhere that does not tell either still makes the words in the text more than a promise.
    """
    targets = context.targets(passage, start, end)
    for target in targets:
        file = unquote(target.rstrip("/").rpartition("/")[2])
        words = re.sub(r"[\W_]+", " ", re.sub(r"\.\w{2,4}\Z", "", file)).strip()
        if LICENCE.search(words) and len(words.split()) > 1:
            return words
    return text if re.match(r"open\b", text) and any("://" in target for target in targets) else ""


def _tabled(context: Context) -> Iterator[Fact]:
    """Yield the licences in tables that give each model of the document its own; those of others stand beside them."""
    for table in context.prose.tables if context.own and context.artifact.kind != "data_card" else ():
        path = context.prose.sections[table.section].path
        if zone_of(context.prose, path) in _OUTSIDE or any(_COMPONENTS.search(title) for title in path[1:]):
            continue
        for datum in data_of(table, context.names):
            if datum.field != _FIELD or is_of_other(datum.label):
                continue
            row = next(row for row in table.rows if any(cell is datum.cell for cell in row))
            named = [datum.variant, *(cell.text for cell in row if cell is not datum.cell)]
            if not _is_of_one_model(table) and not any(
                is_the_weights(plain(text)) or context.begins_own(plain(text)) for text in named if text
            ):
                continue
            text = " ".join(plain(datum.cell.text).split())
            name = normalise(text) or cell_name(text)
            if name:
                field, span = catalogue().fields[_FIELD], datum.cell.part(0, len(datum.cell.text))
                yield context.fact(
                    field, name, datum.cell.text, span, table.section, variant=datum.variant, label=datum.label
                )


def _is_of_one_model(table: Table) -> bool:
    """Tell whether a table has one row, and its head says that it describes a model and nothing besides."""
    heads = [cell.text for row in table.rows[: table.header_rows] for cell in row]
    described = any(not _SHAPE.isdisjoint(fields_for(head, "cell")) for head in heads)
    beside = any(CODE_OR_DATA.search(plain(head)) for head in heads)
    return described and not beside and len(table.rows) == table.header_rows + 1


def _fact(context: Context, passage: Passage, start: int, end: int, name: str) -> Fact:
    span = passage.span(start, end)
    label = passage.labels[0].text if passage.labels and passage.labels[0].role != "heading" else ""
    # "Available at …" is no evasion here: the licence is named, or at least that there is one.
    state = None if state_of(passage.text[start:end]) is State.PLACEHOLDER else State.STATED
    field = catalogue().fields[_FIELD]
    return context.fact(field, name, passage.text, span, passage.section, label=label, state=state)
