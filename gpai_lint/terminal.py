"""Text of a checked repository on a terminal and in a log: shown as it is, never obeyed."""

from __future__ import annotations

import re

#: What a GitHub runner takes for a command in the log of any step: two colons at the start of a line, which may be
#: indented, and its older form anywhere.
_COMMAND = re.compile(r"^([^\S\n]*:)(?=:)|(##)(?=\[)", re.MULTILINE)


def printable(text: str) -> str:
    """Return a text on one line without control characters: a model card could hold escape sequences."""
    return _visible(" ".join(text.split()))


def harmless(text: str) -> str:
    """Return a text of several lines that neither a terminal nor a runner obeys."""
    return uncommanded("\n".join(map(_visible, text.split("\n"))))


def uncommanded(text: str) -> str:
    """Return a text in which a runner finds no command: a space without width comes between its signs."""
    return _COMMAND.sub("\\g<0>\N{ZERO WIDTH SPACE}", text)


def _visible(line: str) -> str:
    # A tab moves nothing but the caret below a line of source, which stands right only if both have it.
    return "".join(sign if sign.isprintable() or sign == "\t" else "\N{REPLACEMENT CHARACTER}" for sign in line)
