"""A pattern without those of its alternatives that match nothing in some texts: it is compiled in less time.

A pattern names many wordings, of which a text has few, and to compile it takes as long as it is written.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Stands for an alternative that is left out; no pattern holds it.
_GONE = "\0"
_SEVERAL_GONE = re.compile(rf"{_GONE}(?:\|{_GONE})+")
_NAME = re.compile(r"\(\?P<\w+>")
#: What parts the alternatives of a row, and what parts where each begins and ends, and its words: no case-folded word
#: holds a capital.
_CUT, _PART = "G", "F"


#: Where an alternative begins and ends, and words, case-folded, of which one stands in whatever it matches.
Cut = tuple[int, int, tuple[str, ...]]


def row_of(cuts: Iterable[Cut]) -> str:
    """Return the row in which the build keeps the alternatives of a pattern."""
    return _CUT.join(_PART.join((str(start), str(end), *words)) for start, end, words in cuts)


def narrowed(written: str, row: str, folded: str) -> str:
    """Return a pattern, written out, without the alternatives of whose words none stands in a case-folded text.

    ``row`` tells where they are. A group with a name stays, as one that matches nothing, since readers ask for it.
    """
    kept: list[str] = []
    at = 0
    for cut in row.split(_CUT):
        begin, end, *words = cut.split(_PART)
        start = int(begin)
        if start < at:
            continue
        for word in words:
            if word in folded:
                break
        else:
            names = _NAME.findall(written, start, int(end))
            kept += written[at:start], "(?!)" + "".join(f"{name})" for name in names) if names else _GONE
            at = int(end)
    text = _SEVERAL_GONE.sub(_GONE, "".join([*kept, written[at:]]))
    return text.replace("|" + _GONE, "").replace(_GONE + "|", "").replace(_GONE, "(?!)")
