"""Days of release in tables of versions: ``| Version | Date | Notes |``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.prose.labels import plain
from gpai_lint.evidence.prose.releases import is_software
from gpai_lint.evidence.values.dates import first_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gpai_lint.artifacts.interface import Cell
    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context

_FIELD = "model.release_date"
_KINDS = frozenset({"model_card", "readme"})
_DATE = Pattern(r"\W*(?:dates?|released(?: on)?|(?:version|release) ?/ ?(?:release )?dates?)\W*")
_VERSION = Pattern(r"\W*(?:(?:model )?(?:versions?|releases?|names?)|models?|checkpoints?|tags?)\W*")
#: Headings over what was released, and those over the states of a text.
_RELEASES = Pattern(
    r"\b(?:releases?|model versions?|(?:version|model) history|(?:released|available) (?:models?|versions?))\b"
)
_OF_TEXT = Pattern(r"\b(?:documents?|card|revisions?|polic(?:y|ies)|report|reviews?)\b")
#: Heads of tables on something else that has a day.
_OTHER_HEADS = Pattern(
    r"\b(?:authors?|reviewers?|editors?|approved|data ?sets?|accuracy|scores?|results?|benchmarks?|papers?|cutoff)\b"
)
#: A row that says of a version that it was the first, and not of a text.
_FIRST = Pattern(
    r"\b(?:initial|first)(?: (?:public|open|official|model|stable))* (?:release|launch|weights|checkpoint|model)\b"
)


def read_version_tables(context: Context) -> Iterator[Fact]:
    """Yield the days of the versions that a table under a heading on releases lists, elsewhere that of the first."""
    if context.artifact.kind not in _KINDS or not context.tables or is_software(context):
        return
    field = catalogue().fields[_FIELD]
    for table, around in context.tables:
        heads = [plain(cell.text) for cell in table.rows[0]] if table.header_rows == 1 else []
        dated = next((column for column, head in enumerate(heads) if _DATE.fullmatch(head)), None)
        titles = [label.text for label in around.labels]
        if dated is None or not heads or not _VERSION.fullmatch(heads[0]) or around.zone == "evaluation":
            continue
        if any(map(_OTHER_HEADS.search, heads)) or any(map(_OF_TEXT.search, titles)):
            continue
        listed = any(map(_RELEASES.search, titles[:2]))
        for row in table.rows[1:]:
            if dated < len(row) and (listed or _is_first(row)) and (date := first_date(row[dated].text)):
                span = row[dated].part(date.start, date.end)
                name = " ".join(plain(row[0].text).split())
                yield context.fact(field, date.value, row[dated].text, span, table.section, variant=name)


def _is_first(row: Sequence[Cell]) -> bool:
    text = " ".join(plain(cell.text) for cell in row)
    return _FIRST.search(text) is not None and not _OF_TEXT.search(text)
