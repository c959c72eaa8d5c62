"""Fences of code that nobody closed: what stands behind such a one is code to the end of the document, for a parser.

A person who reads the source sees the headings behind it. CommonMark 0.31, section 4.5, says what a fence is.
"""

from __future__ import annotations

import re
from typing import Final

_FENCE: Final = re.compile(r"^ {0,3}(?P<marks>`{3,}|~{3,})(?P<info>[^\n]*)$", re.MULTILINE)
#: A heading behind an empty line; with one sign alone it may be a comment of a script.
_HEADING: Final = re.compile(r"\n[ \t]*\n#{2,6} \S")


def without_open_fence(text: str) -> str:
    """Return Markdown with the marks of a fence blanked that is never closed though headings stand behind it."""
    opened: re.Match[str] | None = None
    for fence in _FENCE.finditer(text):
        if opened is None:
            # A run of code that ends on its line is no fence.
            opened = None if fence["marks"][0] == "`" and "`" in fence["info"] else fence
        elif fence["marks"].startswith(opened["marks"]) and not fence["info"].strip():
            opened = None
    if opened is None or not _HEADING.search(text, opened.end()):
        return text
    return text[: opened.start()] + " " * len(opened.group()) + text[opened.end() :]
