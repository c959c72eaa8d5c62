"""Read a ``.tar.gz`` bundle into memory, within bounds."""

from __future__ import annotations

import gzip
import tarfile
import zlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from gpai_lint.errors import PackError
from gpai_lint.policy.packs.load import MAX_FILE, MAX_FILES, is_pack_file

if TYPE_CHECKING:
    from pathlib import Path

MAX_TOTAL = 100_000_000
"""A bundle may unpack to this many bytes in all."""


def read_bundle(path: Path) -> dict[str, bytes]:
    """Return the files of a bundle by path inside it; raise ``PackError`` for what is no bundle or leaves its bounds.

    Nothing is written to disk; links, devices and paths that lead upward are errors.
    """
    files: dict[str, bytes] = {}
    total = 0
    try:
        with tarfile.open(path, "r:gz") as archive:
            for member in archive:
                if member.isdir():
                    continue
                name = _inside(member, path)
                total += member.size
                if member.size > MAX_FILE or total > MAX_TOTAL or len(files) >= MAX_FILES:
                    raise PackError(f"The bundle '{path}' is too large.")
                opened = archive.extractfile(member)
                if opened is not None and is_pack_file(PurePosixPath(name).name):
                    files[name] = opened.read()
    except (tarfile.TarError, gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise PackError(f"'{path}' is no gzipped tar archive: {error}.") from error
    except OSError as error:
        raise PackError(f"'{path}' cannot be read: {error.strerror}.") from error
    return files


def _inside(member: tarfile.TarInfo, path: Path) -> str:
    pure = PurePosixPath("/" + member.name.lstrip("/"))
    if not member.isfile() or ".." in pure.parts:
        raise PackError(f"The bundle '{path}' holds '{member.name}', which is no file of a bundle.")
    return pure.as_posix().lstrip("/").removeprefix("./")
