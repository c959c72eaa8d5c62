"""HTML as it stands inside Markdown: tags, comments and text with their offsets, in one pass and without a tree."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")
_ATTRIBUTE = re.compile(r"""([A-Za-z_:@][\w:.@-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=`]+)))?""")
_STOP = re.compile(r"[<>\"']")


class Token(NamedTuple):
    """A piece of HTML: ``kind`` is ``open``, ``close``, ``comment``, ``unclosed`` (comment) or ``text``.

    ``text`` is the tag's name in lower case, the comment's content, or the text as written.
    """

    kind: str
    text: str
    start: int
    end: int
    attributes: str = ""

    def attribute(self, name: str) -> str:
        """Return an attribute of a tag with its entities resolved, empty when it has none of that name."""
        for match in _ATTRIBUTE.finditer(self.attributes):
            if match[1].lower() == name:
                return html.unescape(match[2] or match[3] or match[4] or "")
        return ""

    def has(self, name: str) -> bool:
        """Tell whether a tag has an attribute, with a value or without."""
        return any(match[1].lower() == name for match in _ATTRIBUTE.finditer(self.attributes))


def tokens(source: str) -> Iterator[Token]:
    """Yield the tokens of a fragment in order; what is no tag is text."""
    at = text_from = 0
    while True:
        opening = source.find("<", at)
        if opening < 0:
            break
        token = _markup(source, opening)
        if token is None:
            at = opening + 1
            continue
        if opening > text_from:
            yield Token("text", source[text_from:opening], text_from, opening)
        yield token
        at = text_from = token.end
    if text_from < len(source):
        yield Token("text", source[text_from:], text_from, len(source))


def _markup(source: str, start: int) -> Token | None:
    if source.startswith("<!--", start):
        end = source.find("-->", start + 4)
        if end < 0:
            return Token("unclosed", source[start + 4 :], start, len(source))
        return Token("comment", source[start + 4 : end], start, end + 3)
    if source.startswith(("<!", "<?"), start):
        end = source.find(">", start)
        return None if end < 0 else Token("comment", "", start, end + 1)
    name = _NAME.match(source, start)
    if name is None:
        return None
    at = name.end()
    while stop := _STOP.search(source, at):
        mark = stop.group()
        if mark == "<":
            return None
        if mark == ">":
            kind = "close" if source[start + 1] == "/" else "open"
            return Token(kind, name[1].lower(), start, stop.end(), source[name.end() : stop.start()])
        at = source.find(mark, stop.end()) + 1
        if at == 0:
            return None
    return None
