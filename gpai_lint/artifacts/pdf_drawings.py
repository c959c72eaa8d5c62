"""What is drawn on a page of a PDF: rulings of tables, and tick boxes that the text layer does not hold.

A tick box drawn as a square is read by looking at it: the page is rendered, and a box whose inside is clean is empty
while one with strokes inside it is ticked. What lies between the two is left out, so that the form's reader finds the
options without marks and says that it cannot decide.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from typing import Any, Final

from gpai_lint.artifacts.marks import DRAWN_EMPTY, EMPTY, TICKED
from gpai_lint.artifacts.pdf_page import Box, Inset

#: A page with more drawn objects is a picture; its lines say nothing about the text.
MAX_OBJECTS: Final = 100_000
MAX_DEPTH: Final = 3
MAX_SQUARES: Final = 500
#: Pages larger than this (in points, about two metres) are not rendered.
MAX_SIDE: Final = 5_000

_THIN: Final = 2.6
_SCALE: Final = 4
# A printed tick box is about as large as a letter.
_SMALLEST_BOX: Final = 5.0
_LARGEST_BOX: Final = 20.0
# The share of the inside that is drawn on: nothing in an empty box; a tick covers some of it, a filled square all.
_CLEAN: Final = 0.01
_STROKES: Final = (0.06, 0.92)


@dataclass(slots=True)
class Drawings:
    """Rulings and small squares of a page.

    ``fields`` are filled-in form fields that hold text; ``texts`` is how many pieces of text the page is made of.
    """

    horizontal: list[Box] = field(default_factory=list)
    vertical: list[Box] = field(default_factory=list)
    squares: list[Box] = field(default_factory=list)
    fields: list[Inset] = field(default_factory=list)
    ticks: list[Inset] = field(default_factory=list)
    texts: int = 0


def read_drawings(page: Any) -> Drawings:
    """Return what is drawn on a PDFium page and what its form fields hold."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    drawings = Drawings()
    _collect(pdfium, page.raw, False, (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), 0, drawings, [MAX_OBJECTS])
    _form_fields(pdfium, page, drawings)
    # A form field's state says more than the picture of its box.
    widgets = [tick.box for tick in drawings.ticks]
    squares = [box for box in drawings.squares if not any(box.overlaps(widget) for widget in widgets)]
    drawings.ticks.extend(_look(page, _same_size(squares)))
    return drawings


_Matrix = tuple[float, float, float, float, float, float]


def _collect(
    pdfium: Any, holder: Any, nested: bool, matrix: _Matrix, depth: int, found: Drawings, left: list[int]
) -> None:
    count = pdfium.FPDFFormObj_CountObjects(holder) if nested else pdfium.FPDFPage_CountObjects(holder)
    get = pdfium.FPDFFormObj_GetObject if nested else pdfium.FPDFPage_GetObject
    sides = [ctypes.c_float() for _ in range(4)]
    for index in range(count):
        left[0] -= 1
        if left[0] < 0:
            return
        item = get(holder, index)
        kind = pdfium.FPDFPageObj_GetType(item)
        found.texts += kind == pdfium.FPDF_PAGEOBJ_TEXT
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < MAX_DEPTH:
            inner = pdfium.FS_MATRIX()
            if pdfium.FPDFPageObj_GetMatrix(item, inner):
                own = (inner.a, inner.b, inner.c, inner.d, inner.e, inner.f)
                _collect(pdfium, item, True, _product(own, matrix), depth + 1, found, left)
        elif kind in {pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE} and pdfium.FPDFPageObj_GetBounds(
            item, *sides
        ):
            box = _moved(Box(*(side.value for side in sides)), matrix)
            if box.is_real:
                _sort_in(pdfium, item, kind == pdfium.FPDF_PAGEOBJ_PATH, box, found)


def _sort_in(pdfium: Any, item: Any, is_path: bool, box: Box, found: Drawings) -> None:
    if min(box.width, box.height) >= _SMALLEST_BOX and max(box.width, box.height) <= _LARGEST_BOX:
        if abs(box.width - box.height) <= 0.2 * box.height and len(found.squares) < MAX_SQUARES:
            found.squares.append(box)
    elif not is_path:
        return
    elif box.height < _THIN and box.width > 15:
        found.horizontal.append(box)
    elif box.width < _THIN and box.height > 6:
        found.vertical.append(box)
    elif box.width > 30 and box.height > 10:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
        if stroke.value:
            found.horizontal += [box._replace(bottom=box.top - 1), box._replace(top=box.bottom + 1)]
            found.vertical += [box._replace(right=box.left + 1), box._replace(left=box.right - 1)]


def _product(first: _Matrix, then: _Matrix) -> _Matrix:
    a, b, c, d, e, f = first
    m, n, o, p, q, r = then
    return (a * m + b * o, a * n + b * p, c * m + d * o, c * n + d * p, e * m + f * o + q, e * n + f * p + r)


def _moved(box: Box, matrix: _Matrix) -> Box:
    a, b, c, d, e, f = matrix
    corners = [(x * a + y * c + e, x * b + y * d + f) for x in (box.left, box.right) for y in (box.bottom, box.top)]
    across, up = [x for x, _ in corners], [y for _, y in corners]
    return Box(min(across), min(up), max(across), max(up))


def _form_fields(pdfium: Any, page: Any, found: Drawings) -> None:
    """Read tick boxes and text fields of a fillable form: their state is in the annotation, not in the text."""
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page.raw), MAX_SQUARES)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
        try:
            rectangle = pdfium.FS_RECTF()
            if pdfium.FPDFAnnot_GetSubtype(annotation) != pdfium.FPDF_ANNOT_WIDGET:
                continue
            if not pdfium.FPDFAnnot_GetRect(annotation, rectangle):
                continue
            # Some writers give the corners of a widget in another order.
            across, up = (rectangle.left, rectangle.right), (rectangle.bottom, rectangle.top)
            box = Box(min(across), min(up), max(across), max(up))
            if not box.is_real:
                continue
            state = _string(pdfium, annotation, b"AS")
            if state:
                found.ticks.append(Inset(box, EMPTY if state == "Off" else TICKED))
            elif text := _string(pdfium, annotation, b"V"):
                found.fields.append(Inset(box, text))
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)


def _string(pdfium: Any, annotation: Any, key: bytes) -> str:
    length = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if not 2 < length <= 200_000:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAnnot_GetStringValue(annotation, key, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)
    return buffer.raw[:length].decode("utf-16-le", errors="replace").rstrip("\0").strip()


def _same_size(squares: list[Box]) -> list[Box]:
    """Return the squares that have a twin of their size: one alone is an ornament, not an option.

    A box and the strokes of its tick may be drawn apart: of squares that overlap the largest is the box.
    """
    boxes: list[Box] = []
    for square in sorted(squares, key=lambda box: (-box.width, box)):
        if not any(box.overlaps(square) for box in boxes):
            boxes.append(square)
    sizes = [round(box.width) for box in boxes]
    return [box for box, size in zip(boxes, sizes, strict=True) if sizes.count(size) > 1]


def _look(page: Any, squares: list[Box]) -> list[Inset]:
    """Return the squares that are clearly ticked or clearly empty."""
    if not squares or page.get_rotation() or max(page.get_size()) > MAX_SIDE:
        return []
    left, _, _, top = page.get_bbox()
    bitmap = page.render(scale=_SCALE, grayscale=True)
    try:
        pixels, stride = memoryview(bitmap.buffer).cast("B"), bitmap.stride
        read: list[Inset] = []
        for box in dict.fromkeys(squares):
            columns = range(int((box.left - left) * _SCALE), int((box.right - left) * _SCALE) + 1)
            rows = range(int((top - box.top) * _SCALE), int((top - box.bottom) * _SCALE) + 1)
            if rows.start < 2 or columns.start < 2 or rows.stop + 2 > bitmap.height or columns.stop + 2 > bitmap.width:
                continue
            share = _inked([pixels[row * stride + columns.start : row * stride + columns.stop] for row in rows])
            if share <= _CLEAN:
                read.append(Inset(box, DRAWN_EMPTY))
            elif _STROKES[0] <= share <= _STROKES[1]:
                read.append(Inset(box, TICKED))
    finally:
        bitmap.close()
    # Squares of a size of which none is empty are bullets or ornaments, not options.
    empty = {round(tick.box.width) for tick in read if tick.text == DRAWN_EMPTY}
    return [tick for tick in read if round(tick.box.width) in empty]


def _inked(rows: list[memoryview]) -> float:
    """Return the share of the inside of a box that differs from its background as its outline does; 0 without outline.

    The background is the shade of the corner of the inside; the inside is the middle half of the box.
    """
    size = len(rows)
    edge = size // 4
    inside = [shade for row in rows[edge : size - edge] for shade in row[edge : len(row) - edge]]
    everything = [shade for row in rows for shade in row]
    if not inside:
        return 0.5 * (_CLEAN + _STROKES[0])
    lightest, darkest = max(everything), min(everything)
    if lightest - darkest < 30:
        return 0.5 * (_CLEAN + _STROKES[0])
    middle = (lightest + darkest) / 2
    return sum(shade < middle for shade in inside) / len(inside)
