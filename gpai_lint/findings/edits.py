"""Insertions into files: shown as a diff, written without touching any other byte."""

from __future__ import annotations

import difflib
import os
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gpai_lint.errors import RepositoryError
from gpai_lint.location import Location, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


@dataclass(frozen=True, slots=True)
class Insertion:
    """Lines to insert before a line of a file; ``line`` is one past the last for the end of the file.

    ``reason`` says in one sentence where the text comes from. ``rules`` are the ids of the rules whose findings it is
    an answer to.
    """

    file: str
    line: int
    lines: tuple[str, ...]
    reason: str
    rules: tuple[str, ...] = ()


def insert(data: bytes, insertions: Sequence[Insertion]) -> bytes:
    """Return a file's bytes with insertions made; its line ends are kept and used for the new lines."""
    rows = _LINE.findall(data)
    newline = _newline(rows)
    at: dict[int, list[Insertion]] = {}
    for insertion in insertions:
        at.setdefault(min(insertion.line, len(rows) + 1), []).append(insertion)
    out: list[bytes] = []
    for number in range(1, len(rows) + 2):
        for insertion in at.get(number, ()):
            if out and not out[-1].endswith((b"\n", b"\r")):
                out.append(newline)
            out.extend(line.encode("utf-8") + newline for line in insertion.lines)
        if number <= len(rows):
            out.append(rows[number - 1])
    return b"".join(out)


def _newline(rows: Sequence[bytes]) -> bytes:
    for end in (b"\r\n", b"\n", b"\r"):
        if rows and rows[0].endswith(end):
            return end
    return b"\n"


def diff(file: str, before: bytes, after: bytes) -> str:
    """Return a unified diff of a file, with its own name on both sides."""
    old, new = (data.decode("utf-8", "replace").splitlines(keepends=True) for data in (before, after))
    lines = difflib.unified_diff(old, new, f"a/{file}", f"b/{file}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def by_file(insertions: Iterable[Insertion]) -> dict[str, list[Insertion]]:
    """Return insertions by file, files in order of their paths."""
    files: dict[str, list[Insertion]] = {}
    for insertion in sorted(insertions, key=lambda row: (row.file, row.line)):
        files.setdefault(insertion.file, []).append(insertion)
    return files


def write(path: Path, before: bytes, after: bytes, shown: str) -> None:
    """Replace a file's content in one step, unless it is no longer ``before``.

    Raises ``RepositoryError`` if it was changed meanwhile or cannot be written; then it is as it was.
    """
    place = Location(shown, Span(1, 1, 1, 1))
    target = path.resolve()
    try:
        mode = target.stat().st_mode & 0o7777
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(after)
            Path(name).chmod(mode)
            if target.read_bytes() != before:
                raise RepositoryError("The file was changed meanwhile and is left as it is.", place)
            os.replace(name, target)
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError as error:
        raise RepositoryError(f"The file cannot be written: {error.strerror}.", place) from error
