"""``gpai-lint explain``: one rule or one requirement, offline."""

from __future__ import annotations

import click

from gpai_lint.cli.engine import EngineChoice, pack_options
from gpai_lint.errors import UsageError


@click.command("explain")
@click.argument("subject", metavar="RULE|REQUIREMENT")
@pack_options
def command(subject: str, engine: EngineChoice) -> None:
    """Explain a rule (by id or name) or a requirement: what it asks, of whom, since when, and how to meet it."""
    from gpai_lint.configuration.interface import Configuration
    from gpai_lint.configuration.load import nearest_name
    from gpai_lint.pipeline import data_of, rules_of
    from gpai_lint.reports.rule_page import requirement_page, rule_page

    packs = engine.packs(Configuration())
    rules = rules_of(packs)
    requirements = data_of(packs, "gpai", "requirements")
    for rule in rules.values():
        if subject in (rule.id, rule.name, *rule.aliases):
            click.echo(rule_page(rule, requirements), nl=False)
            return
    if subject in requirements:
        looking = [rule for rule in rules.values() if subject in rule.requirements]
        click.echo(requirement_page(subject, requirements[subject], looking), nl=False)
        return
    names = [*rules, *(rule.name for rule in rules.values()), *requirements]
    raise UsageError(f"There is no rule and no requirement '{subject}'.", hint=nearest_name(subject, names))
