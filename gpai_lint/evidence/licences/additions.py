"""What stands in a file beside the text of a licence, and whether it reads like a condition of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.evidence.licences.names import mentions
from gpai_lint.evidence.licences.words import Words, lines_of
from gpai_lint.evidence.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: Parts beside a licence that add no condition: first words, last words, and how many words they are at most.
_HARMLESS = (
    ("apache license version 2 0 january 2004", "use reproduction and distribution", 30),
    ("end of terms and conditions", "end of terms and conditions", 5),
    ("appendix how to apply the apache license to your work", "limitations under the license", 250),
    ("licensed under the apache license version 2 0 the license", "limitations under the license", 90),
    ("creative commons corporation creative commons is not a law firm", "requests where reasonable", 450),
    ("creative commons is not a party to its public licenses", "creative commons may be contacted at", 250),
    ("this software is provided", "possibility of such damage", 150),
    ("the software is provided as is", "dealings in the software", 90),
)

#: Words that make a sentence beside a licence a condition and not an explanation.
_CONDITION = Pattern(
    r"\b(?:must|shall|may not|cannot|prohibit\w*|restrict\w*|only|commercial\w*|noncommercial\w*|permission|consent"
    r"|conditions?|provided that|requests?|requires?|required|asks?|fees?|unless|not be used|not use)\b",
    flags=0,
)
#: A line with which a copyright notice begins.
NOTICE = Pattern(r"\W*(?:copyright|\(c\)|©|all rights reserved|spdx-)")
#: A limit in the copyright notice itself, where templates allow for any text.
_LIMITED_NOTICE = Pattern(
    r"^.{0,20}copyright\W{1,5}(?:\(c\)|©|\d{4}).{0,200}\b(?:non-?commercial|commercial|only|research|prohibited)\b.*",
    flags=re.IGNORECASE | re.MULTILINE,
)
#: Characters of the longest line that may be a title.
TITLE_LENGTH = 160
_CONDITION_WORDS = 5


def conditions(words: Words, ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the parts outside some ranges of words that read like conditions, as ranges of characters.

    Titles, copyright notices and what usually stands around standard licences are none.
    """
    covered = bytearray(len(words))
    for first, last in [*ranges, *_harmless(words)]:
        covered[first:last] = b"\1" * (last - first)
    found: list[tuple[int, int]] = []
    run: list[int] = []
    for line_start, line_end in lines_of(words.text):
        left = [i for i in range(words.count_before(line_start), words.count_before(line_end)) if not covered[i]]
        if left and not _is_apparatus(words.text[line_start:line_end]):
            run += left
            continue
        if line_end > line_start:  # a blank line does not end a passage
            found += _condition(words, run)
            run = []
    return found + _condition(words, run) + [match.span() for match in _LIMITED_NOTICE.finditer(words.text)]


def _condition(words: Words, run: Sequence[int]) -> list[tuple[int, int]]:
    if len(run) >= _CONDITION_WORDS and _CONDITION.search(" ".join(words.words[i] for i in run)):
        return [(words.starts[run[0]], words.ends[run[-1]])]
    return []


def _is_apparatus(line: str) -> bool:
    """Tell whether a line beside a licence is a copyright notice or a licence's title, and nothing more."""
    named = mentions(line) if len(line) <= TITLE_LENGTH else []
    rest = line
    for mention in reversed(named):
        rest = rest[: mention.start] + rest[mention.end :]
    return bool(named or NOTICE.match(line)) and not _CONDITION.search(Words(rest).joined)


def _harmless(words: Words) -> Iterator[tuple[int, int]]:
    for begin, end, limit in _HARMLESS:
        first = words.find(begin)
        while first is not None:
            last = words.find(end, first)
            if last is None:
                break
            last += len(end.split())
            if last - first <= limit:
                yield first, last
            first = words.find(begin, first + 1)
