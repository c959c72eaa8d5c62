"""What rules share: names that only one kind of rule may have, and references that lead back to where they began."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gpai_lint.policy.compiler.names import patterns
from gpai_lint.policy.compiler.terms import ROOTS, Expr, Rule, Term, dotted
from gpai_lint.policy.rego_source import code_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from gpai_lint.policy.interface import Module

    #: Where something is wrong, as a byte offset in a module, and what.
    Error = tuple[Module, int, str]


@dataclass(frozen=True, slots=True, eq=False)
class Defined:
    """A rule in its module, and the constant part of its path (``("data", "acme", "limits")``)."""

    module: Module
    rule: Rule
    path: tuple[str, ...]

    @property
    def one(self) -> bool:
        """Return whether the rule is all that lies under its path: nothing but one last step varies."""
        return len(self.path) - len(self.module.package.split(".")) - 1 >= len(self.rule.ref) - 1

    @property
    def constant(self) -> bool:
        """Return whether the whole of the rule's reference is constant."""
        return all(step.kind == "scalar" for step in self.rule.ref[1:])


def defined(module: Module, rule: Rule) -> Defined:
    """Return a rule with its path."""
    steps = ["data", *module.package.split("."), rule.ref[0].name]
    for step in rule.ref[1:]:
        if step.kind != "scalar":
            break
        steps.append(_step(step))
    return Defined(module, rule, tuple(steps))


def illegal_defaults(rules: Iterable[Defined]) -> Iterator[Error]:
    """Yield defaults that are not constant."""
    for each in rules:
        if each.rule.default and each.rule.value is not None:
            kind = _not_constant(each.rule.value)
            if kind:
                yield each.module, each.rule.at, f"illegal default rule (value cannot contain {kind})"


def bare_sets(rules: Iterable[Defined]) -> Iterator[Error]:
    """Yield rules that only Rego v0 takes for sets: ``b[2]``, with no body."""
    for each in rules:
        key = each.rule.key
        if key is None or each.rule.body or not each.module.version:
            continue
        if each.module.source.encode()[each.rule.at : key.at].rstrip().endswith(b"["):
            yield each.module, each.rule.at, "`contains` keyword is required for partial set rules"


def shadowed_roots(rules: Iterable[Defined]) -> Iterator[Error]:
    """Yield arguments that hide ``input`` or ``data``."""
    for each in rules:
        for arg in patterns(each.rule.args or ()):
            if arg.name in ROOTS:
                yield each.module, each.rule.at, f"args must not shadow {arg.name} (use a different variable name)"


def conflicts(rules: Sequence[Defined]) -> Iterator[Error]:
    """Yield rules that cannot be together under one name."""
    by_path: dict[tuple[str, ...], list[Defined]] = {}
    for each in rules:
        by_path.setdefault(each.path, []).append(each)
    above = {path[:length] for path in by_path for length in range(1, len(path))}
    for path, group in by_path.items():
        name = _spelled(path)
        kinds = {each.rule.key is not None for each in group}
        arities = {len(each.rule.args or ()) for each in group}
        complete = [each.rule.key is None and each.constant for each in group]
        sets = {each.constant for each in group if each.rule.key is not None}
        defaults = [each for each in group if each.rule.default]
        first = group[0]
        if path in above and any(each.constant for each in group):
            below = sorted(longer for longer in by_path if longer != path and longer[: len(path)] == path)
            under = (other for longer in below for other in by_path[longer])
            found = " ".join(f"rule {_spelled(other.path)} at {other.module.path}:{_line(other)}" for other in under)
            yield first.module, first.rule.at, f"rule {name} conflicts with: {found}"
        elif len(kinds) > 1 or len(arities) > 1 or len(set(complete)) > 1 or len(sets) > 1:
            yield first.module, first.rule.at, f"conflicting rules {name} found"
        elif len(defaults) > 1:
            places = ", ".join(f"{each.module.path}:{_line(each)}" for each in defaults)
            package = _PACKAGE.search(code_of(first.module.source))
            at = len(first.module.source[: package.start() if package else 0].encode())
            yield first.module, at, f"multiple default rules {name} found at {places}"


def recursions(rules: Sequence[Defined]) -> Iterator[Error]:
    """Yield rules that refer to themselves, directly or through others, by references of constants and of ``[_]``."""
    by_path: dict[tuple[str, ...], list[Defined]] = {}
    rules = [each for each in rules if each.one]
    for each in rules:
        for length in range(1, len(each.path) + 1):
            by_path.setdefault(each.path[:length], []).append(each)
    exact = {each.path for each in rules}
    following = {id(each): list(_followed(each.rule, by_path, exact)) for each in rules}
    cyclic = _in_cycles(rules, following)
    for each in rules:
        if id(each) in cyclic:
            path = _back(each, following, cyclic)
            yield each.module, each.rule.at, f"rule {_spelled(each.path)} is recursive: {' -> '.join(path)}"


def _followed(
    rule: Rule, by_path: Mapping[tuple[str, ...], list[Defined]], exact: set[tuple[str, ...]]
) -> Iterator[Defined]:
    for path in _references(rule):
        for length in range(2, len(path)):
            if path[:length] in exact:
                yield from (each for each in by_path[path[:length]] if each.path == path[:length])
        yield from by_path.get(path, ())
        if _ANYTHING in path:
            met = (each for each in exact if all(_meet(*steps) for steps in zip(path, each, strict=False)))
            yield from (each for found in sorted(met) for each in by_path[found] if each.path == found)


def _meet(step: str, other: str) -> bool:
    return step in {_ANYTHING, other}


def _references(rule: Rule) -> Iterator[tuple[str, ...]]:
    """Yield the references of a rule and its branches to ``data``; one that goes on in a variable ends there.

    A variable that is nowhere else, as ``_``, means every step. Of any other one that stands where rules still branch,
    OPA looks at which rules it could reach; such a reference is left out.
    """
    found: set[tuple[str, ...]] = set()
    for branch in rule.branches:
        head = [*branch.ref[1:], *(term for term in (branch.key, branch.value) if term is not None)]
        terms = list(_terms(head, branch.body))
        times = Counter(term.value for term in [*terms, *_terms(rule.args or [], [])] if term.kind == "var")
        for term in terms:
            steps = [dotted(term.operator)] if term.operator is not None else [dotted(term)]
            if steps[0].startswith("data."):
                found.add(tuple(steps[0].split(".")))
            elif term.kind == "ref" and term.items[0].name == "data" and term.items[0].kind == "var":
                found.add(_steps(term, times))
    yield from sorted(found)


def _steps(term: Term, times: Mapping[str, int]) -> tuple[str, ...]:
    steps = ["data"]
    for step in term.items[1:]:
        if step.kind == "var" and times[step.value] == 1:
            steps.append(_ANYTHING)
            continue
        if step.kind != "scalar":
            # This step is in no path: what begins with the steps before it is not meant as a whole.
            return (*steps, _VARIABLE)
        steps.append(_step(step))
    return tuple(steps)


#: A step that can be any; no text and no number is written so.
_ANYTHING = "\0_"
#: What marks a step that is no text; a text cannot begin with it in a source.
_VARIABLE = "\0"


def _step(term: Term) -> str:
    return term.name if term.value.startswith('"') else _VARIABLE + term.value


def _in_cycles(rules: Sequence[Defined], following: Mapping[int, Sequence[Defined]]) -> set[int]:
    """Return the rules that can be reached from themselves (Tarjan's algorithm, without recursion)."""
    index: dict[int, int] = {}
    low: dict[int, int] = {}
    path: list[Defined] = []
    on_path: set[int] = set()
    cyclic: set[int] = set()
    for start in rules:
        if id(start) in index:
            continue
        work = [(start, iter(following[id(start)]))]
        index[id(start)] = low[id(start)] = len(index)
        path.append(start)
        on_path.add(id(start))
        while work:
            rule, rest = work[-1]
            after = next(rest, None)
            if after is None:
                work.pop()
                if work:
                    low[id(work[-1][0])] = min(low[id(work[-1][0])], low[id(rule)])
                if low[id(rule)] == index[id(rule)]:
                    members = set()
                    while id(rule) not in members:
                        member = path.pop()
                        on_path.discard(id(member))
                        members.add(id(member))
                    if len(members) > 1 or any(each is rule for each in following[id(rule)]):
                        cyclic |= members
            elif id(after) not in index:
                index[id(after)] = low[id(after)] = len(index)
                path.append(after)
                on_path.add(id(after))
                work.append((after, iter(following[id(after)])))
            elif id(after) in on_path:
                low[id(rule)] = min(low[id(rule)], index[id(after)])
    return cyclic


def _back(start: Defined, following: Mapping[int, Sequence[Defined]], cyclic: set[int]) -> list[str]:
    """Return the names on a shortest way from a rule back to it."""
    came: dict[int, Defined | None] = {id(start): None}
    wave = [start]
    while wave:
        next_wave = []
        for rule in wave:
            for after in following[id(rule)]:
                if after is start:
                    names = [_spelled(start.path)]
                    step: Defined | None = rule
                    while step is not None:
                        names.append(_spelled(step.path))
                        step = came[id(step)]
                    return names[::-1]
                if id(after) in cyclic and id(after) not in came:
                    came[id(after)] = rule
                    next_wave.append(after)
        wave = next_wave
    return [_spelled(start.path)]


def _terms(terms: Iterable[Term], body: Iterable[Expr]) -> Iterator[Term]:
    for term in terms:
        yield term
        yield from _terms(term.items, term.body)
        if term.operator is not None:
            yield term.operator
    for expr in body:
        if expr.operator is not None:
            yield expr.operator
        terms = expr.terms if expr.kind != "some" else []
        yield from _terms([*terms, *(value for _, value in expr.modifiers)], expr.body)


_PACKAGE = re.compile(r"^[ \t]*package\b", re.MULTILINE)


def _line(each: Defined) -> int:
    return each.module.source.encode()[: each.rule.at].count(b"\n") + 1


def _not_constant(term: Term) -> str:
    if term.kind in {"var", "ref", "call"}:
        return term.kind
    if term.kind == "comprehension":
        return ""
    return next(filter(None, map(_not_constant, term.items)), "")


def _spelled(path: tuple[str, ...]) -> str:
    texts = (step[1:] if step.startswith(_VARIABLE) else json.dumps(step) for step in path)
    pairs = zip(path, texts, strict=True)
    return "".join(f".{step}" if step.isidentifier() else f"[{text}]" for step, text in pairs).removeprefix(".")
