"""``gpai-lint test``: the unit tests of a policy pack."""

from __future__ import annotations

from pathlib import Path

import click

from gpai_lint.errors import ExitCode


@click.command("test")
@click.argument("pack", type=click.Path(path_type=Path), default=Path())
@click.option("--run", "pattern", metavar="REGEX", help="Only tests whose path it finds.")
@click.option("--verbose", "-v", is_flag=True, help="Show tests that passed as well.")
def command(pack: Path, pattern: str | None, verbose: bool) -> int:
    """Run the tests of the pack in PACK (this folder without it) as `opa test` does, and its rules' examples."""
    from gpai_lint.authoring.embedded_tests import EmbeddedRunner
    from gpai_lint.authoring.suite import Outcome, load_suite, refuse_empty, selected

    suite = load_suite(pack)
    refuse_empty(suite)
    results = EmbeddedRunner(suite).run(selected(suite, pattern))
    for result in results:
        if result.outcome in {Outcome.FAILED, Outcome.ERROR} or verbose:
            click.echo(f"{result.outcome.value.upper()} {result.name} ({result.location})")
            for line in result.printed:
                click.echo(f"    printed: {line}")
            if result.detail:
                click.echo(result.detail)
    counts = {outcome: sum(result.outcome is outcome for result in results) for outcome in Outcome}
    click.echo(", ".join(f"{count} {outcome.value}" for outcome, count in counts.items() if count) or "no tests")
    return ExitCode.FINDINGS if counts[Outcome.FAILED] or counts[Outcome.ERROR] else ExitCode.CLEAN
