"""Packs: folders and bundles of Rego, loaded without being evaluated."""

from __future__ import annotations

from gpai_lint.policy.packs.builtin import load_builtin
from gpai_lint.policy.packs.load import load_pack

__all__ = ["load_builtin", "load_pack"]
