"""Find variables that nothing gives a value, as OPA's safety check does.

OPA orders the expressions of a body so that each finds its variables with values, those of negations and closures
included; where no order does, the variables are unsafe.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.policy.compiler.flatten import is_made
from gpai_lint.policy.compiler.terms import ROOTS, Expr, Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    #: Returns how many arguments a function takes, by its name; None for none that is known.
    Arity = Callable[[str], int | None]


class Bindings:
    """Checks bodies whose calls were taken out of their expressions; ``errors`` are byte offsets and messages."""

    def __init__(self, arity: Arity) -> None:
        """Begin with nothing found."""
        self._arity = arity
        self.errors: list[tuple[int, str]] = []

    def head(self, head: Iterable[Term], args: Iterable[Term], body: Iterable[Expr]) -> None:
        """Note the variables of a head that neither its arguments nor its body have."""
        known = {*ROOTS, *_in_body(body), *_all(args)}
        for term in _terms(head):
            if term.kind == "var" and term.value not in known and not is_made(term.value):
                self.errors.append((term.at, f"var {term.name} is unsafe"))

    def body(self, args: Iterable[Term], body: list[Expr]) -> None:
        """Note the variables of a body that have no value in any order of its expressions."""
        names = {term.value: term.name for expr in body for term in _everything(expr)}
        unsafe = self._ordered({*ROOTS, *_all(args)}, body)[1]
        places: dict[str, int] = {}
        assigned: set[str] = set()
        for expr, values in unsafe:
            for value in values:
                at = expr.at
                if expr.name == "print":
                    at = next((term.at for term in _terms(expr.terms) if term.value == value), at)
                places[value] = min(at, places.get(value, at))
            if expr.assigned:
                assigned.update(_all(expr.terms[:1]))
        written = {value: at for value, at in places.items() if not is_made(value)}
        others = written.keys() - assigned
        for value, at in sorted(written.items()):
            if value in others or not others:
                self.errors.append((at, f"var {names.get(value, value)} is unsafe"))
        if unsafe and not written:
            self.errors += [(expr.at, "expression is unsafe") for expr, values in unsafe if values]

    def _ordered(self, known: set[str], body: list[Expr]) -> tuple[list[Expr], list[tuple[Expr, set[str]]]]:
        """Return the same as :meth:`ordered`, with what the closures of the expressions lack."""
        ordered, unsafe = self.ordered(known, body)
        inside = set(known)
        for number, expr in enumerate(ordered):
            if number:
                inside.update(self._variables(ordered[number - 1]))
            unsafe += self._closures(expr, inside)
        return ordered, unsafe

    def ordered(self, known: set[str], body: list[Expr]) -> tuple[list[Expr], list[tuple[Expr, set[str]]]]:
        """Return a body in an order in which every expression has its values, and what has none in any order.

        ``known`` are the variables that have values before.
        """
        variables = {value for expr in body for value in self._variables(expr)}
        safe = variables & known
        missing = {id(expr): set(self._variables(expr)) - safe for expr in body}
        ordered: list[Expr] = []
        rest = list(body)
        while rest:
            before = len(ordered)
            for expr in list(rest):
                given = self._outputs(expr, safe)
                closed = (set(_closed_over(expr)) & variables) - known
                if closed:
                    # As OPA has it: what a closure lacks takes the place of what the expression itself lacks.
                    if closed == given:
                        continue
                    missing[id(expr)] = closed
                missing[id(expr)] -= given | safe
                if not missing[id(expr)]:
                    ordered.append(expr)
                    rest.remove(expr)
                    safe |= given
            if len(ordered) == before:
                break
        return ordered, [(expr, missing[id(expr)]) for expr in rest if missing[id(expr)]]

    def _closures(self, expr: Expr, known: set[str]) -> Iterator[tuple[Expr, set[str]]]:
        if expr.kind == "every":
            inside = known | {term.value for term in expr.terms[:-1]}
            yield from self._ordered(inside, expr.body)[1]
        elif expr.kind == "not":
            yield from self._ordered(known, expr.body)[1]
        for term in _comprehensions([*expr.terms, *(each for pair in expr.modifiers for each in pair)]):
            has = known | {value for each in term.body for value in self._variables(each)}
            lacking = set(_all(term.items)) - has
            if lacking:
                yield expr, lacking
            yield from self._ordered(known, term.body)[1]

    def _variables(self, expr: Expr) -> Iterator[str]:
        """Yield the variables that an expression needs or gives, without those of closures."""
        if expr.kind == "not":
            yield from self._of_negation(expr.body)
        elif expr.kind == "every":
            yield from _open(expr.terms[-1:])
        else:
            yield from _open(expr.terms)
        for target, value in expr.modifiers:
            yield from _open(target.items[1:])
            yield from _open(value.items[1:] if value.kind == "ref" else [value])

    def _of_negation(self, body: list[Expr]) -> Iterator[str]:
        """Yield the variables of a negation that are not its own."""
        found: dict[str, int] = {}
        for expr in body:
            for value in set(self._variables(expr)):
                found[value] = found.get(value, 0) + 1
        if len(body) == 1:
            yield from found
            return
        sides = {term.value for expr in body if expr.name == "eq" for term in expr.terms if term.kind == "var"}
        safe = {*ROOTS, *found} - sides
        bound: set[str] = set()
        for _ in body:
            for expr in body:
                if expr.name == "eq":
                    new = self._outputs(expr, safe)
                    bound |= new
                    safe |= new
        for expr in body:
            if expr.kind == "call" and expr.name != "eq":
                bound.update(_patterns(expr.terms[self._inputs(expr) :]))
        for value, times in found.items():
            if value not in bound or times == 1:
                yield value

    def _inputs(self, expr: Expr) -> int:
        """Return how many arguments a call takes; one more is where its value goes."""
        arity = self._arity(expr.name)
        return arity if arity is not None else len(expr.terms) - expr.generated

    def _outputs(self, expr: Expr, safe: set[str]) -> set[str]:
        """Return the variables that an expression gives values, if those in ``safe`` have them."""
        if expr.kind == "not":
            return set()
        modifiers = {value for pair in expr.modifiers for value in _open(_steps(pair))}
        if modifiers - safe:
            return set()
        if expr.kind == "every":
            return set(_iterated(expr.terms[-1:], safe))
        given = set(_iterated(expr.terms, safe))
        if expr.kind == "term":
            return given
        if expr.name == "eq" and len(expr.terms) == 2:
            basis = given | safe
            if expr.assigned:
                basis -= set(_all(expr.terms[:1]))
            return (basis | _unified(basis, *expr.terms)) - safe
        inputs = self._inputs(expr)
        if inputs >= len(expr.terms):
            return given
        if set(_patterns(expr.terms[:inputs], sets=False)) - given - safe:
            return set()
        return given | set(_all(expr.terms[inputs:]))


def _unified(safe: set[str], left: Term, right: Term) -> set[str]:
    """Return the variables that get a value when two terms are made equal."""
    pairs = list(_pairs(left, right))
    unified: set[str] = set()
    changed = True
    while changed:
        changed = False
        for one, other in [*pairs, *((b, a) for a, b in pairs)]:
            known = safe | unified
            if one.kind == "var":
                new = {one.value} if _has_value(other, known) else set()
            elif one.kind in {"array", "object"} and _has_value(other, known) and other.kind != one.kind:
                new = set(_patterns([one]))
            else:
                continue
            if new - known:
                unified |= new
                changed = True
    return unified


def _pairs(left: Term, right: Term) -> Iterator[tuple[Term, Term]]:
    if left.kind == right.kind == "array":
        if len(left.items) == len(right.items):
            for one, other in zip(left.items, right.items, strict=True):
                yield from _pairs(one, other)
    elif left.kind == right.kind == "object":
        values = {key.value: value for key, value in zip(right.items[::2], right.items[1::2], strict=True)}
        for key, value in zip(left.items[::2], left.items[1::2], strict=True):
            if key.value and key.value in values:
                yield from _pairs(value, values[key.value])
    else:
        yield left, right


def _has_value(term: Term, known: set[str]) -> bool:
    if term.kind == "var":
        return term.value in known
    if term.kind == "ref":
        return term.items[0].value in known
    if term.kind in {"array", "object"}:
        return not set(_patterns([term])) - known
    return True


def _iterated(terms: Iterable[Term], safe: set[str]) -> Iterator[str]:
    """Yield the variables in the steps of references that begin with something known."""
    for term in terms:
        if term.kind == "comprehension":
            continue
        if term.kind == "ref":
            if term.items[0].value not in safe:
                continue
            yield from _patterns(term.items[1:])
        yield from _iterated(term.items, safe)


def _patterns(terms: Iterable[Term], *, sets: bool = True) -> Iterator[str]:
    """Yield the variables that terms can bind: none at the beginning of a reference, in a key or in a closure."""
    for term in terms:
        if term.kind == "var":
            yield term.value
        elif term.kind == "object":
            yield from _patterns(term.items[1::2], sets=sets)
        elif term.kind == "ref":
            yield from _patterns(term.items[1:], sets=sets)
        elif term.kind != "comprehension" and (sets or term.kind != "set"):
            yield from _patterns(term.items, sets=sets)


def _open(terms: Iterable[Term]) -> Iterator[str]:
    """Yield the variables in terms, without those of comprehensions."""
    for term in terms:
        if term.kind == "var":
            yield term.value
        elif term.kind != "comprehension":
            yield from _open(term.items)


def _steps(modifier: tuple[Term, Term]) -> Iterator[Term]:
    target, value = modifier
    yield from target.items[1:]
    yield from value.items[1:] if value.kind == "ref" else [value]


def _all(terms: Iterable[Term]) -> Iterator[str]:
    for term in _terms(terms):
        if term.kind == "var":
            yield term.value


def _terms(terms: Iterable[Term]) -> Iterator[Term]:
    """Yield terms and all that is in them, bodies included."""
    for term in terms:
        yield term
        yield from _terms(term.items)
        for expr in term.body:
            yield from _everything(expr)


def _everything(expr: Expr) -> Iterator[Term]:
    yield from _terms(expr.terms)
    for each in expr.body:
        yield from _everything(each)
    for pair in expr.modifiers:
        yield from _terms(pair)


def _in_body(body: Iterable[Expr]) -> Iterator[str]:
    for expr in body:
        if expr.kind != "not":
            yield from _open(expr.terms[-1:] if expr.kind == "every" else expr.terms)
        for pair in expr.modifiers:
            yield from _open(_steps(pair))


def _comprehensions(terms: Iterable[Term]) -> Iterator[Term]:
    for term in terms:
        if term.kind == "comprehension":
            yield term
        else:
            yield from _comprehensions(term.items)


def _closed_over(expr: Expr) -> Iterator[str]:
    """Yield the variables in the closures of an expression."""
    for each in expr.body:
        yield from (term.value for term in _everything(each) if term.kind == "var")
    yield from _all(_comprehensions([*expr.terms, *(term for pair in expr.modifiers for term in pair)]))
