"""Which rules of some packs count in a run, and at which level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.findings.selection import choose
from gpai_lint.findings.tool_rules import TOOL_RULES
from gpai_lint.policy.loosening import adjustments

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gpai_lint.configuration.interface import Configuration
    from gpai_lint.findings.selection import Selection
    from gpai_lint.policy.interface import Pack, RuleMetadata


def rules_of(packs: tuple[Pack, ...]) -> dict[str, RuleMetadata]:
    """Return the metadata of all rules by id: those of some packs and those on the use of the tool itself."""
    return {**TOOL_RULES, **{rule.id: rule for pack in packs for rule in pack.rules.values()}}


def select(
    packs: tuple[Pack, ...], configuration: Configuration, only: Iterable[str] = (), ignore: Iterable[str] = ()
) -> Selection:
    """Return which rules count and at which level; raise ``UsageError`` for a word that names no rule or category."""
    return choose(rules_of(packs), only, ignore, configuration.rules, adjustments(packs), configuration.locate)
