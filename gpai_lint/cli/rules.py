"""``gpai-lint rules``: the list of rules."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from gpai_lint.cli.engine import EngineChoice, pack_options

if TYPE_CHECKING:
    from gpai_lint.policy.interface import RuleMetadata
    from gpai_lint.reports.catalogue import Catalogue

#: What the JSON says of a rule, beside the address of its page.
_KEYS = ("id", "name", "category", "title", "strength", "level", "requirements", "measures", "articles", "pack")


@click.command("rules")
@pack_options
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="The output format.")
@click.option("--category", metavar="NAME", help="Only rules of this category.")
@click.option(
    "--chapter", metavar="NAME", help="Only rules that look for a requirement of this chapter: transparency, copyright…"
)
@click.option(
    "--strength", type=click.Choice(["law", "code", "encouraged", "practice"]), help="Only rules of this strength."
)
@click.option(
    "--requirement", metavar="ID", help="Only rules that look for this requirement, or for those that begin so."
)
def command(
    form: str,
    category: str | None,
    chapter: str | None,
    strength: str | None,
    requirement: str | None,
    engine: EngineChoice,
) -> None:
    """List the rules of the built-in pack and of the packs given with --pack. Filters add up."""
    from gpai_lint.reports.lookup import the_category, the_chapter, the_requirements

    catalogue = catalogue_of(engine)
    wanted = None if requirement is None else the_requirements(requirement, catalogue)
    inside = None if chapter is None else the_chapter(chapter, catalogue)
    of_category = None if category is None else the_category(category, catalogue)
    chosen = [
        rule
        for rule in catalogue.rules
        if of_category in (None, rule.category)
        and strength in (None, rule.strength)
        and (wanted is None or wanted & set(rule.requirements))
        and (inside is None or inside & {rule.category, *rule.requirements})
    ]
    if form == "json":
        click.echo(json.dumps({"rules": [_row(rule) for rule in chosen]}, indent=2, ensure_ascii=False))
        return
    width = max((len(rule.name) for rule in chosen), default=0)
    for rule in chosen:
        click.echo(f"{rule.id}  {rule.level:8} {rule.strength:10} {rule.name:{width}}  {rule.title}")
    counted = "1 rule" if len(chosen) == 1 else f"{len(chosen)} rules"
    click.echo(f"{counted}. 'gpai-lint explain RULE' tells what one of them asks and how to meet it.")
    if wanted and any(catalogue.parts(name) for name in wanted):
        click.echo(f"The rules of its parts decide the rest: 'gpai-lint explain {requirement}' names them.")


def catalogue_of(engine: EngineChoice) -> Catalogue:
    """Return rules and requirements of the built-in pack and of the packs that the command line names."""
    from gpai_lint.configuration.interface import Configuration
    from gpai_lint.findings.selection import rules_of
    from gpai_lint.pipeline import data_of
    from gpai_lint.reports.catalogue import Catalogue

    packs = engine.packs(Configuration())
    return Catalogue.of(rules_of(packs).values(), data_of(packs, "gpai"))


def _row(rule: RuleMetadata) -> dict[str, object]:
    from gpai_lint.policy.rule_data import as_data

    described = as_data(rule)
    return {key: described[key] for key in _KEYS} | {"doc": f"docs/rules/{rule.name}.md"}
