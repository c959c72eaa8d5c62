"""Take calls out of the expressions that they stand in, each into one of its own, as OPA does before it orders a body.

``x == count(y) + 1`` becomes ``count(y, a)``, ``plus(a, 1, b)`` and ``x == b``. In the expressions that come of it
:mod:`gpai_lint.policy.compiler.bindings` looks for values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.policy.compiler.terms import Expr, Rule, Term, dotted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


#: The name of a reference that stands for the elements of what is neither a variable nor a reference: no type is too
#: wrong for OPA there.
LITERAL = "#literal"


class Flattener:
    """Rewrites rules whose variables were told apart; ``is_function`` knows the names of functions."""

    def __init__(self, is_function: Callable[[str], bool]) -> None:
        """Begin to count the variables that are made."""
        self._is_function = is_function
        self._count = 0

    def rule(self, rule: Rule) -> tuple[list[Term], list[Expr]]:
        """Return the terms that stay in the head of a branch, and its body with what the head needs of it."""
        body: list[Expr] = []
        head: list[Term] = []
        for step in rule.ref[1:]:
            if step.kind in {"var", "scalar"}:
                head.append(step)
            else:
                body.append(self._equal(step))
        body += rule.body
        for term in (rule.key, rule.value):
            if term is None:
                continue
            support, kept = self._term(term)
            body += support
            if _is_evaluated(kept):
                body.append(self._equal(kept))
            else:
                head.append(kept)
        return head, self.body(body)

    def body(self, body: Iterable[Expr]) -> list[Expr]:
        """Return the expressions of a body, each followed by what its calls gave."""
        return [each for expr in body for each in self._expression(expr)]

    def _expression(self, expr: Expr) -> list[Expr]:
        before: list[Expr] = []
        modifiers = []
        for target, value in expr.modifiers:
            if self._is_function(value.value):
                # `with f as count` names a built-in function; a variable of that name has another value by now.
                modifiers.append((target, Term("scalar", value.at, value.value)))
                continue
            support, kept = self._term(value)
            before += support
            if kept.kind in {"ref", "comprehension"} and not self._is_function(dotted(kept)):
                before.append(self._equal(kept))
                kept = before[-1].terms[0]
            modifiers.append((target, kept))
        if expr.kind == "some":
            return []
        if expr.kind == "some_in":
            *bound, domain = expr.terms
            step = bound[0] if len(bound) > 1 else self._made(domain.at)
            items = [*domain.items, step] if domain.kind == "ref" else [domain, step]
            name = "" if domain.kind in {"ref", "var"} else LITERAL
            expr = Expr("call", expr.at, [bound[-1], Term("ref", domain.at, name, items=items)], "eq")
        name = dotted(expr.operator) if expr.operator else expr.name
        made = Expr(expr.kind, expr.at, [], name, expr.operator, [], modifiers, expr.assigned, expr.generated)
        if expr.kind == "every":
            *bound, domain = expr.terms
            before.append(self._equal(domain))
            before[-1].modifiers = modifiers
            before = self.body(before)
            made.terms = [*bound, before[-1].terms[0]]
            made.body = self.body(expr.body)
            return [*before, made]
        made.body = self.body(expr.body)
        for term in expr.terms:
            support, kept = self._term(term)
            for each in support:
                each.modifiers = modifiers
            before += support
            made.terms.append(kept)
        return [*before, made]

    def _term(self, term: Term) -> tuple[list[Expr], Term]:
        support: list[Expr] = []
        if term.kind == "comprehension":
            made = Term("comprehension", term.at, term.name)
            body = list(term.body)
            for item in term.items:
                before, kept = self._term(item)
                body += before
                if _is_evaluated(kept):
                    body.append(self._equal(kept))
                    kept = body[-1].terms[0]
                made.items.append(kept)
            made.body = self.body(body)
            return support, made
        if not term.items:
            return support, term
        made = Term(term.kind, term.at, term.name, operator=term.operator)
        for item in term.items:
            before, kept = self._term(item)
            support += before
            made.items.append(kept)
        if term.kind == "call":
            output = self._made(term.at)
            name = dotted(term.operator) if term.operator else term.name
            support.append(Expr("call", term.at, [*made.items, output], name, term.operator, generated=True))
            return support, output
        if term.kind == "ref" and made.items[0].kind not in {"var", "ref"}:
            support.append(self._equal(made.items[0]))
            made.items[0] = support[-1].terms[0]
        return support, made

    def _equal(self, term: Term) -> Expr:
        return Expr("call", term.at, [self._made(term.at), term], "eq", generated=True)

    def _made(self, at: int) -> Term:
        self._count += 1
        return Term("var", at, value=f"#{self._count}")


def is_made(value: str) -> bool:
    """Return whether a variable, by its value, is none that an author wrote, or one that OPA takes for its own."""
    return value.startswith(("#", "__local"))


def _is_evaluated(term: Term) -> bool:
    return term.kind in {"ref", "comprehension"} or any(_is_evaluated(each) for each in term.items)
