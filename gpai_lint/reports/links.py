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


def line_url(style: Style, prefix: str, location: Location) -> str:
    """Return the address of a location's line, empty where the commit's files have none."""
    if not style.source_url:
        return ""
    return f"{style.source_url}/{uri(repository_path(prefix, location.file))}?plain=1#L{location.span.line}"


def repository_prefix(result: Result) -> str:
    """Return the path of the checked root within its git work tree, with a slash at the end; empty at its top."""
    if not result.root:
        return ""
    root = Path(result.root).resolve()
    top = git_root(root)
    relative = root.relative_to(top).as_posix() if top else "."
    return "" if relative == "." else f"{relative}/"


def repository_path(prefix: str, file: str) -> str:
    """Return a file's path from the top of the repository: GitHub knows no other."""
    return posixpath.normpath(prefix + file)


def uri(path: str) -> str:
    """Return a path as a relative URI."""
    return quote(path.encode("utf-8", "surrogateescape"), safe="/!$&'()*+,;=@~-._")
