"""Languages that the title of a document names, that a table lists with their codes, and that a fold hides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.artifacts.content import title_of
from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.prose.labels import fields_for, normal, plain
from gpai_lint.evidence.values.languages import is_language, languages_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context

_FIELD = "data.languages"
_KINDS = frozenset({"model_card", "readme"})
_LANGUAGE = r"(?<!\bnon[ -])(?-i:[A-Z][a-z]+(?:(?:, | and | & |/|-)[A-Z][a-z]+){0,3})"
_ACRONYM = r"(?-i:[A-Z]{2,}\w*|[A-Z][a-z]{1,3}[A-Z]{2,}\w*)"
#: What a title calls a model by its language: "Lark: a German language model", "LARK-DA - Danish LARK".
_TITLE = Pattern(
    rf"(?P<before>{_LANGUAGE})[ -](?:(?!(?:to|in|for|of|and|on|your|my)\b)(?-i:[a-z])[\w-]* ){{0,3}}?"
    rf"(?:(?:language|foundation|speech|embedding|chat) models?\b|(?-i:LLMs?|TTS|ASR)\b|speech recognition\b"
    rf"|text-to-speech\b|(?P<kind>{_ACRONYM}))"
    rf"|\b(?:models?|(?P<type>{_ACRONYM})) for (?:the )?(?P<behind>{_LANGUAGE})(?: language)?(?![\w-]| \w)"
    rf"|\b(?:trained|tuned) (?:on|in|for) (?P<on>{_LANGUAGE})(?= (?:texts?|data|language|speech)\b|\W*\Z| \()"
)
#: Titles of what is no model.
_OTHER = Pattern(
    r"\b(?:benchmark|leaderboard|data ?sets?|corpus|corpora|treebank|tutorial|course|evaluation|awesome|toolkit|library"
    r"|papers?|tokeni[sz]er|translation of|API|NLP|OCR|SDK)\b"
)
#: The heads beside that of languages in a table that does no more than list them.
_LISTED = Pattern(
    r"(?:iso(?: ?639(?:-\d)?)?|language|locale|bcp-?47)?[ -]?(?:codes?|tags?|ids?|identifiers?)|iso(?: ?639(?:-\d)?)?"
    r"|abbreviations?|scripts?|(?:native|local) names?|(?:language )?famil(?:y|ies)|supported|status|region"
)
_OUTSIDE = frozenset({"evaluation", "citation", "news"})
_SPLITTING = Pattern(r"\b(?:tokeni[sz]\w+|benchmark\w*|test\w*|evaluat\w+|planned|roadmap|unsupported)\b")
#: What stands between the languages of a text that consists of them: marks, codes, figures.
_BETWEEN = re.compile(r"(?:\([^()]{1,30}\)|\band\b|\W)*")
#: So many languages make a list.
_FEWEST = 2


def read_placed_languages(context: Context) -> Iterator[Fact]:
    """Yield the languages that the title names, and those of tables that list them."""
    if context.artifact.kind in _KINDS:
        yield from _titled(context)
        yield from _listed(context)
        yield from _folded(context)


def _titled(context: Context) -> Iterator[Fact]:
    index = title_of(context.prose)
    section = context.prose.sections[index] if index is not None else None
    title = plain(section.title) if section is not None else ""
    if section is None or index is None or _OTHER.search(title):
        return
    for match in _TITLE.finditer(title):
        kind = match["kind"] or match["type"]
        # A few capitals are a model by the name that the document gives its own.
        if kind and not any(kind.lower() in name.lower() for name in context.names):
            continue
        named = match["before"] or match["behind"] or match["on"]
        found = languages_in(named)
        if found and found[0][0] == 0:
            codes = [code for _, _, code in found]
            yield context.fact(catalogue().fields[_FIELD], codes, section.title, section.span, index)
            return


def _listed(context: Context) -> Iterator[Fact]:
    for table, around in context.tables:
        head = [normal(cell.text) for cell in table.rows[0]] if table.header_rows == 1 else []
        # With more columns a table is read as one of languages and what is said of each.
        if len(head) != 2 or around.zone in _OUTSIDE or not _LISTED.fullmatch(head[1]):
            continue
        above = [*context.prose.sections[table.section].path[1:], *(label.text for label in around.labels)]
        if _FIELD not in fields_for(head[0], "cell") or any(map(_SPLITTING.search, above)):
            continue
        cells = [row[0] for row in table.rows[1:] if row and is_language(plain(row[0].text).strip())]
        for cell in cells if len(cells) >= _FEWEST else ():
            codes = [code for _, _, code in languages_in(plain(cell.text))]
            yield context.fact(catalogue().fields[_FIELD], codes, cell.text, cell.span, table.section, label=head[0])


def _folded(context: Context) -> Iterator[Fact]:
    """Yield the languages below the line that opens a fold, "Supported languages", where they are all that it holds."""
    section = -1
    for passage in context.passages:
        if passage.kind == "summary":
            told = _FIELD in fields_for(passage.text, "heading") and passage.zone not in _OUTSIDE
            section = passage.section if told and not _SPLITTING.search(passage.text) else -1
            continue
        found = languages_in(passage.text) if passage.section == section and passage.whole else []
        ends = [0, *(end for _, end, _ in found)]
        starts = [*(start for start, _, _ in found), len(passage.text)]
        gaps = (passage.text[end:start] for end, start in zip(ends, starts, strict=True))
        if not found or not all(map(_BETWEEN.fullmatch, gaps)):
            section = -1
            continue
        codes = [code for _, _, code in found]
        span = passage.span(0, len(passage.text))
        yield context.fact(catalogue().fields[_FIELD], codes, passage.text, span, passage.section)
