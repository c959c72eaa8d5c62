"""Words that were divided at the end of a line of a PDF, put together again in the line they begin on."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from gpai_lint.artifacts.pdf_layout import Page
    from gpai_lint.artifacts.pdf_page import Piece

#: The hyphen that browsers put where they divide a word themselves; people type another.
_SOFT: Final = "\u2010"
_DIVIDED: Final = re.compile(rf"([^\W\d_]+)([{_SOFT}-])\Z")
_REST: Final = re.compile(r"[^\W\d_]+")
_WORD: Final = re.compile(rf"[^\W\d_]+(?:[{_SOFT}-][^\W\d_]+)*")


def rejoin_divided(pages: list[Page]) -> None:
    """Put the second half of a divided word into the line that its first half ends.

    A hyphen that belongs to the word, as in "general-purpose", stays: it does if the document writes the word so
    elsewhere, and a typed one also if the document nowhere writes the two halves as one.
    """
    pieces = [piece for page in pages for piece in page.pieces]
    words = {word.lower() for piece in pieces for word in _WORD.findall(piece.text.rstrip(f"{_SOFT}-"))}
    for upper, lower in pairwise(pieces):
        _rejoin(upper, lower, words)
    for page in pages:
        page.pieces = [piece for piece in page.pieces if piece.text]


def _rejoin(upper: Piece, lower: Piece, words: set[str]) -> None:
    divided, rest = _DIVIDED.search(upper.text), _REST.match(lower.text)
    if divided is None or rest is None or not rest[0].islower():
        return
    if upper.page == lower.page and lower.box.middle >= upper.box.middle:
        return
    whole = f"{divided[1]}{rest[0]}".lower()
    if f"{divided[1]}-{rest[0]}".lower() in words or (divided[2] != _SOFT and whole not in words):
        return
    upper.text = upper.text[:-1] + rest[0]
    lower.text = lower.text[rest.end() :]
    # What closes the word stays with it: a comma, a bracket, a quotation mark.
    closing = re.match(r"\S*\s*", lower.text)
    if closing and not re.match(r"[^\s@]*\w", closing[0]):
        upper.text += closing[0].rstrip()
        lower.text = lower.text[closing.end() :]
