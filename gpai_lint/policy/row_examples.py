"""Examples of a family of rules: one pair of small repositories, in which each row of the table puts its own lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    Files = dict[str, str]

#: Where the family's example leaves room for the row's: ``{{example}}``, or another name of the row's entry.
_MARKER = re.compile(r"^(?P<indent>[ \t]*)\{\{(?P<name>\w+)\}\}", re.MULTILINE)
KINDS = ("bad", "good")


def fill(template: Mapping[str, Mapping[str, str]], row: Mapping[str, Any]) -> dict[str, Files]:
    """Return the examples of a row: the family's files with the row's texts in place of the markers.

    ``row`` holds ``bad`` and ``good``, each the text for ``{{example}}`` or a mapping of files that stand beside the
    family's or in place of them, and any other texts for markers of their names. A file is left out by null.
    """
    return {kind: _filled(template.get(kind, {}), row, row.get(kind, "")) for kind in KINDS}


def _filled(files: Mapping[str, str], row: Mapping[str, Any], own: Any) -> Files:
    texts = {**row, "example": own if isinstance(own, str) else ""}
    filled = {_replaced(name, texts): _replaced(content, texts) for name, content in files.items()}
    if isinstance(own, dict):
        filled.update(own)
    return {name: content for name, content in filled.items() if content is not None}


def _replaced(text: str, texts: Mapping[str, Any]) -> str:
    def put(match: re.Match[str]) -> str:
        lines = str(texts.get(match["name"], "")).rstrip("\n").split("\n")
        return "\n".join(match["indent"] + line if line else "" for line in lines)

    return _MARKER.sub(put, text)
