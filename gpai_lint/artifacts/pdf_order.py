"""The order of the pieces of a page whose file holds them in none that can be read.

Files hold text in reading order, with few exceptions: some write a page from its foot, others all labels of a form
before all answers, or line by line across label and answer. All show in the places of the pieces. Columns of running
text are no forms: their lines follow each other without gaps, while the answers of a form stand apart, each beside its
label.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from gpai_lint.artifacts.pdf_layout import Page, Paragraph, paragraphs, ruled_between

if TYPE_CHECKING:
    from gpai_lint.artifacts.pdf_page import Piece

#: A page with fewer pieces has no order to speak of.
_FEW: Final = 6
#: The share of pieces that stand above the one before them, and not beside it, on a page that is written upwards.
_UPWARDS: Final = 0.4
#: So many answers stand apart and beside a label, at least, and this share of them.
_ANSWERS: Final = 3
_APART: Final = 0.7
#: So many labels that go on behind a line of their answer, between as many rulings, are written across the columns.
_ACROSS: Final = 2


def put_in_order(page: Page) -> None:
    """Put the pieces of a page in reading order if its file holds them upwards, or labels and answers apart."""
    if len(page.pieces) < _FEW:
        return
    column = _second_column(page.pieces)
    if _is_upwards(page.pieces) or (
        column is not None and (_is_form_by_columns(page, column) or _is_across(page, column))
    ):
        page.pieces = _rows(page, column)


def _is_upwards(pieces: list[Piece]) -> bool:
    steps = [
        upper.box.middle - lower.box.middle
        for lower, upper in pairwise(pieces)
        if upper.box.left < lower.box.right and not upper.box.beside(lower.box)
    ]
    return len(steps) >= _FEW and sum(step > 0 for step in steps) > _UPWARDS * len(steps)


def _second_column(pieces: list[Piece]) -> float | None:
    """Return where most of the pieces begin that have another on their left; None where none has."""
    ordered = _from_above(pieces)
    beside = Counter(
        round(right.box.left) for left, right in pairwise(ordered) if right.box.beside(left.box) and right is not left
    )
    if not beside:
        return None
    place, count = min(beside.items(), key=lambda item: (-item[1], item[0]))
    return place - 3.0 if count >= _ANSWERS else None


def _is_form_by_columns(page: Page, column: float) -> bool:
    """Return whether all labels come before all answers, and the answers stand apart, each beside a label."""
    sides = [piece.box.left >= column for piece in page.pieces]
    if sides != sorted(sides) or all(sides) or not any(sides):
        return False
    labels, answers = _sides(page, column)
    apart = sum(
        upper.box.bottom - lower.box.top > 0.8 * upper.pieces[-1].box.height for upper, lower in pairwise(answers)
    )
    paired = sum(any(_first_lines_level(label, answer) for label in labels) for answer in answers)
    lines = sum(len(answer.pieces) for answer in answers)
    return (
        len(answers) >= _ANSWERS
        and apart >= _APART * (len(answers) - 1)
        and paired >= _APART * len(answers)
        and lines <= 2 * len(answers)
    )


def _is_across(page: Page, column: float) -> bool:
    """Return whether lines of labels and of answers take turns, between rulings that part the rows of the form.

    Without rulings nothing tells where a label ends and the next begins.
    """
    edge = min(piece.box.left for piece in page.pieces) - 2
    rulings = sum(ruling.left < edge and column < ruling.right for ruling in page.horizontal)
    parted = sum(
        label.box.left < column <= answer.box.left
        and rest.box.left < column
        and label.box.beside(answer.box)
        and rest.text[:1].islower()
        and label.text[-1] not in ".:?!"
        and not ruled_between(label.box, rest.box, page.horizontal)
        for label, answer, rest in zip(page.pieces, page.pieces[1:], page.pieces[2:], strict=False)
    )
    return rulings >= _ANSWERS and parted >= _ACROSS


def _sides(page: Page, column: float) -> tuple[list[Paragraph], list[Paragraph]]:
    """Return the paragraphs on the left of a column and in it, each from above."""
    found = []
    for inside in (False, True):
        pieces = _from_above([piece for piece in page.pieces if (piece.box.left >= column) is inside])
        found.append(list(paragraphs(Page(page.width, page.height, pieces, page.horizontal))))
    return found[0], found[1]


def _from_above(pieces: list[Piece]) -> list[Piece]:
    """Return pieces line by line, each line from the left."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: -piece.box.middle):
        if lines and lines[-1][0].box.beside(piece.box):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [piece for line in lines for piece in sorted(line, key=lambda piece: piece.box.left)]


def _first_lines_level(label: Paragraph, answer: Paragraph) -> bool:
    return label.pieces[0].box.beside(answer.pieces[0].box)


def _rows(page: Page, column: float | None) -> list[Piece]:
    """Return the pieces row by row: each label with the answers beside it."""
    if column is None:
        return _from_above(page.pieces)
    labels, answers = _sides(page, column)
    tops = [label.box.top for label in labels]
    beside: list[list[Paragraph]] = [[] for _ in labels]
    first: list[Paragraph] = []
    for answer in answers:
        # The label that begins last among those that begin no lower than the answer, or hardly.
        place = sum(top >= answer.box.top - 0.6 * answer.pieces[0].box.height for top in tops) - 1
        (beside[place] if place >= 0 else first).append(answer)
    ordered = [*first]
    for label, found in zip(labels, beside, strict=True):
        ordered += [label, *found]
    return [piece for paragraph in ordered for piece in paragraph.pieces]
