"""What a repository's configuration declares, with the place of every value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from gpai_lint.location import Location, Span

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from gpai_lint.artifacts.interface import Node


class DeclaredDocument(NamedTuple):
    """A document that the configuration names: by ``path`` (relative to the checked root) or by ``url``.

    ``models`` are the paths of the models it is about, empty for all.
    """

    kind: str
    path: str
    url: str
    location: Location
    models: tuple[str, ...] = ()
    public: bool = True
    date: str = ""


class DeclaredModel(NamedTuple):
    """An entry of ``models``: its path relative to the checked root, its name, and all values as written."""

    path: str
    name: str
    values: Mapping[str, Any]
    location: Location


class DeclaredPack(NamedTuple):
    """An entry of ``packs``: its source, what verifies its signature, and all values as written.

    ``key`` is the path of a public key or ``env:NAME``, empty where no signature is asked for; ``algorithm`` is that of
    JSON Web Algorithms (RFC 7518), empty for the one that fits the key; ``scope`` is the scope that the signature has.
    """

    source: str
    location: Location
    key: str = ""
    algorithm: str = ""
    scope: str = ""
    values: Mapping[str, Any] = {}


class Configuration(NamedTuple):
    """The configuration of one run; empty without a file.

    ``file`` is the configuration's path relative to the checked root (``../`` where it lies above), ``values`` its
    plain content with attestations read in from their own file. ``folder`` is the directory it lies in, to which the
    paths of packs are relative.
    """

    file: str = ""
    values: Mapping[str, Any] = {}
    documents: tuple[DeclaredDocument, ...] = ()
    models: tuple[DeclaredModel, ...] = ()
    packs: tuple[DeclaredPack, ...] = ()
    exclude: tuple[str, ...] = ()
    rules: Mapping[str, str] = {}
    root: Node | None = None
    folder: Path | None = None
    attestations_file: str = ""
    attestations: Node | None = None
    waivers_file: str = ""
    waivers: Node | None = None

    def locate(self, pointer: str) -> Location | None:
        """Return the place of the value under a JSON pointer, or of its nearest ancestor; None without a file."""
        if self.attestations is not None and pointer.startswith("/attestations"):
            return _find(self.attestations, pointer.removeprefix("/attestations"), self.attestations_file)
        if self.waivers is not None and pointer.startswith("/waivers"):
            return _find(self.waivers, pointer.removeprefix("/waivers"), self.waivers_file)
        if self.root is None:
            return None
        return _find(self.root, pointer, self.file)


def _find(node: Node, pointer: str, file: str) -> Location:
    found = ""
    for step in pointer.split("/")[1:]:
        key = step.replace("~1", "/").replace("~0", "~")
        if isinstance(node.value, dict) and key in node.value:
            node = node.value[key]
        elif isinstance(node.value, list) and key.isdigit() and int(key) < len(node.value):
            node = node.value[int(key)]
        else:
            break
        found += f"/{step}"
    span = node.key_span or node.span
    # A mapping's own span reaches over all of it; a finding points at one line.
    if span.end_line != span.line:
        span = Span(span.line, span.column, span.line, span.column + 1)
    return Location(file, span, anchor=found or "/")
