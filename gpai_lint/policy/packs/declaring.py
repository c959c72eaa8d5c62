"""Change ``packs`` in ``gpai-lint.yaml`` and leave every other byte of it as it is."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from gpai_lint.artifacts.yaml_document import compose
from gpai_lint.errors import ArtifactError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from gpai_lint.artifacts.interface import Node

#: A first configuration, for a directory without one.
EMPTY = "version: 1\n"

#: Lines as a parser of YAML counts them.
_LINES = re.compile(r"[^\n]*\n|[^\n]+")

_PLAIN = re.compile(r"(?!git@)[A-Za-z0-9./][A-Za-z0-9._/@+=-]*(?::[A-Za-z0-9._/@+=:-]*(?:#[A-Za-z0-9._/=-]+)?)?")


def with_pack(text: str, entry: Mapping[str, str]) -> str:
    """Return a configuration's text with one more pack: its ``source``, and other keys if there are any.

    Raises ``UsageError`` where the list is written in a way that cannot be extended without touching the rest.
    """
    root = compose(text, "gpai-lint.yaml") if text.strip() else None
    packs = root.get("packs") if root is not None else None
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = _LINES.findall(text)
    if packs is None:
        last = newline if text and not text.endswith(("\n", "\r")) else ""
        changed = f"{text}{last}packs:{newline}" + _block(entry, "", newline)
    elif not (isinstance(packs.value, list) and packs.value):
        changed = _into_brackets(lines, packs, entry)
    elif _line(lines, packs.value[0].span.line).lstrip().startswith("-"):
        first = _line(lines, packs.value[0].span.line)
        indent = first[: len(first) - len(first.lstrip())]
        end = max(_last_line(packs), 1)
        if not lines[end - 1].endswith(("\n", "\r")):
            lines[end - 1] += newline
        changed = "".join([*lines[:end], _block(entry, indent, newline), *lines[end:]])
    else:
        changed = _into_brackets(lines, packs, entry)
    values = _plain(text)
    wanted = dict(entry) if len(entry) > 1 else entry["source"]
    _check(changed, {**values, "packs": [*values.get("packs", []), wanted]}, _block(entry, "", "\n"))
    return changed


def with_source(text: str, number: int, old: str, new: str) -> str:
    """Return a configuration's text with another source for the pack with an index; raise ``UsageError`` as above."""
    packs = compose(text, "gpai-lint.yaml").get("packs")
    node = packs.value[number] if packs is not None and isinstance(packs.value, list) else None
    if node is not None and isinstance(node.value, dict):
        node = node.get("source")
    lines = _LINES.findall(text)
    values = _plain(text)
    entry = values["packs"][number]
    if node is not None and lines[node.span.line - 1].count(old) == 1:
        lines[node.span.line - 1] = lines[node.span.line - 1].replace(old, new)
    changed = "".join(lines)
    values["packs"][number] = {**entry, "source": new} if isinstance(entry, dict) else new
    _check(changed, values, f"source: {new}\n")
    return changed


def read_text(path: Path) -> str:
    """Return a configuration's text with its line ends as they are; raise ``UsageError`` if it cannot be read."""
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"'{path}' cannot be read: {error}.") from error


def write_text(path: Path, text: str) -> None:
    """Write a configuration, at once or not at all; raise ``UsageError`` if it cannot be written."""
    write_bytes(path, text.encode())


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file, at once or not at all, with the permissions it has; raise ``UsageError`` if it cannot be."""
    path = path.resolve()  # A link stays one.
    new = path.with_name(f".{path.name}.new")
    try:
        new.write_bytes(content)
        if path.exists():
            new.chmod(path.stat().st_mode)
        new.replace(path)
    except OSError as error:
        raise UsageError(f"'{path}' cannot be written: {error.strerror}.") from error


def _block(entry: Mapping[str, str], indent: str, newline: str) -> str:
    rows = (
        [f"{key}: {_scalar(value)}" for key, value in entry.items()] if len(entry) > 1 else [_scalar(entry["source"])]
    )
    return "".join(f"{indent}{'  ' if number else '- '}{row}{newline}" for number, row in enumerate(rows))


def _into_brackets(lines: list[str], packs: Node, entry: Mapping[str, str]) -> str:
    """Extend a list in brackets after its last entry."""
    at = packs.span.end_line - 1
    closing = sum(map(len, lines[:at])) + packs.span.end_column - 2
    text = "".join(lines)
    before = text[:closing].rstrip()
    flow = json.dumps(dict(entry), ensure_ascii=False) if len(entry) > 1 else json.dumps(entry["source"])
    comma = "" if before.endswith("[") else " " if before.endswith(",") else ", "
    return f"{before}{comma}{flow}{text[len(before) :]}"


def _line(lines: list[str], number: int) -> str:
    return lines[number - 1]


def _last_line(node: Node) -> int:
    """Return the line on which the last scalar of a block ends; what a parser calls its end lies further down."""
    if isinstance(node.value, dict) and node.value:
        return max(_last_line(child) for child in node.value.values())
    if isinstance(node.value, list) and node.value:
        return max(_last_line(child) for child in node.value)
    return node.span.end_line


def _scalar(text: str) -> str:
    return text if _PLAIN.fullmatch(text) and not text.endswith(":") else json.dumps(text, ensure_ascii=False)


def _plain(text: str) -> dict[str, Any]:
    values = compose(text, "gpai-lint.yaml").plain() if text.strip() else {}
    return dict(values) if isinstance(values, dict) else {}


def _check(changed: str, wanted: Mapping[str, Any], by_hand: str) -> None:
    """Refuse a change that says anything else than what was wanted."""
    try:
        said = compose(changed, "gpai-lint.yaml").plain()
    except ArtifactError:
        said = None
    if said != wanted:
        raise UsageError(
            "gpai-lint.yaml is written in a way that cannot be changed without touching the rest.",
            hint=f"Write it under 'packs' by hand: {by_hand.strip()}",
        )
