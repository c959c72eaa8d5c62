"""Hold every call against what is called: whether there is such a function, and how many arguments it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.policy.compiler.signatures import ARITIES
from gpai_lint.policy.compiler.terms import ROOTS, dotted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from gpai_lint.policy.compiler.terms import Expr, Term

#: Built-in functions that only modules in Rego v0 have.
OLD_BUILTINS = frozenset({"all", "any", "re_match", "set_diff"})

#: Others that OPA has left behind; Regorus has none of them.
_DEPRECATED = OLD_BUILTINS | {
    "cast_array",
    "cast_boolean",
    "cast_null",
    "cast_object",
    "cast_set",
    "cast_string",
    "net.cidr_overlap",
}
NOT_HERE = "in the embedded engine"


def wrong_targets(
    body: Iterable[Expr], functions: Collection[str], rules: Collection[tuple[str, ...]]
) -> Iterator[tuple[int, str]]:
    """Yield byte offset and message for each ``with`` that replaces nothing, or only a part of what a rule gives.

    ``rules`` are the paths of the packs' rules.
    """
    for expr in _every(body):
        for target, _ in expr.modifiers:
            path = dotted(target)
            steps = tuple(path.split("."))
            if path in functions or path in ARITIES:
                continue
            first = target if target.kind == "var" else target.items[0]
            if first.name not in ROOTS:
                yield target.at, "with keyword target must reference existing input, data, or a function"
            elif path and any(steps[:length] in rules for length in range(2, len(steps))):
                yield target.at, "with keyword cannot partially replace virtual document(s)"


def wrong_replacements(body: Iterable[Expr], functions: Mapping[str, int | None]) -> Iterator[tuple[int, str]]:
    """Yield byte offset and message for each ``with`` that gives a function with another number of arguments.

    The offset is that of the target; where a function is given for what is none, that of the function.
    """
    for expr in _every(body):
        for target, value in expr.modifiers:
            # The name of a built-in function stands there as a constant by now.
            replaced, given = dotted(target), dotted(value) or value.name
            arity = functions.get(given, None if value.value else ARITIES.get(given))
            if arity is None:
                continue
            wanted = functions.get(replaced, ARITIES.get(replaced))
            if wanted is not None and wanted != arity:
                yield target.at, f"{replaced}: arity mismatch"
            elif wanted is None and replaced not in functions and given in functions:
                yield value.at, f"function {given} used as reference, not called"


def wrong_calls(
    body: Iterable[Expr], functions: Mapping[str, int | None], builtins: Collection[str], *, old: bool
) -> Iterator[tuple[int, str]]:
    """Yield byte offset and message for each wrong call in a flattened body.

    ``functions`` are those of the packs with the number of their arguments, None where it is not known; ``builtins``
    are the built-in functions of Regorus; a module in the ``old`` Rego v0 has more.
    """
    known = OLD_BUILTINS.union(builtins) if old else builtins
    for expr in _every(body):
        if expr.kind != "call" or expr.operator is None:
            continue
        if expr.name not in functions and expr.name not in known:
            if expr.name in _DEPRECATED and not old:
                yield expr.at, f"deprecated built-in function calls in expression: {expr.name}"
            else:
                yield expr.at, f"undefined function {expr.name}" + f" {NOT_HERE}" * (expr.name in ARITIES)
            continue
        if expr.name == "print" and expr.generated:
            yield expr.at, "print() used as value"
            continue
        arity = functions.get(expr.name, ARITIES.get(expr.name))
        given = len(expr.terms) - expr.generated
        # One argument more is where the value goes, but not inside of another expression.
        if arity is None or given == arity or (given == arity + 1 and not expr.generated):
            continue
        if expr.name in functions:
            yield expr.at, f"function {expr.name} has arity {arity}, got {given} argument{'s' * (given != 1)}"
        else:
            yield expr.at, f"{expr.name}: arity mismatch"


def _every(body: Iterable[Expr]) -> Iterator[Expr]:
    for expr in body:
        yield expr
        yield from _every(expr.body)
        for term in (*expr.terms, *(each for pair in expr.modifiers for each in pair)):
            yield from _inside(term)


def _inside(term: Term) -> Iterator[Expr]:
    yield from _every(term.body)
    for item in term.items:
        yield from _inside(item)
