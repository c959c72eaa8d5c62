"""Run the tests of a pack with the real ``opa test``."""

from __future__ import annotations

import base64
import json
import re
import subprocess
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gpai_lint.authoring.explain import indent
from gpai_lint.authoring.suite import Outcome, Suite, TestResult, TestRule
from gpai_lint.errors import EngineError
from gpai_lint.location import Location, Span
from gpai_lint.policy.assembly import Assembly, assemble
from gpai_lint.policy.engines.failure import of_opa
from gpai_lint.policy.engines.opa import OpaEngine
from gpai_lint.policy.engines.opa_server import PrivateServer, compile_failure, find_opa

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

#: What `opa test --verbose` says of one test that failed, and in it the failing expression with its place.
_BLOCK = re.compile(r"^(data\.\S+): FAIL[^\n]*\n(.*?)(?=^\S|\Z)", re.MULTILINE | re.DOTALL)
_SHOWN = re.compile(r"^\s+(?:\S*/)?(\d+)\.rego:(\d+):\n(.*?)(?=^\S|\Z)", re.MULTILINE | re.DOTALL)

SECONDS = 600
"""How long all tests of a pack may take."""


class OpaRunner:
    """Runs all tests at once, in a folder that holds what the suite needs and is removed afterwards."""

    def __init__(self, suite: Suite, *, coverage: bool = False) -> None:
        """Prepare the tests of a suite; raise ``EngineError`` without an ``opa``."""
        assembly = assemble(suite.packs, {})
        self._opa = find_opa()
        self._coverage = coverage
        self._modules = (*assembly.modules, *suite.modules)
        self._data = assembly.data
        self._server = PrivateServer(Assembly(self._modules, assembly.data, trusted=True), SECONDS)
        self._lines: dict[str, tuple[frozenset[int], frozenset[int]]] = {}

    def run(self, tests: Iterable[TestRule]) -> list[TestResult]:
        """Return what came of tests, in order; raise ``PackError`` with the place if something does not compile."""
        wanted = list(tests)
        with tempfile.TemporaryDirectory(prefix="gpai-lint-test-") as folder:
            self._server.write_bundle(Path(folder))
            found = {f"{row['package']}.{row['name']}": row for row in self._test(folder, "--verbose")}
            results = self._explained([self._result(test, found.get(test.path, {})) for test in wanted], folder)
            if self._coverage:
                passed = [result.name for result in results if result.outcome is Outcome.PASSED]
                self._lines = self._covered(self._words(folder, "--coverage", "--run", _any_of(passed)))
        return self._strictly(results)

    def coverage(self) -> Mapping[str, tuple[frozenset[int], frozenset[int]]]:
        """Return, by path, the lines that the tests reached and those that they did not."""
        return self._lines

    def _test(self, folder: str, *words: str) -> list[dict[str, Any]]:
        answer = self._words(folder, "--format", "json", *words)
        if isinstance(answer, dict) and answer.get("errors"):
            raise compile_failure(answer["errors"], self._server.locate)
        return answer if isinstance(answer, list) else []

    def _words(self, folder: str, *words: str) -> Any:
        done = subprocess.run(
            [self._opa, "test", "--bundle", ".", "--timeout", f"{SECONDS}s", *words],
            cwd=folder,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
        try:
            return json.loads(done.stdout)
        except ValueError:
            return self._not_json(folder, done.stderr.decode("utf-8", "replace"))

    def _not_json(self, folder: str, said: str) -> Any:
        # `opa test` reports compile errors as text; `opa check` gives their places.
        done = subprocess.run(
            [self._opa, "check", "--bundle", ".", "--format", "json"],
            cwd=folder,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
        try:
            errors = json.loads(done.stdout or done.stderr).get("errors")
        except ValueError:
            errors = None
        if errors:
            raise compile_failure(errors, self._server.locate)
        raise EngineError(f"'opa test' failed: {said.strip()[:500]}")

    def _result(self, test: TestRule, row: Mapping[str, Any]) -> TestResult:
        if row.get("skip"):
            return TestResult(test.path, Outcome.SKIPPED, test.location)
        printed = tuple(base64.b64decode(row.get("output", "")).decode("utf-8", "replace").splitlines())
        if not row or row.get("error"):
            detail = self._failure(row["error"]) if row else "    'opa test' did not run it"
            return TestResult(test.path, Outcome.ERROR, test.location, detail, printed)
        if not row.get("fail"):
            return TestResult(test.path, Outcome.PASSED, test.location)
        cases = [name for name, case in row.get("sub_results", {}).items() if case.get("fail")]
        detail = "\n".join(f"    {name}: failed" for name in sorted(cases))
        return TestResult(test.path, Outcome.FAILED, test.location, detail, printed)

    def _failure(self, error: Mapping[str, Any]) -> str:
        failure = of_opa(EngineError, str(error.get("message", "")), error.get("location") or {}, self._server.locate)
        return f"    {failure}"

    def _strictly(self, results: list[TestResult]) -> list[TestResult]:
        """Return results where a built-in function that fails is an error, as it is in a check.

        ``opa test`` takes it for undefined.
        """
        checked = []
        with closing(OpaEngine(timeout=SECONDS)) as engine:
            engine.start(Assembly(self._modules, self._data, trusted=True))
            for result in results:
                error = None
                if result.outcome in {Outcome.PASSED, Outcome.FAILED}:
                    try:
                        engine.query(result.name, {})
                    except EngineError as failure:
                        error = failure
                if error is None:
                    checked.append(result)
                else:
                    checked.append(replace(result, outcome=Outcome.ERROR, detail=f"    {error}"))
        return checked

    def _explained(self, results: list[TestResult], folder: str) -> list[TestResult]:
        """Return results where each failure shows what OPA says of it: the expression with the values in it."""
        failed = [result.name for result in results if result.outcome is Outcome.FAILED]
        if not failed:
            return results
        done = subprocess.run(
            [self._opa, "test", "--bundle", ".", "--run", _any_of(failed), "--verbose", "--var-values"],
            cwd=folder,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
        said = done.stdout.decode("utf-8", "replace").rpartition("\nFAILURES\n")[2]
        blocks = {match[1]: match[2] for match in _BLOCK.finditer(said)}
        return [
            self._with(result, blocks.get(result.name, "")) if result.outcome is Outcome.FAILED else result
            for result in results
        ]

    def _with(self, result: TestResult, said: str) -> TestResult:
        shown = _SHOWN.search(said)
        if shown is None:
            return result
        detail = "\n".join(filter(None, (result.detail, shown[3].rstrip())))
        place = self._server.locate(f"{shown[1]}.rego", int(shown[2]), 1)
        if place is None or place[0].path != result.location.file:
            return replace(result, detail=detail)
        column = indent(place[0].source, place[1])
        span = Span(place[1], column, place[1], column + 1)
        return replace(result, detail=detail, location=Location(result.location.file, span))

    def _covered(self, report: Any) -> dict[str, tuple[frozenset[int], frozenset[int]]]:
        lines = {}
        for name, file in report.get("files", {}).items() if isinstance(report, dict) else ():
            place = self._server.locate(name, 1, 1)
            if place is not None:
                lines[place[0].path] = (_rows(file.get("covered", [])), _rows(file.get("not_covered", [])))
        return lines


def _rows(ranges: Iterable[Mapping[str, Any]]) -> frozenset[int]:
    return frozenset(row for each in ranges for row in range(each["start"]["row"], each["end"]["row"] + 1))


def _any_of(tests: Sequence[str]) -> str:
    return f"^({'|'.join(map(re.escape, tests))})$"
