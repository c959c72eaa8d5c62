"""The interface of a tree of files, whatever it is read from."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class FileEntry(NamedTuple):
    """One file: its path relative to the checked root (forward slashes) and its size in bytes.

    Bytes of a name that are no UTF-8 stand in ``path`` as lone surrogates, so that the file can be opened.
    """

    path: str
    size: int


class Skipped(NamedTuple):
    """A path that was not read, and why (a symlink that leads outside, a directory without permission)."""

    path: str
    reason: str


def shown_path(path: str) -> str:
    """Return a path as text that can be written anywhere: what is no UTF-8 in it is replaced."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


class FileTree(ABC):
    """A read-only tree of files. Nothing outside it can be reached through it."""

    @abstractmethod
    def files(self) -> Sequence[FileEntry]:
        """Return the files in order of path."""

    @abstractmethod
    def skipped(self) -> Sequence[Skipped]:
        """Return what was left out for safety, so that it can be said."""

    @abstractmethod
    def read(self, path: str, limit: int) -> bytes:
        """Return at most ``limit`` bytes from the start of a file; raise ``RepositoryError`` if it cannot be read."""
