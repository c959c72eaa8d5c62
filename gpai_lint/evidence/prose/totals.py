"""What all of the training took, where its stages are told beside it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from gpai_lint.evidence.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gpai_lint.evidence.interface import Fact

_FIELD = "training.gpu_hours"
_TOTAL = Pattern(r"\b(?:totals?|totall?ing|in all|altogether|overall|cumulative|full training|sum)\b")
_STAGE = Pattern(
    r"\b(?:(?:pre-?|post-?|mid-?)training|context (?:length )?extension|anneal\w*|(?:fine-?|instruction )tuning|sft"
    r"|alignment|(?:stage|phase) ?\w)\b"
)


def without_stages(facts: list[Fact]) -> list[Fact]:
    """Return the facts without the hours of the stages of a section that tells those of all together."""
    by_section: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.field == _FIELD and isinstance(fact.value, int | float):
            by_section[fact.heading].append(fact)
    dropped = {id(fact) for group in by_section.values() for fact in _stages(group)}
    return [fact for fact in facts if id(fact) not in dropped]


def _stages(group: list[Fact]) -> Iterable[Fact]:
    most = max(group, key=lambda fact: float(str(fact.value)))
    # The last row of a table of stages is about none of them.
    told = _TOTAL.search(_said(most)) or (not most.variant and any(_STAGE.search(fact.variant) for fact in group))
    if len(group) == 1 or not told:
        return ()
    return (fact for fact in group if fact.value != most.value and _STAGE.search(_said(fact)))


def _said(fact: Fact) -> str:
    label = (fact.location.anchor or "").removeprefix("#" + "/".join(fact.heading))
    return f"{label} {fact.variant} {fact.text}"
