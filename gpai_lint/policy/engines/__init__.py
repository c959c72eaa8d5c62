"""Engines: what evaluates Rego. Each is imported only when it is used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from gpai_lint.errors import UsageError

if TYPE_CHECKING:
    from gpai_lint.policy.interface import Engine

#: The engines by name: the module of each and its class.
ENGINES = {
    "embedded": ("gpai_lint.policy.engines.embedded", "EmbeddedEngine"),
    "opa": ("gpai_lint.policy.engines.opa", "OpaEngine"),
}


def create(name: str, **options: Any) -> Engine:
    """Return an engine that has loaded nothing yet.

    ``options`` are those of the engine's class. Raises ``UsageError`` for an unknown name and ``EngineError`` where the
    engine cannot be had on this machine.
    """
    if name not in ENGINES:
        raise UsageError(f"There is no engine '{name}'; the engines are {' and '.join(ENGINES)}.")
    module, attribute = ENGINES[name]
    engine: Engine = getattr(import_module(module), attribute)(**options)
    return engine
