"""Run the tests of a pack with the real ``opa test``."""

from __future__ import annotations

import base64
import json
import re
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gpai_lint.authoring.suite import Outcome, Suite, TestResult, TestRule
from gpai_lint.errors import EngineError
from gpai_lint.location import Location, Span
from gpai_lint.policy.assembly import Assembly, assemble
from gpai_lint.policy.engines.failure import of_opa
from gpai_lint.policy.engines.opa_server import PrivateServer, compile_failure, find_opa

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

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
        self._server = PrivateServer(Assembly(self._modules, assembly.data, trusted=True), SECONDS)
        self._lines: dict[str, tuple[frozenset[int], frozenset[int]]] = {}

    def run(self, tests: Iterable[TestRule]) -> list[TestResult]:
        """Return what came of tests, in order; raise ``PackError`` with the place if something does not compile."""
        wanted = list(tests)
        with tempfile.TemporaryDirectory(prefix="gpai-lint-test-") as folder:
            self._server.write_bundle(Path(folder))
            found = {f"{row['package']}.{row['name']}": row for row in self._test(folder, "--verbose")}
            results = [self._result(test, found.get(test.path, {}), folder) for test in wanted]
            results = self._strictly(results, folder)
            if self._coverage:
                self._lines = self._covered(self._words(folder, "--coverage"))
        return results

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

    def _result(self, test: TestRule, row: Mapping[str, Any], folder: str) -> TestResult:
        if row.get("skip"):
            return TestResult(test.path, Outcome.SKIPPED, test.location)
        printed = tuple(base64.b64decode(row.get("output", "")).decode("utf-8", "replace").splitlines())
        if not row or row.get("error"):
            detail = self._failure(row["error"]) if row else "    'opa test' did not run it"
            return TestResult(test.path, Outcome.ERROR, test.location, detail, printed)
        if not row.get("fail"):
            return TestResult(test.path, Outcome.PASSED, test.location)
        cases = [name for name, case in row.get("sub_results", {}).items() if case.get("fail")]
        detail, line = self._explained(test, folder)
        detail = "\n".join([*(f"    {name}: failed" for name in sorted(cases)), *([detail] if detail else [])])
        location = Location(test.location.file, Span(line, 1, line, 2)) if line else test.location
        return TestResult(test.path, Outcome.FAILED, location, detail, printed)

    def _strictly(self, results: list[TestResult], folder: str) -> list[TestResult]:
        """Return results where a built-in function that fails is an error, as it is in a check.

        ``opa test`` takes it for undefined. All tests are evaluated at once, and one by one only if that fails.
        """
        defined = [result for result in results if result.outcome in {Outcome.PASSED, Outcome.FAILED}]
        if not defined or self._evaluate([result.name for result in defined], folder) is None:
            return results
        checked = []
        for result in results:
            error = self._evaluate([result.name], folder) if result in defined else None
            if error is None:
                checked.append(result)
            else:
                checked.append(replace(result, outcome=Outcome.ERROR, detail=self._failure(error)))
        return checked

    def _evaluate(self, paths: Sequence[str], folder: str) -> Mapping[str, Any] | None:
        """Return the error that the strict evaluation of some rules ends with, None without one."""
        values = " ".join(f"[value | value := {path}];" for path in paths)
        query = Path(folder, "query.txt")
        query.write_text(values.rstrip(";"), "utf-8")
        with query.open("rb") as file:
            done = subprocess.run(
                [self._opa, "eval", "--bundle", ".", "--strict-builtin-errors", "--format", "json", "--stdin"],
                cwd=folder,
                stdin=file,
                capture_output=True,
                timeout=SECONDS,
                check=False,
            )
        errors = json.loads(done.stdout or b"{}").get("errors")
        return errors[0] if errors else None

    def _failure(self, error: Mapping[str, Any]) -> str:
        failure = of_opa(EngineError, str(error.get("message", "")), error.get("location") or {}, self._server.locate)
        return f"    {failure}"

    def _explained(self, test: TestRule, folder: str) -> tuple[str, int]:
        """Return what OPA shows of a failure (the expression with the values in it), and its line."""
        pattern = f"^{re.escape(test.path)}$"
        done = subprocess.run(
            [self._opa, "test", "--bundle", ".", "--run", pattern, "--verbose", "--var-values"],
            cwd=folder,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
        shown = re.search(
            r"^\s+(?:\S*/)?(\d+)\.rego:(\d+):\n(.*?)(?=^\S|\Z)",
            done.stdout.decode("utf-8", "replace"),
            re.MULTILINE | re.DOTALL,
        )
        if shown is None:
            return "", 0
        place = self._server.locate(f"{shown[1]}.rego", int(shown[2]), 1)
        if place is None or place[0].path != test.location.file:
            return shown[3].rstrip(), 0
        return shown[3].rstrip(), place[1]

    def _covered(self, report: Any) -> dict[str, tuple[frozenset[int], frozenset[int]]]:
        lines = {}
        for name, file in report.get("files", {}).items() if isinstance(report, dict) else ():
            place = self._server.locate(name, 1, 1)
            if place is not None:
                lines[place[0].path] = (_rows(file.get("covered", [])), _rows(file.get("not_covered", [])))
        return lines


def _rows(ranges: Iterable[Mapping[str, Any]]) -> frozenset[int]:
    return frozenset(row for each in ranges for row in range(each["start"]["row"], each["end"]["row"] + 1))
