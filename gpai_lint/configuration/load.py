"""Find ``gpai-lint.yaml``, check it against its schema, and resolve its paths to the checked root."""

from __future__ import annotations

import os
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from gpai_lint.artifacts.interface import Node
from gpai_lint.configuration.interface import Configuration, DeclaredDocument, DeclaredModel, DeclaredPack
from gpai_lint.errors import ArtifactError, UsageError
from gpai_lint.location import Location, Span
from gpai_lint.repository.working_tree import git_root, is_within
from gpai_lint.tables import load_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from jsonschema.exceptions import ValidationError

#: The names under which a configuration is found, in this order.
NAMES = ("gpai-lint.yaml", "gpai-lint.yml", ".gpai-lint.yaml")

#: A configuration is written by hand; one larger than this is a mistake.
MAX_BYTES = 1_000_000


class Files:
    """The files that a configuration is read from and speaks of: those on disk."""

    def has(self, path: Path) -> bool:
        """Return whether there is a file."""
        try:
            return path.is_file()
        except OSError:
            return False

    def read(self, path: Path) -> bytes:
        """Return a file's content; raise ``OSError`` if it cannot be read."""
        return path.read_bytes()


_DISK = Files()


def find_configuration(root: Path, store: Files = _DISK) -> Path | None:
    """Return the nearest configuration from ``root`` upward, not further than the top of its git work tree.

    Raises ``UsageError`` for a symbolic link that leads out of there: what it names is not the repository's to show.
    """
    start = root.resolve()
    top = git_root(start) or start
    for folder in (start, *start.parents):
        for name in NAMES:
            if store.has(folder / name):
                if not is_within((folder / name).resolve(), top):
                    place = Location(Path(os.path.relpath(folder / name, start)).as_posix(), Span(1, 1, 1, 1))
                    raise UsageError("The configuration is a symbolic link that leads outside the repository.", place)
                return folder / name
        if folder == top:
            return None
    return None


def load_configuration(path: Path | None, root: Path, store: Files = _DISK) -> Configuration:
    """Read a configuration; an empty one for None.

    Raises ``UsageError`` with file, line and column for a file that is no YAML, for an unknown key (with the nearest
    valid name) and for a value of the wrong type.
    """
    if path is None:
        return Configuration()
    shown = _relative(path, root)
    node = _compose(path, shown, store)
    _validate(node, shown, load_schema())
    return _build(node, shown, path.parent.resolve(), root.resolve(), store)


def load_schema() -> Mapping[str, Any]:
    """Return the JSON Schema of ``gpai-lint.yaml``."""
    schema: dict[str, Any] = load_table("schemas/gpai-lint.schema")
    return schema


def nearest_name(name: str, names: Iterable[str]) -> str | None:
    """Return a sentence that suggests the valid name nearest to a wrong one, or None."""
    matches = get_close_matches(name, list(names), n=1, cutoff=0.6)
    return f"Did you mean '{matches[0]}'?" if matches else None


def _relative(path: Path, root: Path) -> str:
    return Path(os.path.relpath(path.resolve(), root.resolve())).as_posix()


def _compose(path: Path, shown: str, store: Files) -> Node:
    from gpai_lint.artifacts.yaml_document import compose  # noqa: PLC0415 - most repositories have no configuration

    top = Location(shown, Span(1, 1, 1, 1))
    try:
        data = store.read(path)
    except OSError as error:
        raise UsageError(f"The configuration cannot be read: {error.strerror}.", top) from error
    if len(data) > MAX_BYTES:
        raise UsageError(f"The configuration is larger than {MAX_BYTES} bytes.", top)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UsageError("The configuration is not in UTF-8.", Location(shown, Span(line, 1, line, 1))) from error
    if not text.strip():
        return Node("", {}, Span(1, 1, 1, 1))
    try:
        return compose(text, shown)
    except ArtifactError as error:
        raise UsageError(error.message, error.location, error.hint) from error


def _validate(node: Node, shown: str, schema: Mapping[str, Any]) -> None:
    from jsonschema import Draft202012Validator  # noqa: PLC0415
    from jsonschema.exceptions import relevance  # noqa: PLC0415

    validator = Draft202012Validator(schema)
    found = {
        (location.span, message): UsageError(message, location, hint)
        for error in validator.iter_errors(node.plain())
        for message, location, hint in _told(_deepest(error, relevance), node, shown)
    }
    if found:
        first, *others = (found[key] for key in sorted(found))
        first.others = tuple(others)
        raise first


def _deepest(error: ValidationError, relevance: Any) -> ValidationError:
    """Follow the branch of a ``oneOf`` that fits best: the message shall speak of the value, not of the schema."""
    while error.context:
        fitting = [branch for branch in error.context if branch.validator != "type"] or error.context
        error = max(fitting, key=lambda branch: (len(branch.absolute_path), relevance(branch)))
    return error


def _told(error: Any, root: Node, shown: str) -> Iterator[tuple[str, Location, str | None]]:
    """Yield message, place and hint for what a validator found wrong."""
    node = _follow(root, error.absolute_path)
    pointer = "/" + "/".join(str(step) for step in error.absolute_path) if error.absolute_path else "the file"
    if error.validator == "additionalProperties" and isinstance(node.value, dict):
        allowed = list(error.schema.get("properties", {}))
        for unknown in (key for key in node.value if key not in allowed):
            span = node.value[unknown].key_span or node.value[unknown].span
            nearest = nearest_name(unknown, allowed) or f"Allowed here: {', '.join(allowed)}."
            yield f"Unknown key '{unknown}' in {pointer}.", Location(shown, span), nearest
        return
    span = node.span
    hint: str | None = None
    if error.validator == "enum":
        allowed = [str(value) for value in error.validator_value]
        message = f"'{error.instance}' is not allowed for {pointer}."
        hint = nearest_name(str(error.instance), allowed) or f"Allowed: {', '.join(allowed)}."
        if error.schema_path and "propertyNames" in error.absolute_schema_path and isinstance(node.value, dict):
            entry = node.value.get(str(error.instance))
            span = (entry.key_span or entry.span) if entry else span
    elif error.validator == "type":
        found = node.text or type(error.instance).__name__
        message = f"{pointer} must be of type {_types(error.validator_value)}, not '{found}'."
    elif error.validator == "required":
        missing = [key for key in error.validator_value if key not in error.instance]
        names = "', '".join(missing)
        message = f"{pointer} lacks the key{'s' if len(missing) > 1 else ''} '{names}'."
    elif error.validator == "pattern":
        message = f"'{node.text}' is not valid for {pointer}."
        hint = error.schema.get("description")
    else:
        message = f"{pointer}: {error.message}."
    if span.end_line != span.line:
        span = Span(span.line, span.column, span.line, span.column + 1)
    yield message, Location(shown, span), hint


def _types(value: str | list[str]) -> str:
    return value if isinstance(value, str) else " or ".join(value)


def _follow(node: Node, path: Iterable[str | int]) -> Node:
    for step in path:
        if isinstance(node.value, dict):
            node = node.value[str(step)]
        elif isinstance(node.value, list):
            node = node.value[int(step)]
    return node


def _build(node: Node, shown: str, folder: Path, root: Path, store: Files) -> Configuration:
    values: dict[str, Any] = dict(node.plain())  # type: ignore[call-overload]
    configuration = Configuration(file=shown, root=node)

    def place(pointer: str) -> Location:
        return configuration.locate(pointer) or Location(shown, Span(1, 1, 1, 1))

    models = tuple(
        DeclaredModel(
            path=_rebase(model["path"], folder, root, place(f"/models/{i}/path")),
            name=model.get("name", ""),
            values=model,
            location=place(f"/models/{i}"),
        )
        for i, model in enumerate(values.get("models", []))
    )
    documents = tuple(
        _document(kind, entry, place(pointer), folder, root, store)
        for kind, entries in values.get("documents", {}).items()
        for pointer, entry in _entries(kind, entries)
    )
    lists: dict[str, tuple[str, Node | None]] = {"attestations": ("", None), "waivers": ("", None)}
    for key in lists:
        if isinstance(values.get(key), str):
            path = (folder / values[key]).resolve()
            if not is_within(path, folder):
                raise UsageError(f"The {key} file lies outside the configuration's directory.", place(f"/{key}"))
            file, entries = _list_file(key, path, root, store)
            lists[key] = file, entries
            values[key] = entries.plain()
    return Configuration(
        file=shown,
        values=values,
        documents=documents,
        models=models,
        packs=tuple(_pack(entry, i, place) for i, entry in enumerate(values.get("packs", []))),
        exclude=tuple(values.get("exclude", [])),
        rules=values.get("rules", {}),
        root=node,
        folder=folder,
        attestations_file=lists["attestations"][0],
        attestations=lists["attestations"][1],
        waivers_file=lists["waivers"][0],
        waivers=lists["waivers"][1],
    )


def _pack(entry: Any, number: int, place: Callable[[str], Location]) -> DeclaredPack:
    if isinstance(entry, str):
        return DeclaredPack(entry, place(f"/packs/{number}"), values={"source": entry})
    return DeclaredPack(
        source=entry["source"],
        location=place(f"/packs/{number}/source"),
        key=entry.get("key", ""),
        algorithm=entry.get("algorithm", ""),
        scope=entry.get("scope", ""),
        values=entry,
    )


def _list_file(key: str, path: Path, root: Path, store: Files) -> tuple[str, Node]:
    """Read a list that the configuration keeps in a file of its own, with or without its key above it."""
    shown = _relative(path, root)
    node = _compose(path, shown, store)
    entries = node.get(key) or node
    schema = load_schema()
    inline = schema["properties"][key]["oneOf"][1]
    _validate(entries, shown, {**inline, "$defs": schema["$defs"]})
    return shown, entries


def _entries(kind: str, entries: Any) -> list[tuple[str, Any]]:
    if isinstance(entries, list):
        return [(f"/documents/{kind}/{i}", entry) for i, entry in enumerate(entries)]
    return [(f"/documents/{kind}", entries)]


def _document(kind: str, entry: Any, location: Location, folder: Path, root: Path, store: Files) -> DeclaredDocument:
    if isinstance(entry, str):
        entry = {"url": entry} if entry.startswith(("http://", "https://")) else {"path": entry}
    path = _rebase(entry["path"], folder, root, location) if "path" in entry else ""
    if os.path.normpath(entry.get("path", "")).startswith(".."):
        raise UsageError(f"'{entry['path']}' lies outside the directory of the configuration.", location)
    if path and not store.has(root / path):
        raise UsageError(f"There is no file '{entry['path'][:200]}'.", location)
    return DeclaredDocument(
        kind=kind,
        path=path,
        url=entry.get("url", ""),
        location=location,
        models=tuple(_rebase(model, folder, root, location) for model in entry.get("models", [])),
        public=entry.get("public", True),
        date=entry.get("date", ""),
    )


def _rebase(path: str, folder: Path, root: Path, location: Location) -> str:
    """Turn a path relative to the configuration's directory into one relative to the checked root."""
    if PurePosixPath(path).is_absolute():
        raise UsageError(f"'{path}' is an absolute path; paths are relative to the configuration file.", location)
    try:
        return Path(os.path.relpath((folder / path).resolve(), root)).as_posix()
    except (OSError, ValueError) as error:
        raise UsageError(f"'{path[:80]}' cannot be a path: {error}.", location) from error
