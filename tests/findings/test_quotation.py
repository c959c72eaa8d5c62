from __future__ import annotations

from gpai_lint.artifacts import markdown
from gpai_lint.artifacts.interface import Prose
from gpai_lint.findings.quotation import narrow
from gpai_lint.location import Location

TEXT = """\
# Serious incidents

## Deadlines

| Incident | First report |
|---|---|
| Critical infrastructure | 20 days |
| Serious harm | 20 days |

We report a death within
thirty days of learning of it.

## Records

Kept for 20 days.
"""


def _line(quote: str, section: int = 2) -> int:
    prose = markdown.parse("incidents.md", TEXT.encode())
    assert isinstance(prose, Prose)
    heading = Location("incidents.md", prose.sections[section].span, anchor="#Serious incidents/Deadlines")
    place = narrow(heading, quote, prose, section)
    assert place.anchor == heading.anchor
    assert place.span.line == place.span.end_line
    return place.span.line


def test_the_row_with_most_of_the_words_is_chosen() -> None:
    assert _line("serious harm | 20 days") == 8
    assert _line("critical infrastructure | 20 days") == 7


def test_a_wrapped_sentence_is_found_in_one_of_its_lines() -> None:
    assert _line("we report a death within thirty days of learning of it") in {10, 11}


def test_lines_of_the_next_section_are_not_searched() -> None:
    assert _line("kept for 20 days") != 15


def test_the_heading_stays_where_no_word_is_found() -> None:
    assert _line("xyzzy") == 3
