"""Who stands below the title of a document, as below that of a paper: its authors, or better their institutions."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from gpai_lint.evidence.catalogue import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context

_FIELD = "provider.name"
_KINDS = frozenset({"model_card", "readme"})
#: So many passages may stand above a byline and the institutions below it, and so long is a name.
_FIRST = 6
_LONGEST = 40
_LONGEST_TEXT = 4_000
#: What tells on a name where its bearer works: "Ada Wren1*".
_WORD = r"[^\W\d_][^\W\d_'’.-]*(?:['’.-][^\W\d_]*)*"
_PERSON = re.compile(
    rf"(?P<name>{_WORD}(?: {_WORD}){{1,4}})(?P<gap>\s?)(?P<marks>(?:[\d*†‡§¶✉∗⋆][,\s]?)*)",
)
_INSTITUTION = re.compile(r"\s*(?P<mark>\d{1,2})\s?(?P<name>[^\W\d_][^\d*†‡]{1,80}?)(?=,?\s*(?:\d{1,2}\s?[^\W\d_]|\Z))")
#: Marks may be written above the line.
_RAISED = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")
#: What parts names, and is no part of a mark, "1,2"; and a remark behind them.
_AND = re.compile(r",\s*(?:and |& )?(?![\s\d*†‡§¶✉∗⋆])|\s+(?:and|&)\s+")
_REMARK = re.compile(r"\s*\([^()]{1,60}\)\Z")


def read_bylines(context: Context) -> Iterator[Fact]:
    """Yield the institutions of the authors below the title, or where none stand there the authors themselves."""
    if context.artifact.kind not in _KINDS:
        return
    field = catalogue().fields[_FIELD]
    authors: Fact | None = None
    for passage in islice((each for each in context.passages if each.whole), _FIRST):
        if passage.zone:
            break
        at = 0
        for line in passage.text.split("\n") if len(passage.text) < _LONGEST_TEXT else ():
            span = passage.span(at, at + len(line))
            at += len(line) + 1
            plain = line.translate(_RAISED)
            if authors is None and (names := _authors(plain)):
                authors = context.fact(field, ", ".join(names), line, span, passage.section)
            elif authors is not None and (names := _institutions(plain)):
                yield context.fact(field, ", ".join(names), line, span, passage.section)
                return
    if authors is not None:
        yield authors


def _authors(line: str) -> list[str]:
    """Return the names that a line consists of, two or more, some of them marked; empty where it is something else."""
    found = [_PERSON.fullmatch(part) for part in _AND.split(_REMARK.sub("", line.strip(" .·|"))) if part.strip()]
    names = [match["name"] for match in found if match and len(match["name"]) <= _LONGEST and _is_name(match["name"])]
    # "Wren Large 2" is no name with a mark.
    marked = any(match and match["marks"] and not (match["gap"] and match["marks"].isdigit()) for match in found)
    return names if len(names) > 1 and len(names) == len(found) and marked else []


def _is_name(name: str) -> bool:
    return all(word[0].isupper() for word in (name.split(maxsplit=1)[0], name.rsplit(maxsplit=1)[-1]))


def _institutions(line: str) -> list[str]:
    """Return the numbered names that a line consists of; empty where it is something else."""
    found = list(_INSTITUTION.finditer(line))
    if not found or found[0].start() or [int(match["mark"]) for match in found] != list(range(1, len(found) + 1)):
        return []
    return [match["name"].strip(" ,;") for match in found] if found[-1].end() == len(line.rstrip()) else []
