"""``gpai-lint eval``: look at what policies make of a repository."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import click

from gpai_lint.cli.engine import EngineChoice, engine_options
from gpai_lint.cli.target import target_of, target_options
from gpai_lint.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from pathlib import Path

_REFERENCE = re.compile(r"data(?:\.[A-Za-z_]\w*|\[\d+\]|\[\"[^\"\\\n]*\"\])*")


@click.command("eval")
@click.argument("query", metavar="REFERENCE")
@target_options
@engine_options
def command(query: str, paths: tuple[Path, ...], config: Path | None, as_of: str, engine: EngineChoice) -> int:
    """Print, as JSON, the value of a rule, a package or data: data.gpai.scope.answers, data.gpai.main.report.

    A REFERENCE that is undefined on the repository's input document is said to be so, with exit code 1.
    """
    from gpai_lint.configuration.target import configure
    from gpai_lint.pipeline import read

    if not _REFERENCE.fullmatch(query):
        raise UsageError(
            f"'{query}' is no reference into the policies.",
            hint="Write it like data.gpai.scope.answers, in quotes where the shell would read it: 'data.a[\"b\"]'.",
        )
    target = target_of(paths, config)
    configuration = configure(target)
    packs = engine.packs(configuration)
    with engine.open(packs) as opened:
        reading = read(target, as_of, configuration)
        value = opened.query(query, reading.document)
    if value is None:
        click.echo(f"{query} is undefined.", err=True)
        return ExitCode.FINDINGS
    click.echo(json.dumps(value, indent=2, ensure_ascii=False))
    return ExitCode.CLEAN
