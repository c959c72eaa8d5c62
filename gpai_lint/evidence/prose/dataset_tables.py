"""Data sets in tables: those that a table of models names in a column, and those that a table about the data lists."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from gpai_lint.artifacts.content import title_of
from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.prose.dataset_amounts import BYTES, amounts, is_sum
from gpai_lint.evidence.prose.dataset_look import AMOUNT_BEHIND, ASIDE, IDENTIFIER, KIND, NO_DATA, PROPER, STRIKING
from gpai_lint.evidence.prose.labels import fields_for, normal, plain
from gpai_lint.evidence.values.languages import languages_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gpai_lint.artifacts.interface import Cell, Table
    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context

_FIELD = "data.datasets"
_DATA_SETS = Pattern(r"data|(?:data ?(?:sets?|bases?)|corpus|corpora)(?: names?)?")
#: The head of a column that says what each model of a table was trained on.
_DATA_HEAD = Pattern(
    r"(?:(?:pre-?|post-?)?train(?:ing|ed)?|fine-?tun(?:ing|ed))(?: ?/ ?(?:validation|test|evaluation|dev))?"
    r"[ -](?:data(?: ?sets?)?|corpus|corpora|sets?)(?: \([^()]{1,20}\))?"
    r"|(?:(?:pre-?)?trained|fine-?tuned) (?:on|with)|pre-?training"
)
#: The head of a column that says how much of it each model was trained on.
_SIZE_HEAD = Pattern(r"(?:pre-?)?training (?:data )?size")
#: Heads of the first column of a table about data, and words that tell what such a table is about.
_SETS = Pattern(
    r"(?:(?:pre-?|post-?)?training |fine-?tuning )?"
    r"(?:data ?sets?|data|sub-?sets?|sources?|data sources?|corpus|corpora|names?)(?: names?)?",
    flags=0,
)
_OWN_COLUMN = re.compile(r"(?:data ?sets?|(?:data )?sources?|corpus)")
_OF_TRAINING = Pattern(
    r"\b(?:(?:pre-?|post-?)?train(?:ing|ed)?|(?:fine-?|instruction )tun(?:ing|ed)|data ?mix(?:ture)?)\b"
)
_TRAINING_DATA = Pattern(
    r"\b(?:(?:pre-?|post-?)?train(?:ing|ed)?|(?:fine-?|instruction )tuning)\b(?: [\w-]+){0,2}?"
    r" (?:data(?: ?sets?)?|corpus|corpora|mix(?:ture)?)\b"
    r"|\bused (?:for|in|to) (?:the )?(?:(?:pre-?|post-?)?train(?:ing)?|(?:fine-?)?tun(?:e|ing))"
    r" (?:of )?(?:the|this|our) model\b"
)
#: The heading above a table that tells a mixture, and heads in it: the share of each set, and how much of it there is.
_OF_DATA = Pattern(r"\W*(?:data(?: ?sets?)?|data sources|corpus|corpora)\W*")
_SHARE = Pattern(r"\b(?:percentages?|proportions?|weight(?:s|ing)?|ratios?|shares?|epochs?|mix(?:ture)?|sampling)\b|%")
_AMOUNT = Pattern(r"\b(?:tokens?|documents?|words|size|[GT]B|gigabytes)\b")
_TEXT = Pattern(r"\b(?:tokens?|words)\b")
#: The head of a column that tells what each set served for, and what a row says there of one that trained no model.
_USE = Pattern(r"(?:data ?set )?(?:usage|uses?|used (?:for|in)|purpose|splits?|roles?|stages?|phases?)(?: .{2,20})?")
_NOT_TRAINED_ON = Pattern(
    r"\b(?:test(?:s|ed|ing)?|eval(?:uat\w+)?|validat\w+|val|dev|benchmark\w*|probing|held[- ]?out)\b"
)
#: What a row of any table on data sets says of one that trained the model: "fine-tuning data used by Lark".
_SERVED = Pattern(
    r"\b(?:(?:pre-?|post-?)?training|fine-?tuning) data(?: ?set)? (?:used|for (?:our|the|this)|of (?:our|the|this))\b"
    r"|\bused (?:for|in|during) (?:the )?(?:pre-?|post-?)?(?:training|fine-?tuning)\b"
)
#: Words above a table about data that did not serve for training.
_JUDGED = Pattern(
    r"\b(?:evaluat\w+|benchmark\w*|test(?:s|ed|ing)?|validat\w+|compar\w+|results?|performance|scores?)\b"
)
_OF_MODELS = Pattern(r"\b(?:models?|checkpoints|weights|model zoo)\b")
_OF_RESULTS = Pattern(
    r"\b(?:accuracy|scores?|f1|bleu|wer|metrics?|tests?|benchmarks?|eval\w*|results?|models?)\b|@", flags=0
)
_LINK = Pattern(r"\blinks?\b", flags=0)
#: A name by its form, and the names that are known without one.
_SOURCE = Pattern(
    STRIKING.pattern
    + r"|\bWikipedia\b|\bCommon Crawl\b|\AThe [A-Z]\w+|\A(?!\w+(?:ish|ese|ian|ean|ch) )[A-Z]\w+ (?:[a-z]+ )?corpus\Z",
    flags=0,
)
#: One word with a capital.
_WORD = re.compile(r"[A-Z][a-z]{3,}\d*")
#: A head that counts texts, and words for training.
_COUNTED = (
    r"(?:(?:number|num\.?|no\.?|#) ?(?:of )?)?"
    r"(?:sentences|tokens|words|documents|articles|pages|lines|instructions|conversations|pairs|hours)"
)
_TEXTS = Pattern(_COUNTED, flags=0)
#: The heads of columns that describe the sets of a table beside how much each holds.
_DESCRIBED = Pattern(
    r"descriptions?|details?|notes?|comments?|remarks?|languages?|licen[cs]es?|urls?|links?|sources?|origins?", flags=0
)
#: A head that says nothing of what stands below it, and those that only count that, under a heading on training data.
_FILLER = Pattern(r"|tables?|#|no\.|items?|resources?", flags=0)
_COUNTS = Pattern(rf"#? ?(?:{_COUNTED}|characters|chars|bytes|size|docs)(?: \([\w ]+\))?", flags=0)
_LEARNT = Pattern(r"\b(?:pre-?)?train(?:ed|ing)\b|学習|학습|训练|訓練")
#: The number of a row, before the name in it.
_NUMBER = re.compile(r"\d{1,2}[.)]? +(?=[A-Z])")
#: Heads of a first column that tells of what kind the parts of the data are, and names no sets.
_KINDS = Pattern(
    r"(?:(?:data )?types?|categor(?:y|ies)|domains?|genres?|languages?|components?)(?: of .{3,20})?", flags=0
)
#: What a cell says of data that a model made, and what the others say of data that there is none of.
_SYNTHETIC = Pattern(
    r"(?<!non-)(?<!no )(?<!not )\bsynthetic(?:ally)?\b|\bdistilled\b[^.;]{0,30}\bfrom (?-i:[A-Z])|\bself-instruct\b"
    r"|(?-i:\b(?:LLM|[Mm]odel)-generated\b)"
)
_NOTHING = Pattern(r"\W*(?:no|none|not used|false|n/?a|0(?:\.0*)? ?%?)?\W*")
#: A cell of sentences describes the data, and what it lists in them are no names.
_SENTENCES = re.compile(r"[a-z]{3}\. (?:[A-Z][a-z]+) [a-z]")


def read_dataset_tables(context: Context) -> Iterator[Fact]:
    """Yield the data sets that the tables of a document name."""
    yield from _of_models(context)
    yield from _rows(context)


def _of_models(context: Context) -> Iterator[Fact]:
    """Yield the data sets that a table of models names in a column of its own."""
    for table, around in context.tables:
        head = table.rows[0] if table.rows and table.header_rows == 1 else ()
        titles = [plain(cell.text).strip() for cell in head]
        path = context.prose.sections[table.section].path
        sized = any("model.parameters_total" in fields_for(title, "cell") for title in titles if title)
        sized = sized or (bool(path) and _OF_MODELS.search(path[-1]) is not None)
        if len(head) < 2 or around.zone in {"evaluation", "citation"}:
            continue
        for column, title in enumerate(titles):
            if column and _SIZE_HEAD.fullmatch(title):
                yield from _sizes(context, table, column, title)
            if not column or not (_DATA_HEAD.fullmatch(title) or (sized and _DATA_SETS.fullmatch(title))):
                continue
            for row in table.rows[1:]:
                if column < len(row):
                    yield from _of_model(context, table.section, row[0], row[column], title)


def _sizes(context: Context, table: Table, column: int, title: str) -> Iterator[Fact]:
    """Yield what a column says of how many bytes each model was trained on; other numbers may be those of images."""
    for row in table.rows[1:]:
        text = plain(row[column].text).strip() if column < len(row) else ""
        if BYTES.fullmatch(text):
            field, span = catalogue().fields["data.size"], row[column].part(0, len(row[column].text))
            variant = " ".join(plain(row[0].text).split())
            yield context.fact(field, text, text, span, table.section, variant=variant, label=title)


def _of_model(context: Context, section: int, model: Cell, cell: Cell, title: str) -> Iterator[Fact]:
    """Yield the data sets that a cell names as those of a model, and how much there is of a single one."""
    text = plain(cell.text).strip()
    if _SENTENCES.search(text):
        return
    names = [part.strip() for part in re.split(r"\s*(?:[,;+]|\band\b|\n)\s*", text)]
    looks = _is_name if _DATA_HEAD.fullmatch(title) else PROPER.search
    names = [name for name in names if len(name) <= 60 and looks(name) and not NO_DATA.search(name)]
    if not names:
        return
    span = cell.part(0, len(cell.text))
    bare = [AMOUNT_BEHIND.sub("", ASIDE.sub("", name)) for name in names]
    yield context.fact(catalogue().fields[_FIELD], bare, text, span, section, label=title)
    sizes = [aside["amount"] for name in names if (aside := ASIDE.search(name) or AMOUNT_BEHIND.search(name))]
    if len(sizes) == len(names) == 1 and not sizes[0].endswith("%"):
        variant = " ".join(plain(model.text).split())
        yield context.fact(catalogue().fields["data.size"], sizes[0], text, span, section, variant=variant, label=title)


def _is_name(text: str) -> bool:
    """Tell whether the cell of a column for training data names a data set: by its look, or a word of its own."""
    word = _WORD.fullmatch(text) is not None and not KIND.fullmatch(text) and not languages_in(text)
    return word or PROPER.search(text) is not None


def _rows(context: Context) -> Iterator[Fact]:
    """Yield the data sets that a column of a table about the training data names."""
    field = catalogue().fields[_FIELD]
    index = title_of(context.prose)
    title = context.prose.sections[index].path[:1] if index is not None else ()
    for table, around in context.tables:
        path = context.prose.sections[table.section].path
        if not table.header_rows or around.zone in {"citation", "usage", "news", "evaluation"}:
            continue
        heads = [normal(cell.text) for cell in table.rows[0]]
        column = _column_of_sets(heads)
        if column is None and _lists_corpora(path, heads):
            column = 0
        titled = path[:1] == title
        above = [label.text for label in around.labels if label.role in {"lead", "intro"}]
        # Where one gets something is beside the name of data to train on as well as beside a release.
        listed = bool(path) and _TRAINING_DATA.search(path[-1]) is not None
        if any(map(_OF_RESULTS.search, heads)) or (not listed and any(map(_LINK.search, heads))):
            continue
        judged = any(map(_JUDGED.search, above))
        use = next((number for number, head in enumerate(heads) if number != column and _USE.fullmatch(head)), None)
        # Where data to train on stands beside other data, a column has to tell what each set served for.
        if judged and (column is None or use is None):
            continue
        if column is None:
            if _KINDS.fullmatch(heads[0]) and any(map(_TRAINING_DATA.search, [*path[-1:], *above])):
                yield from amounts(context, table, heads)
                yield from _synthetic(context, table)
            continue
        of_training = _OF_TRAINING.search(" ".join([*path[titled:], *above, heads[column]])) is not None
        counted = _is_counted(context, table, path, heads)
        of_training = not judged and (of_training or counted or _is_mixture(path, heads))
        # A column of data sets names them; one of sources or parts may as well say of what kind they are.
        called = column or _DATA_SETS.fullmatch(heads[column]) or _FILLER.fullmatch(heads[column])
        looks = _is_named if called else _SOURCE.search
        looks = _is_called if counted and not column and len(heads) > 2 else looks
        for row in table.rows[table.header_rows :]:
            if not _served(row, column, use, of_training, heads):
                continue
            cell = row[column] if column < len(row) else None
            text = _NUMBER.sub("", " ".join(cell.text.split()), count=1) if cell is not None else ""
            if not column and is_sum(normal(text)):
                continue
            names = [text] if not column else re.split(r"\s*[,;]\s*", text)
            names = [name for name in names if 2 <= len(name) <= 80 and (looks(name) or _is_identifier(name, column))]
            if cell is not None and names:
                yield context.fact(field, names, text, cell.span, table.section)
        if of_training:
            yield from amounts(context, table, heads)
            yield from _synthetic(context, table)


def _served(row: Sequence[Cell], column: int, use: int | None, of_training: bool, heads: list[str]) -> bool:
    """Tell whether a row is about data that trained the model, by what it says itself or, else, by what its table is.

    ``use`` is the column that tells what each set served for, or which part of it: benchmarks have parts to train on.
    """
    if use is not None and use < len(row):
        said = plain(row[use].text)
        if _OF_TRAINING.search(said):
            return of_training or "split" not in heads[use]
        if _NOT_TRAINED_ON.search(said):
            return False
    others = (plain(cell.text) for number, cell in enumerate(row) if number != column)
    return of_training or any(_SERVED.search(text) and not _JUDGED.search(text) for text in others)


def _synthetic(context: Context, table: Table) -> Iterator[Fact]:
    """Yield that data was made by models, from the first row of a table about the training data that says so."""
    for row in table.rows[table.header_rows :]:
        cell = next((cell for cell in row if _SYNTHETIC.search(plain(cell.text))), None)
        others = [plain(other.text) for other in row if other is not cell]
        if cell is not None and not (others and all(map(_NOTHING.fullmatch, others))):
            field, span = catalogue().fields["data.synthetic_used"], cell.part(0, len(cell.text))
            yield context.fact(field, True, cell.text, span, table.section)
            return


def _is_mixture(path: tuple[str, ...], heads: list[str]) -> bool:
    """Tell whether a table under a heading on data says how much of each set a model has seen, or each corpus holds."""
    titled = bool(path) and _OF_DATA.fullmatch(plain(path[-1])) is not None
    amounts = sum(_AMOUNT.search(head) is not None for head in heads)
    return titled and (
        (amounts > 0 and any(map(_SHARE.search, heads))) or (amounts > 1 and any(map(_TEXT.search, heads)))
    )


def _is_counted(context: Context, table: Table, path: tuple[str, ...], heads: list[str]) -> bool:
    """Tell whether a table under a heading on data counts what each set holds, and a text beside it speaks of training.

    It has no other columns but those that describe: data sets to judge by are told apart by more than that.
    """
    if len(heads) < 2 or not path or not _OF_DATA.fullmatch(plain(path[-1])) or not _TEXTS.fullmatch(heads[1]):
        return False
    if not all(map(_DESCRIBED.fullmatch, heads[2:])):
        return False
    return _speaks_of_training(context, table.section)


@lru_cache(maxsize=64)
def _speaks_of_training(context: Context, section: int) -> bool:
    beside = (passage.text for passage in context.passages if passage.section == section and passage.whole)
    return any(_LEARNT.search(text) and not _JUDGED.search(text) for text in beside)


def _is_called(text: str) -> bool:
    """Tell whether a cell beside a description holds what a set is called, which may be plain words."""
    return text[:1].isupper() and not (NO_DATA.search(text) or KIND.fullmatch(text) or is_sum(text.lower()))


def _lists_corpora(path: tuple[str, ...], heads: list[str]) -> bool:
    """Tell whether a table under a heading on training data counts what each row holds, under no name for the rows."""
    counted = len(heads) > 1 and all(_COUNTS.fullmatch(head) for head in heads[1:])
    return (
        counted
        and _FILLER.fullmatch(heads[0]) is not None
        and bool(path)
        and _TRAINING_DATA.search(path[-1]) is not None
    )


def _is_named(text: str) -> bool:
    """Tell whether a cell of a column for data sets holds a name: it begins as one and looks like one."""
    begun = text[:1].isupper() or re.match(r"[a-z]{1,3}[A-Z]", text) is not None
    return begun and _is_name(text) and not NO_DATA.search(text)


def _is_identifier(text: str, column: int) -> bool:
    """Tell whether a cell holds a name as hubs have it; beyond the first column a hyphen alone makes none."""
    return IDENTIFIER.fullmatch(text) is not None and (not column or re.search(r"[/_\d]", text) is not None)


def _column_of_sets(heads: list[str]) -> int | None:
    """Return the column that names data sets: the first, or the one called by no more than that."""
    if _SETS.fullmatch(heads[0]):
        return 0
    return next((number for number, head in enumerate(heads) if _OWN_COLUMN.fullmatch(head)), None)
