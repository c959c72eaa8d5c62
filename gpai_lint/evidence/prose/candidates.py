"""Which fields a sentence may be about: those of whose words one stands in it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.keys import KEY

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from gpai_lint.evidence.catalogue import Field


def candidates(sentence: str, runs: AbstractSet[str]) -> list[Field]:
    """Return the fields whose words occur in a sentence, in the order of the catalogue.

    ``runs`` are its runs of characters (:func:`gpai_lint.evidence.keys.runs_of`).
    """
    folded = sentence.casefold()
    fields, by_beginning = _running_fields()
    numbers = set()
    for beginning in (runs & by_beginning.keys()) | {""}:
        for word, having in by_beginning[beginning].items():
            if word in folded:
                numbers.update(having)
    return [fields[number] for number in sorted(numbers)]


@cache
def _running_fields() -> tuple[list[Field], dict[str, dict[str, list[int]]]]:
    """Return the fields with rules for running text, and of which of them each word is, by how it begins if it is long.

    There are a thousand words: most sentences do not even have the beginnings of most of them.
    """
    fields = [field for field in catalogue().fields.values() if field.numbers or field.dates or field.sentences]
    by_beginning: dict[str, dict[str, list[int]]] = {"": {}}
    for number, field in enumerate(fields):
        for word in map(str.casefold, field.words):
            beginning = word[:KEY] if len(word) >= KEY else ""
            by_beginning.setdefault(beginning, {}).setdefault(word, []).append(number)
    return fields, by_beginning
