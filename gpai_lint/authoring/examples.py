"""Run the examples of rules through the whole pipeline: a rule fires on its bad example and not on its good one."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from gpai_lint.authoring.suite import Outcome, Suite, TestResult
from gpai_lint.configuration.target import Target, configure
from gpai_lint.errors import GpaiLintError, PackError
from gpai_lint.location import Location, Span
from gpai_lint.pipeline import read, report

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
    examples = _Examples(suite.packs, engine)
    results = []
    for rule in suite.pack.rules.values():
        if pattern and not any(pattern.search(text) for text in (rule.id, rule.name, f"data.{rule.package}")):
            continue
        results += [examples.result(rule, kind) for kind in ("bad", "good") if rule.examples.get(kind)]
    return results


def example_files(rule: RuleMetadata, kind: str) -> Mapping[str, str]:
    """Return the files of a rule's example by path; raise ``PackError`` for what is no mapping of paths to texts."""
    files = rule.examples[kind]
    if not isinstance(files, dict) or not all(
        isinstance(text, str) and _is_inside(path) for path, text in files.items()
    ):
        raise PackError(f"The {kind} example of '{rule.id}' is no mapping of file names to texts.", rule.location)
    return files


class _Examples:
    """Evaluates examples, each of them once: the rows of a table often share one."""

    def __init__(self, packs: tuple[Pack, ...], engine: Engine) -> None:
        self._packs = packs
        self._engine = engine
        self._known: dict[str, tuple[Mapping[str, Any], ...]] = {}

    def result(self, rule: RuleMetadata, kind: str) -> TestResult:
        """Return what came of an example of a rule."""
        name = f"{kind} example of {rule.id} ({rule.name})"
        location = rule.location or Location(rule.package, Span(1, 1, 1, 2))
        try:
            report = self._report(example_files(rule, kind))
        except GpaiLintError as error:
            return TestResult(name, Outcome.ERROR, location, f"    {error}")
        fired = [str(row["message"]) for row in report if row.get("rule") == rule.id]
        if fired and kind == "good":
            return TestResult(name, Outcome.FAILED, location, "\n".join(f"    reported: {text}" for text in fired))
        if not fired and kind == "bad":
            return TestResult(name, Outcome.FAILED, location, "    the rule did not report anything")
        return TestResult(name, Outcome.PASSED, location)

    def _report(self, files: Mapping[str, str]) -> tuple[Mapping[str, Any], ...]:
        key = json.dumps(files, sort_keys=True)
        if key not in self._known:
            self._known[key] = self._evaluated(files)
        return self._known[key]

    def _evaluated(self, files: Mapping[str, str]) -> tuple[Mapping[str, Any], ...]:
        with tempfile.TemporaryDirectory(prefix="gpai-lint-example-") as folder:
            root = Path(folder)
            for path, text in files.items():
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_text(text, "utf-8")
            # The end of the search for a configuration: what lies above the example is none of its business.
            (root / ".git").mkdir(exist_ok=True)
            target = Target(root)
            reading = read(target, AS_OF, configure(target))
            return report(reading, self._engine, self._packs)


def _is_inside(path: object) -> bool:
    return isinstance(path, str) and not PurePosixPath(path).is_absolute() and ".." not in PurePosixPath(path).parts
