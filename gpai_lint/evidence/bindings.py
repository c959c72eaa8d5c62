"""Bindings: comments by which an author says that a passage answers an item, ``<!-- gpai: MDF-8.1 -->``.

A comment behind text on the same line binds that line's passage. One on a line of its own binds what follows: the next
heading with its section, or the next paragraph, list item or table. Several items are separated by commas.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.artifacts.interface import Prose
from gpai_lint.evidence.interface import Binding, State
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.placeholders import state_of
from gpai_lint.location import Location

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.artifacts.interface import Artifact, Comment

_BINDING = Pattern(r"gpai\s*:\s*([^\n]{1,500})\Z")
#: What is meant for an item, well written or not: no word of a sentence has both a letter before and a figure behind.
_ITEM = Pattern(
    r"(?:[A-Z][A-Z0-9]{0,4}-[A-Za-z0-9.()/\-]{1,30}|[A-Za-z]{1,5}-?\d[A-Za-z0-9.()/\-]{0,30})(?<![.\-])", flags=0
)


def read(artifact: Artifact, document: int) -> Iterator[Binding]:
    """Yield the bindings of a document in order; a comment with other words after ``gpai:`` is no binding."""
    prose = artifact.content
    if not isinstance(prose, Prose):
        return
    for comment in prose.comments:
        match = _BINDING.match(comment.text)
        items = [item.strip() for item in re.split(r"[,;\s]+", match[1]) if item.strip()] if match else []
        if items and all(_ITEM.fullmatch(item) for item in items):
            text, path, state = _passage(prose, comment)
            for item in items:
                yield Binding(item, text, Location(artifact.path, comment.span, anchor=path), document, state)


def _passage(prose: Prose, comment: Comment) -> tuple[str, str, State]:
    """Return the bound text, the anchor of the section it stands in, and what it amounts to."""
    line = comment.span.line
    candidates = [(block.span, block.text, block.section) for block in prose.blocks]
    candidates.extend((table.span, table.rows[0][0].text, table.section) for table in prose.tables if table.rows[0])
    candidates.extend(
        (section.span, section.title, index) for index, section in enumerate(prose.sections) if section.level
    )
    behind = [row for row in candidates if row[0].line <= line <= row[0].end_line]
    after = [row for row in candidates if row[0].line > comment.span.end_line]
    chosen = max(behind, key=lambda row: row[0]) if behind else min(after, key=lambda row: row[0], default=None)
    if chosen is None:
        return "", "", State.PLACEHOLDER
    text = " ".join(chosen[1].split())
    heading = any(section.span == chosen[0] for section in prose.sections if section.level)
    state = _state_of_section(prose, chosen[2]) if heading else state_of(text)
    return text, "#" + "/".join(prose.sections[chosen[2]].path), state


def _state_of_section(prose: Prose, index: int) -> State:
    """Return what a section amounts to, those below it included: a heading over nothing is a placeholder too."""
    section = prose.sections[index]
    inside = range(section.span.line, section.end_line + 1)
    if any(table.span.line in inside for table in prose.tables):
        return State.STATED
    texts = [(entry.value_span.line, entry.value) for entry in prose.entries]
    texts += [(block.span.line, block.text) for block in prose.blocks if block.text.strip()]
    states = [state_of(text) for line, text in texts if line in inside]
    return next((state for state in states if state is not State.PLACEHOLDER), State.PLACEHOLDER)
