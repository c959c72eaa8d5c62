"""``gpai-lint check``: the main job."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gpai_lint.cli.completing import rule_names, rules_and_categories
from gpai_lint.cli.engine import EngineChoice, engine_options
from gpai_lint.cli.settling import settling_options
from gpai_lint.cli.target import target_of, target_options
from gpai_lint.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gpai_lint.findings.interface import Result
    from gpai_lint.policy.interface import Pack, RuleMetadata
    from gpai_lint.reports.interface import Report
    from gpai_lint.settling import Wishes

FORMATS = ("text", "json", "sarif", "github", "junit", "markdown", "html")


@click.command("check")
@target_options
@engine_options
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="FORMAT[=FILE]",
    shell_complete=lambda _context, _option, begun: [form for form in FORMATS if form.startswith(begun)],
    help=f"{', '.join(FORMATS)}; with =FILE into a file. Repeatable. Text without this option.",
)
@settling_options
@click.option(
    "--select",
    multiple=True,
    metavar="RULE|CATEGORY",
    shell_complete=rules_and_categories,
    help="Only these rules. Repeatable.",
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="RULE|CATEGORY",
    shell_complete=rules_and_categories,
    help="Not these rules. Repeatable.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    help="The lowest level that ends in exit code 1.  [default: error]",
)
@click.option("--exit-zero", is_flag=True, help="Exit 0 even with findings; failures of the tool still end otherwise.")
@click.option("--verbose", "-v", is_flag=True, help="Show every note and not only their number.")
@click.option("--show-waived", is_flag=True, help="Show waived and baseline findings too, with their reasons.")
@click.option("--sarif-category", metavar="NAME", default="", help="The category of a SARIF file, by default the path.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="When to use colour.")
@click.option(
    "--trace",
    metavar="RULE",
    shell_complete=rule_names,
    help="Show instead why a rule did or did not report, model by model.",
)
@click.option("--watch", is_flag=True, help="Check again whenever a file changes, until Ctrl-C.")
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[Path, ...],
    config: Path | None,
    as_of: str,
    engine: EngineChoice,
    formats: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    exit_zero: bool,
    verbose: bool,
    show_waived: bool,
    sarif_category: str,
    color: str,
    trace: str | None,
    watch: bool,
    wishes: Wishes,
) -> int:
    """Check a model repository and report findings.

    Exit codes: 0 clean, 1 findings at or above --fail-on, 2 wrong usage or configuration, 3 nothing to check,
    4 the tool, an engine or a policy failed.
    """
    from gpai_lint.configuration.target import configure

    outputs = _outputs(formats)
    target = target_of(paths, config)
    if watch:
        from gpai_lint.cli.watching import watch as watched

        words = {key: value for key, value in context.params.items() if key != "watch"}
        also = [path for path in (*map(Path, engine.pack_sources), wishes.baseline) if path is not None]
        written = {file.resolve() for _, file in outputs if file is not None}
        return watched(lambda: int(context.invoke(command, **words)), target, also, written)
    configuration = configure(target)
    with engine.start(configuration) as (opened, packs_of_run):
        # Each of these takes its time, in which the engine compiles the packs, and later evaluates them.
        from gpai_lint.cli.progress import progress
        from gpai_lint.pipeline import begin, read

        reading = read(target, as_of, configuration, progress=progress())
        evaluated = begin(reading, opened)
        from gpai_lint.conclusion import conclude
        from gpai_lint.findings.selection import select as choose
        from gpai_lint.reports.interface import Style
        from gpai_lint.reports.links import source_url
        from gpai_lint.settling import settle

        packs = packs_of_run()
        selection = choose(packs, configuration, select, ignore)
        reports = [(_report(form), file) for form, file in outputs]
        evaluation = evaluated(packs)
        if trace is not None:
            from gpai_lint.authoring.trace import trace_of

            click.echo(trace_of(_rule(trace, packs), packs, reading, evaluation.report), nl=False)
            return ExitCode.CLEAN
        result = conclude(reading, evaluation, packs, engine.name, selection)
        result = settle(result, reading, opened, packs, selection, wishes)
    for report, file in reports:
        # A terminal that calls itself dumb would print what others take for colours and links.
        terminal = file is None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
        style = Style(
            colour=color == "always" or (color == "auto" and terminal and not os.environ.get("NO_COLOR")),
            links=terminal,
            width=_width() if terminal else 100,
            verbose=verbose,
            show_waived=show_waived,
            category=sarif_category,
            source_url=source_url(os.environ),
        )
        _write(report.render(result, style), file)
    if exit_zero:
        return ExitCode.CLEAN
    return _exit_code(result, fail_on or configuration.values.get("fail-on", "error"))


def _rule(word: str, packs: tuple[Pack, ...]) -> RuleMetadata:
    """Return a rule by id, name or former name; raise ``UsageError`` if no pack has it."""
    from gpai_lint.findings.selection import rules_of

    for rule in rules_of(packs).values():
        if word in {rule.id, rule.name, *rule.aliases}:
            return rule
    raise UsageError(f"There is no rule '{word}'.", hint="'gpai-lint rules' lists them; --pack adds those of a pack.")


def _outputs(formats: tuple[str, ...]) -> list[tuple[str, Path | None]]:
    """Return (format, file) pairs; raise ``UsageError`` for an unknown format or a second one on standard output."""
    outputs: list[tuple[str, Path | None]] = []
    for word in formats or ("text",):
        form, _, file = word.partition("=")
        if form not in FORMATS:
            raise UsageError(f"There is no format '{form}'.", hint=f"Formats: {', '.join(FORMATS)}.")
        outputs.append((form, Path(file) if file else None))
    if sum(file is None for _, file in outputs) > 1:
        raise UsageError(
            "Only one format can go to standard output.", hint="Write the others to files: --format sarif=FILE."
        )
    return outputs


def _report(form: str) -> Report:
    from importlib import import_module

    modules: Mapping[str, tuple[str, str]] = {
        "text": ("text", "TextReport"),
        "json": ("json_report", "JsonReport"),
        "sarif": ("sarif", "SarifReport"),
        "github": ("github", "GithubReport"),
        "junit": ("junit", "JunitReport"),
        "markdown": ("markdown", "MarkdownReport"),
        "html": ("html", "HtmlReport"),
    }
    module, name = modules[form]
    report: Report = getattr(import_module(f"gpai_lint.reports.{module}"), name)()
    return report


def _write(text: str, file: Path | None) -> None:
    if file is None:
        click.echo(text, nl=False)
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"'{file}' cannot be written: {error.strerror}.") from error


def _width() -> int:
    import shutil

    return max(60, min(shutil.get_terminal_size().columns, 120))


def _exit_code(result: Result, fail_on: str) -> int:
    from gpai_lint.findings.interface import Level, Status

    if fail_on == "never":
        return ExitCode.CLEAN
    worst = Level(fail_on).rank
    counted = (finding for finding in result.findings if finding.status is Status.ACTIVE)
    return ExitCode.FINDINGS if any(finding.level.rank <= worst for finding in counted) else ExitCode.CLEAN
