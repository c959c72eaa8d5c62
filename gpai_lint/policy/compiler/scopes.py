"""Tell the variables of a rule apart by the scopes they are declared in, as OPA does before it compiles a rule.

A variable is in scope from its declaration (``:=``, ``some``, ``every``, an argument) to the end of its body; what
stands before it in an inner body means the variable around it. OPA refuses what is declared twice, used before it is
declared, or declared and not used.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gpai_lint.policy.compiler.terms import ROOTS, Expr, Rule, Term, dotted, inner

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

_REFUSED = {
    "seen": "var {} referenced above",
    "assigned": "var {} assigned above",
    "declared": "var {} declared above",
    "argument": "arg {} redeclared",
}
_ASSIGNED_IN_NOT = "cannot assign vars inside negated expression"
_NAMES = {"scalar": "value", "array": "array", "set": "set", "object": "object", "comprehension": "comprehension"}


@dataclass(slots=True)
class _Scope:
    """What one body has: for each name the variable it means, and how it came here."""

    variables: dict[str, tuple[str, str]] = field(default_factory=dict)


class Scopes:
    """Gives every variable of a rule a ``value`` of its own, in place.

    ``errors`` are the byte offsets and messages of what OPA refuses, ``written`` the places of every variable by its
    value, ``hiding`` the values of those variables that have the name of one in a body around theirs, and ``later`` the
    declarations with ``some`` that do not begin a body.
    """

    def __init__(self, known: Collection[str]) -> None:
        """Begin with nothing seen; ``known`` are the names of the module's imports and of the rules in its package."""
        self.known = known
        self.errors: list[tuple[int, str]] = []
        self.written: dict[str, list[Term]] = {}
        self.hiding: set[str] = set()
        self.later: list[Expr] = []
        self._inner: list[tuple[str, str, list[_Scope]]] = []
        self._unused: list[tuple[int, str]] = []
        self._stack: list[_Scope] = []
        self._count = 0

    def rule(self, rule: Rule) -> None:
        """Read a rule with its branches."""
        arguments = _Scope()
        self._stack = [arguments]
        for arg in rule.args or ():
            self._argument(arg)
        for branch in rule.branches:
            self._branch(branch, arguments, rule.args or [])
        self.errors += self._unused
        self._unused = []

    def _branch(self, branch: Rule, arguments: _Scope, args: list[Term]) -> None:
        head = _head(branch)
        used = {term.value for term in _every_variable(head)}
        # Comprehensions in the head do not see the variables of the body.
        self._stack = [_Scope()]
        for term in inner(head):
            if term.kind == "comprehension":
                self._stack = [_Scope()]
                self._term(term)
        self._stack = [_Scope(dict(arguments.variables))]
        if branch.args is not None and branch.args is not args:
            for arg in branch.args:
                self._argument(arg)
        self._body(branch.body, used)
        # What a body around has of this name may also come after it.
        for name, value, around in self._inner:
            if any(name in scope.variables for scope in around):
                self.hiding.add(value)
        self._inner = []
        variables = self._stack[0].variables
        for term in _every_variable(head):
            if term.value in variables:
                self._set(term, variables[term.value][0])

    def _argument(self, term: Term) -> None:
        if term.kind == "var":
            found = self._stack[-1].variables.get(term.name) if term.name != "_" else None
            if found is None:
                found = self._declare(term.value, "argument")
            self._set(term, found[0])
        elif term.kind in {"array", "ref"}:
            for each in term.items:
                self._argument(each)
        elif term.kind == "object":
            for each in term.items[1::2]:
                self._argument(each)
        elif term.kind == "call":
            self.errors.append((term.at, "rule arguments cannot contain calls"))

    def _declare(self, name: str, how: str) -> tuple[str, str]:
        self._count += 1
        value = f"{name}#{self._count}"
        found = self._stack[-1].variables[name] = (value, how)
        self._inner.append((name, value, self._stack[:-1]))
        return found

    def _new(self, term: Term, how: str, at: int) -> None:
        """Declare a variable in the innermost scope, or note why it cannot be."""
        present = self._stack[-1].variables.get(term.value)
        if present is not None:
            self.errors.append((at, _REFUSED[present[1]].format(term.name)))
            return
        self._set(term, self._declare(term.value, how)[0])

    def _set(self, term: Term, value: str) -> None:
        term.value = value
        self.written.setdefault(value, []).append(term)

    def _body(self, body: list[Expr], used: set[str]) -> None:
        before = len(self.errors)
        for number, expr in enumerate(body):
            if expr.kind == "some" and number:
                self.later.append(expr)
            self._expression(expr)
        if len(self.errors) == before and not self._unused:
            self._check_used(body, used)

    def _check_used(self, body: list[Expr], used: set[str]) -> None:
        scope = self._stack[-1]
        declared = {value: name for name, (value, how) in scope.variables.items() if how == "declared"}
        if not declared:
            return
        found = {term.value for term in _in_body(body)} | used
        for name in used:
            outer = self._lookup(name)
            if outer:
                found.add(outer)
        for value, name in sorted(declared.items()):
            if value not in found and not name.startswith(("_#", "__local")):
                at = next((each.at for each in body if _declares(each, value)), body[0].at)
                self._unused.append((at, f"declared var {name} unused"))

    def _expression(self, expr: Expr) -> None:
        if expr.assigned:
            self._assignment(expr)
        elif expr.kind == "some":
            for term in expr.terms:
                self._new(term, "declared", expr.at)
        elif expr.kind == "some_in":
            self._some_in(expr)
        elif expr.kind == "every":
            self._term(expr.terms[-1])
            self._modifiers(expr)
            self._stack.append(_Scope())
            for term in expr.terms[:-1]:
                if term.name != "_":
                    self._new(term, "declared", expr.at)
            self._body(expr.body, set())
            self._stack.pop()
        elif expr.kind == "not":
            for each in expr.body:
                if each.assigned:
                    self.errors.append((expr.at, _ASSIGNED_IN_NOT))
                    return
                self._expression(each)
            self._modifiers(expr)
        else:
            for term in expr.terms:
                self._term(term)
            if expr.operator is not None:
                self._term(expr.operator)
            self._modifiers(expr)

    def _modifiers(self, expr: Expr) -> None:
        for target, value in expr.modifiers:
            if target.kind == "ref":
                for step in target.items[1:]:
                    self._term(step)
            self._term(value)

    def _assignment(self, expr: Expr) -> None:
        left, right = expr.terms
        self._term(right)
        self._modifiers(expr)
        self._assign(left)

    def _assign(self, term: Term) -> None:
        if term.kind == "var":
            self._new(term, "assigned", term.at)
        elif term.kind == "array":
            for each in term.items:
                self._assign(each)
        elif term.kind == "object":
            for each in term.items[1::2]:
                self._assign(each)
        else:
            self.errors.append((term.at, f"cannot assign to {_NAMES.get(term.kind, term.kind)}"))

    def _some_in(self, expr: Expr) -> None:
        bound, domain = expr.terms[:-1], expr.terms[-1]
        names = {term.name for term in _bound(bound)} - {"_"}
        clashing = sorted(names & {term.name for term in inner([domain]) if term.kind == "var"})
        if clashing:
            self.errors += [(expr.at, f"var {name} assigned before") for name in clashing]
            return
        # The domain means the variables around: this statement declares its own only for what follows.
        self._term(domain)
        for term in _bound(bound):
            if term.value.startswith("_#"):
                continue
            self._new(term, "declared", expr.at)
        for term in bound:
            self._rest(term)
        self._modifiers(expr)

    def _rest(self, term: Term) -> None:
        """Read the parts of a pattern that bind nothing: keys of objects, references."""
        if term.kind == "var":
            return
        if term.kind == "array":
            for each in term.items:
                self._rest(each)
        elif term.kind == "object":
            for key, value in zip(term.items[::2], term.items[1::2], strict=True):
                self._term(key)
                self._rest(value)
        else:
            self._term(term)

    def _term(self, term: Term) -> None:
        if term.kind == "var":
            self._use(term)
            return
        if term.kind == "comprehension":
            used = {each.value for each in _every_variable(term.items)}
            self._stack.append(_Scope())
            self._body(term.body, used)
            for each in term.items:
                self._term(each)
            self._stack.pop()
            return
        if term.operator is not None:
            first = term.operator if term.operator.kind == "var" else term.operator.items[0]
            found = self._lookup(first.name)
            if found and found != first.name:
                self.errors.append((term.at, f"called function {dotted(term.operator)} shadowed"))
        for each in term.items:
            self._term(each)

    def _use(self, term: Term) -> None:
        name = term.value
        if name in ROOTS and not self._lookup(name):
            return
        found = self._lookup(name)
        if found:
            self._set(term, found)
            return
        self._stack[-1].variables[name] = (name, "seen")
        self._set(term, name)

    def _lookup(self, name: str) -> str:
        return next((scope.variables[name][0] for scope in reversed(self._stack) if name in scope.variables), "")


def _head(branch: Rule) -> list[Term]:
    return [*branch.ref[1:], *([branch.key] if branch.key else []), *([branch.value] if branch.value else [])]


def _bound(terms: Iterable[Term]) -> Iterator[Term]:
    """Yield the variables that a pattern of ``some … in`` binds."""
    for term in terms:
        if term.kind == "var":
            yield term
        elif term.kind == "array":
            yield from _bound(term.items)
        elif term.kind == "object":
            yield from _bound(term.items[1::2])


def _every_variable(terms: Iterable[Term]) -> Iterator[Term]:
    for term in terms:
        if term.kind == "var":
            yield term
        yield from _every_variable(term.items)
        yield from _in_body(term.body)


def _in_body(body: Iterable[Expr]) -> Iterator[Term]:
    for expr in body:
        if expr.kind != "some":
            yield from _every_variable(expr.terms)
        if expr.operator is not None:
            yield from _every_variable([expr.operator])
        yield from _in_body(expr.body)
        for pair in expr.modifiers:
            yield from _every_variable(pair)


def _declares(expr: Expr, value: str) -> bool:
    declaring = expr.terms if expr.kind == "some" else expr.terms[:-1] if expr.kind == "some_in" else []
    return any(term.value == value for term in inner(declaring))
