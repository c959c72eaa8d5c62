"""Licences in tables that give each model of the document its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.licences.names import normalise
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.prose.labels import fields_for, plain
from gpai_lint.evidence.prose.licence_places import COMPONENTS, FIELD, OUTSIDE
from gpai_lint.evidence.prose.licence_subjects import is_of_other, is_the_weights
from gpai_lint.evidence.prose.licence_wording import CODE_OR_DATA, LICENCE, cell_name, is_vague
from gpai_lint.evidence.prose.passages import zone_of
from gpai_lint.evidence.prose.tables import data_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.artifacts.interface import Table
    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context

#: What parts the words of a name, and how long the first one is that a family shares.
_PARTS = re.compile(r"[\s_-]")
_STEM = 4
_SHAPE = frozenset({"model.parameters_total", "model.context_length"})
#: The head of a column beside one for the weights: both columns hold licences.
_CODE = Pattern(r"\W*(?:(?:the|our|inference|training) )?(?:source )?code(?:base)?\W*")


def read_tables(context: Context) -> Iterator[Fact]:
    """Yield the licences in tables that give each model of the document its own; those of others stand beside them."""
    for table in context.prose.tables if context.own and context.artifact.kind != "data_card" else ():
        path = context.prose.sections[table.section].path
        if zone_of(context.prose, path) in OUTSIDE or any(COMPONENTS.search(title) for title in path[1:]):
            continue
        yield from _of_weights(context, table)
        for datum in data_of(table, context.names):
            if datum.field != FIELD or is_of_other(datum.label):
                continue
            row = next(row for row in table.rows if any(cell is datum.cell for cell in row))
            # Brackets behind the name of a row may tell whose it is: "Base model (Lark)".
            called = [] if row[0].text and row[0] is not datum.cell else [datum.variant]
            named = [*called, *(cell.text for cell in row if cell is not datum.cell)]
            if not _is_of_one_model(table) and not any(
                is_the_weights(plain(text)) or context.begins_own(plain(text)) or _is_related(context, plain(text))
                for text in named
                if text
            ):
                continue
            text = " ".join(plain(datum.cell.text).split())
            name = normalise(text) or cell_name(text)
            if name:
                field, span = catalogue().fields[FIELD], datum.cell.part(0, len(datum.cell.text))
                alone = row[0] is datum.cell or is_the_weights(plain(datum.variant))
                variant = "" if alone else datum.variant
                yield context.fact(
                    field, name, datum.cell.text, span, table.section, variant=variant, label=datum.label
                )


def _of_weights(context: Context, table: Table) -> Iterator[Fact]:
    """Yield the licences in the column for the weights of a table that has another for those of the code."""
    heads = [plain(cell.text) for cell in table.rows[0]] if table.header_rows == 1 else []
    columns = [column for column, head in enumerate(heads) if head and is_the_weights(head)]
    # Beside the weights a column "Model" names the rows.
    columns = [column for column in columns if "weights" in heads[column].lower()] or columns
    if len(columns) != 1 or not any(map(_CODE.fullmatch, heads)):
        return
    body = table.rows[1:]
    for row in body:
        cell = row[columns[0]] if columns[0] < len(row) else None
        text = " ".join(plain(cell.text).split()) if cell else ""
        name = normalise(text) or (text if LICENCE.search(text) and not is_vague(text) else "")
        if cell and name:
            field, span = catalogue().fields[FIELD], cell.part(0, len(cell.text))
            variant = row[0].text if len(body) > 1 and columns[0] and not _CODE.fullmatch(heads[0]) else ""
            yield context.fact(field, name, cell.text, span, table.section, variant=variant, label=heads[columns[0]])


def _is_related(context: Context, text: str) -> bool:
    """Tell whether a name begins with the first word of the document's own, as those of a family do."""
    word, *further = _PARTS.split(context.names[0]) if context.names else [""]
    begins = _PARTS.split(text.strip(), maxsplit=1)
    return len(word) >= _STEM and bool(further) and len(begins) > 1 and begins[0].lower() == word.lower()


def _is_of_one_model(table: Table) -> bool:
    """Tell whether a table has one row, and its head says that it describes a model and nothing besides."""
    heads = [cell.text for row in table.rows[: table.header_rows] for cell in row]
    described = any(not _SHAPE.isdisjoint(fields_for(head, "cell")) for head in heads)
    beside = any(CODE_OR_DATA.search(plain(head)) for head in heads)
    return described and not beside and len(table.rows) == table.header_rows + 1
