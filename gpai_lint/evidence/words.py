"""The table of the words of all patterns, which a build makes (``hatch_build.py``)."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import gpai_lint.evidence
from gpai_lint.evidence.catalogue import catalogue, sources
from gpai_lint.evidence.cuts import cuts_of
from gpai_lint.evidence.keys import row_of
from gpai_lint.evidence.literals import literals_of
from gpai_lint.evidence.patterns import Pattern, declared, prepared


def word_table() -> dict[str, dict[str, str]]:
    """Return the keys and words of the catalogue's patterns, and of those that readers declare, by pattern."""
    for module in pkgutil.walk_packages(gpai_lint.evidence.__path__, f"{gpai_lint.evidence.__name__}."):
        import_module(module.name)
    # What is searched in sentences is narrowed to those that it may match.
    searched = {rule.match for field in catalogue().fields.values() for rule in field.sentences}
    return {
        # New ones: a pattern that has been compiled may have given its words up.
        "catalogue": {
            source: row_of(Pattern(source, own="").words, cuts_of(prepared(source)) if source in searched else "")
            for source in sources()
        },
        "readers": {source: row_of(literals_of(source, flags)) for source, flags in dict.fromkeys(declared)},
    }
