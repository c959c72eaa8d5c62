"""The characters people tick boxes with, in text layers and word processors, ticked and empty."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

#: How a box that is ticked, or left empty, is written into extracted text when the file holds it as something else.
TICKED: Final = "☒"
EMPTY: Final = "☐"
#: How a drawn box is written in which no tick is to be seen: another of its group may hold one that was not.
DRAWN_EMPTY: Final = "▢"
#: The boxes that forms print, for patterns: where one stands the question before it has ended.
BOXES: Final = f"{EMPTY}{DRAWN_EMPTY}{TICKED}☑"

# The private-use characters are Wingdings and Wingdings 2 as PDF writers and Word map them (U+F000 plus the code).
_TICKED: Final = "☑☒☓✓✔✕✖✗✘✅❎⊠⊗◉⦿●■◼⬛🗷🗸🗹🗵\uf04f\uf050\uf051\uf052\uf053\uf054\uf078\uf0a4\uf0fb\uf0fc\uf0fd\uf0fe"
# The red cross says "not this one", as an empty box does.
_EMPTY: Final = "❌☐□▢◻◽⬜❏❐❑❒○◯⚪🔲\uf02a\uf06f\uf071\uf072\uf0a1\uf0a3\uf0a8"
_BRACKETED: Final = r"[\[(][xX✓✔✗✘][\])]"
_BLANK: Final = r"\[[ _]{0,3}\]|\([ _]{1,3}\)"

_MARK: Final = re.compile(f"(?P<ticked>[{_TICKED}]\ufe0f?|{_BRACKETED})|(?P<empty>[{_EMPTY}]\ufe0f?|{_BLANK})")


class Mark(NamedTuple):
    """A tick mark in a text: its range, and whether the box is ticked."""

    start: int
    end: int
    ticked: bool


def marks_in(text: str) -> Iterator[Mark]:
    """Yield the tick marks of a text in order.

    A bare ``X`` is no mark here: whether it ticks something depends on what stands beside it.
    """
    for match in _MARK.finditer(text):
        yield Mark(match.start(), match.end(), match["ticked"] is not None)
