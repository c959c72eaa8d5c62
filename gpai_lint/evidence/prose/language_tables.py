"""Languages in tables that list them one a row, with a mark for each that is supported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.prose.labels import fields_for, plain
from gpai_lint.evidence.values.languages import languages_in
from gpai_lint.location import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context

_FIELD = "data.languages"
#: What says beside a language that it is supported, or not, and nothing else; a figure would be a result.
_YES = Pattern(r"[✅✓✔☑🟢]\ufe0f?|\[x\]|\W*(?:yes|full(?:y supported)?|supported|native|available|stable)\W*")
_NO = Pattern(
    r"[❌✗✘☐🔴🟡⏳🚧]?\ufe0f?\W*(?:no|not (?:yet )?supported|none|planned|(?:coming )?soon\W*|beta|partial|wip)?\W*"
)


def read_language_tables(context: Context) -> Iterator[Fact]:
    """Yield the languages that tables of two columns mark as supported: one fact for each table."""
    field = catalogue().fields[_FIELD]
    for table, around in context.tables:
        head = table.rows[0] if table.rows and table.header_rows == 1 else ()
        if len(head) != 2 or _FIELD not in fields_for(head[0].text, "cell"):
            continue
        labels = (label.text for label in around.labels)
        if context.leaves_out(around.zone, field, table.section) or context.stands_under(field.not_under, labels):
            continue
        body = [row for row in table.rows[1:] if len(row) == len(head)]
        marked = [row for row in body if _YES.fullmatch(plain(row[1].text).strip())]
        if not marked or any(row not in marked and not _NO.fullmatch(plain(row[1].text).strip()) for row in body):
            continue
        named = [(row[0], found[0][2]) for row in marked if (found := languages_in(row[0].text, own_names=True))]
        if len(named) > 1 and len(named) == len(marked):
            first, last = named[0][0], named[-1][0]
            span = Span(first.span.line, first.span.column, last.span.end_line, last.span.end_column)
            quote = ", ".join(cell.text for cell, _ in named)
            codes = list(dict.fromkeys(code for _, code in named))
            yield context.fact(field, codes, quote, span, table.section, label=head[0].text)
