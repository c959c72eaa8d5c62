"""``gpai-lint status``: where each obligation is met."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from gpai_lint.cli.engine import EngineChoice, engine_options
from gpai_lint.cli.target import target_of, target_options

if TYPE_CHECKING:
    from pathlib import Path


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
@click.option("--compare", metavar="PACK", help="Show what changes under another edition of the pack.")
def command(
    paths: tuple[Path, ...], config: Path | None, as_of: str, form: str, compare: str | None, engine: EngineChoice
) -> None:
    """Show, model by model, the scope and where each obligation is met.

    Nothing is met by silence: what no file can show is undecidable until somebody attests it.
    """
    from gpai_lint.cli.progress import progress
    from gpai_lint.pipeline import configure, judge, read
    from gpai_lint.reports import status_report

    target = target_of(paths, config)
    configuration = configure(target)
    reading = read(target, as_of, configuration, progress=progress())
    packs = engine.packs(configuration)
    with engine.open(packs) as opened:
        models = judge(reading, opened, packs)
    if compare is not None:
        others = engine.packs(configuration, edition=compare)
        with engine.open(others) as opened:
            changed = judge(reading, opened, others)
        click.echo(status_report.compare_text(models, changed), nl=False)
        return
    render = {
        "text": status_report.as_text,
        "json": status_report.as_json,
        "markdown": status_report.as_markdown,
        "html": status_report.as_html,
    }[form]
    click.echo(render(models), nl=False)
