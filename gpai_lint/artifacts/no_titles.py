"""What is set in the form of a heading and titles nothing: an address, and several links side by side."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gpai_lint.artifacts.interface import Link

#: So many links make a bar of them.
_BAR = 3
#: A mail or web address and nothing else, which converters of PDF take for a heading where it is set in bold.
_ADDRESS = re.compile(r"[\s<(\[*]*(?:https?://\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)[\s>)\]*.]*")


def titles_nothing(text: str, links: Sequence[Link]) -> bool:
    """Tell whether the text of a heading is an address, or several links with signs between them, which lead around."""
    if _ADDRESS.fullmatch(text):
        return True
    letters = sum(map(str.isalnum, text))
    return len(links) >= _BAR and letters == sum(sum(map(str.isalnum, link.text)) for link in links)
