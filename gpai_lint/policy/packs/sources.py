"""Where a pack comes from: the spellings that the command line and the configuration take."""

from __future__ import annotations

import os
import re
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from gpai_lint.errors import UsageError

#: A full commit id of git; a branch, a tag or a short id may mean another commit tomorrow.
COMMIT = re.compile(r"[0-9a-f]{40}")

#: A digest of an OCI manifest.
OCI_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")

_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")
_GIT_SCHEMES = ("https", "file")
_OCI = re.compile(
    r"(?P<repository>(?:[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::[0-9]{1,5})?|(?:[a-z0-9-]+|\[[0-9a-f:]+\]):[0-9]{1,5})"
    r"(?:/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)+)"
    r"(?::(?P<tag>[A-Za-z0-9_][A-Za-z0-9._-]{0,127}))?(?:@(?P<digest>[^@]+))?"
)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):(?=//)|(git\+[a-z]+|python):")


class Kind(str, Enum):
    """The kinds of sources."""

    PATH = "path"
    GIT = "git"
    PYTHON = "python"
    OCI = "oci"


class Source(NamedTuple):
    """A source, taken apart.

    ``location`` is a directory or a bundle as an absolute path, a URL without its scheme's ``git+``, the name of an
    entry point, or an OCI repository. ``revision`` is what stands behind ``@`` (or an OCI tag), empty without it.
    ``text`` is the source as the configuration and the lock write it: paths are relative to the configuration.
    """

    kind: Kind
    text: str
    location: str
    revision: str = ""
    subdirectory: str = ""

    @property
    def pinned(self) -> bool:
        """Return whether the source means the same content forever, or content that only the lock can pin."""
        if self.kind is Kind.GIT:
            return COMMIT.fullmatch(self.revision) is not None
        return self.kind is not Kind.OCI or OCI_DIGEST.fullmatch(self.revision) is not None

    @property
    def default_name(self) -> str:
        """Return the pack's name where its manifest gives none."""
        if self.kind is Kind.PYTHON:
            return self.location
        last = Path(self.subdirectory or self.location).name
        for suffix in (".git", ".tar.gz", ".tgz"):
            last = last.removesuffix(suffix)
        return last

    def at(self, revision: str) -> Source:
        """Return the same source at another revision."""
        if self.kind is Kind.GIT:
            fragment = f"#subdirectory={self.subdirectory}" if self.subdirectory else ""
            return self._replace(revision=revision, text=f"git+{self.location}@{revision}{fragment}")
        return self._replace(revision=revision, text=f"oci://{self.location}@{revision}")


def parse_source(text: str, base: Path | None = None, written_from: Path | None = None) -> Source:
    """Return a source taken apart; raise ``UsageError`` for a spelling that means none.

    ``base`` is the directory to which a path is relative (the current one without it); ``written_from`` the one to
    which it is written in ``text`` of the result (``base`` without it).
    """
    scheme = _SCHEME.match(text)
    name = (scheme[1] or scheme[2] or "").lower() if scheme else ""
    if name.startswith("git+"):
        return _git(text, name.removeprefix("git+"))
    if name == "python":
        return _python(text)
    if name == "oci":
        return _oci(text)
    if name:
        known = "a directory, a .tar.gz bundle, git+https://…@COMMIT, oci://…@DIGEST or python:NAME"
        hint = f"Did you mean 'git+{text}'?" if name in _GIT_SCHEMES else f"A source is {known}."
        raise UsageError(f"'{text}' is no source of a pack.", hint=hint)
    if not text or "\0" in text or "\n" in text:
        raise UsageError("The source of a pack is empty or no path.")
    path = Path(os.path.abspath((base or Path.cwd()) / text))
    return Source(Kind.PATH, _relative(path, text, written_from or base), str(path))


def _relative(path: Path, text: str, folder: Path | None) -> str:
    """Return a path as the lock writes it: relative to the configuration, with forward slashes."""
    if folder is None or (Path(text).is_absolute() and not path.is_relative_to(folder)):
        return Path(text).as_posix()
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # Another drive of Windows.
        return path.as_posix()


def _git(text: str, scheme: str) -> Source:
    if scheme not in _GIT_SCHEMES:
        raise UsageError(
            f"'{text}' is no source of a pack: packs come over git+https:// or git+file://.",
            hint="Neither unencrypted connections nor transports that run commands are used.",
        )
    address, _, fragment = text.removeprefix("git+").partition("#")
    subdirectory = ""
    if fragment:
        key, _, subdirectory = fragment.partition("=")
        steps = subdirectory.strip("/").split("/")
        if key != "subdirectory" or not all(steps) or ".." in steps or "." in steps:
            raise UsageError(
                f"'#{fragment}' of the source '{text}' is not understood.", hint="Write '#subdirectory=PATH'."
            )
        subdirectory = "/".join(steps)
    head, slash, path = address.removeprefix(f"{scheme}://").partition("/")
    path, _, revision = path.rpartition("@") if "@" in path else (path, "", "")
    if not slash or not path or (scheme == "https") != bool(head) or head.startswith("-"):
        raise UsageError(f"'{text}' names no repository.", hint="Write 'git+https://HOST/PATH@COMMIT'.")
    if ":" in head.rpartition("@")[0]:
        raise UsageError(
            "The address of a pack holds a password.", hint="Leave it to a credential helper of git, and take it out."
        )
    if revision.startswith("-") or any(char.isspace() or not char.isprintable() for char in revision):
        raise UsageError(f"'{revision}' is no commit, branch or tag.")
    if COMMIT.fullmatch(revision.lower()):
        revision = revision.lower()
    url = f"{scheme}://{head}/{path}"
    fragment = f"#subdirectory={subdirectory}" if subdirectory else ""
    canonical = f"git+{url}" + (f"@{revision}" if revision else "") + fragment
    return Source(Kind.GIT, canonical, url, revision, subdirectory)


def _python(text: str) -> Source:
    name = text.partition(":")[2]
    if not _NAME.fullmatch(name):
        raise UsageError(f"'{text}' names no installed pack.", hint="Write 'python:NAME', the name of an entry point.")
    return Source(Kind.PYTHON, f"python:{name}", name)


def _oci(text: str) -> Source:
    match = _OCI.fullmatch(text.partition("://")[2])
    if match is None:
        raise UsageError(f"'{text}' names no OCI artifact.", hint="Write 'oci://HOST/REPOSITORY@sha256:DIGEST'.")
    revision = match["digest"] or match["tag"] or ""
    if match["digest"] and not OCI_DIGEST.fullmatch(match["digest"]):
        raise UsageError(f"'{match['digest']}' is no digest.", hint="Write 'sha256:' and 64 hexadecimal digits.")
    separator = "@" if match["digest"] else ":"
    canonical = f"oci://{match['repository']}" + (f"{separator}{revision}" if revision else "")
    return Source(Kind.OCI, canonical, match["repository"], revision)
