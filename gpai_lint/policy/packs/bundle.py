"""Read a ``.tar.gz`` bundle into memory, within bounds."""

from __future__ import annotations

import gzip
import tarfile
import zlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from gpai_lint.errors import PackError
from gpai_lint.policy.packs.members import MAX_FILE, MAX_FILES, MAX_TOTAL, is_pack_file

if TYPE_CHECKING:
    from pathlib import Path
    from typing import IO


def read_bundle(path: Path, shown: str, *, every: bool = False) -> dict[str, bytes]:
    """Return the files of a bundle on disk, as :func:`read_archive` does."""
    try:
        with path.open("rb") as opened:
            return read_archive(opened, shown, every=every)
    except OSError as error:
        raise PackError(f"'{shown}' cannot be read: {error.strerror}.") from error


def read_archive(opened: IO[bytes], shown: str, *, every: bool = False) -> dict[str, bytes]:
    """Return the files of a bundle by path inside it; with ``every``, those that are no part of a pack as well.

    Nothing is written to disk. Raises ``PackError``, which calls the bundle ``shown``, for what is no bundle, leaves
    its bounds, or holds links, devices, paths that lead upward or a file twice.
    """
    files: dict[str, bytes] = {}
    seen: set[str] = set()
    total = 0
    try:
        with tarfile.open(fileobj=opened, mode="r:gz") as archive:
            for member in archive:
                if member.isdir():
                    continue
                name = _inside(member, shown)
                total += member.size
                if member.size > MAX_FILE or total > MAX_TOTAL or len(seen) >= MAX_FILES:
                    raise PackError(f"The bundle '{shown}' is too large.")
                if name in seen:
                    raise PackError(f"The bundle '{shown}' holds '{name}' twice.")
                seen.add(name)
                content = archive.extractfile(member)
                if content is not None and (every or is_pack_file(PurePosixPath(name).name)):
                    files[name] = content.read()
    except (tarfile.TarError, gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise PackError(f"'{shown}' is no gzipped tar archive: {error}.") from error
    return files


def _inside(member: tarfile.TarInfo, shown: str) -> str:
    pure = PurePosixPath("/" + member.name.lstrip("/"))
    if not member.isfile() or ".." in pure.parts:
        raise PackError(f"The bundle '{shown}' holds '{member.name}', which is no file of a bundle.")
    return pure.as_posix().lstrip("/")
