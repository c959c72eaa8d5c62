"""The YAML block at the top of a Markdown file: where it ends, and its tree of nodes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from gpai_lint.artifacts.interface import Unread
from gpai_lint.errors import ArtifactError
from gpai_lint.location import Span

if TYPE_CHECKING:
    from gpai_lint.artifacts.interface import Node

_FENCE = re.compile(r"-{3}[ \t]*(?:\n|\Z)")
_END = re.compile(r"^(?:-{3}|\.{3})[ \t]*$", re.MULTILINE)
_KEY = re.compile(r"^[\"']?[A-Za-z_][\w .-]*[\"']?[ \t]*:(?:[ \t]|$)", re.MULTILINE)
#: What a template has in the place of its front matter: an expression to be filled in, and comments.
_UNFILLED = re.compile(r"(?=[^{]*\{\{)(?:[ \t]*(?:#[^\n]*|\{\{[^\n{}]*\}\})?[ \t]*\n)+")


class FrontMatter(NamedTuple):
    """The block: its tree (None if malformed), where the body starts in the text and at which line, and the fault."""

    root: Node | None
    body: int
    body_line: int
    fault: Unread | None = None


def split(path: str, text: str) -> FrontMatter:
    """Find the front matter of a text.

    A block that is never closed is a thematic break and part of the body, as is one that holds no mapping. A closed
    block with keys that is no YAML is a fault: the body is read all the same. What a template left unfilled holds
    nothing.
    """
    nothing = FrontMatter(None, 0, 1)
    opening = _FENCE.match(text)
    closing = _END.search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        return nothing
    block = text[opening.end() : closing.start()]
    body = min(closing.end() + 1, len(text))
    body_line = text.count("\n", 0, body) + 1
    if _UNFILLED.fullmatch(block):
        return FrontMatter(None, body, body_line)
    if block.strip() and not _KEY.search(block):
        return nothing
    from gpai_lint.artifacts.yaml_document import compose  # noqa: PLC0415  (PyYAML loads only for a block that is there)

    try:
        root = compose(block, path, first_line=2)
    except ArtifactError as error:
        span = error.location.span if error.location else Span(1, 1, 1, 4)
        return FrontMatter(
            None, body, body_line, Unread(path, f"The front matter cannot be read: {error.message}", span)
        )
    if not isinstance(root.value, dict):
        return nothing
    return FrontMatter(root, body, body_line)
