"""What OPA's built-in functions take and give: :file:`signatures.txt`, read."""

from __future__ import annotations

import re
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from gpai_lint.policy.compiler.types import ANY, ARRAY, BOOLEAN, NULL, NUMBER, OBJECT, SET, STRING, Type, union

if TYPE_CHECKING:
    from collections.abc import Mapping


class Signature(NamedTuple):
    """The types of a function's arguments and of its value; ``result`` is None where it has none."""

    args: tuple[Type, ...]
    result: Type | None


_NAMED = {
    "any": ANY,
    "array": ARRAY,
    "boolean": BOOLEAN,
    "null": NULL,
    "number": NUMBER,
    "object": OBJECT,
    "set": SET,
    "string": STRING,
}
_TOKEN = re.compile(r"\w+|->|\S")


class _Reader:
    def __init__(self, text: str) -> None:
        self._tokens: list[str] = _TOKEN.findall(text)

    def signature(self) -> Signature:
        args = self._several("(", ")")
        self._take()  # The arrow.
        return Signature(args, None if self._tokens[0] == "none" else self._type())

    def _type(self) -> Type:
        found = [self._one()]
        while self._tokens[:1] == ["|"]:
            self._take()
            found.append(self._one())
        return union(found) or ANY

    def _one(self) -> Type:
        if self._tokens[0] == "[":
            return Type("array", self._several("[", "]"))
        name = self._take()
        if self._tokens[:1] != ["["]:
            return _NAMED[name]
        inside = self._several("[", "]")
        return Type(name, key=inside[0] if name == "object" else None, of=inside[-1])

    def _several(self, opening: str, closing: str) -> tuple[Type, ...]:
        self._tokens.remove(opening)
        found = []
        while self._tokens[0] != closing:
            found.append(self._type())
            if self._tokens[0] in {",", ":"}:
                self._take()
        self._take()
        return tuple(found)

    def _take(self) -> str:
        return self._tokens.pop(0)


def _read() -> dict[str, Signature]:
    text = resources.files("gpai_lint.policy.compiler").joinpath("signatures.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return {line.partition("(")[0]: _Reader(line[line.index("(") :]).signature() for line in lines}


SIGNATURES: Mapping[str, Signature] = _read()
ARITIES: Mapping[str, int] = {name: len(signature.args) for name, signature in SIGNATURES.items()}
