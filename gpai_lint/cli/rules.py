"""``gpai-lint rules``: the list of rules."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from gpai_lint.cli.engine import EngineChoice, pack_options

if TYPE_CHECKING:
    from gpai_lint.policy.interface import RuleMetadata


@click.command("rules")
@pack_options
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="The output format.")
@click.option("--category", "--chapter", "category", help="Only rules of this category.")
@click.option(
    "--strength", type=click.Choice(["law", "code", "encouraged", "practice"]), help="Only rules of this strength."
)
@click.option("--requirement", metavar="ID", help="Only rules that look for this requirement.")
def command(
    form: str, category: str | None, strength: str | None, requirement: str | None, engine: EngineChoice
) -> None:
    """List the rules of the built-in pack and of the packs given with --pack."""
    from gpai_lint.configuration.interface import Configuration
    from gpai_lint.pipeline import rules_of

    chosen = [
        rule
        for rule in sorted(rules_of(engine.packs(Configuration())).values(), key=lambda rule: rule.id)
        if category in (None, rule.category)
        and strength in (None, rule.strength)
        and (requirement is None or requirement in rule.requirements)
    ]
    if form == "json":
        click.echo(json.dumps({"rules": [_row(rule) for rule in chosen]}, indent=2, ensure_ascii=False))
        return
    for rule in chosen:
        click.echo(f"{rule.id}  {rule.level:8} {rule.strength:10} {rule.name:44} {rule.title}")
    click.echo(f"{len(chosen)} rules. 'gpai-lint explain RULE' tells what one of them asks and how to meet it.")


def _row(rule: RuleMetadata) -> dict[str, object]:
    return {
        "id": rule.id,
        "name": rule.name,
        "category": rule.category,
        "title": rule.title,
        "strength": rule.strength,
        "level": rule.level,
        "requirements": list(rule.requirements),
        "measures": list(rule.measures),
        "articles": list(rule.articles),
        "pack": rule.pack,
        "doc": f"docs/rules/{rule.name}.md",
    }
