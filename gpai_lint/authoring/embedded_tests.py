"""Run the tests of a pack on the embedded engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gpai_lint.authoring.explain import cases, failing
from gpai_lint.authoring.suite import Outcome, Suite, TestResult, TestRule
from gpai_lint.errors import EngineError, PackError
from gpai_lint.policy.assembly import Assembly, assemble
from gpai_lint.policy.engines.regorus_engine import RegorusEvaluator
from gpai_lint.policy.interface import Module

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class EmbeddedRunner:
    """Runs tests one by one over what is loaded once; ``coverage`` makes it count the lines that were reached."""

    def __init__(self, suite: Suite, *, coverage: bool = False) -> None:
        """Load a suite; raise ``PackError`` with the place if something does not compile."""
        assembly = assemble(suite.packs, {})
        self._modules = {module.path: module for module in (*suite.pack.modules, *suite.modules)}
        self._evaluator = RegorusEvaluator(
            Assembly((*assembly.modules, *suite.modules), assembly.data, assembly.trusted), coverage=coverage
        )

    def run(self, tests: Iterable[TestRule]) -> list[TestResult]:
        """Return what came of tests, in order."""
        return [self._run(test) for test in tests]

    def coverage(self) -> Mapping[str, tuple[frozenset[int], frozenset[int]]]:
        """Return, by path, the lines that the tests reached and those that they did not."""
        return self._evaluator.coverage()

    def _run(self, test: TestRule) -> TestResult:
        if test.name.startswith("todo_"):
            return TestResult(test.path, Outcome.SKIPPED, test.location)
        try:
            value = self._evaluator.query(test.path, None)
        except EngineError as error:
            return TestResult(test.path, Outcome.ERROR, test.location, str(error), self._evaluator.printed())
        printed = self._evaluator.printed()
        if value is True:
            return TestResult(test.path, Outcome.PASSED, test.location)
        module = self._modules[test.location.file]
        if isinstance(value, dict):
            expected = cases(module, test.name, self._probe)
            failed = [name for name in sorted({*expected, *value}) if value.get(name) is not True]
            if not failed:
                return TestResult(test.path, Outcome.PASSED, test.location)
            detail = "".join(f"\n    {name}: failed" for name in failed).lstrip("\n")
            return TestResult(test.path, Outcome.FAILED, test.location, detail, printed)
        detail, line = failing(module, test.name, self._probe)
        if value is not None:
            detail = f"    its value is no 'true': {value!r}"
        location = test.location
        if line:
            location = type(location)(location.file, type(location.span)(line, 1, line, 2))
        return TestResult(test.path, Outcome.FAILED, location, detail, printed)

    def _probe(self, text: str, path: str) -> Any:
        try:
            return self._evaluator.beside(Module("<probe>", text, ""), path)
        except (EngineError, PackError):
            return None
