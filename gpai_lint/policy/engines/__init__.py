"""Engines: what evaluates Rego. Each is imported only when it is used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from gpai_lint.errors import UsageError

if TYPE_CHECKING:
    from gpai_lint.policy.engines.limits import Limits
    from gpai_lint.policy.interface import Engine

ENGINES = ("embedded", "opa")


def create(
    name: str,
    *,
    opa_url: str | None = None,
    opa_token: str | None = None,
    opa_ca: str | None = None,
    opa_timeout: float = 30.0,
    opa_query_only: bool = False,
    limits: Limits | None = None,
    beside: bool = False,
) -> Engine:
    """Return an engine that has loaded nothing yet.

    ``limits`` bound the evaluation of packs that are not built in; ``beside`` lets the embedded engine load packs
    while this process goes on (:class:`gpai_lint.policy.engines.embedded.EmbeddedEngine`); the ``opa_`` options are
    those of :class:`gpai_lint.policy.engines.opa.OpaEngine`, with ``opa_query_only`` of
    :class:`gpai_lint.policy.engines.opa_query.OpaQueryEngine`. Raises ``UsageError`` for an unknown name and
    ``EngineError`` where the engine cannot be had on this machine.
    """
    if name == "embedded":
        if opa_url is not None or opa_query_only:
            raise UsageError("The options of an OPA server need the engine 'opa'.", hint="Add --engine opa.")
        embedded: Engine = import_module("gpai_lint.policy.engines.embedded").EmbeddedEngine(limits, beside=beside)
        return embedded
    if opa_query_only:
        if opa_url is None:
            raise UsageError("Without the address of an OPA server there is nothing to query.", hint="Add --opa-url.")
        query: Engine = import_module("gpai_lint.policy.engines.opa_query").OpaQueryEngine(
            opa_url, opa_token, opa_ca, opa_timeout
        )
        return query
    if name == "opa":
        opa: Engine = import_module("gpai_lint.policy.engines.opa").OpaEngine(
            url=opa_url, token=opa_token, ca=opa_ca, timeout=opa_timeout, limits=limits
        )
        return opa
    raise UsageError(f"There is no engine '{name}'; the engines are {' and '.join(ENGINES)}.")
