"""The XML parts of a Word document: a safe walk over their elements, and the parts beside the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from gpai_lint.errors import ArtifactError
from gpai_lint.location import Location, Span

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_DEPTH: Final = 400

_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_PREFIXES: Final = {
    _WORD: "w:",
    _STRICT: "w:",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r:",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r:",
}
_HEADING: Final = re.compile(r"heading\s?([1-9])\Z", re.IGNORECASE)


def walk(
    path: str,
    data: bytes,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
) -> None:
    """Call ``start``, ``end`` and ``text`` for the elements and character data of an XML part, if there is one.

    Names are written with the usual prefixes (``w:p``). Raises ``ArtifactError`` if the XML is malformed, nested deeper
    than ``MAX_DEPTH``, or declares a document type, through which entities could be defined.
    """
    if not data:
        return
    depth = 0

    def fail(message: str) -> ArtifactError:
        line = parser.CurrentLineNumber
        return ArtifactError(message, Location(path, Span(1, 1, 1, 1)), hint=f"Its XML is wrong at line {line}.")

    def on_start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            raise fail(f"The Word document is nested more than {MAX_DEPTH} levels deep.")
        start(_short(name), {_short(key): value for key, value in attributes.items()})

    def on_end(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(_short(name))

    def on_doctype(*_: object) -> None:
        raise fail("The Word document declares a document type, which OOXML does not allow.")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = on_start
    parser.EndElementHandler = on_end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = on_doctype
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise ArtifactError(
            "The XML of the Word document is malformed.",
            Location(path, Span(1, 1, 1, 1)),
            hint=f"{expat.ErrorString(error.code)} at line {error.lineno}, column {error.offset + 1} of its text part.",
        ) from None


def _short(name: str) -> str:
    namespace, _, local = name.rpartition(" ")
    return f"{_PREFIXES.get(namespace, '')}{local}"


def parse_styles(path: str, data: bytes) -> dict[str, int]:
    """Return the outline level (from 1) of each style id that is a heading."""
    levels: dict[str, int] = {}
    style = ""

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal style
        if name == "w:style":
            style = attributes.get("w:styleId", "")
        elif name == "w:name" and style:
            match = _HEADING.match(attributes.get("w:val", ""))
            if match:
                levels[style] = int(match[1])
            elif attributes.get("w:val", "").lower() == "title":
                levels[style] = 1
        elif name == "w:outlineLvl" and style and attributes.get("w:val", "").isdecimal():
            level = int(attributes["w:val"]) + 1
            if level <= 9:
                levels.setdefault(style, level)

    walk(path, data, start, lambda _: None, lambda _: None)
    return levels


def parse_relationships(path: str, data: bytes) -> dict[str, str]:
    """Return the web addresses that the text refers to, by their id."""
    targets: dict[str, str] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        if name.endswith("Relationship") and attributes.get("TargetMode") == "External":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    walk(path, data, start, lambda _: None, lambda _: None)
    return targets
