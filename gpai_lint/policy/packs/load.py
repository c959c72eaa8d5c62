"""Load a pack from a folder or a bundle on disk."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from gpai_lint.errors import PackError
from gpai_lint.policy.packs.content import DATA_FILES, MANIFEST, SIGNATURES, make_pack

if TYPE_CHECKING:
    from gpai_lint.policy.interface import Pack

MAX_FILE = 10_000_000
"""A policy or data file above this many bytes is a mistake or an attack; the largest known packs stay below 1 MB."""

MAX_FILES = 20_000


def load_pack(path: Path | str, *, name: str | None = None, builtin: bool = False) -> Pack:
    """Load a pack: a folder of Rego and data, or a ``.tar.gz`` bundle.

    ``name`` is its name where its manifest gives none (the folder's or file's name otherwise). With ``builtin`` it
    takes the place of the built-in pack. Raises ``PackError`` with the place in the pack for whatever keeps it from
    being loaded.
    """
    where = Path(path)
    if where.is_dir():
        files = read_folder(where)
        if not any(file.endswith(".rego") for file in files):
            raise PackError(f"There is no Rego file in '{path}'.", hint="A pack is a folder of .rego files.")
        return make_pack(files, name or where.resolve().name, str(path), builtin=builtin)
    if where.is_file() and where.name.endswith((".tar.gz", ".tgz")):
        from gpai_lint.policy.packs.bundle import read_bundle  # noqa: PLC0415 (tarfile is slow to import)

        files = read_bundle(where)
        return make_pack(
            files, name or where.name.partition(".tar")[0].removesuffix(".tgz"), str(path), builtin=builtin
        )
    if where.exists():
        raise PackError(f"'{path}' is no pack.", hint="A pack is a folder of .rego files or a .tar.gz bundle of them.")
    raise PackError(f"There is no pack at '{path}'.")


def is_pack_file(name: str) -> bool:
    """Return whether a file is part of a pack by its name."""
    return name.endswith(".rego") or name in DATA_FILES or name in {MANIFEST, SIGNATURES}


def read_folder(root: Path) -> dict[str, bytes]:
    """Return the files of a pack's folder by path inside it.

    Hidden folders and links are left out: nothing outside the folder can become part of a pack.
    """
    files: dict[str, bytes] = {}
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in sorted(names):
            path = Path(folder, name)
            if not is_pack_file(name) or path.is_symlink():
                continue
            inside = path.relative_to(root).as_posix()
            files[inside] = _read(path)
            if len(files) > MAX_FILES:
                raise PackError(f"'{root}' holds more than {MAX_FILES} policy files.")
    return files


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MAX_FILE + 1)
    except OSError as error:
        raise PackError(f"'{path}' cannot be read: {error.strerror}.") from error
    if len(content) > MAX_FILE:
        raise PackError(f"'{path}' is larger than {MAX_FILE // 1_000_000} MB.")
    return content
