"""Rules by their ids, and what policies see of them: what is left to do once METADATA have been read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gpai_lint.errors import PackError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gpai_lint.policy.interface import RuleMetadata


def unique(rules: Iterable[RuleMetadata]) -> dict[str, RuleMetadata]:
    """Return rules by id; raise ``PackError`` with both places where an id, a name or an alias is used twice."""
    taken: dict[str, RuleMetadata] = {}
    by_id: dict[str, RuleMetadata] = {}
    for rule in rules:
        for key in dict.fromkeys((rule.id, rule.name, *rule.aliases)):
            other = taken.setdefault(key, rule)
            if other is not rule:
                raise PackError(
                    f"'{key}' already names the rule at {other.location or other.package}.",
                    rule.location,
                    hint="Ids and names are unique over all packs.",
                )
        by_id[rule.id] = rule
    return by_id


def as_data(rule: RuleMetadata) -> dict[str, Any]:
    """Return what policies see of a rule as ``data.gpai.metadata.rules[id]``."""
    described: dict[str, Any] = {
        "id": rule.id,
        "name": rule.name,
        "category": rule.category,
        "title": rule.title,
        "strength": rule.strength,
        "level": rule.level,
        "requirements": list(rule.requirements),
        "measures": list(rule.measures),
        "articles": list(rule.articles),
        "confidence": rule.confidence,
        "decides": rule.decides,
        "depends_on": list(rule.depends_on),
        "package": rule.package,
        "pack": rule.pack,
    }
    if rule.effective_on:
        described["effective_on"] = rule.effective_on
    return described
