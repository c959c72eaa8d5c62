"""Load a pack from a folder or a bundle on disk."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from gpai_lint.errors import PackError
from gpai_lint.location import Location, Span
from gpai_lint.policy.packs.content import MANIFEST, make_pack
from gpai_lint.policy.packs.data_folders import asks_for_more, folders_of, mount, refuse_unread
from gpai_lint.policy.packs.members import MAX_FILE, MAX_FILES, MAX_TOTAL, is_pack_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from gpai_lint.policy.interface import Pack

BUNDLES = (".tar.gz", ".tgz")
"""How the names of bundles end."""


def load_pack(path: Path | str, *, name: str | None = None, builtin: bool = False) -> Pack:
    """Load a pack: a folder of Rego and data, or a ``.tar.gz`` bundle.

    ``name`` is its name where its manifest gives none (the folder's or file's name otherwise). With ``builtin`` it
    takes the place of the built-in pack. Raises ``PackError`` with the place in the pack for whatever keeps it from
    being loaded.
    """
    files = read_path(Path(path), str(path))
    found = pack_files(files, str(path))
    pack = make_pack(found, name or name_of(Path(path)), str(path), builtin=builtin)
    if not builtin:
        check_unread(pack, found, lambda: read_path(Path(path), str(path), every=True))
    return pack


def check_unread(pack: Pack, found: Iterable[str], read: Callable[[], Mapping[str, bytes]]) -> None:
    """Raise ``PackError`` where a policy of a pack asks for data that a file beside those ``found`` has.

    ``read`` returns every file in the pack's place; it is called only where a policy asks for data that is not there.
    """
    if asks_for_more(pack):
        try:
            files = read()
        except PackError:  # Some file there is no part of any pack, and too large to be read.
            return
        refuse_unread(pack, files, found)


def is_edition(source: str) -> bool:
    """Return whether a source is a pack on disk that encodes an edition of the Code: it holds the requirements.

    Raises ``PackError`` for a file or folder that is no pack.
    """
    path = Path(source)
    return path.exists() and any(name.startswith("gpai/requirements/") for name in read_path(path, source))


def read_path(path: Path, shown: str, *, every: bool = False) -> dict[str, bytes]:
    """Return the files of a pack on disk, a folder or a bundle, by path inside it.

    With ``every``, files that are no part of a pack are among them: a signature speaks of those too. Raises
    ``PackError`` for what is neither.
    """
    if path.is_dir():
        return with_folders(lambda every: read_folder(path, every=every), every=every)
    if path.is_file() and path.name.endswith(BUNDLES):
        from gpai_lint.policy.packs.bundle import read_bundle  # noqa: PLC0415 (tarfile is slow to import)

        return with_folders(lambda every: read_bundle(path, shown, every=every), every=every)
    if path.exists():
        raise PackError(f"'{shown}' is no pack.", hint="A pack is a folder of .rego files or a .tar.gz bundle of them.")
    raise PackError(f"There is no pack at '{shown}'.")


def with_folders(read: Callable[[bool], dict[str, bytes]], *, every: bool) -> dict[str, bytes]:
    """Return the files of a pack, every one of them where its manifest names folders of data.

    ``read`` reads them, all of them or those that are part of a pack by their names.
    """
    files = read(every)
    return read(True) if not every and folders_of(files.get(MANIFEST)) else files


def name_of(path: Path) -> str:
    """Return the name of a pack on disk whose manifest gives it none: the folder's, or the bundle's."""
    return path.resolve().name.partition(".tar.gz")[0].removesuffix(".tgz")


def pack_files(files: Mapping[str, bytes], shown: str) -> dict[str, bytes]:
    """Return those files that make up a pack; raise ``PackError`` if there are none.

    A pack without Rego is one only if its manifest says so: nothing else tells a pack of data from a mistake. A folder
    in it that has a manifest is another pack, whose data would be mounted at the wrong place.
    """
    folders = folders_of(files.get(MANIFEST))
    found = {
        path: content
        for path, content in files.items()
        if is_pack_file(PurePosixPath(path).name) or mount(path, folders) is not None
    }
    if MANIFEST not in found and not any(path.endswith(".rego") for path in found):
        raise PackError(f"There is no Rego file in '{shown}'.", hint="A pack is a folder of .rego files.")
    inner = next((path for path in sorted(found) if path.endswith(f"/{MANIFEST}")), None)
    if inner is not None:
        raise PackError(
            f"The folder '{inner.removesuffix(f'/{MANIFEST}')}' in '{shown}' is a pack of its own: it has a manifest.",
            Location(f"{shown}/{inner}", Span(1, 1, 1, 2)),
            hint="Name that folder as a source, or pack what is in it and not the folder itself.",
        )
    return found


def read_folder(root: Path, *, every: bool = False) -> dict[str, bytes]:
    """Return the files of a pack's folder by path inside it; with ``every``, those that are no part of a pack as well.

    Hidden folders and links are left out: nothing outside the folder can become part of a pack.
    """
    files: dict[str, bytes] = {}
    total = 0
    for folder, folders, names in os.walk(root, onerror=_refuse):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in sorted(names):
            path = Path(folder, name)
            if not (every or is_pack_file(name)) or path.is_symlink() or not path.is_file():
                continue
            files[path.relative_to(root).as_posix()] = content = read_file(path)
            total += len(content)
            if len(files) > MAX_FILES or total > MAX_TOTAL:
                raise PackError(f"'{root}' is too large for a pack.")
    return files


def _refuse(error: OSError) -> None:
    """Raise ``PackError`` for a folder that cannot be listed: its policies would be missed without a word."""
    raise PackError(f"'{error.filename}' cannot be read: {error.strerror}.") from error


def read_file(path: Path) -> bytes:
    """Return a file of a pack; raise ``PackError`` if it cannot be read or is too large."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_FILE + 1)
    except OSError as error:
        raise PackError(f"'{path}' cannot be read: {error.strerror}.") from error
    if len(content) > MAX_FILE:
        raise PackError(f"'{path}' is larger than {MAX_FILE // 1_000_000} MB.")
    return content
