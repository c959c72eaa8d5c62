"""What a shell offers for the values of options and arguments that name rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    import click


def rule_names(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the built-in rules whose name or id begins so, by the one that was begun, with their titles."""
    from gpai_lint.findings.tool_rules import TOOL_RULES
    from gpai_lint.policy.packs import load_builtin

    begun = incomplete.casefold()
    rules = sorted([*load_builtin().rules.values(), *TOOL_RULES.values()], key=lambda rule: rule.name)
    named = [CompletionItem(rule.name, help=rule.title) for rule in rules if rule.name.startswith(begun)]
    if named or not begun:
        return named
    return [CompletionItem(rule.id, help=rule.title) for rule in rules if rule.id.casefold().startswith(begun)]


def rules_and_categories(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the rules and the categories of rules that begin so."""
    from gpai_lint.policy.packs import load_builtin

    categories = sorted({rule.category for rule in load_builtin().rules.values()})
    return [
        *(CompletionItem(name) for name in categories if name.startswith(incomplete)),
        *rule_names(context, parameter, incomplete),
    ]
