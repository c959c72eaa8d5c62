"""The engine ``opa``: Open Policy Agent over HTTP, a server of the user's or a private one.

With no address a private server is started and ended; with an address, packs are pushed to that server and removed
afterwards. :mod:`gpai_lint.policy.engines.opa_query` pushes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gpai_lint.errors import EngineError
from gpai_lint.policy.assembly import assemble
from gpai_lint.policy.engines.failure import of_opa
from gpai_lint.policy.engines.limits import SLOW, Limits
from gpai_lint.policy.engines.opa_client import EvaluationError, Server, TooSlowError
from gpai_lint.policy.engines.opa_push import Push
from gpai_lint.policy.engines.opa_server import PrivateServer
from gpai_lint.policy.interface import Engine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gpai_lint.policy.assembly import Assembly
    from gpai_lint.policy.engines.failure import Locate
    from gpai_lint.policy.interface import Pack


class OpaEngine(Engine):
    """Evaluates with OPA."""

    name = "opa"

    def __init__(
        self,
        url: str | None = None,
        token: str | None = None,
        ca: str | None = None,
        timeout: float = 30.0,
        limits: Limits | None = None,
    ) -> None:
        """Prepare an engine.

        ``url``, ``token`` and ``ca`` (a file of certificates) lead to a running server; ``timeout`` is in seconds, for
        each request and for a private server's start; ``limits`` bound the evaluation of packs that are not built in,
        on a private server.
        """
        self._limits = limits or Limits()
        self._timeout = timeout
        self._server = Server(url, token, ca, timeout) if url is not None else None
        self._seconds = timeout
        self._private: PrivateServer | None = None
        self._pushed: Push | None = None
        self._locate: Locate = lambda *_: None

    def load(self, packs: tuple[Pack, ...], data: Mapping[str, Any]) -> None:
        """Load packs and further data; raise ``PackError`` with the place in the Rego source if they do not compile."""
        assembly = assemble(packs, data)
        if self._server is None:
            self.start(assembly)
            return
        self._pushed = Push(self._server, assembly)
        self._locate = self._pushed.locate
        self._pushed.push()

    def query(self, path: str, document: Mapping[str, Any]) -> Any:
        """Return the value of a rule or package for an input document; None if undefined; see :class:`Engine`."""
        if self._server is None:
            raise RuntimeError("query before load")
        try:
            return self._server.query(path, document)
        except EvaluationError as error:
            raise of_opa(EngineError, error.message, error.place, self._locate) from error
        except TooSlowError as error:
            if self._private is None:
                raise
            raise EngineError(
                f"The evaluation of the packs took longer than {self._seconds:g} seconds.", hint=SLOW
            ) from error
        except EngineError:
            if self._private is not None and self._private.ended():
                raise EngineError("The OPA server ended: an evaluation took too much memory.") from None
            raise

    def close(self) -> None:
        """Remove what was pushed and stop what was started."""
        try:
            if self._pushed is not None:
                self._pushed.remove()
        finally:
            if self._private is not None:
                self._private.stop()
            if self._server is not None:
                self._server.close()

    def start(self, assembly: Assembly) -> None:
        """Start a private server that holds an assembly; raises what :meth:`load` raises."""
        # The built-in pack is known to stay within its bounds; any other pack is not.
        memory = None if assembly.trusted else self._limits.memory
        seconds = self._seconds = self._timeout if assembly.trusted else min(self._timeout, self._limits.seconds)
        private = self._private = PrivateServer(assembly, self._timeout, memory)
        self._locate = private.locate

        def ready() -> bool:
            # Each attempt to start has its own port.
            if self._server is None or self._server.url != private.url:
                self._server = Server(private.url, private.token, None, seconds, retries=0)
            return self._server.healthy()

        private.start(ready)
