"""The command, and ``python -m gpai_lint``."""

from __future__ import annotations

import gc
from typing import NoReturn


def main() -> NoReturn:
    """Run the command and end the process with the exit code of the contract."""
    # Nearly all that a run makes lives until its end, modules to begin with: to look through it for cycles every 700
    # objects finds nothing.
    gc.set_threshold(100_000)
    from gpai_lint.cli import main as run  # noqa: PLC0415

    run()


if __name__ == "__main__":
    main()
