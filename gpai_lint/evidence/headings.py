"""Bindings by headings: a section whose title carries the id of a requirement answers that requirement.

The id is that of the catalogue, as in ``## Trigger points (S-1.1(1))`` or ``### MDF-8.1 Energy``. The number of a
Measure alone is none: the same number stands for different Measures in the three chapters of the Code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gpai_lint.artifacts.interface import Prose
from gpai_lint.evidence.interface import Binding
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.location import Location

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.artifacts.interface import Artifact

_ID: Final = Pattern(
    r"(?<![\w-])(?:MDF-\d\.\d[abc]?|PS-(?:0\.[a-f]|H\.\d|\d\.\d(?:\.\d)?(?:\.[a-f])?)|T-1\.\d\.[a-e]"
    r"|[CSA]-\d{1,2}\.\d(?:\.\d)?(?:\(\d\)-\(\d\)|(?:\([\da-h]\)){0,2}(?:-\([a-h]\))?)(?:/\w{1,10})?"
    r"|LAW-(?:\d{1,3}(?:\.\d[a-d]?)?|AXI{1,3}(?:-\d)?))(?![\w.-]*\w)",
    flags=0,
)
MAX_TEXT: Final = 2_000


def read(artifact: Artifact, document: int) -> Iterator[Binding]:
    """Yield a binding for each id in a heading, in order; its text is the section's own text."""
    prose = artifact.content
    if not isinstance(prose, Prose):
        return
    for index, section in enumerate(prose.sections):
        for match in _ID.finditer(section.title):
            text = " ".join(" ".join(block.text.split()) for block in prose.blocks if block.section == index)
            page = prose.pages[section.span.line - 1] if section.span.line <= len(prose.pages) else None
            place = Location(artifact.path, section.span, page, anchor="#" + "/".join(section.path))
            yield Binding(match.group(), text[:MAX_TEXT], place, document)
