"""Reads the text of a PDF into a prose document: lines in reading order with their pages, headings, forms as tables.

Rows of a form, a label beside its value, become table rows whether or not rulings are drawn, so that a question and
its answer stay together. Running headers and footers are taken out of the text they interrupt and stand once at the
end of the lines, outside every section.
"""

from __future__ import annotations

import time
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from gpai_lint.artifacts.pdf_drawings import read_drawings
from gpai_lint.artifacts.pdf_layout import Page, rejoin_justified, rows, running_text
from gpai_lint.artifacts.pdf_order import put_in_order
from gpai_lint.artifacts.pdf_page import Piece, read_page
from gpai_lint.artifacts.pdf_prose import prose_of
from gpai_lint.artifacts.pdf_streams import MAX_STREAM, unpacks_too_large
from gpai_lint.artifacts.pdf_words import rejoin_divided
from gpai_lint.errors import ArtifactError
from gpai_lint.location import Location, Span

if TYPE_CHECKING:
    from gpai_lint.artifacts.interface import Prose
    from gpai_lint.artifacts.pdf_page import Inset

MAX_BYTES: Final = 64_000_000
MAX_PAGES: Final = 400
MAX_CHARACTERS: Final = 2_000_000
#: Pieces of text that a page may be made of; a dense one of single letters has a tenth of them.
MAX_TEXTS: Final = 50_000
#: Seconds. Real documents of the largest size allowed stay below a third of it.
MAX_TIME: Final = 30.0


def parse(path: str, data: bytes) -> Prose:
    """Return the document.

    Raises ``ArtifactError`` when the file is damaged or encrypted, holds no text, or exceeds ``MAX_BYTES``,
    ``MAX_PAGES``, ``MAX_CHARACTERS``, ``MAX_TEXTS``, ``MAX_STREAM`` or ``MAX_TIME``.
    """
    if len(data) > MAX_BYTES:
        raise _refusal(path, f"The PDF is larger than {MAX_BYTES // 1_000_000} MB and was not read.")
    if unpacks_too_large(data):
        raise _refusal(path, f"A part of the PDF unpacks to more than {MAX_STREAM // 1_000_000} MB; it was not read.")
    import pypdfium2  # noqa: PLC0415  (loads a library of 7 MB, only needed when there is a PDF)

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _refusal(path, _reason(data, error)) from None
    try:
        return _read(path, document)
    except pypdfium2.PdfiumError as error:
        raise _refusal(path, f"The PDF is damaged: {str(error).rstrip('.')}.") from None
    finally:
        document.close()


def _read(path: str, document: Any) -> Prose:
    count = len(document)
    if count > MAX_PAGES:
        raise _refusal(path, f"The PDF has {count} pages; no more than {MAX_PAGES} are read.")
    # Processor time: whether a document is refused must not hang on what else the machine is doing.
    deadline = time.process_time() + MAX_TIME
    pages: list[Page] = []
    links: list[list[Inset]] = []
    characters = 0
    for number in range(1, count + 1):
        page = document[number - 1]
        try:
            drawings = read_drawings(page)
            if drawings.texts > MAX_TEXTS:
                raise _refusal(path, f"Page {number} of the PDF holds more than {MAX_TEXTS:,} pieces of text.")
            content = read_page(page, number, drawings.vertical, drawings.ticks)
        finally:
            page.close()
        characters += content.characters
        if characters > MAX_CHARACTERS:
            raise _refusal(path, f"The PDF holds more than {MAX_CHARACTERS:,} characters and was not read.")
        if time.process_time() > deadline:
            raise _refusal(path, f"The PDF takes longer than {MAX_TIME:.0f} seconds to read; reading stopped.")
        _fill_in(content.pieces, drawings.fields, number)
        pages.append(Page(content.width, content.height, content.pieces, drawings.horizontal))
        links.append(content.links)
    if not any(page.pieces for page in pages):
        raise _refusal(path, "The PDF holds no text: its pages may be scanned pictures.")
    _plain_if_all_bold(pages)
    furniture = running_text(pages)
    for page in pages:
        rejoin_justified(page)
        put_in_order(page)
    rejoin_divided(pages)
    return prose_of(rows(pages), furniture, links)


def _plain_if_all_bold(pages: list[Page]) -> None:
    """Forget boldness where most of the text claims it: variable fonts give their heaviest weight."""
    weights: Counter[bool] = Counter()
    for page in pages:
        for piece in page.pieces:
            weights[piece.bold] += len(piece.text)
    if weights[True] > 0.6 * weights.total():
        for page in pages:
            for piece in page.pieces:
                piece.bold = False


def _fill_in(pieces: list[Piece], fields: list[Inset], number: int) -> None:
    """Put what form fields hold after the text on their left, or else after the text above them."""
    for field in fields:
        best: tuple[int, float, int] | None = None
        for place, piece in enumerate(pieces):
            if piece.box.beside(field.box) and piece.box.right <= field.box.left + 2:
                rank = (0, field.box.left - piece.box.right, place)
            elif piece.box.bottom >= field.box.top - 2 and piece.box.left <= field.box.right:
                rank = (1, piece.box.bottom - field.box.top, place)
            else:
                continue
            best = rank if best is None else min(best, rank)
        at = best[2] + 1 if best is not None else len(pieces)
        lines = [line.strip() for line in field.text.splitlines() if line.strip()]
        height = field.box.height / max(len(lines), 1)
        for row, line in enumerate(lines):
            top = field.box.top - row * height
            box = field.box._replace(top=top, bottom=top - height)
            pieces.insert(at + row, Piece(line, box, False, number, -1))


def _reason(data: bytes, error: Exception) -> str:
    if "password" in str(error).lower():
        return "The PDF is encrypted: it cannot be read without a password."
    if data.lstrip()[:5] != b"%PDF-":
        return "The file is no PDF."
    return "The PDF is damaged and cannot be opened."


def _refusal(path: str, message: str) -> ArtifactError:
    return ArtifactError(message, Location(path, Span(1, 1, 1, 1)))
