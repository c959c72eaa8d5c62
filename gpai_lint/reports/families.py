"""Put together what one passage says of the members of a model family.

A card that describes a family names a value for each member: in one sentence ("in 8B, 70B and 405B sizes"), or down a
table. Either is one statement about one field. A reader who wants the figure of the document, and not of each member,
would otherwise have to know which rows belong together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gpai_lint.evidence.interface import Fact

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SIZE = re.compile(r"(?<![\d.])(?P<size>\d+(?:\.\d+)?) ?(?P<scale>[MBT])(?![A-Za-z\d])")
_SCALES = {"M": 1e6, "B": 1e9, "T": 1e12}


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact as it is reported: ``members`` are all facts of the passage where it speaks of a family, else empty.

    ``fact`` is then the one that stands for them: the largest figure of a table, or the tokens of its largest member,
    and the first of a sentence.
    """

    fact: Fact
    members: tuple[Fact, ...] = ()

    @property
    def enumeration(self) -> bool:
        """Return whether one line of the document names all members."""
        return len({fact.location.span.line for fact in self.members}) == 1


def statements(facts: Iterable[Fact], members: Sequence[str] = ()) -> list[Statement]:
    """Return facts as statements, in the order in which they were given.

    ``members`` are those that the documents are about: what one tells of its own is no figure of a family.
    """
    families: dict[tuple[object, ...], list[Fact]] = {}
    order: list[Fact | tuple[object, ...]] = []
    own = dict(enumerate(members))
    rows = [(fact, fact.variant != own.get(fact.document) and _is_figure_of_member(fact)) for fact in facts]
    lines = _enumerated(fact for fact, of_member in rows if of_member)
    for fact, of_member in rows:
        if not of_member:
            order.append(fact)
            continue
        place = (_line(fact) if _line(fact) in lines else None, fact.heading)
        key = (fact.document, fact.field, fact.method, fact.state, fact.unit, fact.models, place)
        if key not in families:
            order.append(key)
        families.setdefault(key, []).append(fact)
    return [Statement(each) if isinstance(each, Fact) else _statement(families[each]) for each in order]


def _statement(facts: list[Fact]) -> Statement:
    # A line that names its members twice still speaks of each once.
    members = list({(fact.variant, fact.value): fact for fact in reversed(facts)}.values())[::-1]
    if len(members) == 1:
        return Statement(members[0])
    statement = Statement(members[0], tuple(members))
    return statement if statement.enumeration else Statement(_foremost(members), tuple(members))


def _foremost(members: list[Fact]) -> Fact:
    """Return the fact of a table that stands for all; a smaller model may have seen more tokens than the largest."""
    sizes = [_size(fact.variant) if fact.field == "data.tokens" else 0.0 for fact in members]
    ranks = sizes if all(sizes) else [0.0] * len(members)
    ranked = list(zip(ranks, members, strict=True))
    return max(ranked, key=lambda pair: (pair[0], _figure(pair[1])))[1]


def _size(name: str) -> float:
    """Return the number of parameters that a model is called by, 0 where its name gives none."""
    match = _SIZE.search(name)
    return float(match["size"]) * _SCALES[match["scale"]] if match else 0.0


def _enumerated(facts: Iterable[Fact]) -> set[tuple[int, str, int]]:
    """Return the lines that name figures of the same field for several members, among figures of members."""
    seen: dict[tuple[int, str, int], set[str]] = {}
    for fact in facts:
        seen.setdefault(_line(fact), set()).add(fact.variant)
    return {line for line, variants in seen.items() if len(variants) > 1}


def _line(fact: Fact) -> tuple[int, str, int]:
    return fact.document, fact.field, fact.location.span.line


def _is_figure_of_member(fact: Fact) -> bool:
    return bool(fact.variant) and isinstance(fact.value, (int, float)) and not isinstance(fact.value, bool)


def _figure(fact: Fact) -> float:
    return float(fact.value) if isinstance(fact.value, (int, float)) else 0.0
