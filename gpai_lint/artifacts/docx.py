"""Reads a Word document (DOCX, ECMA-376) into a prose document: a line per paragraph, headings, tables, tick boxes.

The part that holds the text is read from the archive directly, with the parser of the standard library: python-docx
needs lxml (together 16 MB), reads neither content-control nor legacy tick boxes, and bounds nothing. A document type
declaration, which OOXML does not allow and entity attacks need, is refused.

Comments, deleted and hidden text, and the prompts of empty content controls are no evidence and are left out.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final
from zlib import error as ZlibError  # noqa: N812

from gpai_lint.artifacts.docx_text import parse_body
from gpai_lint.artifacts.docx_xml import parse_relationships, parse_styles
from gpai_lint.errors import ArtifactError
from gpai_lint.location import Location, Span

if TYPE_CHECKING:
    from gpai_lint.artifacts.interface import Prose

MAX_BYTES: Final = 64_000_000
MAX_ENTRIES: Final = 10_000
#: Bytes of one part when unpacked: the text of a book takes a tenth of it.
MAX_PART: Final = 32_000_000

# What the standard library raises for archives that lie about themselves; a wrong offset is a ValueError or OSError.
_DAMAGED: Final = (zipfile.BadZipFile, ZlibError, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
_OLE: Final = b"\xd0\xcf\x11\xe0"


def parse(path: str, data: bytes) -> Prose:
    """Return the document.

    Raises ``ArtifactError`` when the file is damaged, encrypted or no DOCX, or when it or its text exceeds
    ``MAX_BYTES``, ``MAX_ENTRIES`` or ``MAX_PART``.
    """
    try:
        return _read(path, data)
    except _DAMAGED as error:
        raise _refusal(path, "The Word document is damaged and cannot be unpacked.") from error


def _read(path: str, data: bytes) -> Prose:
    if len(data) > MAX_BYTES:
        raise _refusal(path, f"The Word document is larger than {MAX_BYTES // 1_000_000} MB and was not read.")
    if data.startswith(_OLE):
        raise _refusal(path, "The Word document is encrypted or in the old binary format.")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = {entry.filename: entry for entry in archive.infolist()}
        if len(entries) > MAX_ENTRIES:
            raise _refusal(path, f"The Word document has more than {MAX_ENTRIES:,} parts and was not read.")
        body = next((name for name in sorted(entries) if _is_body(name)), None)
        if body is None:
            raise _refusal(path, "The file is no Word document: it has no text part.")
        relationships = f"word/_rels/{body.removeprefix('word/')}.rels"
        parts = {name: _unpack(path, archive, entries, name) for name in (body, "word/styles.xml", relationships)}
    styles = parse_styles(path, parts["word/styles.xml"])
    links = parse_relationships(path, parts[relationships])
    return parse_body(path, parts[body], styles, links)


def _is_body(name: str) -> bool:
    """Return whether a part is the document's text: ``word/document.xml``; Word on the web adds a digit."""
    stem = name.removeprefix("word/document").removesuffix(".xml")
    return name.startswith("word/document") and name.endswith(".xml") and (not stem or stem.isdecimal())


def _unpack(path: str, archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo], name: str) -> bytes:
    """Return a part, empty if there is none; what the archive says about its size is not trusted."""
    entry = entries.get(name)
    if entry is None:
        return b""
    if entry.flag_bits & 1:
        raise _refusal(path, "The Word document is encrypted.")
    with archive.open(entry) as part:
        data = part.read(MAX_PART + 1)
    if len(data) > MAX_PART:
        raise _refusal(path, f"A part of the Word document is larger than {MAX_PART // 1_000_000} MB when unpacked.")
    return data


def _refusal(path: str, message: str) -> ArtifactError:
    return ArtifactError(message, Location(path, Span(1, 1, 1, 1)))
