"""Statements of a licence in prose, put together: keys, sentences, tables and badges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.prose.labels import fields_for, plain
from gpai_lint.evidence.prose.licence_keys import read_key, read_value
from gpai_lint.evidence.prose.licence_marks import read_badges, read_notices, read_titles
from gpai_lint.evidence.prose.licence_places import FIELD, OUTSIDE, is_under
from gpai_lint.evidence.prose.licence_sentences import grants_model, read_sentences
from gpai_lint.evidence.prose.licence_subjects import is_of_code, is_of_model, is_the_weights
from gpai_lint.evidence.prose.licence_tables import read_tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.evidence.interface import Fact, Value
    from gpai_lint.evidence.prose.context import Context

_NAMED_KEY = Pattern(r"\blicen[sc]e\Z")


def read_licences(context: Context) -> Iterator[Fact]:
    """Yield the licence of the model (in a data card: of the data) as often as the document states it."""
    of_models = {passage.section for passage in context.passages if passage.whole and grants_model(context, passage)}
    told: list[Fact] = []
    of_others: list[Fact] = []
    own: set[Value] = set()
    for passage in context.passages:
        label = passage.labels[0] if passage.labels else None
        if label is not None and label.role == "key":
            if FIELD in fields_for(label.text, "key") or (
                is_the_weights(label.text) and any(is_under(passage, behind) for behind in (1, 2))
            ):
                told += read_value(context, passage)
            elif _NAMED_KEY.search(plain(label.text)) and passage.zone not in OUTSIDE:
                told += read_key(context, passage)
        elif passage.whole and not (of_models and is_of_code(passage.text)):
            for fact, about_model, other in read_sentences(context, passage, passage.section in of_models):
                if about_model:
                    own.add(fact.value)
                (of_others if other else told).append(fact)
    tables = list(read_tables(context))
    own.update(fact.value for fact in tables)
    badges = list(read_badges(context))
    own.update(fact.value for fact in badges if is_of_model(fact.text, ""))
    # A badge that does not say what it is of shows the code's licence where the text gives the model another.
    badges = [fact for fact in badges if not own or fact.value in own]
    yield from told
    # The licence of the project, or of what a model was made from, is the model's too unless its own is told.
    yield from (fact for fact in of_others if not own or fact.value in own)
    yield from tables
    yield from read_titles(context)
    yield from read_notices(context)
    yield from badges
