"""Data sets in headings over the models that were trained on them: ``### ImageNet-22K pre-trained models``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.prose.labels import plain
from gpai_lint.evidence.prose.passages import zone_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context

_FIELD = "data.datasets"
#: A name that strikes by its form, and is none of a number format, a device or a method.
_NAME = (
    r"(?P<name>(?!(?:FP|BF|TF|INT|NF)\d|(?:Q?LoRA|[CGTN]PUs?|JAX|PEFT|GRPO|[DPSK]?PO|RLHF|RL|SFT|MoE)\b)"
    r"(?=[\w-]*(?:\d|[a-z][A-Z]|[A-Z]{2}))[A-Z][\w-]*)"
)
_TRAINED = re.compile(
    rf"(?:(?:Regular|Standard|Official|Our) )?{_NAME}[ -]\(?(?:[Pp]re-?\)?-?)?[Tt]rained "
    r"(?:[Mm]odels?|[Ww]eights|[Cc]heckpoints?)"
    r"|(?:[Mm]odels?|[Ww]eights|[Cc]heckpoints?) (?:[Pp]re-?)?[Tt]rained [Oo]n " + _NAME.replace("<name>", "<last>")
)
_OUTSIDE = frozenset({"citation", "news"})


def read_headings(context: Context) -> Iterator[Fact]:
    """Yield the data sets that headings name as what the models below them were trained on."""
    field = catalogue().fields[_FIELD]
    for index, section in enumerate(context.prose.sections):
        match = _TRAINED.fullmatch(plain(section.title).strip(" :."))
        name = (match["name"] or match["last"]) if match else ""
        if name and not context.begins_own(name) and zone_of(context.prose, section.path[:-1]) not in _OUTSIDE:
            yield context.fact(field, [name], section.title, section.span, index)
