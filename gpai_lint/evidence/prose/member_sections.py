"""Sections that are each about one member of the family, by their headings.

Such headings stand side by side: sizes ("7B", "13B model"), the name of the family with what tells its members apart
("Lark Small", "Lark Large"), or links to the pages of models on a hub.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from gpai_lint.evidence.patterns import Pattern, pattern
from gpai_lint.evidence.prose.context import HUB

if TYPE_CHECKING:
    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context

#: What members are told apart by: a heading of it alone, the family's name before it, and what else stands there.
_SIZED = Pattern(r"\W*(?:the )?(?:\d{1,4}(?:\.\d+)?[bm]|tiny|mini|small|medium|base|large|xx?l|xs)\b(?P<more>.{0,30})")
_OWN = r"\W*(?:the )?(?:{own})(?P<more>.{1,40})"
_BESIDE = Pattern(
    r"(?:[\W_]*(?:\d[\d.]*|v\d[\d.]*|\d+(?:\.\d+)?[bm]|a\d+(?:\.\d+)?b|xx?l|xs|[sml]|tiny|mini|nano|micro|small|medium"
    r"|base|large|huge|pro|lite|flash|turbo|plus|max|chat|instruct\w*|it|thinking|reasoning|long|preview"
    r"|models?|versions?|variants?|checkpoints?|parameters?|params))*[\W_]*"
)
_SEVERAL = 2


def of_members(context: Context, facts: list[Fact]) -> list[Fact]:
    """Return the facts with the figures of a section that is about one member given to that."""
    members = _members(context)
    if not members:
        return facts
    return [fact._replace(variant=_member(fact, members)) if _is_figure(fact) else fact for fact in facts]


def _is_figure(fact: Fact) -> bool:
    return not fact.variant and isinstance(fact.value, int | float) and not isinstance(fact.value, bool)


def _member(fact: Fact, members: dict[tuple[str, ...], str]) -> str:
    depths = range(len(fact.heading), 0, -1)
    return next((members[fact.heading[:depth]] for depth in depths if fact.heading[:depth] in members), "")


def _members(context: Context) -> dict[tuple[str, ...], str]:
    """Return the members that headings side by side name, by the paths of their sections."""
    beside: dict[tuple[str, ...], dict[tuple[str, ...], str]] = defaultdict(dict)
    pages = {(link.span.line, link.text.strip()) for link in context.prose.links if HUB.match(link.target)}
    for section in context.prose.sections:
        name = section.title.strip()
        if section.level and ((section.span.line, name) in pages or _is_member(context, name)):
            beside[section.path[:-1]][section.path] = name
    families = (family for family in beside.values() if len({name.lower() for name in family.values()}) >= _SEVERAL)
    return {path: name for family in families for path, name in family.items()}


def _is_member(context: Context, title: str) -> bool:
    found = _SIZED.fullmatch(title) or pattern(_OWN, context.own).fullmatch(title)
    return found is not None and not context.is_own(title) and _BESIDE.fullmatch(found["more"]) is not None
