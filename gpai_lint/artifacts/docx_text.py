"""The text of a Word document's XML: paragraphs, tables and tick boxes, in one pass over the parser's events."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from gpai_lint.artifacts.docx_xml import walk
from gpai_lint.artifacts.interface import Link
from gpai_lint.artifacts.line_prose import LineProse
from gpai_lint.artifacts.marks import EMPTY, TICKED, marks_in
from gpai_lint.artifacts.repair import repair_line, visible
from gpai_lint.location import Span

if TYPE_CHECKING:
    from gpai_lint.artifacts.interface import Cell, Prose

MAX_COLUMNS: Final = 100

# What these hold is not part of the text: the second reading of a drawing, text moved away or deleted, field codes.
_SKIPPED: Final = frozenset({"mc:Fallback", "w:moveFrom", "w:del", "w:instrText", "w:delText"})
_FALSE: Final = frozenset({"0", "false", "off", "none"})


@dataclass(slots=True)
class _Paragraph:
    """A paragraph under construction."""

    parts: list[str] = field(default_factory=list)
    links: list[tuple[int, str]] = field(default_factory=list)
    style: str = ""
    level: int = 0
    item: bool = False
    letters: int = 0
    bold: int = 0


@dataclass(slots=True)
class _Line:
    text: str
    links: list[tuple[int, int, str]]
    bold: bool


@dataclass(slots=True)
class _Cell:
    lines: list[_Line] = field(default_factory=list)
    columns: int = 1
    continues: bool = False


@dataclass(slots=True)
class _Control:
    """A content control: a tick box has a state; one that shows its prompt is empty."""

    ticked: bool | None = None
    prompt: bool = False


def parse_body(path: str, data: bytes, styles: dict[str, int], links: dict[str, str]) -> Prose:
    """Return the document; raise ``ArtifactError`` if its XML is malformed, too deep, or declares a document type."""
    body = _Body(styles, links)
    walk(path, data, body.start, body.end, body.text)
    return body.prose.build()


class _Body:
    """Follows the parser through the text part."""

    def __init__(self, styles: dict[str, int], links: dict[str, str]) -> None:
        self.prose = LineProse()
        self._styles = styles
        self._targets = links
        self._skipped = 0
        self._paragraphs: list[_Paragraph] = []
        self._tables: list[list[list[_Cell]]] = []
        self._controls: list[_Control] = []
        self._properties = 0
        self._text = False
        self._run_bold = False
        self._run_hidden = False
        self._link = ""
        self._above: list[Cell] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Enter an element."""
        if self._skipped or name in _SKIPPED:
            self._skipped += 1
            return
        value = attributes.get("w:val", attributes.get("w14:val", ""))
        paragraph = self._paragraphs[-1] if self._paragraphs else None
        if name == "w:p":
            self._paragraphs.append(_Paragraph())
        elif name == "w:tbl":
            self._tables.append([])
        elif name == "w:tr" and self._tables:
            self._tables[-1].append([])
        elif name == "w:tc" and self._tables and self._tables[-1]:
            self._tables[-1][-1].append(_Cell())
        elif name == "w:sdt":
            self._controls.append(_Control())
        elif name == "w:rPr":
            self._properties += 1
        elif name == "w:r":
            self._run_bold = self._run_hidden = False
        elif name in {"w:b", "w:vanish"} and self._properties:
            on = value.lower() not in _FALSE
            if name == "w:b":
                self._run_bold = on
            else:
                self._run_hidden = on
        elif name in {"w:checkBox", "w14:checkbox", "w:checked", "w:default", "w14:checked", "w:showingPlcHdr"}:
            self._box(name, value.lower() not in _FALSE)
        elif name in {"w:gridSpan", "w:vMerge"}:
            self._span(name, value)
        elif paragraph is not None:
            self._in_paragraph(paragraph, name, attributes, value)

    def _in_paragraph(self, paragraph: _Paragraph, name: str, attributes: dict[str, str], value: str) -> None:
        if name == "w:pStyle":
            paragraph.style = value
        elif name == "w:outlineLvl" and value.isdecimal() and int(value) < 9:
            paragraph.level = int(value) + 1
        elif name == "w:numPr":
            paragraph.item = True
        elif name == "w:t":
            self._text = True
        elif name == "w:tab":
            self._add(" ")
        elif name in {"w:br", "w:cr"}:
            self._add("\n")
        elif name == "w:noBreakHyphen":
            self._add("-")
        elif name == "w:sym":
            code = attributes.get("w:char", "")
            if re.fullmatch("[0-9A-Fa-f]{4}", code):
                # Symbol fonts are addressed with or without the private-use offset.
                number = int(code, 16)
                self._add(chr(number if number > 0xFF else 0xF000 + number))
        elif name == "w:hyperlink":
            self._link = self._targets.get(attributes.get("r:id", ""), "")

    def _box(self, name: str, on: bool) -> None:
        """Take the state of a tick box: a content control's, or a legacy form field's."""
        control = self._controls[-1] if self._controls else None
        if name == "w:showingPlcHdr":
            if control is not None:
                control.prompt = on
        elif name.startswith("w14:"):
            if control is not None:
                control.ticked = on if name == "w14:checked" else bool(control.ticked)
        elif not self._paragraphs:
            return
        elif name == "w:checkBox":
            self._add(f"{EMPTY} ")
        elif on and self._paragraphs[-1].parts[-1:] == [f"{EMPTY} "]:
            self._paragraphs[-1].parts[-1] = f"{TICKED} "
        elif not on and name == "w:checked" and self._paragraphs[-1].parts[-1:] == [f"{TICKED} "]:
            self._paragraphs[-1].parts[-1] = f"{EMPTY} "

    def _span(self, name: str, value: str) -> None:
        cell = self._cell()
        if cell is None:
            return
        if name == "w:gridSpan" and value.isdecimal():
            cell.columns = max(1, min(int(value), MAX_COLUMNS))
        elif name == "w:vMerge":
            cell.continues = value != "restart"

    def text(self, text: str) -> None:
        """Take character data."""
        if self._text and not self._skipped and not self._run_hidden:
            self._add("".join(map(visible, text)))

    def _add(self, text: str) -> None:
        if not self._paragraphs or any(control.prompt or control.ticked is not None for control in self._controls):
            return
        paragraph = self._paragraphs[-1]
        if self._link:
            paragraph.links.append((sum(map(len, paragraph.parts)), self._link))
            self._link = ""
        paragraph.parts.append(text)
        letters = sum(character.isalnum() for character in text)
        paragraph.letters += letters
        paragraph.bold += letters if self._run_bold else 0

    def end(self, name: str) -> None:
        """Leave an element."""
        if self._skipped:
            self._skipped -= 1
            return
        if name == "w:t":
            self._text = False
        elif name == "w:rPr":
            self._properties = max(0, self._properties - 1)
        elif name == "w:hyperlink":
            self._link = ""
        elif name == "w:sdtContent" and self._controls:
            self._close_control()
        elif name == "w:sdt" and self._controls:
            self._controls.pop()
        elif name == "w:p" and self._paragraphs:
            self._close_paragraph(self._paragraphs.pop())
        elif name == "w:tbl" and self._tables:
            self._close_table(self._tables.pop())

    def _close_control(self) -> None:
        control = self._controls[-1]
        if control.ticked is None:
            return
        state, control.ticked = control.ticked, None
        mark = TICKED if state else EMPTY
        if self._paragraphs:
            self._add(f"{mark} ")
        elif (cell := self._cell()) is not None:
            # A control around a paragraph or a cell: its mark stands alone, the paragraph's text was its glyph.
            cell.lines.append(_Line(mark, [], False))
        else:
            self.prose.block("paragraph", [mark])

    def _cell(self) -> _Cell | None:
        rows = self._tables[-1] if self._tables else []
        return rows[-1][-1] if rows and rows[-1] else None

    def _close_paragraph(self, paragraph: _Paragraph) -> None:
        whole = "".join(paragraph.parts)
        bold = paragraph.letters > 0 and paragraph.bold >= 0.9 * paragraph.letters
        lines: list[_Line] = []
        start = 0
        for raw in whole.split("\n"):
            text = repair_line(re.sub(r"[ \t]+", " ", raw).strip())
            if text:
                inside = [(0, len(text), target) for at, target in paragraph.links if start <= at <= start + len(raw)]
                lines.append(_Line(text, inside, bold))
            start += len(raw) + 1
        if not lines:
            return
        cell = self._cell()
        if cell is not None:
            cell.lines.extend(lines)
            return
        level = paragraph.level or self._styles.get(paragraph.style, 0)
        texts = [line.text for line in lines]
        first = len(self.prose.lines)
        if level and not any(mark.start < 3 for mark in marks_in(texts[0])):
            self.prose.heading(texts, level)
        elif bold and _is_title(texts):
            self.prose.heading(texts, _title_level(texts))
        else:
            strong = ((0, len("\n".join(texts))),) if bold else ()
            self.prose.block("item" if paragraph.item else "paragraph", texts, strong)
        self._place_links(lines, first)

    def _close_table(self, rows: list[list[_Cell]]) -> None:
        outer = self._cell()
        if outer is not None:
            # A table inside a cell is read as the cell's text, cell by cell.
            outer.lines.extend(line for row in rows for cell in row for line in cell.lines)
            return
        self.prose.close_table()
        above: list[Cell] = []
        for row in rows:
            if sum(bool(cell.lines) for cell in row) == 1 and len(row) == 1 and row[0].columns > 1:
                self._banner(row[0])
                above = []
                continue
            current: list[Cell] = []
            for cell in row:
                place = len(current)
                if cell.continues and not cell.lines and place < len(above):
                    made = above[place]
                else:
                    first = len(self.prose.lines)
                    bold = bool(cell.lines) and all(line.bold for line in cell.lines)
                    made = self.prose.cell([line.text for line in cell.lines], bold)
                    self._place_links(cell.lines, first)
                current.extend([made] * min(cell.columns, MAX_COLUMNS))
            above = current
            if current:
                self.prose.row(tuple(current), same_table=False)
        self.prose.close_table()

    def _banner(self, cell: _Cell) -> None:
        """Add a row that is one cell over all columns: a heading between the rows of a form, or text."""
        first = len(self.prose.lines)
        texts = [line.text for line in cell.lines]
        if all(line.bold for line in cell.lines) and _is_title(texts):
            self.prose.heading(texts, _title_level(texts))
        else:
            self.prose.block("paragraph", texts)
        self._place_links(cell.lines, first)

    def _place_links(self, lines: list[_Line], first: int) -> None:
        for number, line in enumerate(lines, first + 1):
            for start, end, target in line.links:
                span = Span(number, start + 1, number, end + 1)
                self.prose.links.append(Link(line.text, target, span, self.prose.section))


def _is_title(texts: list[str]) -> bool:
    text = " ".join(texts)
    return len(texts) <= 2 and len(text) <= 120 and text[-1] not in ".,;:?" and ": " not in text


def _title_level(texts: list[str]) -> int:
    """Return the level of a heading that only its bold type shows: its number's, or below every styled heading."""
    number = re.match(r"(\d{1,2}(?:\.\d{1,2}){0,4})[.)]?\s", texts[0])
    return number[1].count(".") + 1 if number else 6
