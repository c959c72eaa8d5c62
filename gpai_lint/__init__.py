"""A linter for the EU General-Purpose AI Code of Practice."""

__version__ = "0.1.0"
