"""Ask a loaded engine for all that the packs of a run report."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from gpai_lint.errors import EngineError
from gpai_lint.location import Location, Span
from gpai_lint.policy.packs.manifest import input_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from gpai_lint.policy.interface import Engine, Pack
    from gpai_lint.repository.interface import FileTree


def report_on_files(engine: Engine, packs: Sequence[Pack], as_of: str, tree: FileTree) -> list[Mapping[str, Any]]:
    """Return what conftest policies over files report, each finding with its ``location``."""
    found: list[Mapping[str, Any]] = []
    for number, pack in enumerate(packs):
        if input_of(pack.manifest) == "document":
            continue
        from gpai_lint.policy.files import InputFiles  # noqa: PLC0415 - few packs see files

        files = InputFiles(pack, tree)
        answer = engine.query(f"data.gpai.files.p{number}", files.document(as_of)) or {}
        refuse(answer.get("rejected", ()))
        for row in answer.get("report", ()):
            steps = row["at"] if row["at"] != ["models"] else []
            place = files.locate_combined(steps) if row["file"] is None else files.locate(row["file"], steps)
            found.append(placed(row, tree, place))
    return found


def placed(row: Mapping[str, Any], tree: FileTree, place: Location | None = None) -> Mapping[str, Any]:
    """Return a finding at the place that conftest's ``_loc`` gives it, else at ``place``, else where it says itself.

    A ``_loc`` that names no file of the tree is none: policies can make up any path.
    """
    said = row.get("_loc")
    line = said.get("line") if isinstance(said, dict) else None
    if isinstance(said, dict) and isinstance(line, int) and not isinstance(line, bool) and line >= 1:
        file = said.get("file") or (place.file if place is not None else None)
        if any(entry.path == file for entry in tree.files()):
            place = Location(str(file), Span(line, 1, line, 2))
    return {**row, "location": place.as_dict()} if place is not None else row


def refuse(rejected: Iterable[Mapping[str, Any]]) -> None:
    """Raise ``EngineError`` for the first thing that a pack reported and that is no finding of its own."""
    for entry in sorted(rejected, key=lambda row: json.dumps(row, sort_keys=True)):
        value = json.dumps(entry.get("value"), ensure_ascii=False)[:200]
        raise EngineError(f"The package '{entry.get('package')}' {entry.get('why')}: {value}")
