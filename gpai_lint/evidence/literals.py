"""Words that a pattern cannot match without, so that most patterns are neither compiled nor tried on most texts.

A build has them ready for all patterns (``hatch_build.py``); they are found in the tree that ``re``
parses a pattern into. What that tree has beyond the nodes known here only makes fewer words known, never wrong ones.
"""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

#: A single letter stands in nearly every text, and so does a mark of punctuation; other signs do not.
_SHORTEST = 2
_SIGNS = frozenset("[]{}<>@$%#=|~^\\")
#: A longer word spares no more than one of this length.
_TELLING = 6
#: Of so many groups of words each has to be there.
_GROUPS = 3
#: So many words are put together.
_MOST = 64
#: So many words are looked for in less time than a pattern with them is compiled.
_LARGEST = 160
#: So many ways to match are told apart.
_WAYS = 24
#: A range of at most so many characters, as many as there are digits, is spelled out.
_FIGURES = 10

_Words = frozenset[str]
_Groups = tuple[tuple[str, ...], ...]


def literals_of(source: str, flags: int = re.IGNORECASE) -> tuple[_Groups, ...]:
    """Return the ways in which a pattern may match: each has groups of words, of each of which one has to be there.

    Words are case-folded. No way at all means that nothing is known.
    """
    nodes = list(_parsed(source, flags))
    ways = _ways(nodes) or [_groups(nodes)]
    return tuple(dict.fromkeys(ways)) if all(ways) else ()


def required_words(source: str, flags: int = re.IGNORECASE) -> Iterator[frozenset[str]]:
    """Yield sets of words, case-folded, of each of which one stands in whatever a pattern matches."""
    return map(_shortened, _required(_parsed(source, flags)))


def _ways(nodes: list[Any]) -> list[_Groups]:
    """Return the groups of each alternative of the first branch that leads to words; none if no branch does."""
    for index, (operation, argument) in enumerate(nodes):
        if _spelled_out(str(operation), argument) is not None:
            continue
        branches = _branches(str(operation), argument)
        ways = [_groups([*nodes[:index], *branch, *nodes[index + 1 :]]) for branch in branches]
        if ways and all(ways):
            return ways
    return []


def _branches(name: str, argument: Any) -> list[Any]:
    """Return the alternatives of a branch, also in parentheses; none of anything else, or of too long a list."""
    if name == "SUBPATTERN" and [str(inner) for inner, _ in argument[3]] == ["BRANCH"]:
        return _branches("BRANCH", argument[3][0][1])
    return list(argument[1]) if name == "BRANCH" and len(argument[1]) <= _WAYS else []


def _groups(nodes: Iterable[Any]) -> _Groups:
    telling = [words for words in map(_shortened, _required(nodes)) if len(words) <= _LARGEST]
    best = sorted(telling, key=_worth, reverse=True)
    return tuple(tuple(sorted(words)) for words in dict.fromkeys(best[:_GROUPS]))


def _parsed(source: str, flags: int) -> Any:
    try:
        from re import _parser as parser  # type: ignore[attr-defined]  # noqa: PLC0415
    except ImportError:  # Python 3.10
        import sre_parse as parser  # noqa: PLC0415
    return parser.parse(source, flags)


def _required(nodes: Iterable[Any]) -> Iterator[_Words]:
    """Yield sets of words; of each of them one word stands in whatever a sequence of nodes matches."""
    run: _Words = frozenset({""})
    for operation, argument in nodes:
        name = str(operation)
        if name in {"AT", "ASSERT", "ASSERT_NOT"}:
            continue  # takes no room: what stands before and after it touches
        exact = _spelled_out(name, argument)
        joined = frozenset(map("".join, product(run, exact))) if exact is not None else frozenset()
        if exact is not None and len(joined) <= _MOST:
            run = joined
            continue
        yield from _long_enough(run)
        run = exact if exact is not None else frozenset({""})
        yield from _inside(name, argument)
    yield from _long_enough(run)


def _long_enough(words: _Words) -> Iterator[_Words]:
    if all(len(word) >= _SHORTEST or word in _SIGNS for word in words):
        yield words


def _spelled_out(name: str, argument: Any) -> _Words | None:
    """Return all that a node matches, None where that is too much to spell out."""
    if name == "LITERAL":
        return frozenset({chr(argument).casefold()})
    if name == "IN":
        codes = [_codes(str(kind), code) for kind, code in argument]
        return frozenset(chr(code).casefold() for each in codes for code in each) if all(codes) else None
    if name == "SUBPATTERN":
        return _sequence_spelled_out(argument[3])
    if name == "BRANCH":
        branches = [_sequence_spelled_out(branch) for branch in argument[1]]
        known = [branch for branch in branches if branch is not None]
        return _few(frozenset().union(*known)) if len(known) == len(branches) else None
    if name in {"MAX_REPEAT", "MIN_REPEAT"} and (argument[0], argument[1]) == (0, 1):
        once = _sequence_spelled_out(argument[2])
        return _few(once | {""}) if once is not None else None
    return None


def _codes(name: str, argument: Any) -> Sequence[int]:
    """Return the characters of a part of a class, a few as in ``[0-3]``; none of more than there are digits."""
    if name == "LITERAL":
        return (argument,)
    return range(argument[0], argument[1] + 1) if name == "RANGE" and argument[1] - argument[0] < _FIGURES else ()


def _sequence_spelled_out(nodes: Iterable[Any]) -> _Words | None:
    words: _Words = frozenset({""})
    for operation, argument in nodes:
        if str(operation) in {"AT", "ASSERT", "ASSERT_NOT"}:
            continue
        exact = _spelled_out(str(operation), argument)
        if exact is None or len(words) * len(exact) > _MOST * _MOST:
            return None
        joined = _few(frozenset(map("".join, product(words, exact))))
        if joined is None:
            return None
        words = joined
    return words


def _few(words: _Words) -> _Words | None:
    return words if len(words) <= _MOST else None


def _inside(name: str, argument: Any) -> Iterator[_Words]:
    """Yield the words that a node cannot match without, of those that cannot be spelled out."""
    if name == "SUBPATTERN":
        yield from _required(argument[3])
    elif name == "BRANCH":
        # One word of whichever branch matches.
        branches = [max(_required(branch), key=_worth, default=frozenset()) for branch in argument[1]]
        if all(branches):
            yield frozenset().union(*branches)
    elif name in {"MAX_REPEAT", "MIN_REPEAT"} and argument[0] > 0:
        yield from _required(argument[2])


def _shortened(words: _Words) -> _Words:
    """Leave out what holds another of the words."""
    return frozenset(word for word in words if not any(other in word for other in words if other != word))


def _worth(words: _Words) -> tuple[int, int, list[str]]:
    return min(_TELLING, *map(len, words)), -len(words), sorted(words)
