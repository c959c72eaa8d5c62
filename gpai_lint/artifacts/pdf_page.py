"""What one page of a PDF holds: pieces of text with their place, tick boxes put into it, and links.

The page is read through PDFium's C interface, character by character, because its plain text has no positions. The
order is that of the content stream: word processors write a table cell by cell, so that a label stays before its value
even where the two are aligned differently in their cells and an order by position would mix them.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from gpai_lint.artifacts.repair import repair_line, visible

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_LINKS: Final = 2_000

# A gap wider than this many line heights parts two columns; justified text stays well below it.
_COLUMN_GAP: Final = 1.05
# PDFium marks a hyphen at the end of a line by one of these codes.
_HYPHENS: Final = frozenset({0x02, 0xFFFE})
_BOLD_WEIGHT: Final = 600
_BOLD_NAMES: Final = ("bold", "black", "heavy", "semibd", "demi")
_LEAD: Final = re.compile(r"[^\w(]{1,3}|\(?(?:\d{1,2}|[A-Za-z])[.)]|[xX]")


class Box(NamedTuple):
    """A rectangle in PDF units, the origin at the lower left."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """Return the width."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Return the height."""
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        """Return the height of the centre line."""
        return (self.top + self.bottom) / 2

    @property
    def is_real(self) -> bool:
        """Return whether the rectangle may stand on a page: a damaged file gives infinities and no numbers."""
        return all(abs(side) < 1e6 for side in self)

    def beside(self, other: Box) -> bool:
        """Return whether the two overlap by at least half of the lower one's height."""
        overlap = min(self.top, other.top) - max(self.bottom, other.bottom)
        return overlap >= 0.5 * min(self.height, other.height)

    def overlaps(self, other: Box) -> bool:
        """Return whether the two are beside each other and share some of their width."""
        return self.left < other.right and other.left < self.right and self.beside(other)

    def around(self, other: Box) -> Box:
        """Return the smallest rectangle that holds both."""
        return Box(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )


class Inset(NamedTuple):
    """Text that stands on the page as something else, a drawing or a form field, and where."""

    box: Box
    text: str


@dataclass(slots=True)
class Piece:
    """A run of text on one line of one column of a page (counted from 1).

    ``run`` numbers the lines of the page as PDFium parts them; ``ruled`` says that a ruling stands on its left.
    """

    text: str
    box: Box
    bold: bool
    page: int
    run: int = 0
    ruled: bool = False


@dataclass(slots=True)
class PageText:
    """The text of a page in reading order. ``characters`` counts what the page holds, visible or not."""

    width: float
    height: float
    pieces: list[Piece] = field(default_factory=list)
    links: list[Inset] = field(default_factory=list)
    characters: int = 0


class _Glyph(NamedTuple):
    text: str
    box: Box | None
    number: int


_SPACE: Final = _Glyph(" ", None, -1)


def read_page(page: Any, number: int, vertical: Sequence[Box] = (), ticks: Sequence[Inset] = ()) -> PageText:
    """Return the text of a PDFium page.

    ``vertical`` are vertical rulings, which part columns. ``ticks`` are tick boxes drawn on the page or made of form
    fields, each with the character to read it as: it is put into the text beside its option.
    """
    result = PageText(*page.get_size())
    textpage = page.get_textpage()
    try:
        lines, result.characters = _lines(textpage)
        lines = _across(lines)
        for tick in ticks:
            _put_in(lines, tick)
        for run, line in enumerate(lines):
            for glyphs, ruled in _columns(line, vertical):
                text = _text(glyphs)
                if text:
                    bold = _are_bold(textpage, glyphs)
                    result.pieces.append(Piece(text, _bounds(glyphs), bold, number, run, ruled))
        result.links = _links(page)
    finally:
        textpage.close()
    return result


def _lines(textpage: Any) -> tuple[list[list[_Glyph]], int]:
    """Return the glyphs of each line as PDFium parts them, and how many characters there are."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    count = textpage.count_chars()
    handle, rectangle = textpage.raw, pdfium.FS_RECTF()
    unicode_of, box_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    lines: list[list[_Glyph]] = [[]]
    high = 0
    for index in range(count):
        code = unicode_of(handle, index)
        if code in {0x0A, 0x0D}:
            if lines[-1]:
                lines.append([])
            continue
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0xFFFD
        high = 0
        if code == 0:
            continue
        text = "-" if code in _HYPHENS else visible(chr(code))
        if not text:
            continue
        if text.isspace():
            lines[-1].append(_Glyph(text if text == "\u00a0" else " ", None, index))
        elif box_of(handle, index, rectangle):
            box = Box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
            if box.is_real:
                lines[-1].append(_Glyph(text, box, index))
    return [line for line in lines if line], count


def _across(lines: list[list[_Glyph]]) -> list[list[_Glyph]]:
    """Put glyphs that share a line but stand in another order in the file in the order of their places.

    A word processor writes what it takes from another font, tick boxes above all, before or after the words around it.
    Text that runs from right to left stays as it is.
    """
    groups: list[list[list[_Glyph]]] = []
    for line in lines:
        if groups and _level(groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    found: list[list[_Glyph]] = []
    for group in groups:
        parts = [part for line in group for part in _stretches(line)]
        lefts = [_bounds(part).left for part in parts]
        if all(left <= right for left, right in pairwise(lefts)) or any(map(_from_right_to_left, parts)):
            found.extend(group)
        else:
            found.append([glyph for _, part in sorted(zip(lefts, parts, strict=True)) for glyph in (*part, _SPACE)])
    return found


def _level(upper: list[_Glyph], lower: list[_Glyph]) -> bool:
    """Return whether two lines stand on the same height of the page."""
    if not any(glyph.box for glyph in upper) or not any(glyph.box for glyph in lower):
        return False
    return _bounds(upper).beside(_bounds(lower))


def _stretches(line: list[_Glyph]) -> list[list[_Glyph]]:
    """Return the parts of a line between the places where it jumps back, or on over more than a space."""
    parts: list[list[_Glyph]] = []
    last: Box | None = None
    for glyph in line:
        if glyph.box is not None:
            height = glyph.box.height if last is None else min(last.height, glyph.box.height)
            jumps = last is not None and not -0.3 * height <= glyph.box.left - last.right <= 0.6 * height
            if last is None or jumps:
                parts.append([])
            last = glyph.box
        if parts:
            parts[-1].append(glyph)
    return parts


def _from_right_to_left(glyphs: list[_Glyph]) -> bool:
    return any(unicodedata.bidirectional(glyph.text[:1]) in {"R", "AL"} for glyph in glyphs)


def _put_in(lines: list[list[_Glyph]], tick: Inset) -> None:
    """Put a tick box into the line it stands in: before the nearest glyph on its right, else after that on its left."""
    reach = 2.5 * tick.box.width
    best: tuple[float, list[_Glyph], int] | None = None
    for line in lines:
        for place, glyph in enumerate(line):
            if glyph.box is None or not glyph.box.beside(tick.box):
                continue
            right = glyph.box.left - tick.box.right
            left = tick.box.left - glyph.box.right
            distance, at = (right, place) if right > -1 else (left + reach, place + 1)
            limit = reach if right > -1 else 2 * reach
            if -1 < distance <= limit and (best is None or distance < best[0]):
                best = (distance, line, at)
    if best is not None:
        _, line, at = best
        line[at:at] = [_Glyph(tick.text, tick.box, -1), _SPACE]


def _columns(line: list[_Glyph], vertical: Sequence[Box]) -> list[tuple[list[_Glyph], bool]]:
    """Return the parts of a line, which is parted at wide gaps and at rulings, and whether a ruling parts them."""
    parts: list[tuple[list[_Glyph], bool]] = []
    start, ruled = 0, False
    last: Box | None = None
    for place, glyph in enumerate(line):
        box = glyph.box
        if box is None:
            continue
        if last is not None and place > start:
            gap, between = box.left - last.right, _ruling_between(last, box, vertical)
            height = min(last.height, box.height)
            wide = gap > _COLUMN_GAP * height or box.left < last.left - height
            if (wide or between) and not _LEAD.fullmatch(_text(line[start:place])):
                parts.append((line[start:place], ruled))
                start, ruled = place, between
        last = box
    parts.append((line[start:], ruled))
    return parts


def _ruling_between(left: Box, right: Box, vertical: Sequence[Box]) -> bool:
    if right.left - left.right < 0.2 * min(left.height, right.height):
        return False
    return any(
        left.right - 1 <= ruling.left and ruling.right <= right.left + 1 and ruling.bottom <= left.middle <= ruling.top
        for ruling in vertical
    )


def _text(glyphs: list[_Glyph]) -> str:
    return repair_line(re.sub(" {2,}", " ", "".join(glyph.text for glyph in glyphs)).strip())


def _bounds(glyphs: list[_Glyph]) -> Box:
    boxes = [glyph.box for glyph in glyphs if glyph.box is not None]
    bounds = boxes[0]
    for box in boxes[1:]:
        bounds = bounds.around(box)
    return bounds


def _are_bold(textpage: Any, glyphs: list[_Glyph]) -> bool:
    letters = [glyph.number for glyph in glyphs if glyph.number >= 0 and glyph.text.isalnum()]
    return bool(letters) and _is_bold(textpage, letters[0]) and _is_bold(textpage, letters[-1])


def _is_bold(textpage: Any, index: int) -> bool:
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    if pdfium.FPDFText_GetFontWeight(textpage.raw, index) >= _BOLD_WEIGHT:
        return True
    buffer, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(textpage.raw, index, buffer, len(buffer), flags)
    name = buffer.value.decode("utf-8", errors="replace").lower()
    return any(word in name for word in _BOLD_NAMES)


def _links(page: Any) -> list[Inset]:
    """Return the web addresses that parts of the page link to."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    rectangle = pdfium.FS_RECTF()
    found: list[Inset] = []
    while len(found) < MAX_LINKS and pdfium.FPDFLink_Enumerate(page.raw, position, link):
        action = pdfium.FPDFLink_GetAction(link)
        if not action or not pdfium.FPDFLink_GetAnnotRect(link, rectangle):
            continue
        length = pdfium.FPDFAction_GetURIPath(page.pdf.raw, action, None, 0)
        if not 1 < length <= 4096:
            continue
        buffer = ctypes.create_string_buffer(length)
        pdfium.FPDFAction_GetURIPath(page.pdf.raw, action, buffer, length)
        target = buffer.value.decode("utf-8", errors="replace")
        found.append(Inset(Box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top), target))
    return found
