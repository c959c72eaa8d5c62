"""``gpai-lint init``: a first configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from gpai_lint.cli.target import target_of, target_options
from gpai_lint.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


@click.command("init")
@target_options
@click.option("--print", "only_print", is_flag=True, help="Print it instead of writing the file.")
def command(paths: tuple[Path, ...], config: Path | None, as_of: str, only_print: bool) -> None:
    """Write a first gpai-lint.yaml with the models that were found and the questions that no file answers.

    A file that exists is never overwritten.
    """
    from gpai_lint.configuration.interface import Configuration
    from gpai_lint.configuration.starter import starter
    from gpai_lint.pipeline import read

    target = target_of(paths, config)
    text = starter(read(target, as_of, Configuration()).evidence)
    if only_print:
        click.echo(text, nl=False)
        return
    path = target.root / "gpai-lint.yaml"
    try:
        with path.open("x", encoding="utf-8") as stream:
            stream.write(text)
    except FileExistsError as error:
        raise UsageError(f"'{path}' exists already.", hint="Use --print to see what would be written.") from error
    click.echo(f"Wrote {path}. Uncomment what you know and run gpai-lint again.")
