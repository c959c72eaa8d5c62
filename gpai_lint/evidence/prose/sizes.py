"""The number of parameters in the names of models, ``Example-7B-Chat``, where a document states it nowhere else."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.interface import Method
from gpai_lint.evidence.prose.convert import plain_number
from gpai_lint.evidence.values.numbers import size

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context
    from gpai_lint.location import Span

_FIELD = "model.parameters_total"
_KINDS = frozenset({"model_card", "readme"})
#: A size in a name; ``8x7B`` counts experts and is none.
_SIZE = r"(?<![\w.])(?:[\w.]{1,12}[ -]){0,2}?(?P<size>\d{1,4}(?:\.\d{1,2})?) ?(?P<scale>[BM])(?![\w.]*[a-z]{2}ps)(?!\w)"
_SCALES = {"B": 1e9, "M": 1e6}
_MOST = 12


def read_sizes(context: Context) -> Iterator[Fact]:
    """Yield the sizes that the document's own names carry, each once; several are told apart as variants."""
    if context.artifact.kind not in _KINDS or not context.names:
        return
    stem = re.split(r"[ -]?\d+(?:\.\d+)?[BbMm]\b", context.names[-1])[0].strip(" -")
    if len(stem) < 2:
        return
    named = re.compile(rf"(?<![\w/]){re.escape(stem)}(?:s\b)?[ -]{_SIZE}", re.IGNORECASE)
    found: dict[float, tuple[str, Span, int]] = {}
    for text, part, section in _texts(context):
        for match in named.finditer(text):
            value = float(match["size"]) * _SCALES[match["scale"].upper()]
            if len(found) < _MOST:
                found.setdefault(value, (match.group(), part(match.start(), match.end()), section))
    own = named.search(context.names[0])
    if own:
        # A card of one member of a family names its sisters as well.
        value = float(own["size"]) * _SCALES[own["scale"].upper()]
        found = {key: place for key, place in found.items() if key == value}
    field = catalogue().fields[_FIELD]
    for value, (text, span, section) in found.items():
        variant = size(value) if len(found) > 1 else ""
        fact = context.fact(field, plain_number(value), text, span, section, variant=variant)
        yield fact._replace(method=Method.DERIVED, formula="the size in the model's name")


def _texts(context: Context) -> Iterator[tuple[str, Callable[[int, int], Span], int]]:
    """Yield the texts in which names stand, each with what tells the place of a part of it and with its section."""
    prose = context.prose
    for index, section in enumerate(prose.sections):
        if section.title and section.level == 1:
            yield section.title, partial(_whole, section.span), index
    for block in prose.blocks:
        if block.kind != "code":
            yield block.text, block.part, block.section
    for table in prose.tables:
        for row in table.rows:
            for cell in row[:1]:
                yield cell.text, cell.part, table.section


def _whole(span: Span, _start: int, _end: int) -> Span:
    return span
