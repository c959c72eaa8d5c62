"""Ways to reach the provider that stand in tables: under a heading for contact, or in a column of addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.interface import State
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.prose.contacts import mails_in
from gpai_lint.evidence.prose.labels import fields_for, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.artifacts.interface import Table
    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context
    from gpai_lint.evidence.prose.passages import Surroundings

_FIELD = "provider.contact"
_OUTSIDE = frozenset({"citation", "evaluation"})
#: Tables of others, and rows for those who want something else than an answer.
_OF_OTHERS = Pattern(
    r"\b(?:data ?sets?|corpus|corpora|contributors?|translators?|annotators?|sponsors?|subprocessors?)\b"
)
_OTHER_MATTER = Pattern(r"\b(?:careers?|jobs?|press|media|recruit\w*|sales)\b")


def read_contact_tables(context: Context) -> Iterator[Fact]:
    """Yield the addresses of mail in tables that are about contact, each once."""
    field = catalogue().fields[_FIELD]
    for table, around in context.tables:
        columns = _columns(table, around) if around.zone not in _OUTSIDE else frozenset()
        for row in table.rows[table.header_rows :] if columns else ():
            if any(_OTHER_MATTER.search(cell.text) for cell in row):
                continue
            for column, cell in enumerate(row):
                for start, end, address in mails_in(cell.text) if column in columns else ():
                    span = cell.part(start, end)
                    yield context.fact(field, address, cell.text, span, table.section, state=State.STATED)


def _columns(table: Table, around: Surroundings) -> frozenset[int]:
    """Return the columns in which a table may tell how to reach the provider."""
    heads = [plain(cell.text) for cell in table.rows[0]] if table.header_rows == 1 else []
    titles = [label.text for label in around.labels if label.role in {"heading", "lead"}]
    if any(map(_OF_OTHERS.search, (*heads, *titles))):
        return frozenset()
    width = max((len(row) for row in table.rows), default=0)
    if any(_FIELD in fields_for(title, "heading") for title in titles[:1]):
        return frozenset(range(width))
    return frozenset(column for column, head in enumerate(heads) if column and _FIELD in fields_for(head, "key"))
