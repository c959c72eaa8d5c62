"""Imports that OPA refuses: of what cannot be imported, and of two things under one name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.policy.rego_source import code_of, names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gpai_lint.policy.compiler.rules import Error
    from gpai_lint.policy.interface import Module

_IMPORT = re.compile(r"^[ \t]*(import[ \t]+([\w.]+(?:\[[^\]\n]*\])*)(?:[ \t]+as[ \t]+(\w+))?)", re.MULTILINE)
_FUTURE = frozenset({"and", "contains", "every", "if", "in", "not", "or"})
_REGO = ("rego.v1", "rego.v2")
#: How messages begin that come from OPA's parser.
OF_PARSER = (
    "invalid import",
    "unexpected keyword",
    "illegal default rule",
    "`contains` keyword is required",
    "invalid annotation",
    "annotation ",
)


def unknown_imports(modules: Iterable[Module]) -> Iterator[Error]:
    """Yield imports of keywords and versions of Rego that there are not."""
    for module in modules:
        for match in _imports(module):
            first, *steps = match[2].split(".")
            at = len(module.source[: match.start(2)].encode())
            if first == "rego" and match[2] not in _REGO:
                yield module, at, f"invalid import `{match[2]}`, must be one of: {', '.join(f'`{v}`' for v in _REGO)}"
            elif first == "future" and steps[:1] == ["keywords"] and steps[1:] and steps[1] not in _FUTURE:
                yield module, at, f"unexpected keyword, must be one of [{' '.join(sorted(_FUTURE))}]"


def imported_twice(modules: Iterable[Module]) -> Iterator[Error]:
    """Yield imports of a name that the module, unless it is in Rego v0, imports before."""
    for module in modules:
        seen: dict[str, str] = {}
        for match in _imports(module) if module.version else ():
            name = match[3] or next(names(match[2])).parts[-1]
            if name in seen:
                yield module, len(module.source[: match.start(1)].encode()), f"import must not shadow {seen[name]}"
            else:
                seen[name] = " ".join(match[1].split())


def _imports(module: Module) -> Iterator[re.Match[str]]:
    code = code_of(module.source)
    return (match for match in _IMPORT.finditer(module.source) if code[match.start(1)] != " ")
