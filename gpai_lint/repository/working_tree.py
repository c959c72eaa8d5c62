"""The files of a directory on disk: what git tracks or would track, or everything where there is no git."""

from __future__ import annotations

import os
import stat
import subprocess
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from gpai_lint.errors import RepositoryError, UsageError
from gpai_lint.location import Location, Span
from gpai_lint.repository.interface import FileEntry, FileTree, Skipped, shown_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

#: Directories that hold tools and caches, never a model's documents. Left out only where git does not decide.
_NEVER = frozenset({".git", ".hg", ".svn", "node_modules", ".venv", "venv", "__pycache__", ".tox", ".mypy_cache"})

#: More files than this is a dataset or a mistake; reading on would not be bounded.
MAX_FILES = 200_000


class WorkingTree(FileTree):
    """A directory on disk.

    In a git work tree the files are the tracked ones and the untracked ones that git does not ignore; elsewhere all
    files below the directory. ``exclude`` holds patterns in the syntax of ``.gitignore``. ``only`` restricts the tree
    to these paths and what is below them. A symbolic link is followed only if its target is a file inside the root and
    none of git's own.
    """

    def __init__(self, root: Path, exclude: Sequence[str] = (), only: Sequence[str] = ()) -> None:
        """Open the tree; raise ``UsageError`` if ``root`` is no directory."""
        if not root.is_dir():
            raise UsageError(f"There is no directory '{root}'.")
        self.root = root.resolve()
        self._exclude = tuple(exclude)
        self._only = tuple(path.rstrip("/") for path in only)
        self._files: list[FileEntry] | None = None
        self._skipped: list[Skipped] = []

    def files(self) -> Sequence[FileEntry]:
        """Return the files in order of path."""
        if self._files is None:
            self._files = list(self._scan())
        return self._files

    def skipped(self) -> Sequence[Skipped]:
        """Return the paths left out for safety."""
        self.files()
        return self._skipped

    def read(self, path: str, limit: int) -> bytes:
        """Return at most ``limit`` bytes from the start of a file; raise ``RepositoryError`` if it cannot be read."""
        full = self._inside(path)
        if full is None:
            raise RepositoryError(
                "The path is a symbolic link that leads outside the checked directory.", _top_of(path)
            )
        try:
            with full.open("rb") as stream:
                return stream.read(limit)
        except OSError as error:
            raise RepositoryError(f"The file cannot be read: {error.strerror}.", _top_of(path)) from error

    def _scan(self) -> Iterator[FileEntry]:
        names: Iterable[str] | None = _git_files(self.root)
        if names is None:
            names = self._walk()
        excluded = matcher(self._exclude)
        count = 0
        for name in sorted(set(names), key=lambda path: PurePosixPath(path).parts):
            if self._only and not any(name == path or name.startswith(path + "/") for path in self._only):
                continue
            if excluded(name):
                continue
            entry = self._entry(name)
            if entry is None:
                continue
            count += 1
            if count > MAX_FILES:
                raise RepositoryError(
                    f"More than {MAX_FILES} files.", hint="Check a directory further down, or exclude what is no model."
                )
            yield entry

    def _entry(self, name: str) -> FileEntry | None:
        full = self.root / name
        try:
            info = full.lstat()
            if stat.S_ISLNK(info.st_mode):
                target = self._inside(name)
                if target is None:
                    self._skipped.append(
                        Skipped(shown_path(name), "a symbolic link that leads outside the checked directory")
                    )
                    return None
                info = target.stat()
        except OSError:
            # Tracked but deleted in the work tree, or a dangling link: there is nothing to read.
            return None
        return FileEntry(name, info.st_size) if stat.S_ISREG(info.st_mode) else None

    def _inside(self, name: str) -> Path | None:
        try:
            full = (self.root / name).resolve()
        except (OSError, RuntimeError):
            return None
        return full if is_within(full, self.root) else None

    def _walk(self) -> Iterator[str]:
        def refused(error: OSError) -> None:
            path = Path(error.filename).relative_to(self.root).as_posix() if error.filename else "."
            self._skipped.append(Skipped(shown_path(path), f"the directory cannot be read: {error.strerror}"))

        for folder, folders, names in os.walk(self.root, onerror=refused):
            folders[:] = sorted(name for name in folders if name not in _NEVER)
            base = Path(folder).relative_to(self.root).as_posix()
            for name in names:
                yield name if base == "." else f"{base}/{name}"


def is_within(path: Path, folder: Path) -> bool:
    """Return whether a resolved path lies below a resolved directory and not among git's own files.

    These may hold the credentials with which the repository was fetched.
    """
    return path.is_relative_to(folder) and ".git" not in path.relative_to(folder).parts


def git_root(path: Path) -> Path | None:
    """Return the top of the git work tree that holds ``path``, found without running git; None outside of one."""
    resolved = path.resolve()
    return next((folder for folder in (resolved, *resolved.parents) if (folder / ".git").exists()), None)


def _git_files(root: Path) -> list[str] | None:
    """Ask git which files below ``root`` it tracks or would track; None where there is no git or no work tree.

    GitPython offers the same through a ten times slower import. The options keep a repository's own configuration from
    starting programs (``core.fsmonitor`` may name one).
    """
    if git_root(root) is None:
        return None
    command = ["git", "-c", "core.fsmonitor=false", "-c", "core.quotepath=off", "ls-files", "-z"]
    try:
        run = subprocess.run(
            [*command, "--cached", "--others", "--exclude-standard"],
            cwd=root,
            env={**os.environ, "GIT_OPTIONAL_LOCKS": "0"},
            capture_output=True,
            timeout=60,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    if run.returncode != 0:
        return None
    names = run.stdout.decode("utf-8", "surrogateescape").split("\0")
    # An untracked repository inside this one is listed as a directory with a slash: not ours to read.
    return [name for name in names if name and not name.endswith("/")]


def matcher(patterns: Sequence[str]) -> Callable[[str], bool]:
    """Return a function that tells whether a path matches one of some patterns in the syntax of ``.gitignore``."""
    if not patterns:
        return lambda _: False
    import pathspec  # noqa: PLC0415 - only a repository that excludes something pays for the import

    return pathspec.PathSpec.from_lines("gitignore", patterns).match_file


def _top_of(path: str) -> Location:
    return Location(path, Span(1, 1, 1, 1))
