"""Read files as conftest gives them to policies: one parsed document at a time."""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from gpai_lint.artifacts import json_document, yaml_document
from gpai_lint.artifacts.interface import Structured
from gpai_lint.errors import ArtifactError, EngineError
from gpai_lint.location import Location, Span
from gpai_lint.policy.packs.manifest import settings_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from gpai_lint.artifacts.interface import Node
    from gpai_lint.policy.interface import Pack
    from gpai_lint.repository.interface import FileTree

MAX_FILE = 5_000_000
"""Files above this many bytes are no configuration."""

_PARSERS: Mapping[str, Callable[[str, bytes], Any]] = {
    ".json": json_document.parse,
    ".yaml": yaml_document.parse,
    ".yml": yaml_document.parse,
}


class InputFiles:
    """The files that the policies of one pack are evaluated on, parsed, each value with its place."""

    def __init__(self, pack: Pack, tree: FileTree) -> None:
        """Read the files of a tree that a pack asks for; raise ``EngineError`` for one that does not parse."""
        self._roots: dict[str, Node] = {}
        patterns: Sequence[str] = settings_of(pack.manifest).get("files") or ["*"]
        for entry in tree.files():
            parse = _PARSERS.get(PurePosixPath(entry.path).suffix.lower())
            if parse is None or entry.size > MAX_FILE or not any(_matches(entry.path, each) for each in patterns):
                continue
            try:
                parsed = parse(entry.path, tree.read(entry.path, MAX_FILE))
            except ArtifactError as error:
                raise EngineError(
                    f"The pack '{pack.name}' cannot be evaluated on a file that does not parse: {error.message}",
                    error.location,
                ) from error
            if isinstance(parsed, Structured):
                self._roots[entry.path] = parsed.root

    def document(self, as_of: str) -> dict[str, Any]:
        """Return the input of a pack's module for files."""
        return {
            "as_of": as_of,
            "files": [{"path": path, "content": root.plain()} for path, root in self._roots.items()],
        }

    def locate(self, path: str, steps: Sequence[str | int]) -> Location:
        """Return the place of a value in a file, or of the nearest value around it that is there."""
        node = self._roots.get(path)
        pointer = ""
        while node is not None and steps:
            child = _child(node, steps[0])
            if child is None:
                break
            pointer += f"/{steps[0]}"
            node, steps = child, steps[1:]
        if node is None or not pointer:
            return Location(path, Span(1, 1, 1, 2), anchor="/")
        return Location(path, node.key_span or node.span, anchor=pointer)


def _child(node: Node, step: str | int) -> Node | None:
    if isinstance(node.value, dict):
        return node.value.get(str(step))
    if isinstance(node.value, list) and isinstance(step, int) and 0 <= step < len(node.value):
        return node.value[step]
    return None


def _matches(path: str, pattern: str) -> bool:
    """Return whether a pattern means a path: one without a slash means the name, in any folder."""
    return fnmatchcase(path if "/" in pattern else PurePosixPath(path).name, pattern.removeprefix("**/"))
