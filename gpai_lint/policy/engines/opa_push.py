"""Put modules and data on an OPA server that is not ours, and take them away again."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from gpai_lint.errors import EngineError, GpaiLintError, PackError
from gpai_lint.location import Location, Span
from gpai_lint.policy.engines.cleanup import Cleanup
from gpai_lint.policy.engines.opa_client import CompileError
from gpai_lint.policy.engines.opa_merge import merge
from gpai_lint.policy.engines.opa_server import compile_failure
from gpai_lint.policy.rego_source import names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from gpai_lint.policy.assembly import Assembly
    from gpai_lint.policy.engines.opa_client import Server
    from gpai_lint.policy.engines.opa_merge import Merged
    from gpai_lint.policy.interface import Module

_ADVICE = "Query what it holds with --opa-query-only, or let gpai-lint start a server of its own."


class Push:
    """What is put on a server: our modules, as few as possible, under ids that nobody else has."""

    def __init__(self, server: Server, assembly: Assembly) -> None:
        """Prepare to push an assembly."""
        self._server = server
        self._data = assembly.data
        self._policies: list[str] = []
        self._roots: list[str] = []
        self._cleanup: Cleanup | None = None
        self._modules = assembly.modules
        prefix = f"gpai-lint/{secrets.token_hex(8)}"
        merged = merge([module for module in assembly.modules if module.version == 1], "gpai")
        self._pushed = {f"{prefix}/{number}.rego": each for number, each in enumerate(merged)}

    def locate(self, identifier: str, line: int, column: int) -> tuple[Module, int, int] | None:
        """Return the module, line and column for a place in a policy as the server names it; None if it is not ours."""
        pushed = self._pushed.get(identifier)
        return pushed.locate(line, column) if pushed is not None else None

    def push(self) -> None:
        """Put data and modules on the server; nothing stays there if it fails.

        Raises ``EngineError`` where the server already holds one of the packages or data roots, ``PackError`` with the
        place in the source where a module does not compile.
        """
        self._refuse_version_0()
        self._refuse_to_overwrite()
        self._cleanup = Cleanup(self.remove)
        try:
            # Noted before it is put there: a signal may end us while the server is at it.
            for root, value in self._data.items():
                self._roots.append(root)
                self._server.put_data([root], value)
            self._push_modules()
        except BaseException:
            self.remove()
            raise

    def remove(self) -> None:
        """Take everything back, in the reverse order: no module goes before those that call it."""
        failures: list[GpaiLintError] = []
        while self._policies or self._roots:
            try:
                if self._policies:
                    self._server.delete_policy(self._policies.pop())
                else:
                    self._server.delete_data([self._roots.pop()])
            except GpaiLintError as error:  # noqa: PERF203 (what can be removed is removed)
                failures.append(error)
        if self._cleanup is not None:
            self._cleanup.release()
            self._cleanup = None
        if failures:
            raise failures[0]

    def _refuse_version_0(self) -> None:
        for module in self._modules:
            if module.version == 0:
                raise PackError(
                    "The module is written in Rego v0, which cannot be pushed to a server.",
                    Location(module.path, Span(1, 1, 1, 2)),
                    hint="Upgrade it with 'opa fmt --write --v0-v1', or let gpai-lint start a server of its own.",
                )

    def _refuse_to_overwrite(self) -> None:
        ours = {module.package for module in self._modules}
        for identifier, package in self._server.policies().items():
            if package in ours:
                raise EngineError(
                    f"The OPA server at {self._server.url} already holds the package '{package}' ('{identifier}').",
                    hint=_ADVICE,
                )
        for root in self._data:
            if self._server.data([root]) is not None:
                raise EngineError(f"The OPA server at {self._server.url} already holds 'data.{root}'.", hint=_ADVICE)

    def _push_modules(self) -> None:
        waiting = list(_callees_first(self._pushed))
        while waiting:
            refused: list[tuple[str, CompileError]] = []
            for identifier in waiting:
                self._policies.append(identifier)
                try:
                    self._server.put_policy(identifier, self._pushed[identifier].source)
                except CompileError as error:
                    self._policies.remove(identifier)
                    refused.append((identifier, error))
            # What called a function that was not there yet gets another chance once something new is.
            if len(refused) == len(waiting):
                raise self._failure(refused)
            waiting = [identifier for identifier, _ in refused]

    def _failure(self, refused: Sequence[tuple[str, CompileError]]) -> PackError:
        def is_consequence(item: tuple[str, CompileError]) -> bool:
            return "undefined function data." in str(item[1].errors[0].get("message", ""))

        identifier, error = min(refused, key=is_consequence)
        failure = compile_failure(error.errors, self.locate)
        if failure.location is None:
            failure.location = Location(self._pushed[identifier].parts[0][1].path, Span(1, 1, 1, 2))
        return failure


def _callees_first(pushed: Mapping[str, Merged]) -> Iterator[str]:
    """Yield ids such that a module comes after those it refers to: the server compiles at once what it gets."""
    by_package: dict[str, list[str]] = {}
    for identifier, merged in pushed.items():
        for _, module, _ in merged.parts:
            by_package.setdefault(module.package, []).append(identifier)
    done: set[str] = set()
    # An explicit stack: a chain of packages may be longer than Python's own.
    for start in pushed:
        stack: list[tuple[str, bool]] = [(start, False)]
        while stack:
            identifier, expanded = stack.pop()
            if expanded:
                yield identifier
            elif identifier not in done:
                done.add(identifier)
                stack.append((identifier, True))
                referred = (each for _, module, _ in pushed[identifier].parts for each in _referred(module, by_package))
                stack.extend((each, False) for each in referred if each not in done)


def _referred(module: Module, by_package: Mapping[str, Sequence[str]]) -> Iterator[str]:
    yield from by_package[module.package]
    for name in names(module.source):
        if name.parts[0] == "data":
            for length in range(2, len(name.parts) + 1):
                yield from by_package.get(".".join(name.parts[1:length]), ())
