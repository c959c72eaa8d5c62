"""Say in one wording what the engines say in two, so that an error reads alike whichever of them found it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

#: What OPA 1.22 and Regorus 0.13 write, and what is shown instead; what is not in the table is shown as it is.
_WORDINGS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), wording)
    for pattern, wording in (
        (r"use of undefined variable `(.+?)` is unsafe", r"Nothing gives the variable '\1' a value"),
        (r"var (\S+) is unsafe", r"Nothing gives the variable '\1' a value"),
        (r"functions must not produce multiple outputs.*", "A function has one value, and this one has several"),
        (
            r"function \S+ produced conflicting values.*?: (.*)",
            r"A function has one value, and this one has several: \1",
        ),
        (r"rule conflicts with rule at .*", "A rule has one value, and this one has several"),
        (r"rule \S+ produced conflicting values: (.*)", r"A rule has one value, and this one has several: \1"),
        (r"recursion detected when evaluating rule", "The rule is recursive"),
        (r"rule \S+ is recursive: (.*)", r"The rule is recursive: \1"),
        (r"undefined function (\S+)( in the embedded engine)?", r"There is no function '\1'\2"),
        (r"print\(.*\) used as value", "print: it gives no value"),
        (r"`(\w[\w.]*)` (requires|expects) (.*)", r"\1: \2 \3"),
        (r"gpai_lint\.sprintf: (.*)", r"sprintf: \1"),
        (r"divide by zero", "div: divide by zero"),
        (r"modulo by zero", "rem: modulo by zero"),
    )
)

_PLACE = re.compile(r"([^\s:]*\.rego):(\d+)")


def reworded(message: str, place: Callable[[str, int], str] | None = None) -> str:
    """Return a message in the common wording, on one line.

    ``place`` writes out the places that OPA names inside of messages: a file as OPA calls it and a line.
    """
    if place is not None:
        message = _PLACE.sub(lambda match: place(match[1], int(match[2])), message)
    message = " ".join(message.split()).rstrip(". ")
    for pattern, wording in _WORDINGS:
        match = pattern.fullmatch(message)
        if match is not None:
            return match.expand(wording)
    return message
