"""Make one Rego module of many, for servers that take modules one by one.

A server compiles all it holds whenever a policy is put there or removed: a hundred policies take it half a minute each
way. Modules below a common package can be one module of that package, whose rules have their former package in their
name (``package gpai``, ``lib.level.caps(id, model) := …``), with all they refer to written in full.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gpai_lint.policy.engines.aliases import Expanded, declared_in, expand, replace_names
from gpai_lint.policy.rego_source import code_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gpai_lint.policy.interface import Module

#: A line that goes on with an expression in the first column has an operator after the name.
_HEAD = re.compile(
    r"^(?:default[ \t]+)?([A-Za-z_]\w*)(?=[\w.]*(?:\(|\[|[ \t]*(?::=|=|contains\b|if\b|\{|$)))", re.MULTILINE
)
_NOT_HEADS = frozenset({"package", "import", "default", "else"})
_PACKAGE = re.compile(r"^package[ \t][^\n]*", re.MULTILINE)
_IMPORT = re.compile(r"^import[ \t][^\n]*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Merged:
    """One module for a server, made of one or more of ours: each with its first line and how names were replaced."""

    source: str
    parts: tuple[tuple[int, Module, tuple[Expanded, ...]], ...]

    def locate(self, line: int, column: int) -> tuple[Module, int, int]:
        """Return the module, line and column that a place in the merged module comes from."""
        first, module, steps = next(part for part in reversed(self.parts) if part[0] <= line)
        line -= first - 1
        for step in reversed(steps):
            column = step.column(line, column)
        return module, line, max(1, column)


def merge(modules: Sequence[Module], root: str) -> list[Merged]:
    """Return modules to put on a server; those below the package ``root`` become one where that is possible.

    It is not where a rule and a variable of the same module share a name: which of them is meant takes a parser.
    """
    rules: dict[str, set[str]] = {}
    for module in modules:
        rules.setdefault(module.package, set()).update(_heads(code_of(module.source)))
    text = f"package {root}\n\n"
    parts: list[tuple[int, Module, tuple[Expanded, ...]]] = []
    alone: list[Merged] = []
    for module in modules:
        below = module.package == root or module.package.startswith(f"{root}.")
        steps = _qualified(module, rules[module.package], root) if below else None
        if steps is None:
            alone.append(Merged(module.source, ((1, module, ()),)))
            continue
        parts.append((text.count("\n") + 1, module, steps))
        text += steps[-1].source.rstrip("\n") + "\n\n"
    return [Merged(text, tuple(parts)), *alone] if parts else alone


def _qualified(module: Module, rules: Iterable[str], root: str) -> tuple[Expanded, ...] | None:
    """Return a module's source step by step: imports in full, then its rules in full; None where that is not safe."""
    first = expand(module.source)
    code = code_of(first.source)
    if declared_in(code) & set(rules) or '["' in module.package or _unresolved(module.source, first):
        return None
    below = module.package[len(root) + 1 :]
    heads = {match.start(1) for match in _HEAD.finditer(code)}
    lines = {match.start() for match in (*_PACKAGE.finditer(code), *_IMPORT.finditer(code))}

    def full(match: re.Match[str]) -> str:
        if code.rfind("\n", 0, match.start()) + 1 in lines:
            return match[0]
        if match.start() in heads:
            return f"{below}.{match[0]}" if below else match[0]
        return f"data.{module.package}.{match[0]}"

    second = replace_names(first.source, code, rules, full)
    # The merged module has one package and needs no imports; their lines stay empty, so that lines keep their numbers.
    source = _IMPORT.sub("", _PACKAGE.sub("", second.source, count=1))
    return first, Expanded(source, second.replaced)


def _unresolved(source: str, expanded: Expanded) -> bool:
    """Return whether some import is still needed: one whose name a variable of the module shares."""
    imports = [match[0] for match in _IMPORT.finditer(code_of(source)) if "rego.v1" not in match[0]]
    aliases = {match.split()[-1].rpartition(".")[2] for match in imports}
    return bool(aliases & declared_in(code_of(expanded.source)))


def _heads(code: str) -> set[str]:
    return {match[1] for match in _HEAD.finditer(code)} - _NOT_HEADS
