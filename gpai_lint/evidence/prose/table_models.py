"""Models in tables: which columns and rows are about those of the document, and which are there for comparison."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.prose.labels import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gpai_lint.artifacts.interface import Cell, Table

#: What a row is called that sums up those above it.
TOTAL = Pattern(r"(?:grand )?total|sum|overall|all")
#: The heads of columns of sizes, and of columns that name models.
SIZES = Pattern(r"\W*sizes?\W*")
MODELS = Pattern(
    r"\W*(?:models?|name|model name|variants?|versions?|checkpoints?|methods?|approach(?:es)?|systems?|networks?|)\W*"
)
#: How a comparison marks the model of its authors: ``Name-7B (ours)``.
OURS = Pattern(r"(?:\A|[\W_])ours\W*\Z")
#: What tells a member of a family from the others, without the family's name: ``V2-XLarge``.
_MEMBER = Pattern(
    r"(?:[\W_]*(?:v\d[\d.]*|(?:x{1,3}-?)?(?:small|large|base)|tiny|mini|medium|chat|instruct"
    r"|\d+(?:\.\d+)?[bm]))+[\W_\d]*"
)

#: Heads of columns that tell how fast something ran, and how much room it took.
_SPEEDS = Pattern(
    r"\b(?:tok(?:en)?s?(?: ?/ ?| per )s(?:ec(?:ond)?s?)?|latency|throughput|response time|ttft|prefill"
    r"|decod(?:e|ing))\b"
)
_ROOM = Pattern(r"\b(?:cache|memory|v?ram|[GM]i?B)\b")
#: The heads of columns that tell how each file was quantised: beside them stands the length of the calibration.
_QUANTISED = Pattern(r"\W*(?:bits?|gs|group ?size|act[ -]?order|desc_act|damp(?:ing)?(?: ?%)?|gptq data ?set)\W*")
_METRICS = Pattern(r"\W*(?:metrics?|measurements?|scenarios?)\W*")


def of_measurements(heads: Sequence[str], first: Sequence[str]) -> bool:
    """Tell whether a table gives the lengths at which something was measured, and not those of the models.

    ``first`` are the fields that the head of the first column announces.
    """
    rest = [plain(head) for head in heads[1:]]
    if sum(_QUANTISED.fullmatch(plain(head)) is not None for head in heads) > 1:
        return True
    if any(map(_SPEEDS.search, rest)) or ("model.context_length" in first and any(map(_ROOM.search, rest))):
        return True
    return len(rest) > 1 and _METRICS.fullmatch(plain(heads[0])) is not None and not re.match("(?i)value", rest[0])


def own_columns(table: Table, heads: list[str], own: Sequence[str]) -> frozenset[int]:
    """Return the columns that hold values of the document's own models."""
    columns = list(range(1, len(heads)))
    named = [column for column in columns if any(_same(heads[column], name) for name in own)]
    named = named or [column for column in columns if OURS.search(heads[column])]
    if len(named) == 1:
        return frozenset(named)
    # The members of a family are called after it, what they are compared with is not.
    name = _letters(own[0]) if own else ""
    called = [column for column in columns if len(name) >= 4 and _letters(heads[column]).startswith(name)]
    if called and len(called) < len(columns):
        return frozenset(called)
    body = table.rows[table.header_rows :]
    bold = []
    for column in columns:
        cells = [row[column] for row in body if column < len(row) and row[column].text]
        if cells and sum(cell.strong for cell in cells) > len(cells) / 2:
            bold.append(column)
    if len(columns) > 1 and len(bold) == 1:
        return frozenset(bold)
    return frozenset(columns)


def other_models(heads: list[str], body: Sequence[Sequence[Cell]], own: Sequence[str]) -> frozenset[int]:
    """Return the rows about other models, where each row is a model and some are marked as the document's own.

    The authors' mark does that, the document's own name, the fullest that any row bears, or, where no row has either,
    a name in bold among plain ones.
    """
    if not (MODELS.fullmatch(plain(heads[0])) or SIZES.fullmatch(heads[0])):
        return frozenset()
    rows = {n: row[0] for n, row in enumerate(body) if row and row[0].text and any(cell.text for cell in row[1:])}
    mine = {n for n, cell in rows.items() if OURS.search(plain(cell.text))}
    for name in (_letters(name) for name in own):
        named = {n for n, cell in rows.items() if len(name) >= 4 and name in _letters(cell.text)}
        if named:
            mine |= named
            break
    if not mine and own:
        # The members of a family share its first word, which what they are compared with lacks.
        stem = _letters(re.split(r"[\s_-]", own[0])[0])
        mine = {n for n, cell in rows.items() if len(stem) >= 4 and _letters(cell.text).startswith(stem)}
    if not mine:
        bold = {n for n, cell in rows.items() if cell.strong}
        mine = bold if 2 * len(bold) <= len(rows) else set()
    others = {
        n
        for n, cell in rows.items()
        if not TOTAL.fullmatch(plain(cell.text).strip()) and not _MEMBER.fullmatch(cell.text)
    }
    return frozenset(others - mine) if mine else frozenset()


def other_members(body: Sequence[Sequence[Cell]], own: Sequence[str]) -> frozenset[int]:
    """Return the rows about the sisters of a model whose own row is called by the last words of its name: ``small``."""
    words = [_letters(word) for word in re.split(r"[\s_-]+", re.sub(r"\(.*?\)", "", own[0]))] if own else []
    labels = [_letters(row[0].text) if row else "" for row in body]
    mine = {number for number, label in enumerate(labels) if label in words[1:] and re.search("[a-z]", label)}
    return frozenset(range(len(body))) - mine if len(mine) == 1 and len(set(labels)) > 1 else frozenset()


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9.\u03b1-\u03c9]+", "", text.lower())


def _same(head: str, name: str) -> bool:
    left, right = _letters(head), _letters(name)
    return bool(left) and left == right
