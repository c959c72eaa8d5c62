"""A text as a sequence of words, so that line breaks, punctuation, typography and markup make no difference."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"[^\W_]+")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,200}>|&[a-z]{2,8};")


class Words:
    """The words of a text in lower case, each with its place; ``joined`` is all of them with single spaces between."""

    def __init__(self, text: str) -> None:
        """Split the text once; HTML tags and entities are no words."""
        blanked = _TAG.sub(lambda match: " " * len(match[0]), text)
        matches = list(_WORD.finditer(blanked))
        self.text = text
        self.words = [match[0].lower() for match in matches]
        self.starts = [match.start() for match in matches]
        self.ends = [match.end() for match in matches]
        self.joined = " ".join(self.words)
        self._offsets = [0, *accumulate(len(word) + 1 for word in self.words)]

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.words)

    def index(self, offset: int) -> int:
        """Return the index of the word at an offset of ``joined``."""
        return bisect_right(self._offsets, offset) - 1

    def find(self, phrase: str, start: int = 0) -> int | None:
        """Return the index of the first word of a phrase (words with single spaces), from the word ``start`` on."""
        offset = self._offsets[start]
        while (offset := self.joined.find(phrase, offset)) >= 0:
            end = offset + len(phrase)
            if (offset == 0 or self.joined[offset - 1] == " ") and (end == len(self.joined) or self.joined[end] == " "):
                return self.index(offset)
            offset += 1
        return None

    def count_before(self, position: int) -> int:
        """Return how many words start before a position of the text."""
        return bisect_right(self.starts, position - 1)


def lines_of(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each line of a text starts and ends, the end of line left out."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, end
        start = end + 1
