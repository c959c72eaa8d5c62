"""The text of a structured document and the arithmetic from its character offsets to lines and columns."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from gpai_lint.errors import ArtifactError
from gpai_lint.location import Location, Span


class Source:
    """A text with its path; ``first_line`` is the number of its first line in the file (front matter starts at 2)."""

    def __init__(self, path: str, text: str, first_line: int = 1) -> None:
        """Keep the text; offsets are resolved when they are asked for."""
        self.path = path
        self.text = text
        self.first_line = first_line

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends; a final line break opens no further line."""
        lines = self.text.split("\n")
        return tuple(lines[:-1] if lines[-1] == "" else lines)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))]

    def span(self, start: int, end: int) -> Span:
        """Return the span between two offsets, counted in code points from the start of the text."""
        first = bisect_right(self._starts, start) - 1
        last = first if end < self._starts[first + 1] else bisect_right(self._starts, end) - 1
        return Span(
            first + self.first_line,
            start - self._starts[first] + 1,
            last + self.first_line,
            end - self._starts[last] + 1,
        )

    def location(self, start: int, end: int, anchor: str = "") -> Location:
        """Return the location between two offsets."""
        return Location(self.path, self.span(start, end), anchor=anchor)

    def error(self, message: str, start: int, end: int | None = None) -> ArtifactError:
        """Return an ``ArtifactError`` that points at an offset, or at the range up to ``end``."""
        start = min(max(start, 0), len(self.text))
        return ArtifactError(message, self.location(start, max(start, end if end is not None else start + 1)))
