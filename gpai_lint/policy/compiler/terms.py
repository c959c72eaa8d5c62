"""Rego as OPA's compiler sees it: terms, expressions and rules, made of Regorus' syntax tree."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import regorus

from gpai_lint.policy.engines.aliases import with_heads, without_late_imports

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gpai_lint.policy.interface import Module

ROOTS = frozenset({"data", "input"})


@dataclass(slots=True, eq=False)
class Term:
    """A term with the byte offset of its first character.

    ``kind`` is ``scalar``, ``var``, ``ref``, ``call``, ``array``, ``set``, ``object`` or ``comprehension``. ``name`` is
    a variable's name as written, a text, or the dotted name of what is called, ``value`` a scalar as JSON or what tells
    a variable from others of its name. ``items`` are the elements: a reference's beginning and its steps, arguments,
    keys and values in turn, what a comprehension collects; its ``body`` is what it collects over.
    """

    kind: str
    at: int
    name: str = ""
    value: str = ""
    items: list[Term] = field(default_factory=list)
    body: list[Expr] = field(default_factory=list)
    operator: Term | None = None


@dataclass(slots=True, eq=False)
class Expr:
    """An expression of a body: ``term``, ``call``, ``some``, ``some_in``, ``every`` or ``not``.

    ``terms`` are the term, the arguments, the variables, or key, element and domain. ``name`` is what is called,
    ``modifiers`` are the targets and values of ``with``. An expression that was ``assigned`` was written with ``:=``;
    one that is ``generated`` stands for a call inside of another expression.
    """

    kind: str
    at: int
    terms: list[Term]
    name: str = ""
    operator: Term | None = None
    body: list[Expr] = field(default_factory=list)
    modifiers: list[tuple[Term, Term]] = field(default_factory=list)
    assigned: bool = False
    generated: bool = False


@dataclass(slots=True, eq=False)
class Rule:
    """A rule, or one of its branches: ``ref`` is its name with the steps after it.

    ``key`` is the element of a set, ``value`` what the rule gives; ``args`` is None for what is no function.
    ``otherwise`` is its ``else``.
    """

    at: int
    ref: list[Term]
    args: list[Term] | None
    key: Term | None
    value: Term | None
    body: list[Expr]
    default: bool = False
    otherwise: Rule | None = None

    @property
    def branches(self) -> Iterator[Rule]:
        """Yield the rule and every ``else`` of it."""
        branch: Rule | None = self
        while branch is not None:
            yield branch
            branch = branch.otherwise


def parse(module: Module) -> list[Rule] | None:
    """Return the rules of a module, with offsets that count in its source; None if Regorus cannot parse it."""
    source, inserted = with_heads(without_late_imports(module.source))
    engine = regorus.Engine()
    engine.set_rego_v0(module.version == 0)
    engine.set_policy_length_config(max_col=100_000, max_file_bytes=20_000_000, max_lines=200_000)
    try:
        engine.add_policy(module.path, source)
    except RuntimeError:
        return None
    reader = _Reader(source.encode(), inserted)
    tree = json.loads(engine.get_ast_as_json())[0]["ast"]
    return [rule for node in tree["rules"] for rule in reader.rules(node)]


def inner(terms: list[Term]) -> Iterator[Term]:
    """Yield terms and what they are made of, without the bodies of comprehensions."""
    for term in terms:
        yield term
        yield from inner(term.items)


def dotted(term: Term) -> str:
    """Return the name that a variable or a reference of constant steps spells; "" for any other term."""
    if term.kind == "var":
        return term.name
    if term.kind != "ref" or term.items[0].kind != "var":
        return ""
    name = term.items[0].name
    for step in term.items[1:]:
        if step.kind != "scalar" or not step.value.startswith('"'):
            return ""
        name += f".{step.name}"
    return name


def calls(rule: Rule) -> Iterator[tuple[str, int]]:
    """Yield each call in a branch of a rule: the name as written and its byte offset."""
    head = [*rule.ref, *(rule.args or ()), *(term for term in (rule.key, rule.value) if term is not None)]
    yield from _calls(head, rule.body)


def _calls(terms: list[Term], body: list[Expr]) -> Iterator[tuple[str, int]]:
    for term in terms:
        if term.operator is not None:
            yield term.name, term.operator.at
        yield from _calls(term.items, term.body)
    for expr in body:
        if expr.operator is not None:
            yield expr.name, expr.operator.at
        modifiers = [value for _, value in expr.modifiers]
        yield from _calls([*expr.terms, *modifiers], expr.body)


def targets(rule: Rule) -> Iterator[Term]:
    """Yield what each ``with`` in a branch of a rule replaces."""
    head = [*rule.ref, *(rule.args or ()), *(term for term in (rule.key, rule.value) if term is not None)]
    yield from _targets(head, rule.body)


def _targets(terms: list[Term], body: list[Expr]) -> Iterator[Term]:
    for term in terms:
        yield from _targets(term.items, term.body)
    for expr in body:
        yield from (target for target, _ in expr.modifiers)
        yield from _targets([*expr.terms, *(value for _, value in expr.modifiers)], expr.body)


_OPERATORS = {"Eq": "equal", "Ne": "neq", "Lt": "lt", "Le": "lte", "Gt": "gt", "Ge": "gte"}
_ARITHMETIC = {"Add": "plus", "Sub": "minus", "Mul": "mul", "Div": "div", "Mod": "rem"}
_SETS = {"Union": "or", "Or": "or", "Intersection": "and", "And": "and"}
_COMPREHENSIONS = {"ArrayCompr": ("term",), "SetCompr": ("term",), "ObjectCompr": ("key", "value")}


class _Reader:
    """Reads nodes of the tree; ``source`` is what their offsets count in, with the heads that were ``inserted``."""

    def __init__(self, source: bytes, inserted: Sequence[tuple[int, int, int]]) -> None:
        self._source = source
        self._inserted = inserted
        self._wildcards = 0

    def _at(self, offset: int) -> int:
        """Return where the original has what stands at an offset."""
        shift = 0
        for start, length, head in self._inserted:
            if offset < start:
                break
            if offset < start + length:
                return head + offset - start
            shift += length
        return offset - shift

    def rules(self, node: dict[str, Any]) -> Iterator[Rule]:
        """Yield the rules that a node stands for: bodies that follow each other are rules of one head."""
        kind, values = next(iter(node.items()))
        if kind == "Default":
            args = [self.term(each) for each in values["args"]]
            ref = self._ref(values["refr"])
            yield Rule(
                self._at(values["span"]["start"]), ref, args or None, None, self.term(values["value"]), [], default=True
            )
            return
        head = next(iter(values["head"].values()))
        last: Rule | None = None
        for body in values["bodies"] or [None]:
            rule = self._rule(values["span"]["start"], head, body)
            if last is not None and body is not None and body["is_else"]:
                last.otherwise = rule
            else:
                yield rule
            last = rule

    def _rule(self, start: int, head: dict[str, Any], body: dict[str, Any] | None) -> Rule:
        is_else = body is not None and body["is_else"]
        assigned = body["assign"] if body is not None and is_else else head.get("assign")
        return Rule(
            self._at(body["span"]["start"] if body is not None and is_else else start),
            self._ref(head["refr"]),
            [self.term(each) for each in head["args"]] if "args" in head else None,
            self.term(head["key"]) if "key" in head else None,
            self.term(assigned["value"]) if assigned else None,
            self.body(body["query"]) if body is not None else [],
        )

    def body(self, query: dict[str, Any]) -> list[Expr]:
        return [self._statement(each) for each in query["stmts"]]

    def _statement(self, node: dict[str, Any]) -> Expr:
        kind, literal = next(iter(node["literal"].items()))
        at = self._at(node["span"]["start"])
        if kind == "SomeVars":
            expr = Expr("some", at, [self._named(each) for each in literal["vars"]])
        elif kind == "SomeIn":
            key = [self.term(literal["key"])] if literal.get("key") else []
            expr = Expr("some_in", at, [*key, self.term(literal["value"]), self.term(literal["collection"])])
        elif kind == "Every":
            key = [self._named(literal["key"])] if literal.get("key") else []
            expr = Expr("every", at, [*key, self._named(literal["value"]), self.term(literal["domain"])])
            expr.body = self.body(literal["query"])
        elif kind == "NotExpr":
            expr = Expr("not", at, [], body=[self._expression(literal["expr"])])
            # As OPA has it: what is denied begins with the `not`.
            expr.body[0].at = at
        else:
            expr = self._expression(literal["expr"])
        expr.modifiers = [(self.term(each["refr"]), self.term(each["as"])) for each in node.get("with_mods") or ()]
        return expr

    def _expression(self, node: dict[str, Any]) -> Expr:
        kind, values = next(iter(node.items()))
        if kind == "AssignExpr":
            terms = [self.term(values["lhs"]), self.term(values["rhs"])]
            return Expr("call", terms[0].at, terms, "eq", assigned=values["op"] == "ColEq")
        term = self.term(node)
        if term.kind == "call" and term.name == "assign" and len(term.items) == 2:
            return Expr("call", term.at, term.items, "eq", assigned=True)
        if term.kind == "call":
            return Expr("call", term.at, term.items, term.name, term.operator)
        return Expr("term", term.at, [term])

    def term(self, node: dict[str, Any]) -> Term:
        kind, values = next(iter(node.items()))
        start = values["span"]["start"]
        at = self._at(start)
        if kind == "Var":
            return self._named(values["span"])
        if kind in {"RefDot", "RefBrack"}:
            items = self._ref(node)
            return Term("ref", items[0].at, items=items)
        if kind == "Call":
            operator = self.term(values["fcn"])
            items = [self.term(each) for each in values["params"]]
            return Term("call", operator.at, dotted(operator), items=items, operator=operator)
        if kind in _COMPREHENSIONS:
            items = [self.term(values[each]) for each in _COMPREHENSIONS[kind]]
            return Term("comprehension", at, kind, items=items, body=self.body(values["query"]))
        if kind in {"Array", "Set"}:
            return Term(kind.lower(), at, items=[self.term(each) for each in values["items"]])
        if kind == "Object":
            pairs = [(self.term(key), self.term(value)) for _, key, value in values["fields"]]
            # Of one key that stands there twice, OPA sees the last value alone.
            last = {key.value or dotted(key) or number: (key, value) for number, (key, value) in enumerate(pairs)}
            return Term("object", at, items=[term for pair in last.values() for term in pair])
        if kind == "UnaryExpr":
            zero = Term("scalar", at, value="0")
            return Term("call", at, "minus", items=[zero, self.term(values["expr"])])
        if kind == "Membership":
            items = [self.term(values[each]) for each in ("key", "value", "collection") if values[each]]
            return Term("call", items[0].at, f"internal.member_{len(items)}", items=items)
        if "lhs" in values:
            items = [self.term(values["lhs"]), self.term(values["rhs"])]
            names = {"BoolExpr": _OPERATORS, "ArithExpr": _ARITHMETIC, "BinExpr": _SETS}.get(kind, {})
            return Term("call", items[0].at, names.get(values.get("op", ""), kind), items=items)
        # The span of a text leaves its quote out.
        at -= self._source[start - 1 : start] in {b'"', b"`"} and kind in {"String", "RawString"}
        value = values.get("value")
        return Term("scalar", at, value if isinstance(value, str) else "", json.dumps(value))

    def _named(self, span: dict[str, int]) -> Term:
        name = self._source[span["start"] : span["end"]].decode()
        if name == "_":
            # Each one is a variable of its own.
            self._wildcards += 1
            return Term("var", self._at(span["start"]), name, f"_#{self._wildcards}")
        return Term("var", self._at(span["start"]), name, name)

    def _ref(self, node: dict[str, Any]) -> list[Term]:
        kind, values = next(iter(node.items()))
        if kind == "RefDot":
            place, name = values["field"]
            return [*self._ref(values["refr"]), Term("scalar", self._at(place["start"]), name, json.dumps(name))]
        if kind == "RefBrack":
            return [*self._ref(values["refr"]), self.term(values["index"])]
        return [self.term(node)]
