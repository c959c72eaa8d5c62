"""``gpai-lint baseline``: begin with what is there, and let nothing new in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gpai_lint.cli.engine import EngineChoice, engine_options
from gpai_lint.cli.target import target_of, target_options
from gpai_lint.errors import ExitCode, UsageError
from gpai_lint.terminal import harmless

if TYPE_CHECKING:
    from gpai_lint.findings.interface import Finding, Result
    from gpai_lint.findings.selection import Selection
    from gpai_lint.pipeline import Reading

_FILE = click.option(
    "--baseline",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="The baseline's file; without it the configuration's, else gpai-lint-baseline.json in the checked directory.",
)


@dataclass(frozen=True)
class _Check:
    """A check without its baseline, and the file in which the baseline is kept."""

    reading: Reading
    result: Result
    selection: Selection
    path: Path


@click.group("baseline")
def command() -> None:
    """Create, update or show a baseline: findings that were there before and do not fail a check."""


@command.command("create")
@target_options
@engine_options
@_FILE
def create(paths: tuple[Path, ...], config: Path | None, as_of: str, engine: EngineChoice, file: Path | None) -> None:
    """Write all findings of a check into a new baseline."""
    from gpai_lint.findings.baseline import write_baseline
    from gpai_lint.findings.interface import Status
    from gpai_lint.findings.known import known_findings
    from gpai_lint.reports.summary import counted

    check = _check(paths, config, as_of, engine, file)
    if check.path.exists():
        raise UsageError(f"'{check.path}' exists.", hint="Bring it up to date with 'gpai-lint baseline update'.")
    entries = [
        entry
        for finding, entry in zip(check.result.findings, known_findings(check.result), strict=True)
        if finding.status is Status.ACTIVE
    ]
    write_baseline(check.path, entries, check.reading.target.root)
    levels = Counter(entry.level.value for entry in entries)
    counts = ", ".join(counted(levels[level], level) for level in ("error", "warning", "note"))
    click.echo(
        f"{check.path}: {counted(len(entries), 'finding')} ({counts}). Checks with --baseline count what is not in it."
    )


@command.command("update")
@target_options
@engine_options
@_FILE
@click.option("--accept-new", is_flag=True, help="Add the new findings too, after listing them.")
def update(
    paths: tuple[Path, ...], config: Path | None, as_of: str, engine: EngineChoice, file: Path | None, accept_new: bool
) -> int:
    """Take fixed findings out of a baseline and follow those that moved.

    New findings are listed and stay out, and the exit code is 1, unless --accept-new is given.
    """
    from gpai_lint.findings.baseline import load_baseline, write_baseline
    from gpai_lint.findings.baseline import update as updated
    from gpai_lint.settling import relevance

    check = _check(paths, config, as_of, engine, file)
    target = check.reading.target
    baseline = load_baseline(check.path, target.root)
    change = updated(baseline, check.result, relevance(target, check.selection), accept_new)
    write_baseline(check.path, change.entries, target.root)
    for entry in change.removed:
        click.echo(harmless(f"fixed  {entry.file}  {entry.rule} {entry.name}"))
    for finding in change.new:
        click.echo(harmless(f"{'added' if accept_new else 'new'}  {_shown(finding)}"))
    new = f"{len(change.new)} new {'added' if accept_new else 'left out'}"
    click.echo(f"{check.path}: {change.kept} kept, {len(change.removed)} fixed, {new}.")
    return ExitCode.FINDINGS if change.new and not accept_new else ExitCode.CLEAN


@command.command("show")
@click.argument("path", type=click.Path(path_type=Path, file_okay=False), default=Path())
@click.option("--config", type=click.Path(path_type=Path), help="The configuration file; without it, found upward.")
@_FILE
def show(path: Path, config: Path | None, file: Path | None) -> None:
    """List the findings in a baseline, file by file."""
    from gpai_lint.configuration.target import configure
    from gpai_lint.findings.baseline import load_baseline
    from gpai_lint.reports.summary import counted

    target = target_of((path,), config)
    place = _place(file, target.root, configure(target).values.get("baseline"), configure(target).file)
    baseline = load_baseline(place, target.root)
    for entry in sorted(baseline.entries, key=lambda row: (row.file, row.rule, row.message)):
        click.echo(harmless(f"{entry.file}  {entry.level.value:7}  {entry.rule} {entry.name}: {entry.message}"))
    files = len({row.file for row in baseline.entries})
    click.echo(f"{place}: {counted(len(baseline.entries), 'finding')} in {counted(files, 'file')}.")


def _check(paths: tuple[Path, ...], config: Path | None, as_of: str, engine: EngineChoice, file: Path | None) -> _Check:
    from gpai_lint.conclusion import conclude
    from gpai_lint.configuration.target import configure
    from gpai_lint.findings.selection import select as choose
    from gpai_lint.pipeline import evaluate, read
    from gpai_lint.settling import waived

    target = target_of(paths, config)
    configuration = configure(target)
    packs = engine.packs(configuration)
    selection = choose(packs, configuration)
    with engine.open(packs) as opened:
        reading = read(target, as_of, configuration)
        evaluation = evaluate(reading, opened, packs)
    result = conclude(reading, evaluation, packs, engine.name, selection)
    result = waived(result, configuration, selection, whole=not target.only)
    path = _place(file, target.root, configuration.values.get("baseline"), configuration.file)
    return _Check(reading, result, selection, path)


def _place(file: Path | None, root: Path, configured: str | None, configuration: str) -> Path:
    from gpai_lint.findings.baseline import NAME

    if file is not None:
        return file
    return (root / configuration).parent / configured if configured else root / NAME


def _shown(finding: Finding) -> str:
    place = finding.location
    rule = f"{finding.rule.id} {finding.rule.name}"
    return f"{place.file}:{place.span.line}:{place.span.column}  {finding.level.value}  {rule}: {finding.message}"
