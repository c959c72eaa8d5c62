"""Which files make up a pack, and how large it may be."""

from __future__ import annotations

from gpai_lint.policy.packs.content import MANIFEST, SIGNATURES
from gpai_lint.policy.packs.data_files import DATA_FILES

MAX_FILE = 10_000_000
"""A policy or data file above this many bytes is a mistake or an attack; the largest known packs stay below 1 MB."""

MAX_FILES = 20_000

MAX_TOTAL = 100_000_000
"""A pack may have this many bytes in all."""


def is_pack_file(name: str) -> bool:
    """Return whether a file is part of a pack by its name."""
    return name.endswith(".rego") or name in DATA_FILES or name in {MANIFEST, SIGNATURES}
