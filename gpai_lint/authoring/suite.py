"""The tests of a pack: which there are, and what came of each.

The semantics are those of ``opa test``: a rule whose name begins with ``test_`` passes if its value is true,
``todo_test_`` marks one that is skipped, and ``test_x[name]`` has a case for each name that its body enumerates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from gpai_lint.errors import PackError, UsageError
from gpai_lint.location import Location, Span
from gpai_lint.policy.interface import Module
from gpai_lint.policy.packs import load_builtin, load_pack
from gpai_lint.policy.packs.content import is_test
from gpai_lint.policy.packs.data_files import decode
from gpai_lint.policy.packs.load import read_folder
from gpai_lint.policy.rego_source import code_of, is_version_0, package_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from gpai_lint.policy.interface import Pack

_TEST = re.compile(r"^(todo_test_\w*|test_\w*)", re.MULTILINE)


class Outcome(str, Enum):
    """What came of a test."""

    PASSED = "passed"
    FAILED = "failed"
    ERROR = "error"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class TestRule:
    """A test rule: its package, its name and the place of its first definition."""

    __test__ = False

    package: str
    name: str
    location: Location

    @property
    def path(self) -> str:
        """Return its path, ``data.acme.rules.naming_test.test_x``."""
        return f"data.{self.package}.{self.name}"


@dataclass(frozen=True, slots=True)
class TestResult:
    """What came of one test; ``detail`` shows a failure: the expression, the values in it, the source line."""

    __test__ = False

    name: str
    outcome: Outcome
    location: Location
    detail: str = ""
    printed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Suite:
    """A pack under test: all packs to load (it and the built-in one), its test modules and its tests."""

    pack: Pack
    packs: tuple[Pack, ...]
    modules: tuple[Module, ...]
    tests: tuple[TestRule, ...]


def load_suite(path: Path) -> Suite:
    """Load a pack's folder with its tests; raise ``PackError`` if it does not load."""
    if not path.is_dir():
        raise UsageError(f"'{path}' is no folder of a pack.")
    files = read_folder(path)
    # The pack that defines `gpai` is the built-in one, in a checkout.
    pack = load_pack(path, builtin=True)
    packs = (pack,) if "gpai" in pack.roots else (load_builtin(), load_pack(path))
    modules = []
    for name in sorted(files):
        if is_test(name):
            shown = f"{path}/{name}"
            source = decode(files[name], shown)
            modules.append(Module(shown, source, package_of(source, shown), 0 if is_version_0(source) else 1))
    everything = (*packs[-1].modules, *modules)
    return Suite(packs[-1], packs, tuple(modules), tuple(test for module in everything for test in find_tests(module)))


def find_tests(module: Module) -> Iterator[TestRule]:
    """Yield the tests that a module defines, each once, in order."""
    code = code_of(module.source)
    seen: set[str] = set()
    for match in _TEST.finditer(code):
        if match[1] not in seen:
            seen.add(match[1])
            line = code.count("\n", 0, match.start()) + 1
            yield TestRule(module.package, match[1], Location(module.path, Span(line, 1, line, len(match[1]) + 1)))


def selected(suite: Suite, pattern: re.Pattern[str] | None) -> tuple[TestRule, ...]:
    """Return the tests whose path a regular expression finds, all without one."""
    return suite.tests if pattern is None else tuple(test for test in suite.tests if pattern.search(test.path))


def refuse_empty(suite: Suite) -> None:
    """Raise ``PackError`` for a pack without any test: nothing would be shown by its passing."""
    if not suite.tests:
        raise PackError(
            f"There is no test in '{suite.pack.path}'.",
            hint="Tests are rules named test_… in files named …_test.rego.",
        )
