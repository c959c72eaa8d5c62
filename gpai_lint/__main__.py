"""``python -m gpai_lint``."""

from gpai_lint.cli import main

main()
