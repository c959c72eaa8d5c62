"""The hashes of OPA's bundle signatures.

Policies are hashed as they stand. What holds data (``data.json``, ``data.yaml``, ``.manifest``) is hashed as canonical
JSON, so that neither order nor white space matters: keys sorted, nothing between the tokens, numbers of JSON as
written, numbers of YAML as Go writes them
(https://www.openpolicyagent.org/docs/management-bundles#signing).
"""

from __future__ import annotations

import hashlib
import json
import re
from math import copysign
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from gpai_lint.policy.packs.content import MANIFEST
from gpai_lint.policy.packs.data_files import DATA_FILES, parse_data

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Hash algorithms that OPA knows and that are still safe, and their names in Python.
ALGORITHMS = {
    "SHA-256": "sha256",
    "SHA-384": "sha384",
    "SHA-512": "sha512",
    "SHA-512-256": "sha512_256",
}

_ESCAPED = re.compile('["\\\\\x00-\x1f\u2028\u2029\ud800-\udfff]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


class _Number(str):
    """A number of a JSON document, as it is written."""

    __slots__ = ()


def file_hash(path: str, content: bytes, shown: str, algorithm: str = "SHA-256") -> str:
    """Return the hash of a bundle's file in hexadecimal; raise ``PackError`` for data that does not parse."""
    total = hashlib.new(ALGORITHMS[algorithm])
    name = PurePosixPath(path).name
    if name in DATA_FILES or name == MANIFEST:
        value = parse_data(content, shown, number=_Number)
        total.update("".join(_canonical(value)).encode())
    else:
        total.update(content)
    return total.hexdigest()


def _canonical(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        texts = {_repaired(str(key)): child for key, child in value.items()}
        for number, key in enumerate(sorted(texts)):
            yield "," if number else "{"
            yield _text(key) + ":"
            yield from _canonical(texts[key])
        yield "}" if texts else "{}"
    elif isinstance(value, list):
        yield "["
        for number, child in enumerate(value):
            if number:
                yield ","
            yield from _canonical(child)
        yield "]"
    elif isinstance(value, _Number):
        yield str(value)
    elif isinstance(value, str):
        yield _text(_repaired(value))
    elif isinstance(value, float) or (isinstance(value, int) and not -(2**63) <= value < 2**64):
        yield _float(float(value))
    else:
        yield json.dumps(value)


def _repaired(text: str) -> str:
    """Return a text with half of a character replaced, as Go reads it."""
    return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)


def _text(text: str) -> str:
    return '"' + _ESCAPED.sub(lambda match: _SHORT.get(match[0], f"\\u{ord(match[0]):04x}"), text) + '"'


def _float(value: float) -> str:
    """Return a number as Go's JSON has it: exponents only below 1e-6 and from 1e21 on."""
    if value == 0:
        return "-0" if copysign(1, value) < 0 else "0"
    digits, _, exponent = f"{value!r}".partition("e")
    sign = "-" if value < 0 else ""
    whole, _, fraction = digits.lstrip("-").partition(".")
    fraction = "" if fraction == "0" else fraction
    point = len(whole) + int(exponent or 0)
    figures = (whole + fraction).lstrip("0")
    point -= len(whole + fraction) - len(figures)
    figures = figures.rstrip("0")
    if not 1e-6 <= abs(value) < 1e21:
        power = point - 1
        tail = "." + figures[1:] if figures[1:] else ""
        # At least two digits, but for a small negative exponent, from which Go strips the zero again.
        shown = f"+{power:02d}" if power >= 0 else f"-{-power}"
        return f"{sign}{figures[0]}{tail}e{shown}"
    if point <= 0:
        return f"{sign}0.{'0' * -point}{figures}"
    if point >= len(figures):
        return f"{sign}{figures}{'0' * (point - len(figures))}"
    return f"{sign}{figures[:point]}.{figures[point:]}"
