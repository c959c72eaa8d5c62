"""JSON (RFC 8259) as a tree of nodes with exact positions, in one pass over the text.

``NaN``, ``Infinity`` and ``-Infinity`` are not JSON, but Python writes them into configuration files; they are read as
text, as is a number too large for a float, so that nothing downstream has to deal with values that are no numbers.
"""

from __future__ import annotations

import re
from json import JSONDecodeError, JSONDecoder
from typing import TYPE_CHECKING

from gpai_lint.artifacts.interface import Node, Structured
from gpai_lint.artifacts.scalars import MAX_VALUES, pointer_to
from gpai_lint.artifacts.source import Source
from gpai_lint.artifacts.source_text import decode
from gpai_lint.location import Span

if TYPE_CHECKING:
    from gpai_lint.artifacts.interface import Scalar

MAX_DEPTH = 100
"""Nesting beyond this is an attack or an accident; real documents stay below 20."""

#: Only for strings: the standard decoder reads them in C, but keeps no positions.
_DECODER = JSONDecoder()
_SPACE = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_WORD = re.compile(r"true|false|null|NaN|-?Infinity")
_CONSTANTS: dict[str, Scalar] = {"true": True, "false": False, "null": None}
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_MAX_DIGITS = 300


def parse(path: str, data: bytes) -> Structured:
    """Return a JSON file as a tree; raise ``ArtifactError`` at the place that does not parse.

    Also refused are keys given twice in one object, nesting beyond ``MAX_DEPTH`` and more values than ``MAX_VALUES``.
    """
    source = Source(path, decode(path, data))
    return Structured(compose(source), source.lines)


def compose(source: Source) -> Node:
    """Return the tree of a JSON text; raise ``ArtifactError`` as :func:`parse` does."""
    reader = _Reader(source)
    reader.skip()
    root = reader.value("", None, 0)
    reader.skip()
    if reader.position < len(reader.text):
        raise reader.error("There is text after the end of the document.")
    return root


class _Reader:
    """A cursor over the text that knows its line, so that no position has to be looked up."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = source.text
        self.position = 0
        self.line = source.first_line
        self.line_start = 0
        self.values = 0

    def error(self, message: str, position: int | None = None) -> Exception:
        """Return the error to raise at a position, by default the cursor's."""
        position = self.position if position is None else position
        if position >= len(self.text):
            message = "The text ends before the JSON document does."
        return self.source.error(message, position)

    def skip(self) -> None:
        """Move over white space, which alone can hold line breaks."""
        start = self.position
        match = _SPACE.match(self.text, start)
        end = match.end() if match else start
        if end > start:
            breaks = self.text.count("\n", start, end)
            if breaks:
                self.line += breaks
                self.line_start = self.text.rindex("\n", start, end) + 1
            self.position = end

    def value(self, pointer: str, key_span: Span | None, depth: int) -> Node:
        """Read the value under the cursor and move behind it."""
        if depth > MAX_DEPTH:
            raise self.error(f"The document is nested more than {MAX_DEPTH} levels deep.")
        self.values += 1
        if self.values > MAX_VALUES:
            raise self.error(f"The document holds more than {MAX_VALUES} values.")
        opening = self.text[self.position : self.position + 1]
        if opening == '"':
            string, span = self.string()
            return Node(pointer, string, span, string, key_span)
        if opening in {"{", "["} and opening:
            line, column = self.line, self.position - self.line_start + 1
            self.position += 1
            children = self.members(pointer, depth) if opening == "{" else self.elements(pointer, depth)
            span = Span(line, column, self.line, self.position - self.line_start + 1)
            return Node(pointer, children, span, "", key_span)
        match = _NUMBER.match(self.text, self.position) or _WORD.match(self.text, self.position)
        if not match:
            raise self.error("A value is expected.")
        written = match[0]
        return Node(pointer, _scalar(match), self.advance(len(written)), written, key_span)

    def string(self) -> tuple[str, Span]:
        """Read the string under the cursor and move behind it."""
        start = self.position
        try:
            string, end = _DECODER.raw_decode(self.text, start)
        except JSONDecodeError as error:
            problem = error.msg.removesuffix(" at").rstrip(": ")
            raise self.error(f"The JSON string does not parse: {problem}.", error.pos) from None
        if not string.isascii():
            string = _LONE_SURROGATE.sub("\ufffd", string)
        return string, self.advance(end - start)

    def advance(self, length: int) -> Span:
        """Move over a token within one line and return its span."""
        column = self.position - self.line_start + 1
        self.position += length
        return Span(self.line, column, self.line, column + length)

    def members(self, pointer: str, depth: int) -> dict[str, Node]:
        """Read an object behind its opening brace."""
        members: dict[str, Node] = {}
        self.skip()
        if self.text.startswith("}", self.position):
            self.position += 1
            return members
        while True:
            start = self.position
            if not self.text.startswith('"', start):
                raise self.error("A key in double quotes is expected.")
            key, key_span = self.string()
            if key in members:
                raise self.error(f"The key '{key[:60]}' is given twice.", start)
            self.skip()
            self.expect(":")
            self.skip()
            members[key] = self.value(pointer_to(pointer, key), key_span, depth + 1)
            self.skip()
            if self.text.startswith("}", self.position):
                self.position += 1
                return members
            self.expect(",")
            self.skip()

    def elements(self, pointer: str, depth: int) -> list[Node]:
        """Read an array behind its opening bracket."""
        elements: list[Node] = []
        self.skip()
        if self.text.startswith("]", self.position):
            self.position += 1
            return elements
        while True:
            elements.append(self.value(f"{pointer}/{len(elements)}", None, depth + 1))
            self.skip()
            if self.text.startswith("]", self.position):
                self.position += 1
                return elements
            self.expect(",")
            self.skip()

    def expect(self, delimiter: str) -> None:
        """Move over a delimiter or raise."""
        if not self.text.startswith(delimiter, self.position):
            raise self.error(f"'{delimiter}' is expected.")
        self.position += 1


def _scalar(match: re.Match[str]) -> Scalar:
    written = match[0]
    if written in _CONSTANTS:
        return _CONSTANTS[written]
    if match.re is _WORD or len(written) > _MAX_DIGITS:
        return written
    if match[1] is None and match[2] is None:
        return int(written)
    number = float(written)
    return written if abs(number) == float("inf") else number
