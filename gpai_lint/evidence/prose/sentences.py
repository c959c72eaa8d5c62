"""Where the sentences of a text begin and end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.evidence.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_SENTENCE_END = re.compile(r"(?<=[.!?。;])[\"')\]]?\s+(?=[\"'(\[*]?[A-Z0-9À-Þ~\"'(\[])|(?<=[。！？])|(?<!\s)\s*\n\s*")
#: The day of a date, and the month with the year behind it: in German a month begins with a capital as a sentence does.
_DAY = re.compile(r"(?<!\w)\d{1,2}\.\Z")
_MONTH_AND_YEAR = re.compile(r"(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[a-z]*\.? (?:19|20)\d\d\b")
_ABBREVIATION = Pattern(
    r"(?:\b(?:e\.g|i\.e|et al|vs|cf|approx|no|fig|sec|dr|prof|inc|ltd|co|corp|u\.s|st|eq|resp|abbr|incl|mrd|mio|mld|mln"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.|\b[A-Z]\.)\Z"
)
#: The form of a company at the end of a sentence, and how the next one begins.
_COMPANY = Pattern(r"\b(?:inc|ltd|co|corp)\.\Z")
_NEXT = Pattern(
    r"(?:The|These|This|They|We|It|For|Our|You|In|All [a-z]+) [a-z]|[A-Z][\w.-]* (?:is|are|was|were|has|have|can|may) ",
    flags=0,
)


def sentences_of(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of the sentences of a text."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        before = max(start, match.start() - 12)
        if _ABBREVIATION.search(text, before, match.start()) and not (
            _NEXT.match(text, match.end()) and _COMPANY.search(text, before, match.start())
        ):
            continue
        if _MONTH_AND_YEAR.match(text, match.end()) and _DAY.search(text, max(start, match.start() - 4), match.start()):
            continue
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < len(text):
        yield start, len(text)
