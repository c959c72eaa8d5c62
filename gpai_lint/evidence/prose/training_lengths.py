"""The length of a model's context, where it is among the settings of training and is told nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.prose.convert import readings
from gpai_lint.evidence.prose.labels import normal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context

_LENGTH = Pattern(
    r"(?:max(?:imum)?\.? |model |training |native )?(?:context|seq(?:uence)?\.?) (?:length|len|window|size)"
    r"|上下文(?:长度|窗口)|最大?序列长度"
)
#: Headings over what is done with a model that there is, and over a part of its training.
_PART = Pattern(
    r"\b(?:fine-?tun\w*|[sd]ft|[dgp]po|rl\w{0,2}|q?lora|adapters?|instruct\w*|align\w*|(?:post|mid)-?train\w*"
    r"|distill\w*|stages?|phases?|initial|anneal\w*|ablation\w*|tokeni[sz]er|reward|draft)\b"
)
#: A key beside which a length is that of an adapter's data.
_ADAPTER = Pattern(r"\b(?:q?lora|adapter|rank|quanti\w+)\b")


def read_training_lengths(context: Context) -> Iterator[Fact]:
    """Yield the one length that stands among settings of training."""
    if context.artifact.kind not in {"model_card", "readme"}:
        return
    field = catalogue().fields["model.context_length"]
    keyed = [row for row in context.passages if not row.whole and row.zone == "training" and row.labels]
    adapted = {row.section for row in keyed if _ADAPTER.search(normal(row.labels[0].text))}
    found: list[Fact] = []
    for row in keyed:
        label = normal(row.labels[0].text)
        around = (*row.path[1:], *(other.text for other in row.labels[1:]))
        if not _LENGTH.fullmatch(label) or row.section in adapted or any(map(_PART.search, around)):
            continue
        for reading in readings(field, row.text, label)[:1]:
            span = row.span(reading.start, reading.end)
            found.append(context.fact(field, reading.value, row.text, span, row.section, label=row.labels[0].text))
    # Several are those of stages.
    if len({fact.value for fact in found}) == 1:
        yield from found
