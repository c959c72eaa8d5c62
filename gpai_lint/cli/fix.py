"""``gpai-lint fix``: insert what can be inserted without inventing facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from gpai_lint.cli.completing import rules_and_categories
from gpai_lint.cli.engine import EngineChoice, engine_options
from gpai_lint.cli.target import target_of, target_options
from gpai_lint.errors import ExitCode, RepositoryError
from gpai_lint.terminal import harmless

if TYPE_CHECKING:
    from pathlib import Path

#: A card is text; one larger than this is not edited.
MAX_BYTES = 16_000_000


@click.command("fix")
@target_options
@engine_options
@click.option("--diff/--apply", "show", default=True, help="Show the changes (the default), or write them.")
@click.option(
    "--select",
    multiple=True,
    metavar="RULE|CATEGORY",
    shell_complete=rules_and_categories,
    help="Only for findings of these rules. Repeatable.",
)
def command(
    paths: tuple[Path, ...], config: Path | None, as_of: str, engine: EngineChoice, show: bool, select: tuple[str, ...]
) -> int:
    """Insert front-matter keys whose value stands elsewhere in the repository, and begin sections that are missing.

    Nothing is invented: a section holds its question and a placeholder, which is reported until it is filled in. A
    file that was changed meanwhile is left alone. Exit codes: 0 nothing to do or written, 1 changes shown by --diff.
    """
    from gpai_lint.conclusion import conclude
    from gpai_lint.configuration.target import configure
    from gpai_lint.findings.edits import by_file, diff, insert, write
    from gpai_lint.findings.fixes import propose
    from gpai_lint.findings.selection import select as choose
    from gpai_lint.pipeline import evaluate, read
    from gpai_lint.settling import waived

    target = target_of(paths, config)
    configuration = configure(target)
    packs = engine.packs(configuration)
    selection = choose(packs, configuration, select)
    with engine.open(packs) as opened:
        reading = read(target, as_of, configuration)
        evaluation = evaluate(reading, opened, packs)
    result = conclude(reading, evaluation, packs, engine.name, selection)
    result = waived(result, configuration, selection, whole=not target.only)
    files = by_file(propose(result))
    failed = 0
    for file, insertions in files.items():
        before = reading.tree.read(file, MAX_BYTES)
        after = insert(before, insertions)
        if show:
            click.echo(diff(file, before, after), nl=False)
        else:
            try:
                write(target.root / file, before, after, file)
            except RepositoryError as error:
                failed += 1
                click.echo(harmless(f"gpai-lint: {error}"), err=True)
                continue
        for insertion in insertions:
            click.echo(harmless(f"{file}: {insertion.reason}"), err=True)
    if not files:
        click.echo("There is nothing to insert.", err=True)
    if failed:
        return ExitCode.FAILURE
    return ExitCode.FINDINGS if show and files else ExitCode.CLEAN
