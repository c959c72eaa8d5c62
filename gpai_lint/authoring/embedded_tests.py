"""Run the tests of a pack on the embedded engine."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from gpai_lint.authoring.explain import cases, failing, failing_case, indent
from gpai_lint.authoring.suite import Outcome, Suite, TestResult, TestRule
from gpai_lint.errors import EngineError, PackError
from gpai_lint.location import Location, Span
from gpai_lint.policy.assembly import assemble
from gpai_lint.policy.compiler.check import compiled
from gpai_lint.policy.engines.regorus_engine import BUILTINS, RegorusEvaluator
from gpai_lint.policy.interface import Module
from gpai_lint.policy.rego_source import names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class EmbeddedRunner:
    """Runs tests one by one over a pack that is loaded once; ``coverage`` makes it count the lines that were reached.

    The tests of other packages are not there while a test runs: what refers to packages by their place
    (``data.acme.rules[category][rule].report``) would evaluate them all.
    """

    def __init__(self, suite: Suite, *, coverage: bool = False) -> None:
        """Load a suite; raise ``PackError`` with the place if something does not compile."""
        assembly = assemble(suite.packs, {})
        self._modules = {module.path: module for module in (*suite.pack.modules, *suite.modules)}
        self._coverage = coverage
        self._reached: dict[str, set[int]] = {}
        self._missed: dict[str, set[int]] = {}
        foreign = [module for pack in suite.packs if not pack.trusted for module in pack.modules]
        checked = {module.path for module in (*foreign, *suite.modules)}
        modules = compiled((*assembly.modules, *suite.modules), checked, BUILTINS)
        tests = modules[len(assembly.modules) :]
        self._companions = _companions(tests)
        self._base = RegorusEvaluator(assembly._replace(modules=modules[: len(assembly.modules)]), coverage=coverage)
        # What is wrong in any module is said before the first test runs, as OPA does.
        self._base.extended(tests).compile()
        self._evaluator = self._base

    def run(self, tests: Iterable[TestRule]) -> list[TestResult]:
        """Return what came of tests, in order."""
        results = []
        for path, group in groupby(tests, lambda test: test.location.file):
            self._evaluator = self._base.extended(self._companions.get(path, ()))
            results += [self._run(test) for test in group]
            if self._coverage:
                self._count()
        return results

    def coverage(self) -> Mapping[str, tuple[frozenset[int], frozenset[int]]]:
        """Return, by path, the lines that the tests reached and those that they did not."""
        return {
            path: (frozenset(reached), frozenset(self._missed[path] - reached))
            for path, reached in self._reached.items()
        }

    def _count(self) -> None:
        for path, (reached, missed) in self._evaluator.coverage().items():
            self._reached.setdefault(path, set()).update(reached)
            self._missed.setdefault(path, set()).update(missed)

    def _run(self, test: TestRule) -> TestResult:
        if test.name.startswith("todo_"):
            return TestResult(test.path, Outcome.SKIPPED, test.location)
        try:
            value = self._evaluator.query(test.path, None)
        except EngineError as error:
            return TestResult(test.path, Outcome.ERROR, test.location, f"    {error}", self._evaluator.printed())
        printed = self._evaluator.printed()
        if value is True:
            return TestResult(test.path, Outcome.PASSED, test.location)
        module = self._modules[test.location.file]
        if isinstance(value, dict):
            expected = cases(module, test.name, self._probe)
            failed = [name for name in sorted({*expected, *value}) if value.get(name) is not True]
            if not failed:
                return TestResult(test.path, Outcome.PASSED, test.location)
            found = [failing_case(module, test.name, name, self._probe) for name in failed]
            detail = "\n".join(
                f"    {name}: failed" + "".join(f"\n    {line}" for line in text.split("\n") if text)
                for name, (text, _) in zip(failed, found, strict=True)
            )
            return self._failed(test, detail, found[0][1], printed)
        detail, line = failing(module, test.name, self._probe)
        if value is not None:
            detail = f"    its value is no 'true': {value!r}"
        return self._failed(test, detail, line, printed)

    def _failed(self, test: TestRule, detail: str, line: int, printed: tuple[str, ...]) -> TestResult:
        location = test.location
        if line:
            column = indent(self._modules[location.file].source, line)
            location = Location(location.file, Span(line, column, line, column + 1))
        return TestResult(test.path, Outcome.FAILED, location, detail, printed)

    def _probe(self, text: str, path: str) -> Any:
        try:
            return self._evaluator.beside(Module("<probe>", text, ""), path)
        except (EngineError, PackError):
            return None


def _companions(modules: tuple[Module, ...]) -> Mapping[str, tuple[Module, ...]]:
    """Return, by path of a test module, the test modules to load with it: its package's, and those they refer to."""
    packages: dict[str, list[Module]] = {}
    for module in modules:
        packages.setdefault(module.package, []).append(module)
    refers = {
        package: {
            ".".join(name.parts[1:length])
            for module in own
            for name in names(module.source)
            if name.parts[0] == "data"
            for length in range(2, len(name.parts) + 1)
        }
        & packages.keys()
        for package, own in packages.items()
    }
    found = {}
    for module in modules:
        needed, waiting = {module.package}, [module.package]
        while waiting:
            more = refers[waiting.pop()] - needed
            needed |= more
            waiting += more
        found[module.path] = tuple(each for each in modules if each.package in needed)
    return found
