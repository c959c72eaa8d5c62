"""How the pieces of text on the pages of a PDF belong together: paragraphs, rows of a form, running headers.

Nothing here knows what the text means. Pieces stay in the order of the content stream; places decide what is one
paragraph (lines below each other in one column, no ruling between), what is one row (columns beside each other) and
what stands on every page.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from gpai_lint.artifacts.marks import marks_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gpai_lint.artifacts.pdf_page import Box, Piece

#: A first cell longer than this is text in columns, not the label of a row.
MAX_LABEL: Final = 600

#: The head of a column of choices is a word or two.
MAX_HEAD: Final = 24

# Four digits are a year: "11/2024" at the foot of a page is an answer.
_PAGE_NUMBER: Final = re.compile(r"\W{0,3}(?:[^\W\d]{0,10}\.?\s?)?\d{1,3}(?:\s?(?:/|[^\W\d]{1,5})\s?\d{1,3})?\W{0,3}")
_OUTER: Final = 0.17
#: In letters and digits: "Yes" at the head of two pages is two answers.
_SHORTEST_HEADER: Final = 4
_SAME_LINE: Final = 3.0
#: So many gaps of one width on a line are no accident.
_EVEN: Final = 4
_BULLET: Final = re.compile(r"(?:[•●◦○▪■‣–—*·-]|\(?(?:\d{1,2}(?:\.\d{1,2}){0,4}|[a-zA-Z])[.)])\s")
# A numbered heading goes on in the next line only in the middle of a phrase.
_NUMBERED: Final = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,4}\.?\s\S")


@dataclass(slots=True)
class Page:
    """The pieces of a page and the horizontal rulings between them."""

    width: float
    height: float
    pieces: list[Piece]
    horizontal: Sequence[Box] = ()


@dataclass(slots=True)
class Paragraph:
    """Lines of one column that belong together."""

    pieces: list[Piece]
    box: Box

    @property
    def text(self) -> str:
        """Return the lines, one below the other."""
        return "\n".join(piece.text for piece in self.pieces)


@dataclass(slots=True)
class Row:
    """Paragraphs beside each other: one list per cell. A row of one cell is plain text."""

    cells: list[list[Paragraph]] = field(default_factory=list)

    def pieces(self, cell: int) -> list[Piece]:
        """Return the lines of a cell."""
        return [piece for paragraph in self.cells[cell] for piece in paragraph.pieces]


def running_text(pages: list[Page]) -> list[Piece]:
    """Take headers, footers and page numbers off the pages and return them, each once.

    They stand outside the text: what repeats with other lines farther out, an answer say, belongs to the text.
    """
    repeated: Counter[tuple[str, int]] = Counter()
    for page in pages:
        repeated.update({_mark(piece) for piece in page.pieces if _is_outer(piece, page)})
    enough = max(2, (len(pages) + 1) // 2)
    removed: list[Piece] = []
    seen: set[str] = set()
    for page in pages:
        kept = []
        outer = [_is_outer(piece, page) for piece in page.pieces]
        repeats = [
            far and _near(repeated, _mark(piece)) >= enough for far, piece in zip(outer, page.pieces, strict=True)
        ]
        own = [piece for piece, repeat in zip(page.pieces, repeats, strict=True) if not repeat]
        lower, upper = _second_lines(own)
        lowest, highest = _extremes(page.pieces)
        for piece, far, repeat in zip(page.pieces, outer, repeats, strict=True):
            height = piece.box.middle
            outermost = height <= lowest + 30 or height >= highest - 12
            if far and outermost and _PAGE_NUMBER.fullmatch(piece.text):
                continue
            outside = height > upper if height > page.height / 2 else height < lower
            if repeat and outside and _may_be_header(piece.text):
                text, _ = _mark(piece)
                if text not in seen:
                    seen.add(text)
                    removed.append(piece)
            else:
                kept.append(piece)
        page.pieces = kept
    return removed


def _second_lines(own: list[Piece]) -> tuple[float, float]:
    """Return the heights of the second lines from below and from above: a header stands no farther in."""
    heights: list[float] = []
    for height in sorted(piece.box.middle for piece in own):
        if not heights or height - heights[-1] > _SAME_LINE:
            heights.append(height)
    return (heights[1] + _SAME_LINE, heights[-2] - _SAME_LINE) if len(heights) > 1 else (float("inf"), float("-inf"))


def _extremes(pieces: list[Piece]) -> tuple[float, float]:
    heights = [piece.box.middle for piece in pieces]
    return min(heights, default=0.0), max(heights, default=0.0)


def _may_be_header(text: str) -> bool:
    return len(re.findall(r"[^\W_]", text)) >= _SHORTEST_HEADER and next(marks_in(text), None) is None


def _mark(piece: Piece) -> tuple[str, int]:
    return re.sub(r"\d{1,4}", "#", piece.text), round(piece.box.middle / 4)


def _near(repeated: Counter[tuple[str, int]], mark: tuple[str, int]) -> int:
    text, place = mark
    return sum(repeated[text, near] for near in (place - 1, place, place + 1))


def _is_outer(piece: Piece, page: Page) -> bool:
    return not _OUTER * page.height < piece.box.middle < (1 - _OUTER) * page.height


def rejoin_justified(page: Page) -> None:
    """Join lines that were parted at the wide gaps of justified text: they end where their neighbours end."""
    runs: list[list[Piece]] = []
    for piece in page.pieces:
        if runs and runs[-1][0].run == piece.run:
            runs[-1].append(piece)
        else:
            runs.append([piece])
    joined: list[Piece] = []
    for index, run in enumerate(runs):
        neighbours = [other[0] for other in runs[max(index - 1, 0) : index + 2] if other is not run and len(other) == 1]
        neighbours += joined[-1:]
        if len(run) > 1 and not any(piece.ruled for piece in run) and _is_justified(run, neighbours):
            first = run[0]
            first.text = " ".join(piece.text for piece in run)
            for piece in run[1:]:
                first.box = first.box.around(piece.box)
            joined.append(first)
        else:
            joined.extend(run)
    page.pieces = joined


def _is_justified(run: list[Piece], neighbours: list[Piece]) -> bool:
    first, last = run[0], run[-1]
    gaps = [right.box.left - left.box.right for left, right in pairwise(run)]
    # The gaps between columns differ with the lengths of their texts; those of a justified line do not.
    if len(gaps) >= _EVEN and min(gaps) > 0 and max(gaps) < 1.15 * min(gaps):
        return True
    return any(
        abs(other.box.left - first.box.left) <= 2
        and abs(other.box.right - last.box.right) <= 4
        and abs(other.box.middle - first.box.middle) <= 2.2 * first.box.height
        for other in neighbours
    )


def paragraphs(page: Page) -> Iterator[Paragraph]:
    """Yield the paragraphs of a page."""
    current: Paragraph | None = None
    for piece in page.pieces:
        if current is not None and _continues(current.pieces[-1], piece, page.horizontal):
            current.pieces.append(piece)
            current.box = current.box.around(piece.box)
            continue
        if current is not None:
            yield current
        current = Paragraph([piece], piece.box)
    if current is not None:
        yield current


def _continues(upper: Piece, lower: Piece, horizontal: Sequence[Box]) -> bool:
    above, below = upper.box, lower.box
    height = min(above.height, below.height)
    gap = above.bottom - below.top
    if not -0.6 * height <= gap <= 0.75 * height or below.middle >= above.middle:
        return False
    goes_on = lower.text[:1].islower() and upper.text[-1] not in ".:?!"
    if max(above.height, below.height) > 1.25 * height or (upper.bold != lower.bold and not goes_on):
        return False
    if min(above.right, below.right) <= max(above.left, below.left) or abs(above.left - below.left) > 5 * height:
        return False
    if _BULLET.match(lower.text) or (_NUMBERED.match(upper.text) and not lower.text[:1].islower()):
        return False
    return not ruled_between(above, below, horizontal)


def ruled_between(above: Box, below: Box, horizontal: Sequence[Box]) -> bool:
    """Return whether a ruling wider than both parts two boxes; what is as wide as its text underlines it."""
    left, right = min(above.left, below.left), max(above.right, below.right)
    return any(
        below.middle < ruling.middle < above.middle and ruling.left < left - 2 and ruling.right > right - 2
        for ruling in horizontal
    )


def rows(pages: list[Page]) -> list[Row]:
    """Return the text of all pages as rows, in reading order; a row that goes on on the next page is one row."""
    found: list[Row] = []
    for number, page in enumerate(pages):
        fresh: list[Row] = []
        for paragraph in paragraphs(page):
            if fresh and _joins(fresh[-1], paragraph, page.horizontal):
                continue
            if not fresh and found and number and _runs_on(found[-1], paragraph):
                found[-1].cells[-1].append(paragraph)
                continue
            fresh.append(Row([[paragraph]]))
        if found and fresh and _divided(found[-1], fresh[0]):
            _merge(found[-1], fresh.pop(0))
        found.extend(fresh)
    _put_marks_under_heads(found)
    return found


def _put_marks_under_heads(found: list[Row]) -> None:
    """Give lone marks the column they stand in: a row "Crawlers used | X" under the heads "Yes | No" has a gap."""
    heads: list[Box] = []
    for row in found:
        texts = ["".join(part.text for part in cell) for cell in row.cells]
        if len(row.cells) < 2:
            heads = []
        elif len(row.cells) > 2 and all(len(text) <= MAX_HEAD for text in texts[1:]) and not _are_marks(texts[1:]):
            heads = [cell[0].box for cell in row.cells]
        elif heads and len(row.cells) <= len(heads) and _are_marks(texts[1:]):
            cells: list[list[Paragraph]] = [row.cells[0], *([] for _ in heads[1:])]
            for cell in row.cells[1:]:
                middle = (cell[0].box.left + cell[0].box.right) / 2
                away = [abs((head.left + head.right) / 2 - middle) for head in heads]
                cells[max(away.index(min(away[1:])), 1)].extend(cell)
            row.cells = cells


def _are_marks(texts: list[str]) -> bool:
    return all(len(text) <= 2 and not text.isdigit() for text in texts)


def _joins(row: Row, paragraph: Paragraph, horizontal: Sequence[Box]) -> bool:
    """Add a paragraph to a row if it stands beside it or goes on below its last cell."""
    last = row.cells[-1][-1]
    box = paragraph.box
    if box.left > last.box.right - 2 and _is_level(row, paragraph, horizontal):
        if len(row.cells[0][0].text) > MAX_LABEL:
            return False
        if len(row.cells) > 1 and _is_option(last) and _is_option(paragraph):
            row.cells[-1].append(paragraph)
        else:
            row.cells.append([paragraph])
        return True
    column = min(part.box.left for part in row.cells[-1])
    below = len(row.cells) > 1 and box.left >= column - 4 and box.middle < last.box.middle
    near = last.box.bottom - box.top < 3 * last.pieces[-1].box.height
    if below and near and not ruled_between(last.box, box, horizontal):
        row.cells[-1].append(paragraph)
        return True
    return False


def _is_level(row: Row, paragraph: Paragraph, horizontal: Sequence[Box]) -> bool:
    """Return whether a paragraph on the right of a row's last cell stands in the same row.

    It does when the two overlap in height. A label set in the middle of a high cell may stand below the first
    paragraph of its value: then no ruling parts them, and the label has to look like one.
    """
    last, box = row.cells[-1][-1], paragraph.box
    top = max(cell[0].box.top for cell in row.cells)
    bottom = min(cell[-1].box.bottom for cell in row.cells)
    if min(top, box.top) - max(bottom, box.bottom) > 0.3 * min(box.height, last.box.height):
        return True
    if box.bottom < top or ruled_between(box, last.box, horizontal):
        return False
    return len(last.text) <= 40 or (len(last.text) <= MAX_LABEL and (last.text[-1] in ":?" or _is_option(last)))


def _is_option(paragraph: Paragraph) -> bool:
    return any(mark.start == 0 for mark in marks_in(paragraph.text)) or paragraph.text[:2] in {"X ", "x "}


def _runs_on(row: Row, paragraph: Paragraph) -> bool:
    """Return whether the first paragraph of a page goes on in the last cell of the row before the page break."""
    return len(row.cells) > 1 and paragraph.box.left >= min(part.box.left for part in row.cells[-1]) - 4


def _divided(upper: Row, lower: Row) -> bool:
    """Return whether two rows at a page break are one, which shows in a sentence that goes on."""
    if len(upper.cells) != 1 and len(lower.cells) > len(upper.cells):
        return False
    if len(lower.cells) == 1 < len(upper.cells) and lower.cells[0][0].box.right > upper.cells[1][0].box.left:
        return False
    label, rest = upper.cells[0][-1].text, lower.cells[0][0].text
    same = abs(upper.cells[0][0].box.left - lower.cells[0][0].box.left) <= 3
    return same and label[-1] not in ":?.!)" and rest[:1].islower()


def _merge(upper: Row, lower: Row) -> None:
    for place, cell in enumerate(lower.cells):
        if place >= len(upper.cells):
            upper.cells.append(cell)
        elif len(upper.cells) == len(lower.cells) == 1:
            upper.cells[0][-1] = Paragraph(upper.cells[0][-1].pieces + cell[0].pieces, upper.cells[0][-1].box)
        else:
            upper.cells[place].extend(cell)
