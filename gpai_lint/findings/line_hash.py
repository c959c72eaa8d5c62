"""The line hash by which GitHub code scanning recognises an alert again (``primaryLocationLineHash``).

GitHub's upload action computes it where a SARIF file has none, and warns where a file has another: so it is computed
here to the same value. It is a rolling polynomial hash over UTF-16 code units; see :func:`line_hashes`.
"""

from __future__ import annotations

import sys
from array import array

#: Code units that one hash covers, from the first visible unit of its line on.
_WINDOW = 100
_BASE = 37
_WRAP = (1 << 64) - 1
_TAB, _LF, _CR, _SPACE, _END_OF_FILE = 0x09, 0x0A, 0x0D, 0x20, 0xFFFF


def line_hashes(data: bytes) -> list[str]:
    """Return the hash of every line of a file, first line first, each as ``<hexadecimal>:<occurrence>``.

    Spaces and tabs do not count; a carriage return, alone or before a line feed, counts as a line feed; the end of the
    file is one unit 0xFFFF followed by zeros. The occurrence counts from 1 how often the digest came up so far.
    """
    units, starts = _visible_units(data)
    # prefix[i] is the hash of the first i units; a window's hash is the difference of two prefixes.
    prefix = [0]
    for unit in units:
        prefix.append((prefix[-1] * _BASE + unit) & _WRAP)
    leading = pow(_BASE, _WINDOW, 1 << 64)
    hashes = []
    seen: dict[int, int] = {}
    for start in starts:
        digest = (prefix[start + _WINDOW] - prefix[start] * leading) & _WRAP
        seen[digest] = seen.get(digest, 0) + 1
        hashes.append(f"{digest:x}:{seen[digest]}")
    return hashes


def _visible_units(data: bytes) -> tuple[list[int], list[int]]:
    """Return the units that count, padded for the last windows, and the index at which each line starts."""
    encoded = array("H", data.decode("utf-8", "replace").encode("utf-16-le", "surrogatepass"))
    if sys.byteorder == "big":
        encoded.byteswap()
    units: list[int] = []
    starts: list[int] = []
    at_line_start, after_return = True, False
    for raw in [*encoded, _END_OF_FILE]:
        if raw in (_SPACE, _TAB) or (after_return and raw == _LF):
            after_return = False
            continue
        after_return = raw == _CR
        unit = _LF if after_return else raw
        if at_line_start:
            starts.append(len(units))
        at_line_start = unit == _LF
        units.append(unit)
    return units + [0] * _WINDOW, starts
