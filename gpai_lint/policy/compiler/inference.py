"""Find what can never be of the right type, as OPA's type checker does: literals, and what is made of them.

Literals, comprehensions, what built-in functions give, and variables and rules that are one of these have a type. All
else could be anything: input, data, arguments, what functions of packs give, rules whose values come of other rules.
OPA infers more, so this finds less than it does, and nothing else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.policy.compiler.flatten import LITERAL
from gpai_lint.policy.compiler.signatures import SIGNATURES
from gpai_lint.policy.compiler.terms import ROOTS, Expr, Term
from gpai_lint.policy.compiler.types import (
    ANY,
    BOOLEAN,
    Type,
    canonical,
    keys,
    merged,
    of_scalar,
    selected,
    unifies,
    union,
    values,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from gpai_lint.policy.compiler.bindings import Bindings
    from gpai_lint.policy.compiler.rules import Defined

    #: The types of what rules give, by their paths.
    RuleTypes = Mapping[tuple[str, ...], Type]

_COMPOSITE = frozenset({"array", "set", "object"})
_EQUAL = ("eq", "equal")
_MEMBER = ("internal.member_2", "internal.member_3")
_SCHEMAS = re.compile(r"^[ \t]*#[ \t]*schemas[ \t]*:", re.MULTILINE)


def rule_types(defined: Sequence[Defined], shared: Collection[str]) -> dict[tuple[str, ...], Type]:
    """Return the types of what rules give, by their paths, where all rules of a path tell.

    ``shared`` are packages that have further rules. Where METADATA says types of its own (``schemas``), none is told.
    """
    if any(_SCHEMAS.search(each.module.source) for each in defined):
        return {}
    found: dict[tuple[str, ...], list[Type]] = {}
    for each in defined:
        for branch in each.rule.branches:
            plain = each.constant and each.rule.args is None and each.module.package not in shared
            found.setdefault(each.path, []).append(_given(branch.key, branch.value) if plain else ANY)
    above = {path[:length] for path in found for length in range(1, len(path))}
    return {
        path: merged(types)
        for path, types in found.items()
        if path not in above and not any(path[:length] in found for length in range(1, len(path)))
    }


def _given(key: Term | None, value: Term | None) -> Type:
    types = _Types({})
    if key is not None:
        return Type("set", of=types.of(key))
    return types.of(value) if value is not None else BOOLEAN


class _Types:
    """The types of terms, by those of rules and of the variables seen so far."""

    def __init__(self, rules: RuleTypes) -> None:
        self.rules = rules
        self.variables: dict[str, Type] = {}

    def of(self, term: Term) -> Type:
        if term.kind == "scalar":
            return of_scalar(term.value)
        if term.kind == "var":
            return self.variables.get(term.value, ANY)
        if term.kind == "ref":
            found, steps = self.beginning(term)
            for step in steps:
                found = (selected(found, step.value) if step.kind == "scalar" else values(found)) or ANY
            return found
        if term.kind == "call":
            signature = SIGNATURES.get(term.name)
            return (signature.result if signature else None) or ANY
        if term.kind != "comprehension" and not term.items:
            # As OPA has it: the type of what is empty is as good as none.
            return ANY
        if term.kind == "array":
            return Type("array", tuple(self.of(each) for each in term.items))
        if term.kind == "set":
            return Type("set", of=union(self.of(each) for each in term.items))
        if term.kind == "comprehension":
            parts = [self.of(each) for each in term.items]
            kind = {"ArrayCompr": "array", "SetCompr": "set"}.get(term.name, "object")
            return Type(kind, key=parts[0] if kind == "object" else None, of=parts[-1])
        pairs = list(zip(term.items[::2], term.items[1::2], strict=True))
        fields = {canonical(key.value): self.of(value) for key, value in pairs if key.kind == "scalar"}
        varies = any(key.kind != "scalar" for key, _ in pairs)
        known = tuple((key, fields[key]) for key in sorted(fields))
        return Type("object", fields=known, key=ANY if varies else None, of=ANY if varies else None)

    def beginning(self, term: Term) -> tuple[Type, Sequence[Term]]:
        """Return the type of what a reference begins with, a rule or a variable, and the steps that follow."""
        first = term.items[0]
        if first.kind != "var":
            return self.of(first), term.items[1:]
        if first.name not in ROOTS or first.value not in ROOTS:
            return self.variables.get(first.value, ANY), term.items[1:]
        path: tuple[str, ...] = (first.name,)
        for number, step in enumerate(term.items[1:], 2):
            if step.kind != "scalar":
                break
            path = (*path, step.name)
            if path in self.rules:
                return self.rules[path], term.items[number:]
        return ANY, ()


class Inference:
    """Checks one body; ``errors`` are byte offsets and messages."""

    def __init__(self, rules: RuleTypes, functions: Collection[str], bindings: Bindings) -> None:
        """Begin with nothing found; ``functions`` are the names of those of the packs."""
        self._rules = rules
        self._functions = functions
        self._bindings = bindings
        self._types = _Types(rules)
        self.errors: list[tuple[int, str]] = []

    def body(self, body: list[Expr], known: Iterable[str]) -> None:
        """Check a flattened body, in the order that OPA evaluates it in; some variables are ``known`` before."""
        for name in known:
            self._types.variables.setdefault(name, ANY)
        for expr in self._bindings.ordered({*ROOTS, *self._types.variables}, body)[0]:
            # What `with` replaces can have another type, and all that depends on it.
            self._types.rules = _NONE if expr.modifiers else self._rules
            self._expression(expr)
            for term in expr.terms:
                self._seen(term)
                if term.kind in _COMPOSITE:
                    self._widen(term)

    def _expression(self, expr: Expr) -> None:
        rules = self._types.rules
        for term in expr.terms:
            self._closures(term)
        # The body of an `every` is left out: of what depends on its variables, OPA refuses less than elsewhere.
        if expr.kind == "not":
            self.body(expr.body, ())
        self._types.rules = rules
        for term in expr.terms:
            self._references(term)
        if expr.kind != "call":
            return
        if expr.name in _EQUAL and len(expr.terms) == 2:
            self._equal(expr, *expr.terms)
        elif expr.name in _MEMBER:
            self._member(expr)
        elif expr.name in SIGNATURES and expr.name not in self._functions:
            self._arguments(expr)

    def _equal(self, expr: Expr, left: Term, right: Term) -> None:
        for one, other in ((left, right), (right, left)):
            if one.kind == "var" and one.value not in self._types.variables:
                self._types.variables[one.value] = self._types.of(other)
                return
        if not unifies(self._types.of(left), self._types.of(right)):
            self.errors.append((expr.at, "match error"))

    def _member(self, expr: Expr) -> None:
        number = 2 if expr.name == _MEMBER[0] else 3
        if len(expr.terms) < number:
            return
        collection = self._types.of(expr.terms[number - 1])
        wanted = [values(collection), keys(collection)]
        for term, expected in zip(expr.terms[number - 2 :: -1], wanted, strict=False):
            if expected is not None and not unifies(self._types.of(term), expected):
                self.errors.append((expr.at, "match error"))
                return
        self._output(expr, number, BOOLEAN)

    def _arguments(self, expr: Expr) -> None:
        args, result = SIGNATURES[expr.name]
        fit = all(
            unifies(self._types.of(term), wanted) and not self._function(term)
            for term, wanted in zip(expr.terms, args, strict=False)
        )
        if not fit or not self._output(expr, len(args), result):
            self.errors.append((expr.at, f"{expr.name}: invalid argument(s)"))

    def _output(self, expr: Expr, number: int, result: Type | None) -> bool:
        """Give the variable for what a call gives its type; return whether what is there instead has that type."""
        if len(expr.terms) <= number or result is None:
            return True
        output = expr.terms[number]
        if output.kind == "var" and output.value not in self._types.variables:
            self._types.variables[output.value] = result
        return unifies(self._types.of(output), result)

    def _references(self, term: Term) -> None:
        if term.kind == "comprehension":
            return
        if term.kind == "ref":
            self._reference(term)
        for each in term.items:
            self._references(each)

    def _reference(self, term: Term) -> None:
        if self._function(term):
            self.errors.append((term.at, f"function {_spelled(term)} used as reference, not called"))
            return
        if term.name == LITERAL:
            return
        found, steps = self._types.beginning(term)
        for step in steps:
            possible = keys(found)
            fits = possible is not None and (step.kind != "var" or unifies(self._types.of(step), possible))
            following = selected(found, step.value) if step.kind == "scalar" else values(found)
            if not fits or (following is None and step.kind == "scalar"):
                self.errors.append((term.items[0].at, f"undefined ref: {_spelled(term)}"))
                return
            if following is None:
                return
            found = following

    def _function(self, term: Term) -> bool:
        """Return whether a term is a reference to a function of the packs, or goes on from one."""
        if term.kind != "ref" or self._types.rules is _NONE or term.items[0].value != "data":
            return False
        path = "data"
        for step in term.items[1:]:
            path += f".{step.name}"
            if step.kind != "scalar" or path in self._functions:
                return path in self._functions
        return False

    def _closures(self, term: Term) -> None:
        if term.kind == "comprehension":
            self.body(term.body, ())
            return
        for each in term.items:
            self._closures(each)

    def _widen(self, term: Term) -> None:
        """Forget the types of variables in a list, a set or an object: as OPA has it, they can be anything now."""
        for each in term.items:
            if each.kind == "var":
                self._types.variables[each.value] = ANY
            elif each.kind in _COMPOSITE:
                self._widen(each)

    def _seen(self, term: Term) -> None:
        if term.kind == "var":
            self._types.variables.setdefault(term.value, ANY)
        elif term.kind != "comprehension":
            for each in term.items:
                self._seen(each)


_NONE: RuleTypes = {}


def _spelled(term: Term) -> str:
    first, *rest = term.items
    steps = (
        f".{step.name}" if step.kind == "scalar" and step.name.isidentifier() else f"[{_written(step)}]"
        for step in rest
    )
    return first.name + "".join(steps)


def _written(step: Term) -> str:
    if step.kind == "ref":
        return _spelled(step)
    return step.value if step.kind == "scalar" else step.name or "_"
