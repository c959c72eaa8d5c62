"""Run the examples of rules through the whole pipeline: a rule fires on its bad example and not on its good one."""

from __future__ import annotations

import tempfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from gpai_lint.authoring.suite import Outcome, Suite, TestResult
from gpai_lint.errors import GpaiLintError, PackError
from gpai_lint.location import Location, Span
from gpai_lint.pipeline import Target, configure, evaluate, read

if TYPE_CHECKING:
    from collections.abc import Mapping
    from re import Pattern

    from gpai_lint.policy.interface import Engine, Pack, RuleMetadata

AS_OF = "2026-09-01"
"""The day on which examples are evaluated: every duty of the Code and the law is in force then."""


def run_examples(suite: Suite, engine: Engine, pattern: Pattern[str] | None = None) -> list[TestResult]:
    """Return what came of the examples of a pack's rules; ``engine`` has the suite's packs loaded.

    ``pattern`` restricts them to rules whose id, name or package it finds.
    """
    results = []
    for rule in suite.pack.rules.values():
        if pattern and not any(pattern.search(text) for text in (rule.id, rule.name, f"data.{rule.package}")):
            continue
        for kind in ("bad", "good"):
            files = rule.examples.get(kind)
            if files:
                results.append(_run(rule, kind, files, suite.packs, engine))
    return results


def example_files(rule: RuleMetadata, kind: str) -> Mapping[str, str]:
    """Return the files of a rule's example by path; raise ``PackError`` for what is no mapping of paths to texts."""
    files = rule.examples[kind]
    if not isinstance(files, dict) or not all(
        isinstance(text, str) and _is_inside(path) for path, text in files.items()
    ):
        raise PackError(f"The {kind} example of '{rule.id}' is no mapping of file names to texts.", rule.location)
    return files


def _run(
    rule: RuleMetadata, kind: str, files: Mapping[str, str], packs: tuple[Pack, ...], engine: Engine
) -> TestResult:
    name = f"{kind} example of {rule.id} ({rule.name})"
    location = rule.location or Location(rule.package, Span(1, 1, 1, 2))
    try:
        fired = _findings(rule, example_files(rule, kind), packs, engine)
    except GpaiLintError as error:
        return TestResult(name, Outcome.ERROR, location, f"    {error}")
    if fired and kind == "good":
        return TestResult(name, Outcome.FAILED, location, "\n".join(f"    reported: {message}" for message in fired))
    if not fired and kind == "bad":
        return TestResult(name, Outcome.FAILED, location, "    the rule did not report anything")
    return TestResult(name, Outcome.PASSED, location)


def _findings(rule: RuleMetadata, files: Mapping[str, str], packs: tuple[Pack, ...], engine: Engine) -> list[str]:
    with tempfile.TemporaryDirectory(prefix="gpai-lint-example-") as folder:
        root = Path(folder)
        for path, text in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, "utf-8")
        # The end of the search for a configuration: what lies above the example is none of its business.
        (root / ".git").mkdir()
        target = Target(root)
        reading = read(target, AS_OF, configure(target))
        report = evaluate(reading, engine, packs).report
        return [str(row["message"]) for row in report if row.get("rule") == rule.id]


def _is_inside(path: object) -> bool:
    return isinstance(path, str) and not PurePosixPath(path).is_absolute() and ".." not in PurePosixPath(path).parts
