"""Addresses that reports link to."""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from gpai_lint.repository.working_tree import git_root

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gpai_lint.findings.interface import Result
    from gpai_lint.location import Location
    from gpai_lint.policy.interface import RuleMetadata
    from gpai_lint.reports.interface import Style

#: Where the pages of the built-in rules are published.
DOCUMENTATION = "https://github.com/gpai-lint/gpai-lint/blob/main/docs"


def rule_url(rule: RuleMetadata) -> str:
    """Return the address of a rule's page: ours for a rule of the built-in pack, else the first source it names."""
    if rule.package.startswith("gpai.") or rule.category == "tool":
        return f"{DOCUMENTATION}/rules/{rule.name}.md"
    return next((row["ref"] for row in rule.related_resources if row.get("ref", "").startswith("https://")), "")


def source_url(environment: Mapping[str, str]) -> str:
    """Return the address of the checked commit's files in a GitHub workflow, empty elsewhere."""
    server, name, commit = (environment.get(f"GITHUB_{key}", "") for key in ("SERVER_URL", "REPOSITORY", "SHA"))
    return f"{server}/{name}/blob/{commit}" if server.startswith("https://") and name and commit else ""


class Paths:
    """Paths from the top of the git work tree that holds the checked root: GitHub knows no other.

    Symbolic links are followed, for GitHub shows a link as a file of one line. ``prefix`` is the path of the checked
    root with a slash at the end, empty at the top.
    """

    def __init__(self, result: Result) -> None:
        """Find the top of the repository of a result."""
        self._root = Path(result.root).resolve() if result.root else None
        self._top = (git_root(self._root) or self._root) if self._root else None
        relative = self._root.relative_to(self._top).as_posix() if self._root and self._top else "."
        self.prefix = "" if relative == "." else f"{relative}/"
        self._known: dict[str, str] = {}

    def of(self, file: str) -> str:
        """Return the path of a file whose path from the checked root is given."""
        if file not in self._known:
            self._known[file] = self._followed(file) or posixpath.normpath(self.prefix + file)
        return self._known[file]

    def _followed(self, file: str) -> str:
        if self._root is None or self._top is None:
            return ""
        real = (self._root / file).resolve()
        return real.relative_to(self._top).as_posix() if real.is_relative_to(self._top) else ""


def line_url(style: Style, paths: Paths, location: Location) -> str:
    """Return the address of a location's line, empty where the commit's files have none."""
    if not style.source_url:
        return ""
    return f"{style.source_url}/{uri(paths.of(location.file))}?plain=1#L{location.span.line}"


def uri(path: str) -> str:
    """Return a path as a relative URI."""
    return quote(path.encode("utf-8", "surrogateescape"), safe="/!$&'()*+,;=@~-._")
