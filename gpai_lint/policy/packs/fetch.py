"""Bring the files of a pack into memory, wherever its source has them; nothing of them is parsed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from gpai_lint.errors import UsageError
from gpai_lint.policy.packs.load import BUNDLES, name_of, read_file, read_path, with_folders
from gpai_lint.policy.packs.sources import Kind, Source

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Fetched:
    """The files of a pack by path inside it, with where they are from.

    ``commit`` is that of a pack in git, ``version`` that of a distribution. ``folder`` is where a pack in a folder
    lies, inside its repository for one in git; None for archives. ``root`` is that folder on disk, if it is on disk.
    """

    source: Source
    files: Mapping[str, bytes]
    name: str
    commit: str = ""
    version: str = ""
    folder: PurePosixPath | None = None
    root: Path | None = None

    def hidden(self, path: str) -> bytes | None:
        """Return a file in a hidden folder, which only signatures speak of; None if it is not there."""
        pure = PurePosixPath(path)
        if self.root is None or pure.is_absolute() or ".." in pure.parts:
            return None
        place = self.root
        for step in pure.parts:
            place /= step
            if place.is_symlink():
                return None
        return read_file(place) if place.is_file() else None

    def prefixes(self) -> list[str]:
        """Return the names by which a tool that was given the pack's folder may have called it, with a slash."""
        parts = [part for part in self.folder.parts if part != "/"] if self.folder is not None else []
        return ["/".join(parts[start:]) + "/" for start in reversed(range(len(parts)))]


def fetch(source: Source, *, every: bool = False) -> Fetched:
    """Return the files of a pack; with ``every``, those too that are no part of it but of its signature.

    The network is used only for a pack in git or in an OCI registry that the cache does not hold. Raises ``UsageError``
    where there is no such pack, ``PackError`` where it cannot be had or read.
    """
    if source.kind is Kind.GIT:
        from gpai_lint.policy.packs.git_source import read_commit  # noqa: PLC0415

        files = with_folders(lambda every: read_commit(source, every=every), every=every)
        folder = PurePosixPath(source.subdirectory)
        return Fetched(source, files, source.default_name, commit=source.revision, folder=folder)
    if source.kind is Kind.OCI:
        from gpai_lint.policy.packs.oci_source import read_artifact  # noqa: PLC0415

        files = with_folders(lambda every: read_artifact(source, every=every), every=every)
        return Fetched(source, files, source.default_name)
    if source.kind is Kind.PYTHON:
        from gpai_lint.policy.packs.python_source import installed_folder  # noqa: PLC0415

        path, version = installed_folder(source)
    else:
        path, version = Path(source.location), ""
        if not path.exists():
            raise UsageError(f"There is no pack at '{source.text}'.")
    files = read_path(path, source.text, every=every)
    name = source.default_name if source.kind is Kind.PYTHON else name_of(path)
    if path.name.endswith(BUNDLES) and not path.is_dir():
        return Fetched(source, files, name, version=version)
    folder = PurePosixPath(path.as_posix().removeprefix(path.anchor.replace("\\", "/")))
    return Fetched(source, files, name, version=version, folder=folder, root=path)
