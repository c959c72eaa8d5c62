"""Explain why a rule is undefined: the first expression without a solution, and the values it was tried on."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from gpai_lint.authoring.syntax import Body, Statement, bodies, imports
from gpai_lint.policy.rego_source import code_of, excerpt

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gpai_lint.policy.interface import Module

    #: Evaluates a module written for the purpose beside what is loaded: its text and the path of the rule to return.
    #: None where that is undefined or fails.
    Probe = Callable[[str, str], Any]

    #: A further condition for a statement that holds ("" for none): it narrows what a rule runs over.
    Within = Callable[[Statement], str]

_LONGEST = 400
"""Values are cut after so many characters: a failure is read, not parsed."""


_DEEPEST = 3
"""So many rules are followed from the one that is explained to those that it enumerates."""


def failing(module: Module, rule: str, probe: Probe) -> tuple[str, int]:
    """Return the explanation of a rule that is undefined, and the line it points at (0 if there is nothing to say)."""
    found = explanations(module, rule, probe)
    return "\n".join(text for text, _ in found), found[0][1] if found else 0


def explanations(
    module: Module,
    rule: str,
    probe: Probe,
    within: Within | None = None,
    concerns: Callable[[str], bool] | None = None,
    depth: int = 1,
) -> list[tuple[str, int]]:
    """Return, for each body of a rule that has no solution, an explanation and the line it points at.

    ``within`` narrows statements down; bodies whose head is none that ``concerns`` the question are left out.
    """
    asked = (body for body in bodies(module, rule) if concerns is None or concerns(body.head))
    found = (_body(module, body, probe, within or _everywhere, depth) for body in asked)
    return [each for each in found if each is not None]


def failing_case(module: Module, rule: str, case: str, probe: Probe) -> tuple[str, int]:
    """Return the same of one case of ``rule[name]``."""
    keys = {body.key for body in bodies(module, rule)}

    def within(statement: Statement) -> str:
        return next((f"{key} == {json.dumps(case)}" for key in sorted(keys & {*statement.binds})), "")

    found = explanations(module, rule, probe, within)
    return "\n".join(text for text, _ in found), found[0][1] if found else 0


def cases(module: Module, rule: str, probe: Probe) -> list[str]:
    """Return the names that the bodies of ``rule[name]`` enumerate, whether or not the rest of the body holds."""
    found: set[str] = set()
    for body in bodies(module, rule):
        for count, statement in enumerate(body.statements, 1):
            if body.key in statement.binds:
                texts = [each.text for each in body.statements[:count]]
                values = _evaluate(module, texts, f"value contains {body.key}", probe)
                found.update(value if isinstance(value, str) else json.dumps(value) for value in values or ())
                break
    return sorted(found)


def _everywhere(_: Statement) -> str:
    return ""


def _body(module: Module, body: Body, probe: Probe, within: Within, depth: int) -> tuple[str, int] | None:
    reached: list[str] = []
    names: list[str] = []
    for statement in body.statements:
        further = within(statement)
        texts = [statement.text, further] if further else [statement.text]
        if not _evaluate(module, [*reached, *texts], "value contains 1", probe):
            column = indent(module.source, statement.line)
            lines = [excerpt(module.source, statement.line, column).strip("\n")]
            lines += _values(module, reached, names, statement, probe)
            lines += _followed(module, statement, probe, within, depth)
            return "\n".join(lines), statement.line
        reached += texts
        # What is narrowed down is known, and too long to be read.
        names += [] if further else statement.binds
    return None


def _values(
    module: Module, before: Sequence[str], names: Sequence[str], statement: Statement, probe: Probe
) -> list[str]:
    lines = []
    modifiers = f" {statement.modifiers}" if statement.modifiers else ""
    for side in (statement.left, statement.right):
        if side and not _is_literal(side):
            last = f"gpai_lint_side := {side}{modifiers}"
            lines.append(f"      {_shown(side)} is {_said(_evaluate(module, [*before, last], _SIDE, probe))}")
    for name in dict.fromkeys(name for name in names if name not in {statement.left, statement.right}):
        found = _evaluate(module, before, _head(name), probe)
        if found:
            lines.append(f"      {name} is {_said(found)}")
    return lines


def _head(name: str) -> str:
    """Return the head of a probe for the values of a variable: JSON does not tell sets from lists."""
    return f"value contains [is_set({name}), {name}]"


_SIDE = _head("gpai_lint_side")


def _followed(module: Module, statement: Statement, probe: Probe, within: Within, depth: int) -> list[str]:
    """Return why a rule of the same module, on which a statement rests by its name alone, gives nothing."""
    name = statement.left.removeprefix(f"data.{module.package}.")
    if depth >= _DEEPEST or statement.text.startswith("not") or not name.isidentifier():
        return []
    return [
        f"    {line}"
        for text, _ in explanations(module, name, probe, within, depth=depth + 1)
        for line in text.split("\n")
    ]


def _evaluate(module: Module, statements: Sequence[str], head: str, probe: Probe) -> list[Any] | None:
    condition = "\n\t".join(statements) or "true"
    # The probe is a rule of the same package: what it refers to by bare names is found there.
    text = f"package {module.package}\n\n{imports(module)}\n\ngpai_lint_probe_{head} if {{\n\t{condition}\n}}\n"
    value = probe(text, f"data.{module.package}.gpai_lint_probe_value")
    return value if isinstance(value, list) else None


def _said(values: list[Any] | None) -> str:
    if not values:
        return "undefined"
    shown = [_cut(_written(value, is_set=is_set)) for is_set, value in values[:3]]
    return " or ".join(shown) + (f" or {len(values) - 3} more" if len(values) > 3 else "")


def _written(value: Any, *, is_set: bool) -> str:
    text = json.dumps(_telling(value), ensure_ascii=False)
    if not is_set:
        return text
    return f"{{{text[1:-1]}}}" if value else "set()"


def _telling(value: Any) -> Any:
    """Return a value without what tells nothing of it: the span of its place, and members that are empty."""
    if isinstance(value, dict) and "location" in value:
        return {key: _telling(each) for key, each in value.items() if key != "location" and each not in ("", [], None)}
    if isinstance(value, dict):
        return {key: _telling(each) for key, each in value.items()}
    return [_telling(each) for each in value] if isinstance(value, list) else value


def _shown(expression: str) -> str:
    return _cut(" ".join(expression.split()))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


_CONSTANTS = frozenset({"set()", "true", "false", "null"})


def _is_literal(expression: str) -> bool:
    return expression in _CONSTANTS or re.search(r"[A-Za-z_]", code_of(expression)) is None


def indent(source: str, line: int) -> int:
    """Return the column at which the text of a source line begins."""
    text = source.split("\n")[line - 1]
    return len(text) - len(text.lstrip()) + 1
