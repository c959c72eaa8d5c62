"""Licences that a file gives to each of several models in a table, without the text of any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.evidence.interface import Fact
from gpai_lint.evidence.licences.names import normalise
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.location import Location

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.artifacts.interface import Prose

_LICENCES = Pattern(r"\W*(?:applicable )?(?:licen[sc]es?|licen[sc]e agreement)\W*")
_COVERED = Pattern(r"\W*(?:components?|models?|artifacts?|items?|parts?|files?|applies to|covers|what|weights)\W*")
#: A row about the weights of the model; what is left out of one, and what is rented out, is none.
_WEIGHTS = Pattern(r"\b(?:weights?|models?|checkpoints?)\b")
_OTHER = Pattern(
    r"\b(?:excluding|except|without|not including) (?:[\w-]+ ){0,3}(?:weights?|models?)\b"
    r"|\b(?:api|access|hosted|service|inference|code|scripts?|data(?: ?sets?)?)\b"
)
#: A name as a cell has it: words with capitals that end as names of licences do.
_NAME = Pattern(
    r"(?-i:[A-Z])(?:[\w.+'-]+ ){1,7}(?:licen[sc]e(?: agreement)?|agreement|terms of use)(?: v?\d[\d.]*)?\W*"
)


def read_tables(path: str, prose: Prose, document: int) -> Iterator[Fact]:
    """Yield the licences that the tables of a licence file give to the weights of models."""
    for table in prose.tables:
        heads = [cell.text for cell in table.rows[0]] if table.rows and table.header_rows == 1 else []
        named = next((column for column, head in enumerate(heads) if _LICENCES.fullmatch(head)), None)
        covered = next((column for column, head in enumerate(heads) if _COVERED.fullmatch(head)), None)
        if named is None or covered is None:
            continue
        for row in table.rows[1:]:
            if max(named, covered) >= len(row):
                continue
            of = row[covered].text
            if not _WEIGHTS.search(of) or _OTHER.search(of):
                continue
            text = " ".join(row[named].text.split())
            name = normalise(text) or (text if _NAME.fullmatch(text) else "")
            if name:
                place = Location(path, row[named].span, None, name)
                yield Fact("distribution.licence", name, text, place, variant=of, document=document)
