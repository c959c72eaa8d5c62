"""``gpai-lint test``: the unit tests of a policy pack."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gpai_lint.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from gpai_lint.authoring.suite import Suite, TestResult


@click.command("test")
@click.argument("pack", type=click.Path(path_type=Path), default=Path())
@click.option("--run", "pattern", metavar="REGEX", help="Only tests and examples whose name it finds.")
@click.option("--coverage", is_flag=True, help="Show which lines of the pack no test reaches.")
@click.option("--threshold", type=click.FloatRange(0, 100), metavar="N", help="Fail below N % coverage.")
@click.option(
    "--engine",
    type=click.Choice(["embedded", "opa"]),
    default="embedded",
    show_default=True,
    help="Regorus inside the process, or the real `opa test`.",
)
@click.option("--no-examples", is_flag=True, help="Leave out the good and bad examples of the rules.")
@click.option("--verbose", "-v", is_flag=True, help="Show tests that passed as well.")
def command(
    pack: Path,
    pattern: str | None,
    coverage: bool,
    threshold: float | None,
    engine: str,
    no_examples: bool,
    verbose: bool,
) -> int:
    """Run the tests of the pack in PACK (this folder without it).

    Tests mean what they mean to `opa test`. The good and the bad example of each rule run through the whole pipeline:
    a rule has to report on its bad example and not on its good one.
    """
    from gpai_lint.authoring.coverage import measure
    from gpai_lint.authoring.suite import Outcome, load_suite, refuse_empty, selected

    expression = _compile(pattern)
    suite = load_suite(pack)
    refuse_empty(suite)
    measuring = coverage or threshold is not None
    if engine == "opa":
        from gpai_lint.authoring.opa_tests import OpaRunner as Runner
    else:
        from gpai_lint.authoring.embedded_tests import EmbeddedRunner as Runner  # type: ignore[assignment]
    runner = Runner(suite, coverage=measuring)
    results = runner.run(selected(suite, expression))
    if not no_examples:
        results += _examples(suite, engine, expression)
    for result in results:
        _show(result, verbose=verbose)
    counts = {outcome: sum(result.outcome is outcome for result in results) for outcome in Outcome}
    click.echo(", ".join(f"{count} {outcome.value}" for outcome, count in counts.items() if count) or "no tests")
    failed = bool(counts[Outcome.FAILED] or counts[Outcome.ERROR])
    if measuring:
        measured = measure(suite.pack, runner.coverage())
        for gap in measured.gaps() if coverage else ():
            click.echo(f"not covered: {gap}")
        click.echo(f"coverage: {measured.percent:.1f} %")
        if threshold is not None and measured.percent < threshold:
            click.echo(f"The coverage is below {threshold:g} %.", err=True)
            failed = True
    return ExitCode.FINDINGS if failed else ExitCode.CLEAN


def _compile(pattern: str | None) -> re.Pattern[str] | None:
    try:
        return re.compile(pattern) if pattern is not None else None
    except re.error as error:
        raise UsageError(f"'{pattern}' is no regular expression: {error}.") from error


def _examples(suite: Suite, name: str, pattern: re.Pattern[str] | None) -> list[TestResult]:
    from gpai_lint.authoring.examples import run_examples
    from gpai_lint.policy.engines import create

    if not any(rule.examples for rule in suite.pack.rules.values()):
        return []
    with create(name) as engine:
        engine.load(suite.packs, {})
        return run_examples(suite, engine, pattern)


def _show(result: TestResult, *, verbose: bool) -> None:
    from gpai_lint.authoring.suite import Outcome

    if result.outcome in {Outcome.PASSED, Outcome.SKIPPED} and not verbose:
        return
    click.echo(f"{result.outcome.value.upper()} {result.name} ({result.location})")
    for line in result.printed:
        click.echo(f"    printed: {line}")
    if result.detail:
        click.echo(result.detail)
