"""Write out what names of a module mean: its imports and the rules of its package, where no variable hides them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from gpai_lint.policy.compiler.terms import Expr, Rule, Term, inner

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    #: Steps of the path that a name stands for: ``("data", "acme", "limits")``.
    Globals = Mapping[str, tuple[str, ...]]


def resolve(rule: Rule, known: Globals) -> None:
    """Turn the names in a rule and in its branches into references, in place."""
    arguments = {term.name for term in patterns(rule.args or ())}
    for branch in rule.branches:
        hidden = arguments | set(declared(branch.body))
        reader = _Resolver(known)
        head = [*branch.ref[1:], *([branch.key] if branch.key else []), *([branch.value] if branch.value else [])]
        for term in head:
            reader.term(term, hidden)
        reader.body(branch.body, hidden)


def declared(body: Iterable[Expr]) -> Iterator[str]:
    """Yield the names that expressions of a body declare as variables."""
    for expr in body:
        if expr.kind == "some":
            yield from (term.name for term in expr.terms)
        elif expr.kind == "some_in":
            yield from (term.name for term in inner(expr.terms[:-1]) if term.kind == "var")
        elif expr.assigned:
            yield from (term.name for term in inner(expr.terms[:1]) if term.kind == "var")
        if expr.kind in {"every", "not"}:
            # As OPA has it: what the body of an `every` declares hides names around it, too.
            yield from declared(expr.body)


def patterns(args: Iterable[Term]) -> Iterator[Term]:
    """Yield the variables that arguments bind; keys of objects bind none."""
    for term in args:
        if term.kind == "var":
            yield term
        elif term.kind in {"array", "ref"}:
            yield from patterns(term.items)
        elif term.kind == "object":
            yield from patterns(term.items[1::2])


class _Resolver:
    def __init__(self, known: Globals) -> None:
        self._known = known

    def body(self, body: Iterable[Expr], hidden: set[str]) -> None:
        for expr in body:
            inside = hidden
            if expr.kind == "every":
                self.term(expr.terms[-1], hidden | {term.name for term in expr.terms[:-1]})
                inside = hidden | {term.name for term in expr.terms[:-1]}
            elif expr.kind != "some":
                for term in expr.terms:
                    self.term(term, hidden)
            if expr.operator is not None:
                self.term(expr.operator, hidden)
            self.body(expr.body, inside)
            for target, value in expr.modifiers:
                self.term(target, hidden)
                self.term(value, hidden)

    def term(self, term: Term, hidden: set[str]) -> None:
        if term.kind == "var":
            if term.name in self._known and term.name not in hidden:
                term.items = _path(self._known[term.name], term.at)
                term.kind = "ref"
            return
        if term.kind == "ref":
            first = term.items[0]
            if first.kind == "var" and first.name in self._known and first.name not in hidden:
                term.items[:1] = _path(self._known[first.name], first.at)
        if term.kind == "comprehension":
            hidden = hidden | set(declared(term.body))
            self.body(term.body, hidden)
        if term.operator is not None:
            self.term(term.operator, hidden)
        for each in term.items:
            self.term(each, hidden)


def _path(steps: tuple[str, ...], at: int) -> list[Term]:
    first = Term("var", at, steps[0], steps[0])
    return [first, *(Term("scalar", at, step, json.dumps(step)) for step in steps[1:])]
