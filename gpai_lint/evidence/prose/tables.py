"""Tables as labelled values: every cell with the words of its row and of its column."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from gpai_lint.artifacts.interface import Entry
from gpai_lint.artifacts.key_values import pairs_of
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.prose.labels import fields_for, plain
from gpai_lint.evidence.prose.table_models import (
    MODELS,
    OURS,
    SIZES,
    TOTAL,
    of_measurements,
    other_members,
    other_models,
    own_columns,
)
from gpai_lint.evidence.values.languages import languages_in
from gpai_lint.evidence.values.numbers import first_number, size

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from gpai_lint.artifacts.interface import Cell, Table

_SIZE = Pattern(r"~?\d+(?:\.\d+)?\s?[BMK](?:[ -](?:base|instruct|chat|it|dense|moe|param(?:eter)?s))?")
_ACTIVE_IN_NAME = re.compile(r"\d[BMT]-A\d+(?:\.\d+)?[BM](?!\w)")
#: The head of a column that names the parts of a data set: only the total is the whole's.
_PARTS = Pattern(
    r"\W*(?:(?:training |pre-?training )?(?:data ?sets?|data(?: sources?| types?)?|corp(?:us|ora))|subsets?|sources?"
    r"|components?|domains?|categor(?:y|ies)|languages?|modalit(?:y|ies))(?: names?)?\W*"
)
_CORPUS = Pattern(r"\W*(?:(?:pre-?)?training )?corp(?:us|ora)(?: names?)?\W*")
_SHARE = Pattern(r"%|\b(?:percent\w*|shares?|ratios?|proportions?|weights?|mix\w*)\b")
#: The head of a column that names states of one training run: their tokens are not the whole's.
_STATES = Pattern(r"\W*(?:release )?(?:dates?|steps?|(?:training )?(?:stages?|phases?)|iterations?|epochs?)\W*")
#: The head of a column that names what a model runs on: beside it stands how much of the context fits.
_HARDWARE = Pattern(r"\W*(?:\w+ )?(?:v?ram|memory|gpus?|hardware|devices?|quant\w*|configurations?)(?: \(\w+\))?\W*")
#: The head of a column of devices, and heads that tell that they served for training, where none is of running it.
_DEVICES = Pattern(r"\W*(?:hardware|(?:gpus?|tpus?|accelerators?|chips?|devices?)(?: types?| models?)?)(?: used)?\W*")
_EFFORT = Pattern(
    r"^(?!.*\b(?:throughput|latency|inference|v?ram|memory|tokens ?/ ?s)).*\b(?:(?:gpu|tpu|device)[ -]?hours|co2|carbon"
    r"|(?:training|seen|trained)[ -](?:steps|time|days|hours|tokens|samples|pairs|examples)|epochs|time \(in days\))"
)
_PARAMETERS = "model.parameters_total"
#: The head of a column that names the parts that a model is put together from: their sizes are not the whole's.
_MODULES = Pattern(
    r"\W*(?:(?:模块|组件|部件)(?:名称)?\W*)?(?:(?:sub-?)?modules?|components?|(?:model|network) parts?)(?: names?)?\W*"
    r"|\W*(?:模块|组件|部件)(?:名称)?\W*"
)
#: A head that tells a context from other lengths only beside models.
_BARE_LENGTH = Pattern(r"\W*length\W*")
#: The head of a first column that names the models of the rows, and not what they were made from.
_LANGUAGE_MODELS = Pattern(r"\W*(?:llms?|(?:[\w-]+ )?language models?)\W*")
#: The head of a column of uses, beside that of others.
_RECOMMENDED = Pattern(
    r"\W*(?:recommended|suitable|suited|intended|appropriate|good|great|best)(?: (?:for|fit|uses?))?\W*"
)
#: The head of a column that tells what the figures in the rows count.
_UNITS = Pattern(r"\W*units?\W*")
#: What stands behind the name of a model that does not exist yet, and what in its cells.
_TO_COME = Pattern(
    r"\((?:(?:still )?in (?:progress|training|development|preparation)|(?:coming )?soon|planned|upcoming|wip|tb[ad]"
    r"|in arbeit|to (?:be released|come)|not (?:yet )?released|即将(?:发布|推出|开源)|训练中)\)[\W_]*\Z"
)
_PLANNED = Pattern(
    r"\W*(?:planned|pending|in progress|on (?:its|the) way|(?:coming )?soon|tb[ad]|wip|upcoming"
    r"|not (?:yet )?(?:released|available))\W*"
)
#: The head of a column that names what the licences in the other are of.
_LICENSED = Pattern(r"\W*(?:components?|models?|artifacts?|assets?|items?|parts?|appl(?:y|ies) to|covers|what)\W*")
_VALUE_HEADS = Pattern(r"values?|details?|description|information|specifications?|setting|answer|content|")


class Datum(NamedTuple):
    """A cell with the field that its row or column announces, the variant it is about, and the label that said so.

    ``compared`` tells that the table sets the model beside those of others.
    """

    field: str
    cell: Cell
    label: str
    variant: str
    compared: bool = False


def data_of(table: Table, own: Sequence[str] = ()) -> Iterator[Datum]:
    """Yield the labelled cells of a table, row by row; a cell that spans several places is yielded once.

    ``own`` are names of the document's model: where columns are models and one of them is named so, or is the only one
    set in bold, only that one is read, because the others are there for comparison.
    """
    width = max((len(row) for row in table.rows), default=0)
    if not width or _is_list(table, width):
        return
    heads = [_head(table, column) for column in range(width)]
    by_column = {column: _announced(table, column, heads[column]) for column in range(width) if heads[column]}
    by_column.update((column, ("training.hardware",)) for column in _columns_of_devices(heads))
    by_column.update((column, ("use.intended",)) for column in _columns_of_uses(heads))
    body = table.rows[table.header_rows :]
    names = _row_names(body, heads, by_column)
    chosen = own_columns(table, heads, own)
    foreign = other_models(heads, body, own)
    others = foreign or other_members(body, own)
    compared = bool(foreign) or len(chosen) < width - 1
    # A head above all columns titles them: there the row of sizes tells them apart.
    spanned = len(chosen) > 1 and len({heads[column] for column in chosen}) == 1
    sizes = _sizes_of(body) if spanned else {}
    parts = _PARTS.fullmatch(heads[0]) is not None or _STATES.fullmatch(plain(heads[0])) is not None
    of_modules = len(body) > 1 and _MODULES.fullmatch(plain(heads[0])) is not None
    # The only corpus of a table is no part of another, unless its share is told.
    whole = len(body) == 1 and _CORPUS.fullmatch(heads[0]) is not None and not any(map(_SHARE.search, heads))
    units = next((column for column, head in enumerate(heads) if _UNITS.fullmatch(head)), width)
    # Beside models that recur are the lengths at which each was measured.
    lengths = bool(heads[0] and MODELS.fullmatch(plain(heads[0]))) and len(set(names)) == len(names)
    measured = of_measurements(heads, by_column.get(0, ()))
    seen: set[tuple[int, int, int, str]] = set()
    for number, row in enumerate(body):
        if number in others or is_planned(row):
            continue
        total = TOTAL.fullmatch(plain(row[0].text if row else "").strip(" *")) is not None
        partial, modules = parts and not whole and not total, of_modules and not total
        row_fields = fields_for(row[0].text, "cell") if row and row[0].text and not _is_amount(row[0].text) else ()
        for column, cell in enumerate(row):
            if not cell.text:
                continue
            announced = (field for field in by_column.get(column, ()) if not (modules and field == _PARAMETERS))
            found = [(field, heads[column], names[number]) for field in announced]
            # A row of licences names what each is of, and tells nothing else of that.
            licences = "distribution.licence" in by_column.get(column, ())
            if column and row_fields and column in chosen and cell is not row[0] and not licences:
                common = len(chosen) == 1 or all(other < len(row) and row[other] is cell for other in chosen)
                head = sizes.get(column, "") if spanned else heads[column]
                variant = "" if common or _VALUE_HEADS.fullmatch(head) else plain(head)
                found.extend((field, _with_unit(row, units), variant) for field in row_fields)
            if "activ" in cell.text.lower() or _ACTIVE_IN_NAME.search(cell.text):
                found.extend(
                    ("model.parameters_active", label, variant)
                    for field, label, variant in found
                    if field == "model.parameters_total"
                )
            for field, label, variant in found:
                place = (cell.span.line, cell.span.column, cell.span.end_column, field)
                if field in {"data.tokens", "data.size"} and (partial or _language(heads[column])):
                    continue
                if _counts_other(field, label, heads[0], cell if column == 0 else None):
                    continue
                if (_BARE_LENGTH.fullmatch(label) and not lengths) or (measured and field == "model.context_length"):
                    continue
                if place not in seen:
                    seen.add(place)
                    shared = _covers_all(body, column, cell)
                    yield Datum(field, cell, label, "" if shared and variant == names[number] else variant, compared)


def _is_list(table: Table, width: int) -> bool:
    """Tell whether a table is a list of keys and values, which are read as such; it may go on in more columns."""
    if width > 2:
        return bool(pairs_of(table))
    even = len({len(row) for row in table.rows}) == 1
    return even and table.header_rows <= 1 and not _is_of_models(table.rows) and not of_licences(table)


def _row_names(
    body: Sequence[Sequence[Cell]], heads: Sequence[str], by_column: Mapping[int, Sequence[str]]
) -> list[str]:
    """Return what tells the rows apart: their names, or the sizes of those that share one; nothing for the only row."""
    if len(body) == 1 and _describes(heads[0]):
        return [""]  # the one model's own value, and no name
    first = 1 if len(heads) > 1 and heads[1] and MODELS.fullmatch(plain(heads[1])) and _are_numbered(body) else 0
    names = _variants(_inherited([row[first].text if first < len(row) else "" for row in body]))
    sizes = next((column for column, fields in by_column.items() if "model.parameters_total" in fields), 0)
    if len(set(names)) == len(names) or not sizes:
        return names
    told = [_size_of(row[sizes].text) if sizes < len(row) else name for name, row in zip(names, body, strict=True)]
    differ = Counter(name for name, _ in set(zip(names, told, strict=True)))
    return [size if differ[name] > 1 and name else name for name, size in zip(names, told, strict=True)]


def _are_numbered(body: Sequence[Sequence[Cell]]) -> bool:
    return all(row and row[0].text.strip(" .#") == str(number) for number, row in enumerate(body, 1))


def _counts_other(field: str, label: str, head: str, first: Cell | None) -> bool:
    """Tell whether a size is of no model, a length of a measurement, a base the model that the row is about.

    ``head`` is that of the first column, ``first`` the cell if it stands there.
    """
    if field == "model.context_length":
        return _HARDWARE.fullmatch(plain(head)) is not None
    if field == "model.base_model":
        return first is not None and _LANGUAGE_MODELS.fullmatch(plain(label)) is not None
    if field != "model.parameters_total" or not SIZES.fullmatch(label) or MODELS.fullmatch(plain(head)):
        return False
    return first is None or not _SIZE.fullmatch(first.text.strip())


def of_licences(table: Table) -> bool:
    """Tell whether a table of two columns tells the licence of each thing in the other: no row is a key and its value.

    What a row names is licensed, and nothing else is told of it: "Base model | MIT" names no base.
    """
    head = [cell.text for cell in table.rows[0]] if table.header_rows == 1 else []
    if len(head) != 2:
        return False
    first, second = ("distribution.licence" in fields_for(text, "cell") for text in head)
    return second or (first and _LICENSED.fullmatch(plain(head[1])) is not None)


def head_entry(table: Table) -> Entry | None:
    """Return the head of a table of keys and values as its first row: Markdown has no table without a head.

    None where the head says what stands in the columns.
    """
    if table.header_rows != 1 or any(len(row) != 2 for row in table.rows):
        return None
    (key, value), *body = table.rows
    if not value.text or _VALUE_HEADS.fullmatch(plain(value.text).strip(" *:")) or not fields_for(key.text, "key"):
        return None
    known = sum(bool(fields_for(row[0].text, "key")) for row in body)
    if not known or 2 * known < len(body):
        return None
    return Entry(
        " ".join(key.text.split()).rstrip(" :："), value.text, key.span, value.span, table.section, value.marks
    )


def is_planned(row: Sequence[Cell]) -> bool:
    """Tell whether a row says of what it names only that it is to come, or says so beside the name."""
    if row and _TO_COME.search(plain(row[0].text)):
        return True
    said = [text for cell in row[1:] if re.search(r"\w", text := plain(cell.text))]
    # How large it is going to be may be known.
    sized = len(said) == 2 and _SIZE.fullmatch(said[0].strip()) is not None
    return bool(said) and all(_PLANNED.fullmatch(text) for text in said[sized:])


def _is_of_models(rows: Sequence[Sequence[Cell]]) -> bool:
    """Tell whether the second column's head announces a field, so that the first column names what it is about."""
    return bool(rows[0]) and len(rows[0]) == 2 and bool(fields_for(rows[0][1].text, "cell"))


def _head(table: Table, column: int) -> str:
    texts = []
    for row in table.rows[: table.header_rows]:
        if column < len(row) and row[column].text and row[column].text not in texts:
            texts.append(row[column].text)
    return " ".join(" ".join(texts).split())


def _announced(table: Table, column: int, head: str) -> tuple[str, ...]:
    """Return the fields that a column's head announces: all its rows together, or the lowest below titles of groups."""
    lowest = table.rows[table.header_rows - 1] if table.header_rows > 1 else ()
    fields = fields_for(head, "cell")
    return fields or (fields_for(lowest[column].text, "cell") if column < len(lowest) else ())


def _with_unit(row: Sequence[Cell], units: int) -> str:
    """Return the label of a row with what the column of units says behind it."""
    unit = row[units].text if units < len(row) else ""
    return f"{row[0].text} ({unit})" if unit else row[0].text


def _language(head: str) -> bool:
    """Tell whether the head of a column is the name of a language."""
    return any(end - start == len(head) for start, end, _ in languages_in(head))


def _describes(head: str) -> bool:
    """Tell whether the head of a column announces a field, and not the sizes that models are called by."""
    return bool(fields_for(head, "cell")) and not SIZES.fullmatch(head) and not MODELS.fullmatch(plain(head))


def _columns_of_uses(heads: Sequence[str]) -> list[int]:
    """Return the columns of what a model is recommended for, beside one of what it is not."""
    if not any("use.out_of_scope" in fields_for(head, "cell") for head in heads if head):
        return []
    return [column for column, head in enumerate(heads) if _RECOMMENDED.fullmatch(plain(head))]


def _columns_of_devices(heads: Sequence[str]) -> list[int]:
    """Return the columns of a table on training, the first left out, that tell the devices of each row."""
    if not _EFFORT.search(plain(" | ".join(heads))):
        return []
    return [column for column, head in enumerate(heads) if column and _DEVICES.fullmatch(plain(head))]


def _covers_all(body: Sequence[Sequence[Cell]], column: int, cell: Cell) -> bool:
    """Tell whether one cell spans all rows of its column, so that its value is that of all variants.

    A table without spans leaves the cells below empty instead, the row's name included.
    """
    return len(body) > 1 and all(
        column < len(row) and (row[column] is cell or not (row[column].text or row[0].text)) for row in body
    )


def _inherited(labels: list[str]) -> list[str]:
    """Return the labels with the empty ones filled from above."""
    filled: list[str] = []
    for label in labels:
        filled.append(label if label.strip() or not filled else filled[-1])
    return filled


def _is_amount(text: str) -> bool:
    """Tell whether a cell states an amount and announces none: ``7B parameters``."""
    number = first_number(plain(text))
    return number is not None and number.scaled and number.start == 0


def _size_of(text: str) -> str:
    """Return the size in a cell as models are named by it, or the cell's text."""
    number = first_number(plain(text))
    return size(number.value) if number and number.scaled else " ".join(text.split())


def _sizes_of(body: Sequence[Sequence[Cell]]) -> dict[int, str]:
    """Return the sizes in the row that tells the parameters of the models, by column."""
    row = next((row for row in body if row and "model.parameters_total" in fields_for(row[0].text, "cell")), ())
    return {column: _size_of(cell.text) for column, cell in enumerate(row) if column}


def _variants(labels: list[str]) -> list[str]:
    """Return the names of the variants in the first column; a common beginning before sizes is left out."""
    names = [
        "" if TOTAL.fullmatch(plain(label).strip()) or OURS.match(plain(label)) else " ".join(plain(label).split())
        for label in labels
    ]
    bare = [re.sub(r"\s*\([^()]*\)\Z", "", name) for name in names]
    if len(set(bare)) == len(set(names)):
        names = bare
    filled = [name for name in names if name]
    if len(filled) > 1:
        words = [re.split(r"[ -]", name) for name in filled]
        shared = 0
        while all(len(parts) > shared + 1 for parts in words) and len({parts[shared].lower() for parts in words}) == 1:
            shared += 1
        if shared:
            rests = {name: re.split(r"[ -]", name, maxsplit=shared)[shared] for name in filled}
            if all(_SIZE.fullmatch(rest) for rest in rests.values()):
                names = [rests.get(name, "") for name in names]
    return names
