"""Packs: folders and bundles of Rego, loaded without being evaluated."""

from __future__ import annotations

from gpai_lint.policy.packs.builtin import load_builtin
from gpai_lint.policy.packs.load import is_edition, load_pack
from gpai_lint.policy.packs.selection import load_packs

__all__ = ["is_edition", "load_builtin", "load_pack", "load_packs"]
