"""The baseline file: the findings that a repository had when it began to be checked."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gpai_lint.errors import UsageError
from gpai_lint.findings.compare import compare
from gpai_lint.findings.interface import Level, Status
from gpai_lint.findings.known import Known, Place, known_findings
from gpai_lint.location import Location, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gpai_lint.findings.interface import Finding, Result

#: The name under which a baseline is written where none is given.
NAME = "gpai-lint-baseline.json"

#: The version of the file's shape.
SCHEMA_VERSION = "1"

MAX_BYTES = 100_000_000

_KEYS = ("rule", "name", "level", "file", "anchor", "model", "text", "message", "fingerprint")


@dataclass(frozen=True)
class Baseline:
    """A baseline: its file, and its entries with paths relative to the checked root."""

    path: Path
    entries: tuple[Known, ...]


@dataclass(frozen=True)
class Update:
    """What an update did: entries kept, entries whose finding is gone, new findings, and whether these were added."""

    entries: tuple[Known, ...]
    kept: int
    removed: tuple[Known, ...]
    new: tuple[Finding, ...]


def load_baseline(path: Path, root: Path) -> Baseline:
    """Read a baseline for a check of ``root``.

    Paths in the file are relative to its own directory, so that one file serves checks of any directory. Raises
    ``UsageError`` if there is none or it is malformed: without it every finding would seem new.
    """
    shown = os.path.relpath(path, root)
    try:
        data = path.read_bytes()[: MAX_BYTES + 1]
    except OSError as error:
        hint = f"Write one: gpai-lint baseline create --baseline {path}"
        raise UsageError(f"The baseline '{path}' cannot be read: {error.strerror}.", hint=hint) from error
    if len(data) > MAX_BYTES:
        raise UsageError(f"The baseline is larger than {MAX_BYTES} bytes.", _place(shown, 1, 1))
    try:
        content = json.loads(data)
    except (UnicodeDecodeError, RecursionError) as error:
        raise UsageError("The baseline is no JSON in UTF-8.", _place(shown, 1, 1)) from error
    except json.JSONDecodeError as error:
        raise UsageError(f"The baseline is no JSON: {error.msg}.", _place(shown, error.lineno, error.colno)) from error
    if not isinstance(content, dict) or content.get("schema_version") != SCHEMA_VERSION:
        raise UsageError(f"The baseline is not of version {SCHEMA_VERSION}.", _place(shown, 1, 1))
    rebase = _rebase(path.resolve().parent, root.resolve())
    rows = content.get("findings")
    if not isinstance(rows, list):
        raise UsageError("The baseline has no list 'findings'.", _place(shown, 1, 1))
    return Baseline(path, tuple(_entry(row, index, shown, rebase) for index, row in enumerate(rows)))


def _place(file: str, line: int, column: int) -> Location:
    return Location(Path(file).as_posix(), Span(line, column, line, column + 1))


def _entry(row: Any, index: int, shown: str, rebase: Callable[[str], str]) -> Known:
    levels = {level.value for level in Level}
    if (
        not isinstance(row, dict)
        or not all(isinstance(row.get(key), str) for key in _KEYS)
        or row["level"] not in levels
        or not _is_list_of_texts(row.get("requirements", []))
        or not _are_places(row.get("occurrences", []))
    ):
        raise UsageError(f"Entry {index + 1} of the baseline is not complete.", _place(shown, 1, 1))
    values = {key: row[key] for key in _KEYS}
    values.update(level=Level(row["level"]), file=rebase(row["file"]), model=rebase(row["model"]))
    occurrences = tuple(
        Place(rebase(place["file"]), place["anchor"], place["text"]) for place in row.get("occurrences", [])
    )
    return Known(**values, requirements=tuple(row.get("requirements", [])), occurrences=occurrences)


def _are_places(value: Any) -> bool:
    keys = ("file", "anchor", "text")
    return isinstance(value, list) and all(
        isinstance(place, dict) and all(isinstance(place.get(key), str) for key in keys) for place in value
    )


def _is_list_of_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def write_baseline(path: Path, entries: Sequence[Known], root: Path) -> None:
    """Write a baseline, its entries in a fixed order; raise ``UsageError`` if the file cannot be written."""
    rebase = _rebase(root.resolve(), path.resolve().parent)
    rows = []
    for entry in entries:
        row: dict[str, Any] = {key: getattr(entry, key) for key in _KEYS}
        row.update(level=entry.level.value, file=rebase(entry.file), model=rebase(entry.model))
        if entry.requirements:
            row["requirements"] = list(entry.requirements)
        if entry.occurrences:
            row["occurrences"] = [
                {"file": rebase(place.file), "anchor": place.anchor, "text": place.text} for place in entry.occurrences
            ]
        rows.append(row)
    rows.sort(key=lambda row: (row["file"], row["rule"], row["anchor"], row["message"], row["fingerprint"]))
    text = json.dumps({"schema_version": SCHEMA_VERSION, "findings": rows}, indent=2, ensure_ascii=False) + "\n"
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"The baseline '{path}' cannot be written: {error.strerror}.") from error


def _rebase(old: Path, new: Path) -> Callable[[str], str]:
    """Return a function that turns paths relative to one directory into paths relative to another."""
    return lambda path: Path(os.path.relpath(old / path, new)).as_posix() if path else ""


def apply_baseline(result: Result, baseline: Baseline, relevant: Callable[[Known], bool]) -> Result:
    """Return the result with the findings of the baseline out of the count.

    ``relevant`` tells whether an entry's rule runs and its file is checked: of the others nothing is known.
    """
    past = [entry for entry in baseline.entries if relevant(entry)]
    return compare(result, past, f"the baseline '{baseline.path.name}'")


def update(baseline: Baseline, result: Result, relevant: Callable[[Known], bool], accept_new: bool) -> Update:
    """Return what becomes of a baseline: entries follow their findings, fixed ones go, new ones come only if accepted.

    ``result`` is the outcome of a check without the baseline. Waived findings need no entry.
    """
    compared = apply_baseline(result, baseline, relevant)
    gone = {row.fingerprint for row in compared.gone}
    fresh = known_findings(result._replace(findings=compared.findings))
    kept, new = [], []
    for finding, entry in zip(compared.findings, fresh, strict=True):
        if finding.status is Status.BASELINE:
            kept.append(entry)
        elif finding.status is Status.ACTIVE:
            new.append((finding, entry))
            if "was" in finding.details and not accept_new:
                # It is known as less than it is now, and stays so until somebody accepts the rest.
                kept.append(finding.details["was"])
    removed = [entry for entry in baseline.entries if relevant(entry) and entry.fingerprint in gone]
    aside = [entry for entry in baseline.entries if not relevant(entry)]
    added = [entry for _, entry in new] if accept_new else []
    return Update(
        entries=(*kept, *aside, *added),
        kept=len(kept) + len(aside),
        removed=tuple(removed),
        new=tuple(finding for finding, _ in new),
    )
