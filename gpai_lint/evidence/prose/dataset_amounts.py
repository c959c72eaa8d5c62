"""How much of all data, or of each of its parts, a table about the data for training tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.prose.labels import fields_for, normal, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.artifacts.interface import Cell, Table
    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context

_FIELD = "data.size"
#: The head of a column that counts what each set holds, or measures it in hours, and the row that tells their sum.
_COUNT = Pattern(
    r"(?:number|num\.?|no\.) of (?P<what>[a-z][a-z -]{2,40}s)|num\. (?P<short>[a-z][a-z -]{2,40}s)"
    r"|(?:(?:amount|length|duration|size|volume|total|audio|speech) ?)+\((?:in )?(?:h|hrs?|hours)\)"
    r"|(?:(?:total|training|speech|audio) )*hours"
    r"|(?P<scaled>(?:k|m|bn|thousands?|millions?|billions?)(?: of)? (?:words|documents|sentences|pages|lines))"
    r"|(?P<each>words|lines|documents|sentences|pages|characters|chars|articles)"
    r" ?\((?:in )?(?P<scale>[kmb]|[mb]n|[mb]illions?)\)"
    r"|(?P<bytes>(?:size ?)?\(?(?:in )?[gt]b\)?(?: of)?(?: (?:text|data))?)|(?P<size>(?:total |file |data )?size)"
    r"|(?P<bare>lines|words|characters|sentences|documents|articles|pages|utterances)",
    flags=0,
)
_SUM = re.compile(
    r"(?:(?:grand )?total|sum|all(?: together)?)(?: \(?(?:after|before|with|without|of) .{3,40})?"
    r"|(?:total )?de-?duplicated(?: total)?(?: \([^()]{2,40}\))?"
)
#: An amount of bytes by itself; of parts, more of them and what it is a size of.
BYTES = re.compile(r"\d[\d.,]* ?[GT]i?B")
_PART = re.compile(r"~?\d[\d.,]* ?[KMGT]i?B(?: of \w+)?")
_WHOLE = Pattern(r"\d{1,3}(?:[, ]\d{3})+|\d+(?:\.\d+)?(?:\s?[KkMB])?", flags=0)
#: The head over the parts of a data set, the part to train on, and heads that count what each holds.
_SPLITS = Pattern(r"(?:data ?(?:set)? ?)?(?:splits?|partitions?|sub-?sets?|sets?)|data ?sets?|data")
_TRAIN = Pattern(r"train(?:ing)?(?: (?:sets?|splits?|data(?: ?set)?|subset))?")
_OTHER = Pattern(r"(?:test|val|dev|eval)\w*(?: (?:sets?|splits?|data(?: ?set)?|subset))?|held[- ]out.{0,10}")
_EACH = Pattern(
    r"(?:(?:number|num\.?|no\.?|#|total) ?(?:of )?)?"
    r"(?P<what>samples?|examples?|images?|instances?|rows|records|sentences?|documents?|pairs?|utterances?|hours"
    r"|words|files|recordings|videos|clips|questions|articles|conversations)|(?:total |data )?(?:counts?|size)"
)
_OUTSIDE = frozenset({"evaluation", "citation", "usage", "news"})
#: A longer table lists more than what a model was trained on.
_MOST = 40


def is_sum(text: str) -> bool:
    """Tell whether a row's first cell, in small letters, says that the row adds up the others."""
    return _SUM.fullmatch(text) is not None


def amounts(context: Context, table: Table, heads: list[str]) -> Iterator[Fact]:
    """Yield how much of all data sets there is, by the last row of a table or the only one, or how much of each."""
    last = table.rows[-1]
    only = len(table.rows) == table.header_rows + 1
    if len(last) == len(heads) and (only or is_sum(normal(last[0].text))):
        for head, cell in zip(heads, last, strict=True):
            if value := _amount(head, cell, BYTES):
                yield context.fact(catalogue().fields[_FIELD], value, cell.text, cell.span, table.section, label=head)
        return
    rows = [row for row in table.rows[table.header_rows :] if len(row) == len(heads)]
    column = next((column for column in range(1, len(heads)) if _counts(heads[column], rows, column)), None)
    if column is None or len(rows) > _MOST:
        return
    for row in rows:
        cell, variant = row[column], " ".join(plain(row[0].text).split())
        if value := _amount(heads[column], cell, _PART):
            yield context.fact(
                catalogue().fields[_FIELD],
                value,
                cell.text,
                cell.span,
                table.section,
                variant=variant,
                label=heads[column],
            )


def read_splits(context: Context) -> Iterator[Fact]:
    """Yield how much there is to train on, by the tables that split the data: ``| Train | 8,000 |``."""
    for table, around in context.tables:
        heads = [normal(cell.text) for cell in table.rows[0]] if table.header_rows == 1 else []
        if len(heads) < 2 or around.zone in _OUTSIDE or not _SPLITS.fullmatch(heads[0]):
            continue
        column, each = next(((at, it) for at, it in enumerate(map(_EACH.fullmatch, heads)) if at and it), (0, None))
        names = [normal(row[0].text) for row in table.rows if row]
        if each is None or not any(map(_OTHER.fullmatch, names)):
            continue
        for row in table.rows[1:]:
            number = plain(row[column].text).strip(" *_~") if column < len(row) else ""
            if _TRAIN.fullmatch(normal(row[0].text)) and (_WHOLE.fullmatch(number) or _PART.fullmatch(number)):
                value, cell = f"{number} {each['what'] or ''}".strip(), row[column]
                field = catalogue().fields[_FIELD]
                yield context.fact(field, value, cell.text, cell.span, table.section, label=heads[column])


def _counts(head: str, rows: list[tuple[Cell, ...]], column: int) -> bool:
    """Tell whether a column says of all rows, but for those that leave it open, how much each part holds."""
    told = [bool(_amount(head, row[column], _PART)) for row in rows if plain(row[column].text).strip(" -*_")]
    return bool(told) and all(told)


def _amount(head: str, cell: Cell, measure: re.Pattern[str]) -> str:
    """Return what a cell counts below a head that says of what; empty where it counts nothing."""
    count = _COUNT.fullmatch(head)
    number = plain(cell.text).strip(" *_")
    # What the catalogue knows as a head of sizes is read with the other cells.
    if not count or "data.size" in fields_for(head, "cell"):
        return ""
    if (count["bytes"] or count["size"]) and measure.fullmatch(number):
        return number
    if count["size"] or not _WHOLE.fullmatch(number):
        return ""
    words = count["what"] or count["short"] or count["scaled"] or count["bare"] or "hours"
    if count["each"]:
        words = f"{count['scale'][0].upper()} {count['each']}"
    unit = ("TB" if "tb" in head else "GB") if count["bytes"] else words
    return f"{number} {unit}"
