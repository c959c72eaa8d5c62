"""YAML as a tree of nodes with exact positions, built from libyaml's events.

Nothing is constructed: tags only choose between string, number, boolean and null, and a tag that asks for more is an
error. Plain scalars follow YAML 1.2 (the core schema), so that the country ``no``, the date ``2025-08-02`` and the time
``12:30`` stay what they are: text. Two readings are wider than the core schema, because cards use them: digits may be
grouped by underscores (``24_700_000``) and an exponent needs no sign (``1e25``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from gpai_lint.artifacts.interface import Comment, Node, Structured
from gpai_lint.artifacts.scalars import MAX_VALUES, number, pointer_to
from gpai_lint.artifacts.source import Source
from gpai_lint.artifacts.source_text import decode
from gpai_lint.errors import ArtifactError
from gpai_lint.location import Location, Span

if TYPE_CHECKING:
    from collections.abc import Collection

    from gpai_lint.artifacts.interface import Scalar

MAX_DEPTH = 100
"""Nesting beyond this is an attack or an accident; real documents stay below 20."""

MAX_ALIASED_NODES = 10_000
"""How many nodes aliases may add in all: enough for shared defaults, too few for a billion laughs."""

_TAG = "tag:yaml.org,2002:"
_SCALAR_TAGS = {f"{_TAG}{name}" for name in ("str", "int", "float", "bool", "null", "timestamp", "binary")}
_COLLECTION_TAGS = {f"{_TAG}{name}" for name in ("map", "seq", "set", "omap")}

_CONSTANTS: dict[str, Scalar] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)+")
_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\n]*", re.MULTILINE)
_BLOCK_HEADER_COMMENT = re.compile(r"[|>][^\s#]*[ \t]+(#[^\n]*)")


def parse(path: str, data: bytes) -> Structured:
    """Return a YAML file as a tree with its comments; raise ``ArtifactError`` at the place that does not parse."""
    composer = _Composer(Source(path, decode(path, data)))
    root = composer.document()
    return Structured(root, composer.source.lines, tuple(composer.comments()))


def compose(text: str, path: str, first_line: int = 1, *, foreign_tags: bool = False) -> Node:
    """Return the tree of a YAML text that starts on line ``first_line`` of the file ``path``, as front matter does.

    With ``foreign_tags``, those of other tools (``!Ref``) are disregarded: a scalar is a text, a collection itself.
    Raises ``ArtifactError``, with the place in the file, for malformed YAML, duplicate keys, tags that would construct
    objects, more than one document, and nesting, aliases or values beyond the bounds.
    """
    return _Composer(Source(path, text, first_line), foreign_tags=foreign_tags).document()


def scalar(text: str) -> Scalar:
    """Return the value of a plain scalar; what is no finite number, boolean or null is text."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    value = number(text)
    return text if value is None else value


class _Composer:
    """Builds nodes from the parser's events, one document at a time."""

    def __init__(self, source: Source, *, foreign_tags: bool = False) -> None:
        self.source = source
        self._foreign_tags = foreign_tags
        self._anchors: dict[str, Node | None] = {}
        self._aliased = 0
        self._values = 0
        self._scalars: list[tuple[int, int]] = []
        try:
            # Bytes, because a lone surrogate in the text would fail while it is encoded and not as YAML.
            self._parser = yaml.CSafeLoader(source.text.encode("utf-8", errors="replace"))
        except yaml.YAMLError as error:
            raise self._syntax_error(error) from None

    def document(self) -> Node:
        """Return the root of the only document of the stream."""
        try:
            self._next()  # the start of the stream
            event = self._next()
            if isinstance(event, yaml.StreamEndEvent):
                return Node("", None, self.source.span(0, 0))
            root = self._node(self._next(), "", 0)
            self._next()  # the end of the document
            event = self._next()
            if not isinstance(event, yaml.StreamEndEvent):
                raise self._error("The file holds more than one YAML document.", event)
            return root
        except yaml.YAMLError as error:
            raise self._syntax_error(error) from None
        finally:
            self._parser.dispose()

    def comments(self) -> list[Comment]:
        """Return the comments: libyaml drops them, so they are looked for between the scalars."""
        text = self.source.text
        found: list[tuple[int, int]] = []
        position = 0
        for start, end in [*self._scalars, (len(text), len(text))]:
            found += [match.span() for match in _COMMENT.finditer(text, position, start)]
            header = _BLOCK_HEADER_COMMENT.match(text, start, end)
            if header:
                found.append(header.span(1))
            position = max(position, end)
        return [
            Comment(text[start + 1 : end].strip(), self.source.span(start, start + len(text[start:end].rstrip())))
            for start, end in found
        ]

    def _next(self) -> Any:
        return self._parser.get_event()

    def _node(self, event: Any, pointer: str, depth: int, key: Span | None = None) -> Node:
        if depth > MAX_DEPTH:
            raise self._error(f"The document is nested more than {MAX_DEPTH} levels deep.", event)
        self._values += 1
        if self._values > MAX_VALUES:
            raise self._error(f"The document holds more than {MAX_VALUES} values.", event)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, pointer, depth)._replace(key_span=key)
        anchor = event.anchor
        if anchor:
            self._anchors[anchor] = None  # known but unfinished: an alias to it from inside would never end
        if isinstance(event, yaml.ScalarEvent):
            node = self._scalar(event, pointer, key)
        elif isinstance(event, yaml.MappingStartEvent):
            node = self._mapping(event, pointer, depth, key)
        else:
            node = self._sequence(event, pointer, depth, key)
        if anchor:
            self._anchors[anchor] = node
        return node

    def _scalar(self, event: Any, pointer: str, key: Span | None = None) -> Node:
        foreign = self._is_foreign(event, _SCALAR_TAGS)
        start, end = event.start_mark.index, event.end_mark.index
        self._scalars.append((start, end))
        written = self.source.text[start:end]
        if event.anchor or event.tag:
            properties = _PROPERTIES.match(written)
            start += properties.end() if properties else 0
        end -= len(written) - len(written.rstrip()) if end > start else 0
        plain = event.implicit[0] or not (foreign or event.tag in {None, "!", f"{_TAG}str"})
        value = scalar(event.value) if plain else event.value
        return Node(pointer, value, self.source.span(start, max(start, end)), event.value, key)

    def _sequence(self, event: Any, pointer: str, depth: int, key: Span | None) -> Node:
        self._is_foreign(event, _COLLECTION_TAGS)
        children: list[Node] = []
        while not isinstance(after := self._next(), yaml.SequenceEndEvent):
            children.append(self._node(after, f"{pointer}/{len(children)}", depth + 1))
        return Node(pointer, children, self._collection_span(event, after, children[-1:]), "", key)

    def _mapping(self, event: Any, pointer: str, depth: int, key: Span | None) -> Node:
        self._is_foreign(event, _COLLECTION_TAGS)
        children: dict[str, Node] = {}
        merged: dict[str, Node] = {}
        last: list[Node] = []
        while not isinstance(after := self._next(), yaml.MappingEndEvent):
            if not isinstance(after, yaml.ScalarEvent):
                raise self._error("A mapping's key is not a scalar.", after)
            name = self._scalar(after, pointer)
            if after.anchor:
                self._anchors[after.anchor] = name
            if name.text in children:
                raise self._error(f"The key '{_shortened(name.text)}' is given twice.", after)
            if name.text == "<<" and after.implicit[0]:
                value = self._node(self._next(), pointer, depth + 1)
                self._merge(value, merged, after, pointer, depth)
            else:
                value = self._node(self._next(), pointer_to(pointer, name.text), depth + 1, name.span)
                children[name.text] = value
            last = [value]
        for inherited, node in merged.items():
            children.setdefault(inherited, node)
        return Node(pointer, children, self._collection_span(event, after, last), "", key)

    def _merge(self, value: Node, merged: dict[str, Node], event: Any, pointer: str, depth: int) -> None:
        """Add the keys of a YAML 1.1 merge (``<<: *defaults``); of several mappings the first has precedence."""
        for mapping in value.value if isinstance(value.value, list) else [value]:
            if not isinstance(mapping.value, dict):
                raise self._error("Only a mapping can be merged with '<<'.", event)
            for name, node in mapping.value.items():
                if name not in merged:
                    merged[name] = self._copy(node, pointer_to(pointer, name), depth + 1, event)

    def _alias(self, event: Any, pointer: str, depth: int) -> Node:
        if event.anchor not in self._anchors:
            raise self._error(f"The alias '*{event.anchor}' names no anchor.", event)
        target = self._anchors[event.anchor]
        if target is None:
            raise self._error(f"The alias '*{event.anchor}' refers to what contains it.", event)
        span = self.source.span(event.start_mark.index, event.end_mark.index)
        return self._copy(target, pointer, depth, event)._replace(span=span)

    def _copy(self, node: Node, pointer: str, depth: int, event: Any) -> Node:
        """Return the node at another pointer; its parts keep the positions where they are written."""
        self._aliased += 1
        if self._aliased > MAX_ALIASED_NODES or depth > MAX_DEPTH:
            raise self._error("The aliases expand to more than a document may hold.", event)
        value = node.value
        if isinstance(value, dict):
            value = {key: self._copy(child, pointer_to(pointer, key), depth + 1, event) for key, child in value.items()}
        elif isinstance(value, list):
            value = [self._copy(child, f"{pointer}/{index}", depth + 1, event) for index, child in enumerate(value)]
        return node._replace(pointer=pointer, value=value)

    def _collection_span(self, start: Any, end: Any, last: list[Node]) -> Span:
        """Return where a collection stands; a block collection ends with its last part, not where the next begins."""
        if start.flow_style or not last:
            return self.source.span(start.start_mark.index, end.end_mark.index)
        first = self.source.span(start.start_mark.index, start.start_mark.index)
        return Span(first.line, first.column, last[0].span.end_line, last[0].span.end_column)

    def _is_foreign(self, event: Any, known: Collection[str]) -> bool:
        """Return whether a node has a tag of another tool; raise ``ArtifactError`` where those are not allowed."""
        foreign = bool(event.tag) and event.tag != "!" and event.tag not in known
        if foreign and not self._foreign_tags:
            raise self._error(f"The tag '{event.tag}' is not supported.", event)
        return foreign

    def _error(self, message: str, event: Any) -> ArtifactError:
        return self.source.error(message, event.start_mark.index)

    def _syntax_error(self, error: yaml.YAMLError) -> ArtifactError:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be parsed"
        message = f"The YAML does not parse: {problem}."
        if mark is not None:
            # An error's mark has no offset when libyaml made it: only a line and a column.
            line, column = mark.line + self.source.first_line, mark.column + 1
            return ArtifactError(message, Location(self.source.path, Span(line, column, line, column + 1)))
        return self.source.error(message, 0)


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
