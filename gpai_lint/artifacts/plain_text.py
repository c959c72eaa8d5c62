"""Reads plain text into a prose document: paragraphs, list items, and headings that a line below underlines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.artifacts.prose_builder import ProseBuilder
from gpai_lint.artifacts.source_text import SourceText, decode
from gpai_lint.errors import ArtifactError
from gpai_lint.location import Location, Span

if TYPE_CHECKING:
    from gpai_lint.artifacts.interface import Prose

#: A larger text is data, not a document.
MAX_BYTES = 4_000_000

_UNDERLINE = re.compile(r"([=\-~^*#\"'`+:.])\1{2,}[ \t]*\Z")
_ITEM = re.compile(r"[ \t]*(?:[-*•]|\(?\d{1,3}[.)]|\([a-z]\))[ \t]+")


def parse(path: str, data: bytes) -> Prose:
    """Return the document; raise ``ArtifactError`` if it is no UTF-8 text or larger than ``MAX_BYTES``."""
    if len(data) > MAX_BYTES:
        raise ArtifactError(
            f"The file is larger than {MAX_BYTES // 1_000_000} MB and was not read.", Location(path, Span(1, 1, 1, 1))
        )
    text = decode(path, data)
    lines = text.split("\n")
    builder = ProseBuilder(SourceText(text))
    marks: list[str] = []
    offset = 0
    for number, line in enumerate(lines):
        size = len(line.encode())
        following = lines[number + 1] if number + 1 < len(lines) else ""
        underline = _UNDERLINE.match(following)
        before = lines[number - 1] if number else ""
        if underline and line.strip() and not before.strip() and not _UNDERLINE.match(line):
            builder.begin_heading()
            builder.text(line, offset)
            if underline[1] not in marks:
                marks.append(underline[1])
            builder.end_heading(marks.index(underline[1]) + 1)
        elif not line.strip() or _UNDERLINE.match(line):
            builder.flush()
        else:
            item = _ITEM.match(line)
            if item:
                builder.begin("item")
            else:
                builder.line_break()
            lead = item.end() if item else 0
            builder.text(line[lead:], offset + len(line[:lead].encode()))
        offset += size + 1
    return builder.build(tuple(lines))
