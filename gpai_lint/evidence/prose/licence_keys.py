"""Licences behind a key: ``License: MIT``, and keys that name one themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.evidence.licences.names import normalise
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.prose.labels import fields_for, plain
from gpai_lint.evidence.prose.licence_places import COMPONENTS, FIELD, licence_fact, stated_in
from gpai_lint.evidence.prose.licence_subjects import (
    is_of_code,
    is_of_data,
    is_of_model,
    is_of_part,
    is_of_relative,
    of_the_model,
)
from gpai_lint.evidence.prose.licence_wording import (
    CODE_OR_DATA,
    LIMIT,
    bare_name,
    grant,
    is_reference,
    is_vague,
    name_in,
)
from gpai_lint.evidence.prose.sentences import sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context
    from gpai_lint.evidence.prose.passages import Passage

#: One of several licences with what it is of: the "MIT" of "Nest License (code), MIT (weights)".
_ITEM = Pattern(
    r"(?:\A|[,;/+&|]|\band)\W{0,4}(?P<name>[\w.+-]{2,20}(?: [\w.+-]{1,16}){0,5}) "
    r"\((?=[^()]{0,30}\b(?:weights?|models?|adapters?|code(?:base)?|software)\b)"
)
_NAMED = Pattern(r"\w licen[cs]e\Z")
#: What a licence is of is said near the beginning of the text behind a key.
_AHEAD = 1_000
#: A licence that is sold beside the one that everybody has.
_PAID = Pattern(r"\b(?:commercial|enterprise|paid)\b")


def read_value(context: Context, passage: Passage) -> Iterator[Fact]:
    """Yield the licences that the text behind a key names."""
    if any(COMPONENTS.search(title) for title in passage.path[1:]) or passage.zone in {"citation", "evaluation"}:
        return
    if CODE_OR_DATA.search(passage.labels[0].text) and context.artifact.kind != "data_card":
        return
    text, of_data = passage.text, context.artifact.kind == "data_card"
    stated = [
        (first, last, name)
        for start, end in _of_model(text)
        for first, last, name in stated_in(context, passage, start, end)
        if of_data or not is_of_data(text[start:first], is_of_model(text[start:first], context.own))
        if not is_of_part(text[start:first])
    ]
    stated = _with_items(text, stated)
    stated = [row for row in stated if not is_of_relative(text[: min(row[0], _AHEAD)], context.own)] or stated
    stated = of_the_model(text, stated or _granted(context, text, of_data))
    if not stated:
        name = " ".join(text.split(". ")[0].split()).rstrip(".")
        named = (
            1 < len(name) <= 160
            and not is_vague(name)
            and (of_data or not is_of_data(name, is_of_model(name, context.own)))
        )
        stated = [(0, len(name), name)] if named else []
        # "Lark is licensed for research use only": what it is licensed for is all that the sentence tells of it.
        limit = LIMIT.search(name) if named else None
        stated = [(*limit.span("name"), limit["name"])] if limit else stated
    for start, end, name in stated:
        yield licence_fact(context, passage, start, end, name)


def _with_items(text: str, stated: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Return the licences stated behind a key, and those that only their place in a list of such makes licences."""
    rows = [
        (*item.span("name"), item["name"])
        for item in _ITEM.finditer(text)
        if normalise(item["name"]) or _NAMED.search(item["name"])
    ]
    rows = [row for row in rows if all(row[1] <= start or row[0] >= end for start, end, _ in stated)]
    return sorted([*stated, *rows]) if rows else stated


def _of_model(text: str) -> list[tuple[int, int]]:
    """Return the sentences of a value without those that grant something for code alone, where one speaks of models."""
    sentences = list(sentences_of(text))
    if not any(is_of_model(text[start:end], "") for start, end in sentences):
        return sentences
    return [(start, end) for start, end in sentences if not (is_of_code(text[start:end]) and grant(text[start:end]))]


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


def read_key(context: Context, passage: Passage) -> Iterator[Fact]:
    """Yield the licence that the key itself names: ``**Apache 2.0 License**: open to all``."""
    key = plain(passage.labels[0].text)
    name = normalise(key)
    if not name and any(FIELD in fields_for(label.text, "heading") for label in passage.labels[1:2]):
        name = "" if CODE_OR_DATA.search(key) or _PAID.search(key) else bare_name(key)
    if name:
        yield licence_fact(context, passage, 0, min(len(passage.text), 80), name)
