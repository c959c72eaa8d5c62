"""Explain why a rule is undefined: the first expression without a solution, and the values it was tried on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from gpai_lint.authoring.syntax import Body, Statement, bodies, imports
from gpai_lint.policy.rego_source import excerpt

if TYPE_CHECKING:
    from collections.abc import Callable

    from gpai_lint.policy.interface import Module

    #: Evaluates a module written for the purpose beside what is loaded: its text and the path of the rule to return.
    #: None where that is undefined or fails.
    Probe = Callable[[str, str], Any]

_LONGEST = 400
"""Values are cut after so many characters: a failure is read, not parsed."""


def failing(module: Module, rule: str, probe: Probe) -> tuple[str, int]:
    """Return the explanation of a rule that is undefined, and the line it points at (0 if there is nothing to say)."""
    parts = []
    first = 0
    for body in bodies(module, rule):
        explained = _body(module, body, probe)
        if explained is not None:
            text, line = explained
            parts.append(text)
            first = first or line
    return "\n".join(parts), first


def cases(module: Module, rule: str, probe: Probe) -> list[str]:
    """Return the names that the bodies of ``rule[name]`` enumerate, whether or not the rest of the body holds."""
    found: set[str] = set()
    for body in bodies(module, rule):
        for count, statement in enumerate(body.statements, 1):
            if body.key in statement.binds:
                values = _evaluate(module, body.statements[:count], f"value contains {body.key}", probe)
                found.update(value if isinstance(value, str) else json.dumps(value) for value in values or ())
                break
    return sorted(found)


def _body(module: Module, body: Body, probe: Probe) -> tuple[str, int] | None:
    for count, statement in enumerate(body.statements, 1):
        reached = body.statements[:count]
        if not _evaluate(module, reached, "value contains 1", probe):
            column = _indent(module.source, statement.line)
            lines = [excerpt(module.source, statement.line, column).strip("\n")]
            lines += _values(module, body.statements[: count - 1], statement, probe)
            return "\n".join(lines), statement.line
    return None


def _values(module: Module, before: tuple[Statement, ...], statement: Statement, probe: Probe) -> list[str]:
    lines = []
    modifiers = f" {statement.modifiers}" if statement.modifiers else ""
    for side in (statement.left, statement.right):
        found = _evaluate(
            module, before, "value contains gpai_lint_side", probe, f"gpai_lint_side := {side}{modifiers}"
        )
        if side and not _is_literal(side):
            lines.append(f"      {_shown(side)} is {_said(found)}")
    bound = [name for each in before for name in each.binds]
    for name in dict.fromkeys(bound):
        found = _evaluate(module, before, f"value contains {name}", probe)
        if found:
            lines.append(f"      {name} is {_said(found)}")
    return lines


def _evaluate(
    module: Module, statements: tuple[Statement, ...], head: str, probe: Probe, last: str = ""
) -> list[Any] | None:
    texts = [statement.text for statement in statements] + ([last] if last else [])
    condition = "\n\t".join(texts) or "true"
    # The probe is a rule of the same package: what it refers to by bare names is found there.
    text = f"package {module.package}\n\n{imports(module)}\n\ngpai_lint_probe_{head} if {{\n\t{condition}\n}}\n"
    value = probe(text, f"data.{module.package}.gpai_lint_probe_value")
    return value if isinstance(value, list) else None


def _said(values: list[Any] | None) -> str:
    if not values:
        return "undefined"
    shown = [_cut(json.dumps(value, ensure_ascii=False)) for value in values[:3]]
    return " or ".join(shown) + (f" or {len(values) - 3} more" if len(values) > 3 else "")


def _shown(expression: str) -> str:
    return _cut(" ".join(expression.split()))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def _is_literal(expression: str) -> bool:
    try:
        json.loads(expression)
    except ValueError:
        return False
    return True


def _indent(source: str, line: int) -> int:
    text = source.split("\n")[line - 1]
    return len(text) - len(text.lstrip()) + 1
