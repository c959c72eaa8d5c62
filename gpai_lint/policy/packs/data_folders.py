"""Data in files of any name: folders that a manifest names, as conftest's ``--data`` does.

OPA reads data from bundles in files called ``data.json`` and ``data.yaml`` alone, but from a folder (``opa test DIR``,
``conftest --data DIR``) in every JSON and YAML file, mounted at the path of its folder. A pack is a bundle; where its
manifest names folders, the files in them are data as conftest has it. A file that a policy seems to ask for and that is
not named is an error: the policy would be silent.
"""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from gpai_lint.errors import PackError
from gpai_lint.location import Location, Span
from gpai_lint.policy.packs.data_files import DATA_FILES, parse_data
from gpai_lint.policy.rego_source import definitions, imported, names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from gpai_lint.policy.interface import Module, Pack

_ENDINGS = (".json", ".yaml", ".yml")


def folders_of(manifest: bytes | None) -> tuple[str, ...]:
    """Return the folders and files of data that a manifest names; none for one that is no manifest, or wrong."""
    try:
        values = json.loads(manifest or b"{}")
        named = values["metadata"]["gpai_lint"]["data"]
    except (ValueError, RecursionError, KeyError, TypeError):
        return ()
    return tuple(each.strip("/") for each in named if isinstance(each, str)) if isinstance(named, list) else ()


def mount(path: str, folders: Iterable[str]) -> tuple[str, ...] | None:
    """Return the path in ``data`` at which a file of a pack is mounted; None for a file that is no data."""
    pure = PurePosixPath(path)
    if pure.name.endswith(_ENDINGS):
        for folder in folders:
            if path == folder:
                return ()
            if folder in {"", "."} or path.startswith(f"{folder}/"):
                return pure.parent.relative_to("" if folder == "." else folder).parts
    return pure.parent.parts if pure.name in DATA_FILES else None


def refuse_missing(files: Iterable[str], folders: Iterable[str], place: Location | None) -> None:
    """Raise ``PackError`` for a folder that the manifest names and that holds no data."""
    for folder in folders:
        if not any(mount(path, [folder]) is not None for path in files if path.endswith(_ENDINGS)):
            raise PackError(f"There is no file of data in '{folder}', which the manifest names.", place)


def asks_for_more(pack: Pack) -> bool:
    """Return whether a policy of a pack refers to data that the pack does not have."""
    return next(_unset(pack), None) is not None


def refuse_unread(pack: Pack, files: Mapping[str, bytes], read: Iterable[str]) -> None:
    """Raise ``PackError`` at a reference to data that stands in a file which is no part of the pack.

    ``files`` are all files in the pack's place, ``read`` those that make it up.
    """
    unread = {path: files[path] for path in sorted(files.keys() - set(read)) if path.endswith(_ENDINGS)}
    for module, steps, line, column in _unset(pack):
        for path, content in unread.items():
            folder = _giving(path, content, steps)
            if folder is not None:
                raise PackError(
                    f"'data.{'.'.join(steps)}' is set in '{path}', which is no part of the pack: the data of a pack "
                    f"lies in files called {', '.join(DATA_FILES)}.",
                    Location(module.path, Span(line, column, line, column + 1)),
                    hint=f'Write "data": ["{folder}"] under metadata.gpai_lint in the manifest, which is what --data '
                    "is to conftest, or give the file such a name.",
                )


def _giving(path: str, content: bytes, steps: tuple[str, ...]) -> str | None:
    """Return the folder to name so that a file sets data; None for a file that sets something else."""
    try:
        value = parse_data(content, path)
    except PackError:
        return None
    parents = PurePosixPath(path).parent.parts
    for start in range(len(parents), -1, -1):
        rest = steps[len(parents) - start :]
        if steps[: len(parents) - start] == parents[start:] and rest and isinstance(value, dict) and rest[0] in value:
            return "/".join(parents[:start]) or "."
    return None


def _unset(pack: Pack) -> Iterator[tuple[Module, tuple[str, ...], int, int]]:
    """Yield the constant references of a pack to data that it neither has nor makes, with module, line and column."""
    made = {tuple(module.package.split(".")) for module in pack.modules}
    rules = {
        (*module.package.split("."), *steps[:1]) for module in pack.modules for steps, _ in definitions(module.source)
    }
    for module in pack.modules:
        known = imported(module.source)
        for name in names(module.source):
            parts = (*known.get(name.parts[0], name.parts[0]).split("."), *name.parts[1:])
            steps = parts[1:]
            if parts[0] != "data" or not steps or steps[0] in {"gpai", "gpai_lint"}:
                continue
            if _within(pack.data, steps) or any(steps == each[: len(steps)] for each in made):
                continue
            if not any(each == steps[: len(each)] for each in rules):
                yield module, steps, name.line, name.column


def _within(data: Any, steps: tuple[str, ...]) -> bool:
    for step in steps:
        if not isinstance(data, dict):
            return True
        if step not in data:
            return False
        data = data[step]
    return True
