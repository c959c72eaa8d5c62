"""``gpai-lint status``: where each obligation is met."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from gpai_lint.cli.engine import EngineChoice, engine_options
from gpai_lint.cli.target import target_of, target_options

if TYPE_CHECKING:
    from pathlib import Path

    from gpai_lint.configuration.interface import Configuration
    from gpai_lint.pipeline import Reading


@click.command("status")
@target_options
@engine_options
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown", "html"]),
    default="text",
    help="The output format.",
)
@click.option(
    "--compare",
    metavar="PACK",
    help="Show what changes under another edition of the Code, from the built-in one or from the edition given with "
    "--pack.",
)
def command(
    paths: tuple[Path, ...], config: Path | None, as_of: str, form: str, compare: str | None, engine: EngineChoice
) -> None:
    """Show, model by model, the scope and where each obligation is met.

    Nothing is met by silence: what no file can show is undecidable until somebody attests it.
    """
    from gpai_lint.cli.progress import progress
    from gpai_lint.conclusion import judge
    from gpai_lint.configuration.target import configure
    from gpai_lint.pipeline import edition_of, read
    from gpai_lint.reports import status_page, status_report, status_text

    target = target_of(paths, config)
    configuration = configure(target)
    if compare is not None:
        reading = read(target, as_of, configuration, progress=progress())
        click.echo(_compared(reading, configuration, engine, compare, form), nl=False)
        return
    packs = engine.packs(configuration)
    with engine.open(packs) as opened:
        reading = read(target, as_of, configuration, progress=progress())
        models = judge(reading, opened, packs)
    if form == "json":
        click.echo(status_report.as_json(models), nl=False)
        return
    render = {
        "text": status_text.as_text,
        "markdown": status_page.as_markdown,
        "html": status_page.as_html,
    }[form]
    click.echo(render(models, edition_of(packs), reading.document["as_of"]), nl=False)


def _compared(reading: Reading, configuration: Configuration, engine: EngineChoice, later: str, form: str) -> str:
    from gpai_lint.conclusion import judge
    from gpai_lint.pipeline import edition_of
    from gpai_lint.reports import edition_report

    engine, earlier = engine.apart_from_edition()
    names, statuses = [], []
    for edition in (earlier, later):
        packs = engine.packs(configuration, edition=edition)
        names.append(edition_of(packs))
        with engine.open(packs) as opened:
            statuses.append(judge(reading, opened, packs))
    comparison = edition_report.compare((names[0], names[1]), statuses[0], statuses[1])
    return {
        "text": edition_report.as_text,
        "json": edition_report.as_json,
        "markdown": edition_report.as_markdown,
        "html": edition_report.as_html,
    }[form](comparison)
