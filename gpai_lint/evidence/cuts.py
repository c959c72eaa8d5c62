"""Where the alternatives of a pattern stand and which words each needs, for :mod:`gpai_lint.evidence.narrowing`.

A wheel holds this ready for the patterns that are narrowed (``hatch_build.py``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.evidence.literals import required_words
from gpai_lint.evidence.narrowing import row_of
from gpai_lint.evidence.patterns import ANY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.evidence.narrowing import Cut

#: What tells the alternatives of a pattern apart: escapes, classes, what begins a group, what ends one, bars.
_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?:\?(?:[a-zA-Z-]*:|P<\w+>|<?[=!]))?|[|)]", re.DOTALL)
#: A group that is counted, or what refers to one: without those before it, it would be another.
_COUNTED = re.compile(r"\(|\\[1-9]")
#: Of so many sets of words each has to be there.
_SETS = 3
#: Of so many words one is nearly always there.
_MOST = 16
#: A longer word tells no more than one of this length.
_TELLING = 6


def cuts_of(written: str, flags: int = re.IGNORECASE) -> str:
    """Return the row of a pattern's alternatives, with words of which one stands in whatever each matches.

    The alternatives of one group stand in their order, and before those of the groups in them.
    """
    tokens = list(_TOKEN.finditer(written))
    if any(_COUNTED.fullmatch(token[0]) for token in tokens):
        return ""
    places = sorted(_alternatives(tokens, len(written)), key=lambda place: (place[0], -place[1]))
    return row_of(cut for start, end in places for cut in _cuts(start, end, written[start:end], flags))


def _alternatives(tokens: list[re.Match[str]], end: int) -> Iterator[tuple[int, int]]:
    """Yield where the alternatives of each group that has several begin and end."""
    groups = [[0]]
    for token in tokens:
        if token[0].startswith("("):
            groups.append([token.end()])
        elif token[0] == "|":
            groups[-1].append(token.end())
        elif token[0] == ")":
            yield from _parts(groups.pop(), token.start())
    yield from _parts(groups.pop(), end)


def _parts(begins: list[int], end: int) -> Iterator[tuple[int, int]]:
    if len(begins) > 1:
        yield from zip(begins, [*(begin - 1 for begin in begins[1:]), end], strict=True)


def _cuts(start: int, end: int, alternative: str, flags: int) -> Iterator[Cut]:
    sets = {words for words in required_words(alternative.replace("{own}", ANY), flags) if len(words) <= _MOST}
    best = sorted(sets, key=lambda words: (-min(_TELLING, *map(len, words)), len(words), sorted(words)))
    return ((start, end, tuple(sorted(words))) for words in best[:_SETS])
