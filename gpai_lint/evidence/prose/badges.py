"""Figures on badges: pictures whose address says what is drawn on them, beside the title of a document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from gpai_lint.artifacts.content import title_of
from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.prose.convert import readings
from gpai_lint.evidence.prose.labels import fields_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context

#: Label, message and colour; a hyphen within one of them is written twice.
_BADGE = re.compile(
    r"img\.shields\.io/badge/(?P<label>(?:[^-/?#]|--){1,40})-(?P<message>(?:[^-/?#]|--){1,60})-[\w.%]{1,30}(?:[?#]|\Z)"
)
_FIELDS = frozenset({"model.parameters_total", "model.parameters_active", "model.context_length", "data.tokens"})


def read_badges(context: Context) -> Iterator[Fact]:
    """Yield the figures on the badges before the first heading, or right below the title."""
    top = {0, title_of(context.prose)}
    for image in context.prose.images:
        badge = _BADGE.search(image.source) if image.section in top else None
        if badge is None:
            continue
        label, message = (_unescaped(badge[part]) for part in ("label", "message"))
        for name in _FIELDS.intersection(fields_for(label, "key")):
            field = catalogue().fields[name]
            for reading in readings(field, message, label):
                text = f"{label}: {message}"
                yield context.fact(field, reading.value, text, image.span, image.section, variant=reading.variant)


def _unescaped(text: str) -> str:
    """Return what a badge shows for a part of its address."""
    spaced = re.sub(r"_(_?)", lambda match: match[1] or " ", unquote(text))
    return spaced.replace("--", "-").strip()
