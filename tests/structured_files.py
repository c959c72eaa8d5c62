"""Structured artifacts made from text, and their facts in a form that is short to compare."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from gpai_lint.artifacts import csv_table, json_document, lfs_pointer, yaml_document
from gpai_lint.artifacts.interface import Artifact

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from gpai_lint.evidence.interface import Fact, Value

_PARSERS = {"json": json_document, "yaml": yaml_document, "csv": csv_table, "lfs": lfs_pointer}


def artifact(path: str, kind: str, form: str, content: str | dict[str, Any]) -> Artifact:
    text = content if isinstance(content, str) else json.dumps(content, indent=2)
    return Artifact(path, form, kind, _PARSERS[form].parse(path, text.encode()), len(text))


def values(read: Callable[[Artifact, int], Iterable[Fact]], source: Artifact) -> dict[str, Value]:
    """Return the value of each field; a field with several facts has the list of their values."""
    found: dict[str, list[Value]] = {}
    for fact in read(source, 0):
        found.setdefault(fact.field, []).append(fact.value)
    return {field: told[0] if len(told) == 1 else list(map(str, told)) for field, told in found.items()}
