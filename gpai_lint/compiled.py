"""What a build compiled of the package's sources: inside an installed package, or beside a checkout.

An editable install compiles too (``hatch_build.py``), into the folder ``build`` of the checkout, and notes what each
file was compiled from. A file whose sources have changed since then counts for nothing, as a ``.pyc`` does.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

PACKAGE = Path(__file__).resolve().parent

#: Where an editable install puts what it compiles, in the root of a checkout.
FOLDER = Path("build", "compiled")
#: The file there that says what each of the others was compiled from.
STAMPS = "stamps.json"


@cache
def compiled_file(path: str) -> Path | None:
    """Return a compiled file by its path inside the package; None if there is none, or its sources have changed."""
    installed = PACKAGE / path
    # The installed package is asked first: beside it, a folder `build` would be someone else's.
    if installed.is_file():
        return installed
    stamps = _stamps().get(path)
    return PACKAGE.parent / FOLDER / path if stamps and stamps == stamps_of(stamps) else None


def stamps_of(sources: Iterable[str]) -> dict[str, list[int] | None]:
    """Return the size in bytes and the time of change in nanoseconds of files and folders of the checkout."""
    return {source: _stamp(PACKAGE.parent / source) for source in sources}


def _stamp(path: Path) -> list[int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return [found.st_size, found.st_mtime_ns]


@cache
def _stamps() -> dict[str, dict[str, Any]]:
    try:
        stamps: dict[str, dict[str, Any]] = json.loads((PACKAGE.parent / FOLDER / STAMPS).read_bytes())
    except (OSError, ValueError):
        return {}
    return stamps
