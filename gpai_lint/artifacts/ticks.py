"""The choice boxes of a form: every marked option, with the question it answers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from gpai_lint.artifacts.interface import Tick
from gpai_lint.artifacts.marks import marks_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.artifacts.interface import Block, Cell, Table

MAX_OPTION: Final = 120


def ticks_of(blocks: tuple[Block, ...], tables: tuple[Table, ...]) -> tuple[Tick, ...]:
    """Return the boxes of a document in order of their place.

    The question is the text before the first box of the same block or cell; where a box stands first, it is the text
    of the block before, or of the first cell of the row.
    """
    found: list[Tick] = []
    question = ""
    for block in blocks:
        found.extend(_in_text(block, question, block.section))
        question = _question(block.text) or question
    for table in tables:
        for row in table.rows:
            label = _question(row[0].text) if row else ""
            for cell in dict.fromkeys(row):
                found.extend(_in_text(cell, label, table.section))
    return tuple(sorted(found, key=lambda tick: tick.span))


def _in_text(part: Block | Cell, question: str, section: int) -> Iterator[Tick]:
    marks = list(marks_in(part.text))
    asked = _question(part.text) or question
    for place, mark in enumerate(marks):
        end = marks[place + 1].start if place + 1 < len(marks) else len(part.text)
        option = " ".join(part.text[mark.end : end].split())[:MAX_OPTION]
        if option:
            yield Tick(asked, option, mark.ticked, part.part(mark.start, end), section)


def _question(text: str) -> str:
    """Return the text before the first box."""
    first = next(marks_in(text), None)
    return re.sub(r"\s+", " ", text[: first.start] if first else text).strip()
