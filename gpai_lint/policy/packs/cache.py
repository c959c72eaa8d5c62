"""The user's cache directory: what was fetched once is not fetched again."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from gpai_lint.errors import PackError

if TYPE_CHECKING:
    from collections.abc import Iterator


def cache_directory() -> Path:
    """Return the directory for fetched packs: in ``XDG_CACHE_HOME`` where it is set, else where the platform has it."""
    configured = os.environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(configured):  # The specification has relative paths ignored.
        return Path(configured, "gpai-lint", "packs")
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local or Path.home() / "AppData" / "Local", "gpai-lint", "Cache", "packs")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "gpai-lint" / "packs"
    return Path.home() / ".cache" / "gpai-lint" / "packs"


@contextmanager
def new_entry(entry: Path) -> Iterator[Path]:
    """Give a directory to fill, which becomes ``entry`` at once when the block ends without an error.

    An entry that is there is complete; two processes that fetch the same pack do not disturb each other. Raises
    ``PackError`` if the cache cannot be written.
    """
    try:
        entry.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        filling = Path(tempfile.mkdtemp(prefix=".new-", dir=entry.parent))
    except OSError as error:
        raise PackError(
            f"The cache '{entry.parent}' cannot be written: {error.strerror}.",
            hint="Set XDG_CACHE_HOME to a directory that can.",
        ) from error
    try:
        yield filling
        try:
            filling.rename(entry)
        except OSError as error:
            if not entry.is_dir():  # Otherwise another process was first, and has the same.
                raise PackError(f"The cache '{entry}' cannot be written: {error.strerror}.") from error
    finally:
        if filling.is_dir():
            shutil.rmtree(filling, ignore_errors=True)
