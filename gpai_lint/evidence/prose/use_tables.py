"""Uses and limitations that a table lists, a row for each, as a heading or the head of a column announces them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.patterns import Pattern, pattern
from gpai_lint.evidence.prose.context import MAX_TEXT
from gpai_lint.evidence.prose.labels import fields_for, plain
from gpai_lint.location import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.artifacts.interface import Cell, Table
    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context
    from gpai_lint.evidence.prose.passages import Surroundings

_FIELDS = frozenset({"use.intended", "use.out_of_scope", "use.limitations"})
#: What stands beside a use or a limitation and says more of it.
_TELLING = Pattern(
    r"\W*(?:(?:brief|short|known|potential|recommended|suggested) )?"
    r"(?:descriptions?|details?|explanations?|notes?|comments?|examples?|mitigations?|impacts?"
    r"|how .{2,40}|why(?: not)?|reasons?|what .{2,40}|alternatives?|users?|scenarios?|tasks?|severity|likelihood|status"
    r"|workarounds?|rationale|recommendations?|consequences?|effects?|causes?|evidence|fix(?:es)?|limitations?|limits?"
    r"|suitability|applications?|audience|purposes?"
    r"|descripci[óo]n|descrizione|descrição|beschreibung|erläuterung|beschrijving|opis|détails?|detalles?|impacto|impatto"
    r"|auswirkung(?:en)?|mitiga(?:ci[óo]n|zione|ção)|maßnahmen?|(?:说明|描述|详情|影响|缓解|建议|原因|表现|説明|詳細|影響)(?:措施|方[式法])?)"
    r"(?: (?:use cases?|strateg(?:y|ies)|measures?))?\W*"
)
#: A verdict on each of what is listed: some are uses, and some are none.
_VERDICT = Pattern(r"\W*(?:yes|no|partly|partially|supported|unsupported|good|poor|n/?a|not recommended)?\W*")
_ROWS = 2
#: The heads of two columns that set what a model is for beside what it is not for.
_FOR = Pattern(
    r"\W*(?:do(?:'?s)?|(?:appropriate|suitable|acceptable|recommended|intended|permitted|allowed|good|in[- ]scope)"
    r"(?: for| uses?(?: cases?)?)?)\W*"
)
_NOT_FOR = Pattern(
    r"\W*(?:(?:don'?t|do not)s?|(?:inappropriate|unsuitable|unacceptable|unintended|prohibited|bad|out[- ]of[- ]scope"
    r"|not (?:recommended|intended|suitable|appropriate|permitted|allowed))(?: for| uses?(?: cases?)?)?)\W*"
)
#: What such a table tells besides on how to ask: "Write clear prompts".
_ASKING = Pattern(r"\b(?:prompts?|temperature|tokens?|gpus?|quanti[sz]\w+|pull requests?|commits?|install\w*)\b")


def read_use_tables(context: Context) -> Iterator[Fact]:
    """Yield the uses and limitations of tables that list them, one fact for each table."""
    for table, around in context.tables:
        body = table.rows[table.header_rows :]
        yield from _opposed(context, table, around)
        if len(body) < _ROWS or table.header_rows != 1 or not _tells_more(table):
            continue
        for name in _announced(table, around):
            field = catalogue().fields[name]
            titles = [label.text for label in around.labels]
            if around.zone in field.outside or context.stands_under(field.not_under, titles):
                continue
            text = "; ".join(": ".join(_texts(row)) for row in body)
            if field.value_not and pattern(field.value_not).search(text):
                continue
            first, last = body[0][0].span, body[-1][-1].span
            span = Span(first.line, first.column, last.end_line, last.end_column)
            yield context.fact(field, text[:MAX_TEXT], text, span, table.section)


def _opposed(context: Context, table: Table, around: Surroundings) -> Iterator[Fact]:
    """Yield what a model is for and what it is not for, where two columns set one beside the other."""
    heads = [plain(cell.text) for cell in table.rows[0]] if table.header_rows == 1 else []
    body = [row for row in table.rows[1:] if len(row) == len(heads)]
    names = [
        "use.intended" if _FOR.fullmatch(head) else "use.out_of_scope" if _NOT_FOR.fullmatch(head) else ""
        for head in heads
    ]
    if len(heads) != 2 or not body or set(names) != {"use.intended", "use.out_of_scope"}:
        return
    # What the heads announce by themselves is read from each cell.
    if any(not _FIELDS.isdisjoint(fields_for(head, "cell")) for head in heads):
        return
    if any(_ASKING.search(plain(cell.text)) for row in body for cell in row):
        return
    for column, name in enumerate(names):
        field = catalogue().fields[name]
        cells = [row[column] for row in body if row[column].text]
        if cells and around.zone not in field.outside:
            text = "; ".join(" ".join(plain(cell.text).split()) for cell in cells)
            first, last = cells[0].span, cells[-1].span
            span = Span(first.line, first.column, last.end_line, last.end_column)
            yield context.fact(field, text[:MAX_TEXT], text, span, table.section)


def _announced(table: Table, around: Surroundings) -> list[str]:
    """Return the fields that the heading right above a table announces, or else the head of its first column.

    Under headings on how to use the model, a list of its uses with an example each shows how to call it.
    """
    titles = [row.text for row in around.labels[:1] if row.role in {"heading", "lead"}]
    titles += [table.rows[0][0].text] if not around.zone else []
    found = (_FIELDS.intersection(fields_for(title, "heading")) for title in titles)
    return sorted(next(filter(None, found), ()))


def _tells_more(table: Table) -> bool:
    """Tell whether the further columns say more of what stands in the first, in words."""
    heads = [plain(cell.text) for cell in table.rows[0]]
    cells = [cell.text for row in table.rows[1:] for cell in row[1:]]
    return len(heads) > 1 and all(map(_TELLING.fullmatch, heads[1:])) and not any(map(_VERDICT.fullmatch, cells))


def _texts(row: tuple[Cell, ...]) -> list[str]:
    return [" ".join(plain(cell.text).split()) for cell in row if cell.text]
