"""What the parsers return: prose documents, structured documents and weight headers, all with positions."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple, TypeAlias

from gpai_lint.location import Span

Scalar: TypeAlias = "str | int | float | bool | None"

#: Where the pieces of a text stand in the file: (index into the text, line, column), in order of index. A text without
#: marks is taken to run on from the start of its span, a line per ``\n``.
Marks: TypeAlias = "tuple[tuple[int, int, int], ...]"


def part_of(text: str, span: Span, marks: Marks, start: int, end: int) -> Span:
    """Return where ``text[start:end]`` stands in the file."""
    line, column = _position(text, span, marks, start)
    end_line, end_column = _position(text, span, marks, max(start, end - 1))
    return Span(line, column, end_line, end_column + (1 if end > start else 0))


def _position(text: str, span: Span, marks: Marks, index: int) -> tuple[int, int]:
    if marks:
        start, line, column = marks[max(bisect_right(marks, index, key=_index_of) - 1, 0)]
        return line, column + max(index - start, 0)
    before = text.count("\n", 0, index)
    if before:
        return span.line + before, index - text.rfind("\n", 0, index)
    return span.line, span.column + index


def _index_of(mark: tuple[int, int, int]) -> int:
    return mark[0]


class Node(NamedTuple):
    """A value of a YAML, JSON or JSON-like document.

    ``pointer`` is its JSON pointer. ``value`` is a scalar, a list of nodes or a mapping from key to node; ``text`` is
    the scalar as written. ``key_span`` is the span of its key where it has one.
    """

    pointer: str
    value: Scalar | list[Node] | dict[str, Node]
    span: Span
    text: str = ""
    key_span: Span | None = None

    def get(self, *keys: str) -> Node | None:
        """Return the node under a path of mapping keys, or None."""
        node: Node = self
        for key in keys:
            if not isinstance(node.value, dict) or key not in node.value:
                return None
            node = node.value[key]
        return node

    def plain(self) -> object:
        """Return the value without positions."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value


class Section(NamedTuple):
    """A heading and the text under it, down to the next heading of the same or a higher level.

    ``level`` is 0 for text before the first heading. ``path`` holds the titles from the document's top down to this
    one. ``span`` is the heading's; ``end_line`` is the last line of the section's own text and its subsections.
    """

    title: str
    level: int
    path: tuple[str, ...]
    span: Span
    end_line: int


class Block(NamedTuple):
    """A run of visible text; ``section`` is an index into ``sections``.

    ``kind`` is ``paragraph``, ``item``, ``quotation``, ``summary`` (of a folded part), ``footnote`` or ``code``. Line
    breaks of the source are kept as ``\n``, those that a reader sees as ``\n\n``. ``strong``, ``emphasis`` and ``code``
    are ranges of ``text``.
    """

    kind: str
    text: str
    span: Span
    section: int
    marks: Marks = ()
    strong: tuple[tuple[int, int], ...] = ()
    emphasis: tuple[tuple[int, int], ...] = ()
    code: tuple[tuple[int, int], ...] = ()

    def part(self, start: int, end: int) -> Span:
        """Return where ``text[start:end]`` stands in the file."""
        return part_of(self.text, self.span, self.marks, start, end)


class Cell(NamedTuple):
    """One table cell after row and column spans are resolved; a spanning cell appears once per place it covers.

    ``strong`` says that all of its text is set in bold.
    """

    text: str
    span: Span
    header: bool = False
    strong: bool = False
    marks: Marks = ()

    def part(self, start: int, end: int) -> Span:
        """Return where ``text[start:end]`` stands in the file."""
        return part_of(self.text, self.span, self.marks, start, end)


class Table(NamedTuple):
    """A table as a grid of cells, header rows included."""

    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int
    span: Span
    section: int


class Entry(NamedTuple):
    """A key and its value as a person writes them: ``**Key:** value``, ``- Key: value``, a two-column table row.

    ``value`` is empty for a key that stands alone, above the blocks it speaks of. ``block`` is the index of the block
    that holds the key, -1 for a table row.
    """

    key: str
    value: str
    key_span: Span
    value_span: Span
    section: int
    marks: Marks = ()
    block: int = -1

    def part(self, start: int, end: int) -> Span:
        """Return where ``value[start:end]`` stands in the file."""
        return part_of(self.value, self.value_span, self.marks, start, end)


class Link(NamedTuple):
    """A hyperlink: its visible text, its target and the link's span."""

    text: str
    target: str
    span: Span
    section: int


class Image(NamedTuple):
    """A picture: its alternative text, its source, the target of the link around it, and its span."""

    text: str
    source: str
    target: str
    span: Span
    section: int


class Comment(NamedTuple):
    """An HTML or YAML comment: never evidence, but it can bind a passage to an item or carry a waiver."""

    text: str
    span: Span


class Prose(NamedTuple):
    """A document for people: Markdown, PDF, DOCX, or plain text.

    ``lines`` are the text lines that positions refer to (for a PDF the extracted text, with ``pages`` giving for each
    line its page from 1). ``ticks`` are the answered choice boxes of a form.
    """

    lines: tuple[str, ...]
    sections: tuple[Section, ...]
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    entries: tuple[Entry, ...] = ()
    links: tuple[Link, ...] = ()
    comments: tuple[Comment, ...] = ()
    ticks: tuple[Tick, ...] = ()
    front_matter: Node | None = None
    pages: tuple[int, ...] = ()
    images: tuple[Image, ...] = ()
    faults: tuple[Unread, ...] = ()


class Tick(NamedTuple):
    """A choice in a form: its question, the option's label, and whether it is chosen.

    ``chosen`` is None when the mark is drawn and cannot be read from the text.
    """

    question: str
    option: str
    chosen: bool | None
    span: Span
    section: int


class Structured(NamedTuple):
    """A YAML, JSON, TOML, CSV or header document as a tree of nodes; ``comments`` where the format has them."""

    root: Node
    lines: tuple[str, ...]
    comments: tuple[Comment, ...] = ()


class Artifact(NamedTuple):
    """A file that was recognised and parsed.

    ``format`` is how it is written (``markdown``, ``pdf``, ``docx``, ``text``, ``yaml``, ``json``, ``csv``,
    ``safetensors``, ``gguf``, ``lfs``); ``kind`` is what it is for, in the vocabulary of
    :data:`gpai_lint.artifacts.kinds.KINDS` (``model_card``, ``license_file``, ``training_content_summary``, …).
    ``tentative`` is one that counts only if it turns out to be about the repository's model.
    """

    path: str
    format: str
    kind: str
    content: Prose | Structured
    size: int = 0
    title: str = ""
    title_span: Span = Span(1, 1, 1, 1)
    tentative: bool = False


class Unread(NamedTuple):
    """A file that should have been read and could not be: malformed, too large, not in UTF-8."""

    path: str
    reason: str
    span: Span = Span(1, 1, 1, 1)
