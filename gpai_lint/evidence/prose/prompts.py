"""What a system prompt that a document shows as code tells the model of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.values.dates import first_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context

#: Whom a prompt speaks to: prompts for other models are shown as well.
_ADDRESSED = Pattern(r"\byou are (?:the )?(?P<name>(?-i:[A-Z])[\w.]{2,})")
#: How it tells the model until when it knows the world.
_CUTOFF = Pattern(
    r"\byour (?:internal )?knowledge (?:cut-?off(?: date)?|base)"
    r" (?:is|was last updated (?:on|in))[: ]{1,2}(?=[^.\n]{3,30})"
)
#: The date stands right behind these words.
_NEAR = 4


def read_prompts(context: Context) -> Iterator[Fact]:
    """Yield the first date until which a system prompt that is shown as code says that the model knows."""
    for block in context.prose.blocks:
        cutoff = _CUTOFF.search(block.text) if block.kind == "code" else None
        addressed = _ADDRESSED.search(block.text) if cutoff is not None else None
        if cutoff is None or addressed is None:
            continue
        if not any(name.lower().startswith(addressed["name"].lower()) for name in context.names):
            continue
        date = first_date(block.text[cutoff.end() : cutoff.end() + 30])
        if date is not None and date.start < _NEAR:
            field = catalogue().fields["data.cutoff"]
            text = " ".join(block.text[cutoff.start() : cutoff.end() + date.end].split())
            span = block.part(cutoff.end() + date.start, cutoff.end() + date.end)
            yield context.fact(field, date.value, text, span, block.section)
            return
