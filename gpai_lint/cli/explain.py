"""``gpai-lint explain``: one rule or one requirement, offline."""

from __future__ import annotations

import click

from gpai_lint.cli.completing import rule_names
from gpai_lint.cli.engine import EngineChoice, pack_options


@click.command("explain")
@click.argument("subject", metavar="RULE|REQUIREMENT", nargs=-1, required=True, shell_complete=rule_names)
@pack_options
def command(subject: tuple[str, ...], engine: EngineChoice) -> None:
    """Explain a rule (by id or name) or a requirement: what it asks, of whom, since when, and how to meet it.

    The beginning of an id (S-9.3) or a reference ("Article 55(1)(a)", "Measure 1.3") lists all requirements there.
    """
    from gpai_lint.cli.rules import catalogue_of
    from gpai_lint.reports.lookup import find
    from gpai_lint.reports.requirement_page import requirement_list, requirement_page
    from gpai_lint.reports.rule_page import rule_page

    catalogue = catalogue_of(engine)
    found = find(" ".join(subject), catalogue)
    if isinstance(found, str):
        text = requirement_page(found, catalogue)
    elif isinstance(found, list):
        text = requirement_list(found, catalogue)
    else:
        text = rule_page(found, catalogue)
    click.echo(text, nl=False)
