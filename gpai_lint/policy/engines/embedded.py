"""The embedded engine: Regorus, a Rego interpreter in Rust, in this process or in a worker of its own.

The built-in pack can be evaluated in this process. Any other pack is not trusted: an endless computation, a huge result
or a stack overflow must not take this process along, so it is evaluated in a worker process with limits
(:mod:`gpai_lint.policy.engines.worker`).
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from gpai_lint.policy.engines.limits import Limits
from gpai_lint.policy.interface import Engine
from gpai_lint.policy.packs.builtin import is_compiled

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from gpai_lint.policy.engines.regorus_engine import RegorusEvaluator
    from gpai_lint.policy.engines.worker import WorkerEvaluator
    from gpai_lint.policy.interface import Pack


class EmbeddedEngine(Engine):
    """Evaluates with Regorus."""

    name = "embedded"

    def __init__(self, limits: Limits | None = None, *, beside: bool = False) -> None:
        """Prepare an engine; ``limits`` bound each evaluation of packs that are not built in.

        With ``beside`` packs are loaded in a process beside this one, which goes on: that they do not compile is then
        told by the first query.
        """
        self._limits = limits or Limits()
        self._beside = beside
        self._evaluator: RegorusEvaluator | WorkerEvaluator | None = None

    def load(self, packs: tuple[Pack, ...], data: Mapping[str, Any]) -> None:
        """Load packs and further data; raise ``PackError`` with the place in the Rego source if they do not compile."""
        # Each of these is imported where it is used: most runs start the worker and need no Regorus of their own.
        from gpai_lint.policy.assembly import assemble  # noqa: PLC0415

        assembly = assemble(packs, data)
        if assembly.trusted:
            from gpai_lint.policy.engines.regorus_engine import RegorusEvaluator  # noqa: PLC0415

            self._evaluator = RegorusEvaluator(assembly)
            return
        from gpai_lint.policy.engines.worker import WorkerEvaluator, to_load  # noqa: PLC0415

        foreign = [module for pack in packs if not pack.trusted for module in pack.modules]
        worker = self._evaluator = WorkerEvaluator(to_load(assembly, foreign), self._limits)
        if not self._beside:
            worker.wait()

    def load_built_in(self) -> None:
        """Load the built-in pack alone; where a build has compiled it, the worker reads it by itself."""
        if self._beside and is_compiled():
            from gpai_lint.policy.engines.worker import BUILT_IN, WorkerEvaluator  # noqa: PLC0415

            # Where no process can be started, this one does it all.
            with suppress(OSError):
                self._evaluator = WorkerEvaluator(BUILT_IN, None)
                return
        super().load_built_in()

    def query(self, path: str, document: Mapping[str, Any]) -> Any:
        """Return the value of a rule or package for an input document; None if undefined; see :class:`Engine`."""
        return self.ask(path, document)()

    def ask(self, path: str, document: Mapping[str, Any]) -> Callable[[], Any]:
        """Begin a query, in the worker if there is one, and return what waits for its value; see :class:`Engine`."""
        if self._evaluator is None:
            raise RuntimeError("query before load")
        return self._evaluator.ask(path, document)

    def close(self) -> None:
        """End the worker, if there is one."""
        if self._evaluator is not None:
            self._evaluator.close()
