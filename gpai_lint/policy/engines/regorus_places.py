"""Move the places that Regorus gives to where OPA shows the same errors.

Regorus points into the arguments of a call that fails, OPA at the name of what is called; of a function with several
values Regorus shows a call and OPA the last definition.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.policy.rego_source import code_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gpai_lint.policy.interface import Module

_NAME = re.compile(r"[A-Za-z_][\w.]*$")


def call_around(source: str, line: int, column: int) -> tuple[str, int] | None:
    """Return the name and the column of the call whose arguments a place lies in; None where it lies in none.

    Only calls that begin on the same line are seen. ``column`` counts from 1, as does the one that is returned.
    """
    return _call(source, line, column - 1)


def call_at(source: str, line: int, column: int) -> tuple[str, int] | None:
    """Return the name and the column of the call whose opening parenthesis stands at a place."""
    return _call(source, line, column)


def last_definition(modules: Mapping[str, Module], path: str) -> tuple[Module, int] | None:
    """Return the module and line of the last definition of a function by its path (``data.acme.kind``)."""
    package, _, name = path.removeprefix("data.").rpartition(".")
    found = None
    for module in modules.values():
        if module.package == package:
            code = code_of(module.source)
            for match in re.finditer(rf"^{re.escape(name)}\(", code, re.MULTILINE):
                found = module, code.count("\n", 0, match.start()) + 1
    return found


def _call(source: str, line: int, end: int) -> tuple[str, int] | None:
    """Return the innermost call whose parenthesis opens before an offset of a line and is not closed there."""
    lines = code_of(source).split("\n")
    text = lines[line - 1] if 1 <= line <= len(lines) else ""
    depth = 0
    for index in range(min(end, len(text)) - 1, -1, -1):
        depth += (text[index] in ")]}") - (text[index] in "([{")
        if depth < 0:
            depth = 0
            name = _NAME.search(text[:index]) if text[index] == "(" else None
            if name is not None:
                return name[0], name.start() + 1
    return None
