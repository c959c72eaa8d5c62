"""Figures on badges: pictures whose address says what is drawn on them, beside the title of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.artifacts.content import title_of
from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.prose.convert import readings
from gpai_lint.evidence.prose.labels import fields_for
from gpai_lint.evidence.values.badges import BADGE, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context

_FIELDS = frozenset({"model.parameters_total", "model.parameters_active", "model.context_length", "data.tokens"})


def read_badges(context: Context) -> Iterator[Fact]:
    """Yield the figures on the badges before the first heading, or right below the title."""
    top = {0, title_of(context.prose)}
    for image in context.prose.images:
        badge = BADGE.search(image.source) if image.section in top else None
        texts = shown(badge[1]) if badge else []
        if len(texts) != 2:
            continue
        label, message = texts
        for name in _FIELDS.intersection(fields_for(label, "key")):
            field = catalogue().fields[name]
            for reading in readings(field, message, label):
                text = f"{label}: {message}"
                yield context.fact(field, reading.value, text, image.span, image.section, variant=reading.variant)
