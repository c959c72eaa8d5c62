"""Packs in git: one commit is fetched into the cache, and its files are read from the object store.

Nothing is checked out, so that no hook, no filter (Git LFS among them) and no submodule of the repository takes part.
"""

from __future__ import annotations

import hashlib
import sys
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from gpai_lint.errors import PackError, UsageError
from gpai_lint.policy.packs.cache import cache_directory, new_entry
from gpai_lint.policy.packs.members import MAX_FILE, MAX_FILES, MAX_TOTAL, is_pack_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from git import Git
    from git.exc import GitCommandError

    from gpai_lint.policy.packs.sources import Source

#: Seconds after which a fetch has failed; GitPython cannot stop a command on Windows.
_LIMIT: Mapping[str, Any] = {} if sys.platform == "win32" else {"kill_after_timeout": 300}

_REGULAR = ("100644", "100755")


def read_commit(source: Source, *, every: bool = False) -> dict[str, bytes]:
    """Return the files of a pack in git by path inside it, fetching the commit if the cache does not hold it.

    With ``every``, files that are no part of a pack are among them; links, submodules and hidden folders never are.
    Raises ``UsageError`` where the source names no full commit, ``PackError`` where the commit or the folder cannot be
    had.
    """
    if not source.pinned:
        what = f"'{source.revision}'" if source.revision else "it"
        raise UsageError(
            f"'{source.text}' names no commit: {what} may mean another one tomorrow.",
            hint="Write all 40 digits of a commit; 'gpai-lint packs add' and 'packs update' find the one of a branch.",
        )
    entry = _entry(source)
    if not entry.is_dir():
        _fetch(source, entry)
    with _open(entry) as git:
        return _read(git, source, every)


def resolve(source: Source) -> str:
    """Ask the remote for the commit of a source's branch or tag, of its default branch without one; uses the network.

    Raises ``PackError`` if the remote does not answer and ``UsageError`` if it has no such branch or tag.
    """
    from git.exc import GitCommandError  # noqa: PLC0415 - GitPython takes longer to import than most checks take to run

    if source.pinned:
        return source.revision
    wanted = source.revision or "HEAD"
    try:
        with TemporaryDirectory() as empty, _open(_bare(Path(empty))) as git:
            ask = git(c=_settings(source)).ls_remote
            answer = str(ask("--exit-code", "--", source.location, wanted, f"{wanted}^{{}}", **_LIMIT))
    except GitCommandError as error:
        if error.status == 2:
            raise UsageError(f"'{source.location}' has no branch or tag '{wanted}'.") from error
        raise _failed(source, error) from error
    refs = {name: commit for commit, _, name in (row.partition("\t") for row in answer.splitlines())}
    # A tag with a message is an object of its own; `^{}` is the commit that it names.
    for name in ("HEAD", f"refs/heads/{wanted}", f"refs/tags/{wanted}^{{}}", f"refs/tags/{wanted}", wanted):
        if name in refs and (name != "HEAD" or wanted == "HEAD"):
            return refs[name]
    raise UsageError(f"'{source.location}' has no branch or tag '{wanted}'.")


#: A command of git asks nobody, and finds no repository but the one that it is told.
_ENVIRONMENT = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GCM_INTERACTIVE": "never",
}


def _settings(source: Source) -> list[str]:
    scheme = source.location.partition(":")[0]
    return [
        "protocol.allow=never",  # A server cannot lead to another transport.
        f"protocol.{scheme}.allow=always",
        "protocol.ssh.allow=always",  # Only a rewritten address of the user's own configuration leads here.
        "core.hooksPath=/dev/null",
        "credential.interactive=false",
        "gc.auto=0",
        "maintenance.auto=false",
    ]


def _entry(source: Source) -> Path:
    location = hashlib.sha256(source.location.encode()).hexdigest()[:32]
    return cache_directory() / "git" / location / source.revision


def _fetch(source: Source, entry: Path) -> None:
    from git.exc import GitCommandError  # noqa: PLC0415

    with new_entry(entry) as filling, _open(_bare(filling)) as git:
        try:
            git(c=_settings(source)).fetch(
                "--quiet",
                "--depth=1",
                "--no-tags",
                "--no-recurse-submodules",
                "--no-write-fetch-head",
                "--",
                source.location,
                f"{source.revision}:refs/heads/pack",
                **_LIMIT,
            )
        except GitCommandError as error:
            raise _failed(source, error) from error


def _bare(folder: Path) -> Path:
    """Make an empty directory a repository by hand: `git init` would copy the user's template, hooks among it."""
    (folder / "objects").mkdir()
    (folder / "refs").mkdir()
    (folder / "HEAD").write_text("ref: refs/heads/pack\n", encoding="utf-8")
    (folder / "config").write_text("[core]\n\trepositoryformatversion = 0\n\tbare = true\n", encoding="utf-8")
    return folder


@contextmanager
def _open(folder: Path) -> Iterator[Git]:
    """Give the command of git for a bare repository; inside of a hook git's own variables name another one."""
    from git import Git  # noqa: PLC0415

    git = Git(folder)
    git.update_environment(GIT_DIR=str(folder), GIT_OBJECT_DIRECTORY=str(folder / "objects"), **_ENVIRONMENT)
    try:
        yield git
    finally:
        git.clear_cache()


def _read(git: Git, source: Source, every: bool) -> dict[str, bytes]:
    from git.exc import GitCommandError  # noqa: PLC0415

    tree = f"{source.revision}:{source.subdirectory}" if source.subdirectory else f"{source.revision}^{{tree}}"
    try:
        listing = git.ls_tree("-r", "-z", "-l", "--full-tree", tree, stdout_as_string=False).decode("utf-8")
    except UnicodeDecodeError as error:
        raise PackError(f"'{source.text}' holds a file whose name is not in UTF-8.") from error
    except GitCommandError as error:
        if source.subdirectory:
            raise PackError(f"The commit has no folder '{source.subdirectory}' ({source.text}).") from error
        raise _failed(source, error) from error
    files: dict[str, bytes] = {}
    total = 0
    for row in filter(None, listing.split("\0")):
        facts, _, path = row.partition("\t")
        mode, _, identifier, size = facts.split()
        *folders, name = path.split("/")
        if mode not in _REGULAR or any(each.startswith(".") for each in folders):
            continue
        if not (every or is_pack_file(name)):
            continue
        total += int(size)
        if int(size) > MAX_FILE or total > MAX_TOTAL or len(files) >= MAX_FILES:
            raise PackError(f"'{source.text}' is too large for a pack.")
        try:
            files[path] = git.get_object_data(identifier)[3]
        except (ValueError, OSError) as error:
            raise PackError(
                f"The cached repository of '{source.text}' is damaged.", hint=f"Remove '{_entry(source)}'."
            ) from error
    return files


def _failed(source: Source, error: GitCommandError) -> PackError:
    said = str(error.stderr or "").strip().removeprefix("stderr: '").rstrip("'")
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    reason = next(
        (line for line in lines if line.startswith(("fatal:", "error:"))), lines[-1] if lines else "no answer"
    )
    return PackError(f"'{source.text}' cannot be fetched: git says '{reason.removeprefix('fatal: ')}'.")
