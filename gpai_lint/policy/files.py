"""Read files as conftest gives them to policies: one parsed document at a time, or all of them at once."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from gpai_lint.artifacts import front_matter, json_document, yaml_document
from gpai_lint.artifacts.interface import Node
from gpai_lint.artifacts.source_text import decode
from gpai_lint.errors import ArtifactError, EngineError
from gpai_lint.location import Location, Span
from gpai_lint.policy.packs.manifest import settings_of

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib
from gpai_lint.repository.interface import shown_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from gpai_lint.policy.interface import Pack
    from gpai_lint.repository.interface import FileTree

MAX_FILE = 5_000_000
"""Files above this many bytes are no configuration."""

_TOP = Span(1, 1, 1, 2)
_NEXT_DOCUMENT = re.compile(r"^---(?=[ \t\n]|\Z)", re.MULTILINE)
_CONTENT = re.compile(r"^[ \t]*[^ \t#%\n]", re.MULTILINE)


def _json(path: str, data: bytes) -> list[Node]:
    return [json_document.parse(path, data).root]


def _yaml(path: str, data: bytes) -> list[Node]:
    """Return the documents of a YAML file: as many as ``---`` divides it into."""
    text = decode(path, data)
    starts = [0, *(match.end() for match in _NEXT_DOCUMENT.finditer(text))]
    ends = [*(match.start() for match in _NEXT_DOCUMENT.finditer(text)), len(text)]
    return [
        yaml_document.compose(text[start:end], path, text.count("\n", 0, start) + 1, foreign_tags=True)
        for start, end in zip(starts, ends, strict=True)
        if _CONTENT.search(text, start, end)
    ]


def _toml(path: str, data: bytes) -> list[Node]:
    try:
        values = tomllib.loads(decode(path, data))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ArtifactError(f"The text is no TOML: {error}.", Location(path, _TOP)) from error
    return [_node("", values)]


def _node(pointer: str, value: Any) -> Node:
    # The parser of the standard library keeps no positions.
    if isinstance(value, dict):
        return Node(pointer, {key: _node(f"{pointer}/{key}", child) for key, child in value.items()}, _TOP)
    if isinstance(value, list):
        return Node(pointer, [_node(f"{pointer}/{index}", child) for index, child in enumerate(value)], _TOP)
    # Dates and times, which JSON has not, are texts.
    return Node(pointer, value if isinstance(value, (str, int, float)) else value.isoformat(), _TOP)


def _markdown(path: str, data: bytes) -> list[Node]:
    """Return the front matter of a Markdown file, which for policies is the file."""
    found = front_matter.split(path, decode(path, data))
    if found.fault is not None:
        raise ArtifactError(found.fault.reason, Location(path, found.fault.span))
    return [found.root] if found.root is not None else []


_PARSERS: Mapping[str, Callable[[str, bytes], list[Node]]] = {
    ".json": _json,
    ".yaml": _yaml,
    ".yml": _yaml,
    ".toml": _toml,
    ".md": _markdown,
}

#: Of these only the front matter is read, so policies see them only where a pack asks for them.
_PROSE = frozenset({".md"})


@dataclass(frozen=True, slots=True)
class InputFile:
    """One document of a file: a file of several YAML documents, or with a list at its top, holds several."""

    path: str
    root: Node


class InputFiles:
    """The files that the policies of one pack are evaluated on, parsed, each value with its place."""

    def __init__(self, pack: Pack, tree: FileTree) -> None:
        """Read the files of a tree that a pack asks for; raise ``EngineError`` for one that does not parse."""
        self._files: list[InputFile] = []
        patterns: Sequence[str] = settings_of(pack.manifest).get("files") or ["*"]
        for entry in tree.files():
            wanted = [pattern for pattern in patterns if _matches(entry.path, pattern)]
            named = [pattern for pattern in wanted if not pattern.endswith("*")]
            suffix = PurePosixPath(entry.path).suffix.lower()
            if not wanted or entry.size > MAX_FILE or (suffix in _PROSE and not named):
                continue
            if suffix in _PARSERS:
                self._files += _read(pack, tree, entry.path, _PARSERS[suffix])
            elif named:
                raise EngineError(
                    f"The pack '{pack.name}' asks for '{named[0]}', and '{entry.path}' is of no format that policies "
                    f"over files can see: {', '.join(_PARSERS)}.",
                )

    def document(self, as_of: str) -> dict[str, Any]:
        """Return the input of a pack's module for files."""
        return {
            "as_of": as_of,
            "files": [{"path": file.path, "content": file.root.plain()} for file in self._files],
            # The names that conftest uses for them.
            "combined": [{"path": file.path, "contents": file.root.plain()} for file in self._files],
        }

    def locate(self, index: int, steps: Sequence[str | int]) -> Location:
        """Return the place of a value in a file, or of the nearest value around it that is there."""
        file = self._files[index]
        node: Node | None = file.root
        found = file.root
        for step in steps:
            node = _child(found, step)
            if node is None:
                break
            found = node
        if found is file.root:
            # A document's own span reaches over all of it.
            line = found.span.line
            return Location(file.path, Span(line, 1, line, 2), anchor=found.pointer or "/")
        return Location(file.path, found.key_span or found.span, anchor=found.pointer)

    def locate_combined(self, steps: Sequence[str | int]) -> Location | None:
        """Return the place of a path into all files at once (``[2, "contents", "kind"]``); None if it names no file."""
        if not steps or not isinstance(steps[0], int) or not 0 <= steps[0] < len(self._files):
            return None
        return self.locate(steps[0], steps[2:])


def _read(pack: Pack, tree: FileTree, path: str, parse: Callable[[str, bytes], list[Node]]) -> Iterator[InputFile]:
    if shown_path(path) != path:
        message = f"The pack '{pack.name}' cannot be evaluated on '{shown_path(path)}': its name is not in UTF-8."
        raise EngineError(message)
    try:
        roots = parse(path, tree.read(path, MAX_FILE))
    except ArtifactError as error:
        raise EngineError(
            f"The pack '{pack.name}' cannot be evaluated on a file that does not parse: {error.message}",
            error.location,
        ) from error
    for root in roots:
        # As in conftest, the elements of a list at the top are documents of their own.
        for each in root.value if isinstance(root.value, list) else [root]:
            yield InputFile(path, each)


def _child(node: Node, step: str | int) -> Node | None:
    if isinstance(node.value, dict):
        return node.value.get(str(step))
    if isinstance(node.value, list) and isinstance(step, int):
        return next(iter(node.value[step : step + 1]), None) if step >= 0 else None
    return None


def _matches(path: str, pattern: str) -> bool:
    """Return whether a pattern means a path: one without a slash means the name, in any folder."""
    return fnmatchcase(path if "/" in pattern else PurePosixPath(path).name, pattern.removeprefix("**/"))
