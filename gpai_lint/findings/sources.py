"""The text of the checked files, read again only for the files that reports quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.errors import RepositoryError
from gpai_lint.findings.line_hash import line_hashes
from gpai_lint.findings.placement import lines_of

if TYPE_CHECKING:
    from gpai_lint.evidence.interface import Evidence
    from gpai_lint.location import Location
    from gpai_lint.repository.interface import FileTree

#: A file larger than this is data; no report quotes it.
MAX_BYTES = 32_000_000


class Sources:
    """Lines and line hashes of files, kept for the run that made it."""

    def __init__(self, evidence: Evidence, tree: FileTree | None) -> None:
        """Prepare; nothing is read before it is asked for."""
        self._evidence = evidence
        self._tree = tree
        self._data: dict[str, bytes] = {}
        self._lines: dict[str, tuple[str, ...]] = {}
        self._hashes: dict[str, list[str]] = {}

    def lines(self, file: str) -> tuple[str, ...]:
        """Return the lines that positions in a file refer to; none for a file that cannot be read as text."""
        if file not in self._lines:
            lines = lines_of(self._evidence, file)
            self._lines[file] = lines or tuple(_split(self._bytes(file)))
        return self._lines[file]

    def line(self, location: Location) -> str:
        """Return the first line of a location, empty where there is none."""
        lines = self.lines(location.file)
        number = location.span.line
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def line_hash(self, location: Location) -> str | None:
        """Return GitHub's hash of the location's line; None where the file has no such line."""
        if location.file not in self._hashes:
            data = self._bytes(location.file)
            self._hashes[location.file] = line_hashes(data) if data else []
        hashes = self._hashes[location.file]
        number = location.span.line
        return hashes[number - 1] if 0 < number <= len(hashes) else None

    def _bytes(self, file: str) -> bytes:
        if file not in self._data:
            try:
                self._data[file] = self._tree.read(file, MAX_BYTES) if self._tree else b""
            except RepositoryError:
                self._data[file] = b""
        return self._data[file]


def _split(data: bytes) -> list[str]:
    # Not str.splitlines: a form feed or U+2028 ends no line for an editor, nor for GitHub.
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return text.split("\n")
