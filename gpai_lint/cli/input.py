"""``gpai-lint input``: the document that policies see."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from gpai_lint.cli.target import target_of, target_options

if TYPE_CHECKING:
    from pathlib import Path


@click.command("input")
@target_options
@click.option("--schema", is_flag=True, help="Print the JSON Schema of the document instead.")
@click.option("--for", "file", metavar="FILE", help="Only what stands in this file.")
def command(paths: tuple[Path, ...], config: Path | None, as_of: str, schema: bool, file: str | None) -> None:
    """Print the input document that policies see, as JSON."""
    from gpai_lint.policy.document import load_input_schema, restrict

    if schema:
        click.echo(json.dumps(load_input_schema(), indent=2, ensure_ascii=False))
        return
    from gpai_lint.pipeline import configure, read

    target = target_of(paths, config)
    document = read(target, as_of, configure(target)).document
    if file is not None:
        document = restrict(document, file)
    click.echo(json.dumps(document, indent=2, ensure_ascii=False))
