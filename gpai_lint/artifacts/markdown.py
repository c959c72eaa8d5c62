"""Reads Markdown, with the HTML inside it, into a prose document with exact positions.

The structure comes from pulldown-cmark (CommonMark and GitHub's tables, task lists and strikethrough), which reports
the source range of everything it finds; runs of HTML are tokenised and drive the same builder, so that a table, a
heading or a bold key is the same whether it is written in Markdown or in HTML.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any, cast

from gpai_lint.artifacts import front_matter
from gpai_lint.artifacts.fences import without_open_fence
from gpai_lint.artifacts.html_tokens import tokens
from gpai_lint.artifacts.marks import EMPTY, TICKED
from gpai_lint.artifacts.pipe_rows import PipeRows
from gpai_lint.artifacts.prose_builder import ProseBuilder
from gpai_lint.artifacts.source_text import SourceText, decode
from gpai_lint.errors import ArtifactError
from gpai_lint.location import Location, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from gpai_lint.artifacts.html_tokens import Token
    from gpai_lint.artifacts.interface import Prose

#: A larger Markdown file is generated, not written: reading it would cost many seconds and tell nothing.
MAX_BYTES = 4_000_000

_BREAKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset"}
    | {"figcaption", "figure", "footer", "header", "hr", "html", "main", "nav", "ol", "p", "section", "ul"}
)
_HIDDEN = frozenset({"script", "style", "template", "head"})
_STRONG = frozenset({"b", "strong"})
_EMPHASIS = frozenset({"em", "i", "cite"})
_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_HEADING = re.compile(r"h([1-6])\Z")
#: Within so many bytes an HTML heading is closed; one that is not ends with the next paragraph.
_MAX_TITLE = 400
_POWER = re.compile(r"(?:^|\D)10\s?\Z")
#: The line under a table's head. The parser takes no tabs in it, though GitHub's Markdown does.
_RULED = re.compile(r"^ {0,3}[|:-][|: \t-]*\t[|: \t-]*$", re.MULTILINE)


def parse(path: str, data: bytes) -> Prose:
    """Return the document; raise ``ArtifactError`` if it is no UTF-8 text or larger than ``MAX_BYTES``.

    Front matter that is no YAML is reported in ``faults``, and the body is read all the same.
    """
    if len(data) > MAX_BYTES:
        raise ArtifactError(
            f"The file is larger than {MAX_BYTES // 1_000_000} MB and was not read.", Location(path, Span(1, 1, 1, 1))
        )
    text = decode(path, data)
    front = front_matter.split(path, text)
    body = text[front.body :]
    reader = _Reader(SourceText(body, front.body_line))
    reader.read(body)
    lines = tuple(text.split("\n"))
    return reader.builder.build(lines, front.root, (front.fault,) if front.fault else ())


class _Reader:
    """Turns the parser's events and the tokens of embedded HTML into calls of the builder."""

    def __init__(self, source: SourceText) -> None:
        self.builder = ProseBuilder(source)
        self._images: list[tuple[str, int, list[str]]] = []
        self._html: list[tuple[str, int]] = []
        self._in_html = False
        self._in_heading = False
        self._hidden = ""
        self._silent_until = 0
        self._heading_until = 0
        self._struck = 0
        self._code = False
        self._power = False
        self._bytes = source.text.encode()
        self._rows = PipeRows(self.builder, self._bytes)

    def read(self, body: str) -> None:
        """Read the body of a document."""
        import pyromark  # noqa: PLC0415  (only needed when there is a Markdown file)

        options = (
            pyromark.Options.ENABLE_TABLES
            | pyromark.Options.ENABLE_STRIKETHROUGH
            | pyromark.Options.ENABLE_TASKLISTS
            | pyromark.Options.ENABLE_FOOTNOTES
        )
        spaced = _RULED.sub(lambda line: line.group().replace("\t", " "), without_open_fence(body))
        for event, place in pyromark.events_with_range(spaced, options=options):
            start, end = place["start"], place["end"]
            if start < self._silent_until:
                continue
            if isinstance(event, str):
                self._bare(event, end)
                continue
            ((name, value),) = cast("dict[str, Any]", event).items()
            if name == "Text":
                self._text(value, start)
            elif name == "Start":
                self._start(value, start)
                if value == "Paragraph":
                    self._rows.begin(start, end)
            elif name == "End":
                self._end(value, end)
            elif name == "Code":
                self._text(value, start + 1, code=True)
            elif name == "TaskListMarker":
                self._text(f"{TICKED if value else EMPTY} ", start)
            elif name == "InlineHtml":
                self._fragment(value, [(0, start)])
            elif name == "Html":
                self._html.append((value, start))
        if self._html:
            self._html_block()

    def _bare(self, event: str, end: int) -> None:
        if event in {"SoftBreak", "HardBreak"}:
            if not self._rows.line(end):
                self.builder.line_break(hard=event == "HardBreak")
        elif event == "Rule":
            self.builder.flush()

    def _text(self, text: str, start: int, code: bool = False) -> None:
        if self._images:
            self._images[-1][2].append(text)
        elif not self._struck and not self._hidden and (code or not self._rows.text(text, start)):
            (self.builder.code if code else self.builder.text)(text, start)

    def _start(self, tag: Any, start: int) -> None:
        name, details = _split(tag)
        build = self.builder
        if name == "Paragraph":
            if build.kind not in {"item", "quotation", "footnote"}:
                build.begin("paragraph")
        elif name == "Heading":
            self._in_heading = True
            build.begin_heading()
        elif name == "Item":
            build.begin("item")
        elif name == "Strong":
            build.style("strong", True)
        elif name == "Emphasis":
            build.style("emphasis", True)
        elif name == "Link":
            build.open_link(details["dest_url"], start)
        elif name == "Image":
            self._images.append((details["dest_url"], start, []))
        elif name == "CodeBlock":
            build.begin("code")
        elif name == "HtmlBlock":
            self._html = []
        elif name == "Strikethrough":
            self._struck += self._bytes[start : start + 2] == b"~~"
        elif name == "BlockQuote":
            build.begin("quotation")
        elif name == "FootnoteDefinition":
            build.begin("footnote")
        elif name == "Table":
            build.begin_table(start)
        elif name == "TableHead":
            build.head(True)
            build.begin_row()
        elif name == "TableRow":
            build.begin_row()
        elif name == "TableCell":
            build.begin_cell(start)
        elif name == "List":
            build.flush()

    def _end(self, tag: Any, end: int) -> None:
        name, details = _split(tag)
        build = self.builder
        if name == "Paragraph":
            self._rows.end(end)
        if name in {"Paragraph", "Item", "CodeBlock", "BlockQuote", "FootnoteDefinition", "List"}:
            build.flush()
        elif name == "Heading":
            self._in_heading = False
            build.end_heading(int(str(details)[1:]))
        elif name in {"Strong", "Emphasis"}:
            build.style(name.lower(), False)
        elif name == "Link":
            build.close_link(end)
        elif name == "Image":
            if self._images:
                target, start, words = self._images.pop()
                build.image("".join(words), target, start, end)
        elif name == "Strikethrough":
            self._struck = max(0, self._struck - 1)
        elif name == "HtmlBlock":
            self._html_block()
        elif name == "Table":
            build.end_table(end)
        elif name == "TableHead":
            build.end_cell()
            build.head(False)
        elif name == "TableCell":
            build.end_cell()

    def _html_block(self) -> None:
        pieces, self._html = self._html, []
        marks, length = [], 0
        for text, start in pieces:
            marks.append((length, start))
            length += len(text)
        self._fragment("".join(text for text, _ in pieces), marks)

    def _fragment(self, source: str, marks: list[tuple[int, int]]) -> None:
        """Read a fragment of HTML whose pieces start at these byte offsets."""
        piece = 0

        def offset(index: int) -> int:
            nonlocal piece
            while piece + 1 < len(marks) and marks[piece + 1][0] <= index:
                piece += 1
            base, start = marks[piece]
            return start + len(source[base:index].encode())

        for token in tokens(source):
            start = offset(token.start)
            if token.kind == "text":
                if not self._hidden:
                    self._html_text(source, token, offset)
                continue
            end = offset(token.end - 1) + 1
            if token.kind == "comment":
                if token.text:
                    self.builder.comment(token.text, start, end)
            elif token.kind == "unclosed":
                # What follows is hidden wherever the page is shown, although the parser took it for text.
                close = self._bytes.find(b"-->", start)
                self._silent_until = len(self._bytes) if close < 0 else close + 3
                return
            elif self._hidden:
                if token.kind == "close" and token.text == self._hidden:
                    self._hidden = ""
            else:
                self._tag(token, start, end)

    def _html_text(self, source: str, token: Token, offset: Callable[[int], int]) -> None:
        for match in _LINE.finditer(source, token.start, token.end):
            if match.start() > 0 and source[match.start() - 1].isspace():
                self.builder.space()
            self.builder.text(html.unescape(match.group()), offset(match.start()))
        if source[token.end - 1].isspace():
            self.builder.space()

    def _tag(self, token: Token, start: int, end: int) -> None:
        build, name, opens = self.builder, token.text, token.kind == "open"
        heading = _HEADING.match(name)
        if heading:
            self._html_heading(int(heading[1]), opens, end)
        elif name in _BREAKS:
            # A heading is one line: what is centred in it is still its title.
            if not self._in_heading and start >= self._heading_until:
                build.flush()
        elif name == "pre" and opens:
            build.begin("code")
        elif name == "pre":
            build.flush()
        elif name in {"code", "kbd", "tt"}:
            build.style("code", opens)
        elif name == "br":
            build.line_break(hard=True)
        elif name in {"li", "summary"} and opens:
            build.begin("item" if name == "li" else name)
        elif name in {"li", "summary"}:
            build.flush()
        elif name in _STRONG or name in _EMPHASIS:
            build.style("strong" if name in _STRONG else "emphasis", opens)
        elif name == "a":
            if opens:
                build.open_link(token.attribute("href"), start)
            else:
                build.close_link(end)
        elif name in {"img", "image"}:  # browsers take the second for the first
            build.image(token.attribute("alt"), token.attribute("src"), start, end)
        elif name == "input":
            build.text(_box(token), start)
        elif name == "sup":
            if opens and _POWER.search(build.tail(8)):
                build.text("^", start)
        elif name == "table" and opens:
            build.begin_table(start)
        elif name == "table":
            build.end_table(end)
        elif name == "thead":
            build.head(opens)
        elif name == "tr" and opens:
            build.begin_row()
        elif name in {"td", "th"} and opens:
            build.begin_cell(start, name == "th", token.attribute("rowspan"), token.attribute("colspan"))
        elif name in {"td", "th", "tr"}:
            build.end_cell()
        elif name in _HIDDEN and opens and not token.attributes.endswith("/"):
            self._hidden = name

    def _html_heading(self, level: int, opens: bool, end: int) -> None:
        if opens:
            self.builder.begin_heading()
            self._heading_until = max(self._bytes.find(b"</h", end, end + _MAX_TITLE), 0)
        else:
            self.builder.end_heading(level)


def _box(token: Token) -> str:
    """Return the sign of a box that can be ticked, empty for any other control."""
    if token.attribute("type").lower() != "checkbox":
        return ""
    return "☒ " if token.has("checked") else "☐ "


def _split(tag: Any) -> tuple[str, Any]:
    """Return name and details of a tag, which is a name alone when it has no details."""
    if isinstance(tag, str):
        return tag, None
    ((name, details),) = tag.items()
    return name, details
