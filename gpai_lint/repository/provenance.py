"""Which repository and which commit a directory belongs to, for reports that outlive the checkout."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from gpai_lint.repository.working_tree import git_root

if TYPE_CHECKING:
    from pathlib import Path

#: ``git@host:owner/name.git``, git's short way to write an SSH address.
_SCP_LIKE = re.compile(r"(?:[\w.-]+@)?([\w.-]+):(?!//)([^\\:*?\"<>|\s]+)\Z")


@dataclass(frozen=True, slots=True)
class Provenance:
    """A commit: its repository's address without credentials, its id, and its branch (empty if detached)."""

    repository: str
    revision: str
    branch: str


def provenance(root: Path) -> Provenance | None:
    """Return where the files of a directory come from; None without git, without a commit or without a remote."""
    if git_root(root) is None:
        return None
    from git import Repo  # noqa: PLC0415 - GitPython takes longer to import than most checks take to run
    from git.exc import GitError  # noqa: PLC0415

    try:
        with Repo(root, search_parent_directories=True) as repo:
            remotes = {remote.name: remote for remote in repo.remotes}
            remote = remotes.get("origin") or next(iter(repo.remotes), None)
            address = public_address(next(iter(remote.urls), "")) if remote else ""
            if not address:
                return None
            branch = "" if repo.head.is_detached else repo.active_branch.name
            return Provenance(address, repo.head.commit.hexsha, branch)
    except (GitError, ValueError, OSError):
        # An empty repository has no commit; a damaged one is not ours to repair.
        return None


def public_address(remote: str) -> str:
    """Return a remote's address as an absolute URI without user name and password; empty for a local path."""
    short = _SCP_LIKE.match(remote)
    if short and "://" not in remote:
        return f"https://{short[1]}/{short[2].lstrip('/')}"
    parts = urlsplit(remote)
    if parts.scheme not in {"https", "http", "ssh", "git"} or not parts.hostname:
        return ""
    port = f":{parts.port}" if parts.port and parts.scheme != "ssh" else ""
    scheme = "https" if parts.scheme in {"ssh", "git"} else parts.scheme
    return urlunsplit((scheme, parts.hostname + port, parts.path, "", ""))
