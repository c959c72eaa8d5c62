"""Ask a loaded engine for all that the packs of a run report."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from gpai_lint.errors import EngineError
from gpai_lint.location import Span
from gpai_lint.policy.files import InputFiles
from gpai_lint.policy.router import sees_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from gpai_lint.policy.interface import Engine, Pack
    from gpai_lint.repository.interface import FileTree


def report_on_files(engine: Engine, packs: Sequence[Pack], as_of: str, tree: FileTree) -> list[Mapping[str, Any]]:
    """Return what conftest policies that see one file at a time report, each finding with its ``location``."""
    found: list[Mapping[str, Any]] = []
    for number, pack in enumerate(packs):
        if not sees_files(pack):
            continue
        files = InputFiles(pack, tree)
        answer = engine.query(f"data.gpai.files.p{number}", files.document(as_of)) or {}
        refuse(answer.get("rejected", ()))
        for row in answer.get("report", ()):
            at = row.get("at")
            steps = at if isinstance(at, list) and at != ["models"] else []
            found.append({**row, "location": files.locate(row["file"], steps).as_dict()})
    return [placed(row) for row in found]


def placed(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a finding with the place that conftest's ``_loc`` gives it, if it has one."""
    said = row.get("_loc")
    if not isinstance(said, dict) or not isinstance(said.get("line"), int) or said["line"] < 1:
        return row
    file = said.get("file") or row.get("file")
    if not isinstance(file, str):
        return row
    span = Span(said["line"], 1, said["line"], 2)
    location = {"file": file, "line": span.line, "column": 1, "end_line": span.end_line, "end_column": 2, "anchor": ""}
    return {**row, "location": location}


def refuse(rejected: Iterable[Mapping[str, Any]]) -> None:
    """Raise ``EngineError`` for the first thing that a pack reported and that is no finding of its own."""
    for entry in sorted(rejected, key=lambda row: json.dumps(row, sort_keys=True)):
        value = json.dumps(entry.get("value"), ensure_ascii=False)[:200]
        raise EngineError(f"The package '{entry.get('package')}' {entry.get('why')}: {value}")
