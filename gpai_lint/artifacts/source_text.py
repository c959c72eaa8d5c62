"""The text of a file and its positions: bytes to text, and byte offsets to lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right

from gpai_lint.errors import ArtifactError
from gpai_lint.location import Location, Span

_WIDE = re.compile("[^\x00-\x7f]")
_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)


def decode(path: str, data: bytes) -> str:
    """Return the file as text with ``\\n`` line ends and no byte order mark.

    Raises ``ArtifactError`` with the line of the first byte that is no UTF-8 (nor UTF-16 announced by its mark), or of
    the first NUL, which no text document holds.
    """
    encoding = "utf-8"
    for mark, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            data, encoding = data[len(mark) :], name
            break
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ArtifactError("The file is not in UTF-8.", Location(path, Span(line, 1, line, 1))) from error
    nul = text.find("\x00")
    if nul >= 0:
        line = text.count("\n", 0, nul) + 1
        raise ArtifactError("The file holds NUL bytes: it is no text.", Location(path, Span(line, 1, line, 1)))
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text


class SourceText:
    """A text and where its lines begin; offsets are UTF-8 byte offsets, lines and columns count from 1.

    ``first_line`` is the number of the text's first line in its file.
    """

    def __init__(self, text: str, first_line: int = 1) -> None:
        """Index the text in one pass."""
        self.text = text
        self._first_line = first_line
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._after: list[int] = []
        self._extra: list[int] = [0]
        if not text.isascii():
            surplus = 0
            for match in _WIDE.finditer(text):
                code = ord(match.group())
                surplus += 1 if code < 0x800 else 2 if code < 0x10000 else 3
                self._after.append(match.end() + surplus)
                self._extra.append(surplus)

    def character(self, offset: int) -> int:
        """Return the index into the text of a byte offset."""
        return offset - self._extra[bisect_right(self._after, offset)] if self._after else offset

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column of a byte offset."""
        index = self.character(offset)
        row = bisect_right(self._starts, index) - 1
        return row + self._first_line, index - self._starts[row] + 1

    def span(self, start: int, end: int) -> Span:
        """Return the span of a range of bytes."""
        return Span(*self.position(start), *self.position(end))
