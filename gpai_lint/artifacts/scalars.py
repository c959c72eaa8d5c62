"""What the structured formats have in common: numbers as people write them, and JSON pointers."""

from __future__ import annotations

import re

#: Values that one structured document may hold: five times what the largest index of weights needs.
MAX_VALUES = 500_000

_DIGITS = r"(?:0|[1-9][0-9]*(?:_[0-9]+)*)"
_INTEGER = re.compile(rf"[-+]?{_DIGITS}")
_FLOAT = re.compile(rf"[-+]?(?:\.[0-9]+|{_DIGITS}(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_OTHER_BASE = re.compile(r"0x[0-9a-fA-F]+|0o[0-7]+")

#: Longer runs of digits are identifiers, and Python refuses to convert the longest.
_MAX_DIGITS = 300


def number(text: str) -> int | float | None:
    """Return the finite number that ``text`` is, or None.

    Digits may be grouped by underscores (``24_700_000``) and an exponent needs no sign (``1e25``). Leading zeros make
    an identifier, not a number.
    """
    if not text or len(text) > _MAX_DIGITS or text[0] not in "+-.0123456789":
        return None
    if _INTEGER.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        value = float(text)
        return value if abs(value) != float("inf") else None
    return int(text, 0) if _OTHER_BASE.fullmatch(text) else None


def pointer_to(parent: str, key: str) -> str:
    """Return the JSON pointer (RFC 6901) of a key under a parent's pointer."""
    if "~" in key or "/" in key:
        key = key.replace("~", "~0").replace("/", "~1")
    return f"{parent}/{key}"
