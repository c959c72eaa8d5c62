"""Licences that sentences grant, and those that a passage under a heading about the licence names."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from gpai_lint.evidence.licences.names import mentions, normalise
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.prose.licence_places import (
    COMPONENTS,
    OUTSIDE,
    addressed,
    is_under,
    leads_to_codes,
    licence_fact,
    link_name,
    linked_name,
    stated_in,
)
from gpai_lint.evidence.prose.licence_subjects import (
    foreign_at,
    is_of_bases,
    is_of_data,
    is_of_model,
    is_of_other,
    is_of_part,
    is_of_relative,
    is_of_work,
    is_the_weights,
    model_parts,
    says_what_it_is,
    used_models,
)
from gpai_lint.evidence.prose.licence_wording import (
    FREE_FOR,
    LICENCE,
    LIMIT,
    announced,
    bare_name,
    begins_granting,
    first_remark,
    goes_on,
    grant,
    is_conditional,
    is_reference,
    is_vague,
    name_in,
    named_before,
    releases_own,
    shared_with,
)
from gpai_lint.evidence.prose.sentences import sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context
    from gpai_lint.evidence.prose.passages import Passage

#: How many marks an entry begins with at most, and how long the name of a model is that is a sentence's subject.
_MARKS = 4
_SUBJECT = 40
_WORD = re.compile(r"\w+")
_OF_WEIGHTS = Pattern(r"\bweights\b")


def grants_model(context: Context, passage: Passage) -> bool:
    """Tell whether a passage says under which licence the model stands."""
    under = is_under(passage)
    own = context.called if under else context.own
    for start, end in sentences_of(passage.text):
        sentence = passage.text[start:end]
        match = grant(sentence)
        if (match or under) and is_of_model(sentence, own):
            granted = match.end() if match else _named_at(sentence) if under else None
            if granted is None or foreign_at(sentence) < granted or _is_left_over(context, sentence[:granted]):
                continue
            if not is_of_part(sentence[:granted]) and not is_of_relative(sentence[:granted], own):
                return True
    return False


def _is_left_over(context: Context, ahead: str) -> bool:
    """Tell whether the words up to a grant are about models that the document has nothing else to tell of.

    They came with the text of another model's document.
    """
    name = used_models(ahead)
    words = re.findall("[a-z]{2,}", name.lower())
    mine = "".join(re.findall("[a-z]+", " ".join(context.names).lower()))
    if not words or not mine or any(word in mine for word in words):
        return False
    return not _is_told_of(context, name)


@lru_cache(maxsize=256)
def _is_told_of(context: Context, name: str) -> bool:
    """Tell whether the document names a model elsewhere, or says beside a licence that something was made from it."""
    told = re.compile(rf"(?<![\w-]){re.escape(name)}(?!\w)", re.IGNORECASE)
    made = re.compile(rf"\b(?:on|from|(?<!use )of) (?:the )?{told.pattern}", re.IGNORECASE)
    # A name stands only where each of its words does, so that those with the rarest are enough.
    places = _by_word(context)
    rows = min((places.get(word, ()) for word in _WORD.findall(name.lower())), key=len)
    return any((made if is_under(row) else told).search(row.text) for row in rows)


@lru_cache(maxsize=1)
def _by_word(context: Context) -> dict[str, list[Passage]]:
    """Return the passages in which each word stands."""
    places: defaultdict[str, list[Passage]] = defaultdict(list)
    for row in context.passages:
        for word in set(_WORD.findall(row.text.lower())):
            places[word].append(row)
    return places


def read_sentences(context: Context, passage: Passage, of_model: bool) -> Iterator[tuple[Fact, bool, bool]]:
    """Yield the licences that sentences grant, and whether they are the model's or another's by their words.

    ``of_model`` says that a sentence near them speaks of the model's own.
    """
    under, is_data = is_under(passage), context.artifact.kind == "data_card"
    own = context.called if under else context.own
    if not under and any(COMPONENTS.search(title) for title in passage.path[1:]):
        return
    # Beside the citation and the thanks the model is named where its licence is meant, and nothing stands before it.
    outside = not under and passage.zone in OUTSIDE
    # "Portions are under terms of their own:" and what they are.
    if passage.kind == "item" and any(
        label.role == "intro" and foreign_at(label.text) < len(label.text) for label in passage.labels
    ):
        return
    found = False
    sentences = [place for place in sentences_of(passage.text) if not is_conditional(passage.text[slice(*place)])]
    before = " ".join(passage.path[-1:])
    for start, end in sentences:
        sentence = passage.text[start:end]
        before, said_before = sentence, before
        match = grant(sentence)
        if match is None and not under:
            if not outside and passage.kind == "item" and _is_entry(sentence):
                for first, last, text in stated_in(context, passage, start, end):
                    yield licence_fact(context, passage, first, last, text), False, False
            continue
        if outside and not (match and _stands_elsewhere(context, passage.zone, sentence, match)):
            continue
        subject = f"{said_before} {sentence}" if goes_on(sentence, said_before) else sentence
        unsaid = begins_granting(sentence) and start == sentences[0][0] and not is_of_other(said_before)
        # What goes before the licence of the weights is said of the rest: "Under the GPL. The weights are under …".
        unsaid = unsaid and not (of_model and _grants_weights(passage.text[end:]))
        about_model = is_of_model(subject, own) or unsaid
        # "The weights are CC BY 4.0": under a heading about licences the name is enough.
        granted = match.end() if match else _named_at(sentence) if under and about_model else None
        if granted is None or foreign_at(sentence) < granted or is_of_part(sentence[:granted]):
            continue
        if is_of_bases(sentence, said_before) or _is_left_over(context, sentence[:granted]):
            continue
        relative = is_of_relative(sentence[:granted], own)
        about_model = about_model and not relative
        if not (under or about_model or is_data) or (of_model and not about_model):
            continue
        ahead = sentence[: match.start() + len(match.group().split()[0])] if match else ""
        if not is_data and (is_of_data(ahead, about_model) or is_of_data(sentence[:granted], about_model)):
            continue
        if not about_model and leads_to_codes(context, passage, start, end):
            found = True
            continue
        stated = list(stated_in(context, passage, start, end))
        if not stated and match is not None:
            stated = _unknown(context, passage, (start, end), match)
        for first, last, text in stated:
            found = True
            other = not about_model and (relative or is_of_work(sentence, own))
            yield licence_fact(context, passage, first, last, text), about_model, other
    if under and not found and not (of_model and not is_of_model(passage.text, own)):
        if of_model:
            sentences = [place for place in sentences if is_of_model(passage.text[slice(*place)], own)]
        for fact in _under_heading(context, passage, sentences):
            yield fact, False, is_of_work(passage.text, own)


def _grants_weights(text: str) -> bool:
    """Tell whether a text begins with a sentence that says under which licence weights stand, and names it."""
    sentence = next((text[start:end] for start, end in sentences_of(text)), "")
    match = grant(sentence)
    return match is not None and _OF_WEIGHTS.search(sentence, 0, match.start()) is not None


def _is_entry(sentence: str) -> bool:
    """Tell whether an entry consists of a licence and the uses that it is for."""
    named = next(iter(mentions(sentence)), None)
    return named is not None and named.start < _MARKS and FREE_FOR.fullmatch(sentence, named.end) is not None


def _is_licence(text: str) -> bool:
    """Tell whether a text consists of the name of a known licence."""
    named = mentions(text)
    return len(named) == 1 and LICENCE.sub("", text[: named[0].start] + text[named[0].end :]).strip(" .`*") == ""


def _stands_elsewhere(context: Context, zone: str, sentence: str, match: re.Match[str]) -> bool:
    """Tell whether a sentence grants the model's licence where others are named too: beside the thanks, or as news."""
    if zone == "news":
        subject = announced(sentence, match)
        return subject is not None and (is_the_weights(subject) or context.begins_own(subject))
    return zone == "citation" and (_begins_with_model(context, sentence, match) or releases_own(sentence))


def _begins_with_model(context: Context, sentence: str, match: re.Match[str]) -> bool:
    """Tell whether a sentence says of the document's own model, named at its beginning, under what it stands."""
    return match.start() < _SUBJECT and context.begins_own(sentence[: match.start()].strip())


def _unknown(
    context: Context, passage: Passage, place: tuple[int, int], match: re.Match[str]
) -> list[tuple[int, int, str]]:
    """Return the licence, one that no table knows, that a sentence names behind the words that grant it."""
    start, end = place
    sentence = passage.text[start:end]
    shared = normalise(shared_with(sentence))
    if shared:
        return [(start + match.start(), end, shared)]
    name = named_before(sentence) or name_in(sentence, match.start())
    if name is None:
        linked = linked_name(context, passage, start + match.end(), end)
        return [(*linked, passage.text[slice(*linked)])] if linked else []
    first, last, text = start + name.start("name"), start + name.end("name"), name["name"]
    if is_reference(text):
        return []
    called = addressed(context, passage, first, end, text) if is_vague(text) else text
    return [(first, last, called.strip('"《》<>'))] if called else []


def _under_heading(context: Context, passage: Passage, sentences: list[tuple[int, int]]) -> Iterator[Fact]:
    """Yield the licence that a passage under a heading about it names without granting it."""
    found = False
    # "See [LICENSE](…) for details": the file that a link leads to is called by its licence.
    for start, end in sentences:
        sentence = passage.text[start:end]
        named = LICENCE.search(sentence) and foreign_at(sentence) == len(sentence) and not is_of_data(sentence, False)
        linked = link_name(context, passage, start, end) if named else ""
        if linked:
            found = True
            yield licence_fact(context, passage, start, end, linked)
    limit = None if found else LIMIT.search(passage.text)
    if limit:
        found = True
        yield licence_fact(context, passage, limit.start("name"), limit.end("name"), limit["name"])
    first, last = sentences[0] if sentences else (0, 0)
    said = first_remark(passage.text[first:last])
    first_or_listed = passage.place == 0 or (passage.kind == "item" and _is_licence(said))
    if not found and first_or_listed and len(said) < 160 and not is_of_data(said, False) and not is_of_part(said):
        text = normalise(said) or bare_name(said)
        if text:
            yield licence_fact(context, passage, first, last, text)


def _named_at(sentence: str) -> int | None:
    """Return where a sentence that says what the weights are names a licence."""
    parts = model_parts(sentence) if says_what_it_is(sentence) else []
    return next((start + mention.start for start, end in parts for mention in mentions(sentence[start:end])), None)
