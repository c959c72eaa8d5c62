"""The files of a commit, read from git's object store: nothing is checked out."""

from __future__ import annotations

import os
import posixpath
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gpai_lint.errors import RepositoryError, UsageError
from gpai_lint.location import Location, Span
from gpai_lint.repository.interface import FileEntry, FileTree, Skipped, shown_path
from gpai_lint.repository.working_tree import MAX_FILES, git_root, matcher

if TYPE_CHECKING:
    from collections.abc import Sequence

    from git import Commit, Repo

#: A symbolic link that leads through more others than this leads nowhere.
_MAX_LINKS = 16
#: A symbolic link's target; longer ones are no paths.
_MAX_TARGET = 4096

_REGULAR = ("100644", "100755")
_SYMBOLIC_LINK = "120000"


@dataclass(frozen=True, slots=True)
class _Blob:
    mode: str
    id: bytes
    size: int


class GitTree(FileTree):
    """The files below ``root`` as a commit has them.

    ``exclude`` and ``only`` are as for the working tree. A symbolic link is followed only to a file inside the root;
    submodules are left out, for their files are not in the object store.
    """

    def __init__(self, commit: Commit, root: Path, exclude: Sequence[str] = (), only: Sequence[str] = ()) -> None:
        """Open the tree of a commit of the repository that holds ``root``."""
        self.commit = commit
        top = Path(str(commit.repo.working_tree_dir)).resolve()
        relative = root.resolve().relative_to(top).as_posix()
        self._prefix = "" if relative == "." else f"{relative}/"
        self._exclude = tuple(exclude)
        self._only = tuple(path.rstrip("/") for path in only)
        self._blobs: dict[str, _Blob] | None = None
        self._skipped: list[Skipped] = []
        self._files: list[FileEntry] | None = None

    def files(self) -> Sequence[FileEntry]:
        """Return the files in order of path."""
        if self._files is None:
            excluded = matcher(self._exclude)
            self._files = [
                FileEntry(name, blob.size)
                for name in sorted(self._all(), key=lambda path: path.split("/"))
                if self._wanted(name) and not excluded(name) and (blob := self._resolve(name)) is not None
            ]
        return self._files

    def skipped(self) -> Sequence[Skipped]:
        """Return the paths left out for safety."""
        self.files()
        return self._skipped

    def read(self, path: str, limit: int) -> bytes:
        """Return at most ``limit`` bytes from the start of a file; raise ``RepositoryError`` if it cannot be read."""
        blob = self._resolve(path)
        if blob is None:
            raise RepositoryError(f"The commit {self.commit.hexsha[:12]} has no such file.", _top_of(path))
        return self._content(blob, path, limit)

    def has(self, path: str) -> bool:
        """Return whether the commit has a file at a path, which may lead above the root."""
        return self._resolve(path) is not None

    def _all(self) -> dict[str, _Blob]:
        if self._blobs is None:
            self._blobs = self._list()
        return self._blobs

    def _list(self) -> dict[str, _Blob]:
        from git.exc import GitCommandError  # noqa: PLC0415

        hint = "In a partial clone objects may be missing; fetch the whole base commit."
        # The files above the root are listed too: a configuration may stand there.
        try:
            listing = self.commit.repo.git.ls_tree("-r", "-z", "-l", "--full-tree", self.commit.hexsha)
        except GitCommandError as error:
            message = f"The files of {self.commit.hexsha[:12]} cannot be listed: {_reason(error)}"
            raise RepositoryError(message, hint=hint) from error
        blobs: dict[str, _Blob] = {}
        for row in filter(None, listing.split("\0")):
            facts, _, name = row.partition("\t")
            mode, kind, identifier, size = facts.split()
            if kind == "blob":
                if not size.isdigit():
                    raise RepositoryError(f"'{name}' is not in the object store.", hint=hint)
                path = name[len(self._prefix) :] if name.startswith(self._prefix) else self._outside(name)
                blobs[path] = _Blob(mode, bytes.fromhex(identifier), int(size))
        if len(blobs) > MAX_FILES:
            raise RepositoryError(f"More than {MAX_FILES} files in {self.commit.hexsha[:12]}.")
        return blobs

    def _outside(self, name: str) -> str:
        return posixpath.relpath(name, self._prefix or ".")

    def _wanted(self, name: str) -> bool:
        if name.startswith("../"):
            return False
        return not self._only or any(name == path or name.startswith(path + "/") for path in self._only)

    def _resolve(self, name: str) -> _Blob | None:
        """Return the blob of a regular file, through symbolic links that stay inside the root."""
        seen = 0
        blob = self._all().get(name)
        path = name
        while blob is not None and blob.mode == _SYMBOLIC_LINK:
            seen += 1
            target = self._content(blob, path, _MAX_TARGET).decode("utf-8", "surrogateescape")
            path = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
            if seen > _MAX_LINKS or target.startswith("/") or path.startswith("../"):
                self._skip(name)
                return None
            blob = self._all().get(path)
        return blob if blob is not None and blob.mode in _REGULAR else None

    def _skip(self, name: str) -> None:
        row = Skipped(shown_path(name), "a symbolic link that leads outside the checked directory")
        if row not in self._skipped:
            self._skipped.append(row)

    def _content(self, blob: _Blob, path: str, limit: int) -> bytes:
        try:
            data: bytes = self.commit.repo.odb.stream(blob.id).read(limit)
        except (ValueError, OSError, KeyError) as error:
            raise RepositoryError(
                f"The file is not in the object store at {self.commit.hexsha[:12]}.", _top_of(path)
            ) from error
        return data


def open_repository(root: Path) -> Repo:
    """Open the repository that holds a directory; raise ``UsageError`` where there is none.

    Raises ``RepositoryError`` where git refuses to read it, as it does for one that belongs to another user.
    """
    if git_root(root) is None:
        raise UsageError(f"'{root}' is in no git repository, so there is nothing to compare with.")
    from git import Repo  # noqa: PLC0415 - GitPython takes longer to import than most checks take to run
    from git.exc import GitError  # noqa: PLC0415

    try:
        repo = Repo(root, search_parent_directories=True)
    except GitError as error:
        raise RepositoryError(f"The git repository of '{root}' cannot be opened: {error}") from error
    # A missing object is told, not fetched: a check uses no network.
    repo.git.update_environment(GIT_NO_LAZY_FETCH="1", GIT_OPTIONAL_LOCKS="0", GIT_TERMINAL_PROMPT="0")
    try:
        repo.git.rev_parse("--git-dir")
    except GitError as error:
        reason, hint = _refusal(error)
        raise RepositoryError(f"Git does not read the repository of '{root}': {reason}", hint=hint) from error
    return repo


def merge_base(repo: Repo, ref: str) -> Commit:
    """Return the commit at which the current one left ``ref``.

    A branch that only the remote ``origin`` has is found as well. Raises ``UsageError`` for a ref that is not there
    and where the history in between is missing.
    """
    from git.exc import GitCommandError  # noqa: PLC0415

    head = _commit(repo, "HEAD")
    if head is None:
        raise UsageError("There is no commit yet, so there is nothing to compare with.")
    base = _commit(repo, ref) or _commit(repo, f"origin/{ref}")
    if base is None:
        raise UsageError(f"There is no commit '{ref}' in this repository.", hint=_fetch(repo, ref))
    try:
        found = repo.git.merge_base(base.hexsha, head.hexsha).splitlines()
    except GitCommandError as error:
        # Exit 1 without a word: they have no common ancestor, or it lies beyond what a shallow clone holds.
        if _is_shallow(repo):
            message = f"The commit at which this branch left '{ref}' is not in this shallow clone."
            raise UsageError(message, hint=_fetch(repo, ref)) from error
        raise UsageError(f"'{ref}' and the current commit have no history in common.") from error
    return repo.commit(found[0])


def renames(commit: Commit, root: Path) -> dict[str, str]:
    """Return the files that were renamed between a commit and the working tree, as git detects it: old to new name.

    Names are relative to ``root``. A file that git does not track yet is not recognised before ``git add``.
    """
    from git.exc import GitCommandError  # noqa: PLC0415

    repo = commit.repo
    prefix = Path(os.path.relpath(root.resolve(), Path(str(repo.working_tree_dir)).resolve())).as_posix()
    options = ["--name-status", "-z", "--find-renames", "--diff-filter=R", "--no-relative", "--no-ext-diff"]
    try:
        # Not through GitPython's own reading of a diff, which fails on names that are not in UTF-8.
        listing: bytes = repo.git.diff(*options, "--no-textconv", commit.hexsha, stdout_as_string=False)
    except GitCommandError as error:
        raise RepositoryError(f"The changes since {commit.hexsha[:12]} cannot be listed: {_reason(error)}") from error
    # For each file its status, its old and its new name.
    words = [word.decode("utf-8", "surrogateescape") for word in listing.split(b"\0")[:-1]]
    return {
        posixpath.relpath(old, prefix): posixpath.relpath(new, prefix)
        for old, new in zip(words[1::3], words[2::3], strict=True)
    }


def _commit(repo: Repo, ref: str) -> Commit | None:
    from git.exc import GitCommandError  # noqa: PLC0415

    try:
        # A ref comes from a command line and must not become an option of git.
        identifier = repo.git.rev_parse("--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    except GitCommandError:
        return None
    return repo.commit(identifier)


def _is_shallow(repo: Repo) -> bool:
    return bool(repo.git.rev_parse("--is-shallow-repository") == "true")


def _fetch(repo: Repo, ref: str) -> str:
    if _is_shallow(repo):
        return (
            "This clone is shallow. Fetch the history (git fetch --unshallow), or in a GitHub workflow give "
            "actions/checkout 'fetch-depth: 0'."
        )
    return f"Fetch it first, for instance with 'git fetch origin {ref}'."


def _refusal(error: Exception) -> tuple[str, str | None]:
    """Return what git said first, and the command that it proposes."""
    said = str(getattr(error, "stderr", "") or error).strip().strip("'")
    lines = [line.strip() for line in said.removeprefix("stderr: '").splitlines() if line.strip()]
    command = next((line for line in lines if line.startswith("git ")), None)
    first = lines[0].removeprefix("fatal: ") if lines else type(error).__name__
    return first, f"If you trust it: {command}" if command else None


def _reason(error: Exception) -> str:
    text = str(getattr(error, "stderr", "") or error).strip()
    return text.splitlines()[-1] if text else type(error).__name__


def _top_of(path: str) -> Location:
    return Location(path, Span(1, 1, 1, 1))
