"""Where a value stands: the positions that every fact and every finding carries."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A range of text; lines and columns count from 1, columns in Unicode code points, the end column is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int

    @classmethod
    def whole_line(cls, line: int, text: str) -> Span:
        """Return the span of ``text`` standing alone on ``line``."""
        return cls(line, 1, line, len(text) + 1)


class Location(NamedTuple):
    """A span in a file of the checked tree.

    ``file`` is relative to the checked root, with forward slashes. ``page`` (from 1) is set for paged documents, whose
    lines count the lines of the extracted text. ``anchor`` names the place by structure and not by number (a heading
    path, a JSON pointer, a page and a label), so that a finding keeps its identity when lines move.
    """

    file: str
    span: Span
    page: int | None = None
    anchor: str = ""

    def __str__(self) -> str:
        """Return ``file:line:column``."""
        return f"{self.file}:{self.span.line}:{self.span.column}"

    def as_dict(self) -> dict[str, str | int]:
        """Return the ``location`` object of the input document."""
        place: dict[str, str | int] = {
            "file": self.file,
            "line": self.span.line,
            "column": self.span.column,
            "end_line": self.span.end_line,
            "end_column": self.span.end_column,
            "anchor": self.anchor,
        }
        if self.page is not None:
            place["page"] = self.page
        return place
