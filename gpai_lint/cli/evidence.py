"""``gpai-lint evidence``: the facts that were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from gpai_lint.cli.target import target_of, target_options

if TYPE_CHECKING:
    from pathlib import Path


@click.command("evidence")
@target_options
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="The output format.")
@click.option("--field", "fields", multiple=True, metavar="FIELD", help="Only this field, or fields under this prefix.")
def command(paths: tuple[Path, ...], config: Path | None, as_of: str, form: str, fields: tuple[str, ...]) -> None:
    """Show the facts that were read from a repository, each with its place."""
    from gpai_lint.cli.progress import progress
    from gpai_lint.configuration.target import configure
    from gpai_lint.pipeline import read
    from gpai_lint.reports.evidence_table import as_json, as_text

    target = target_of(paths, config)
    evidence = read(target, as_of, configure(target), progress=progress(), without_model=True).evidence
    click.echo((as_json if form == "json" else as_text)(evidence, fields), nl=False)
