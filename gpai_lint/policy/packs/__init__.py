"""Packs: folders and bundles of Rego, loaded without being evaluated."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gpai_lint.policy.packs.builtin import load_builtin
    from gpai_lint.policy.packs.load import is_edition, load_pack
    from gpai_lint.policy.packs.run import built_in_alone, load_packs

__all__ = ["built_in_alone", "is_edition", "load_builtin", "load_pack", "load_packs"]

_HOMES = {
    "built_in_alone": "run",
    "is_edition": "load",
    "load_builtin": "builtin",
    "load_pack": "load",
    "load_packs": "run",
}


def __getattr__(name: str) -> Any:
    """Return a function of this interface, importing its module: most runs fetch and parse no pack."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
