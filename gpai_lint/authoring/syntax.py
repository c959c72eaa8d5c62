"""The parts of a rule that failures are explained by: its bodies, statement by statement, as Regorus parses them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import regorus

from gpai_lint.policy.engines.aliases import expand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.policy.interface import Module


@dataclass(frozen=True, slots=True)
class Statement:
    """One expression of a body: its text (imported names in full), its line, the variables it binds.

    ``left`` and ``right`` are the sides of a comparison, or what is enumerated, denied or assigned; ``modifiers`` is
    the text of its ``with``, ``element`` the name that stands for an element of what is enumerated.
    """

    text: str
    line: int
    binds: tuple[str, ...] = ()
    left: str = ""
    right: str = ""
    modifiers: str = ""
    element: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """A definition of a rule: its statements, the text of its head, and that of the head's key (``test_x[key]``)."""

    statements: tuple[Statement, ...]
    key: str = ""
    head: str = ""


def bodies(module: Module, rule: str) -> list[Body]:
    """Return the definitions of a rule in a module; none for what has no body or cannot be parsed."""
    source = module.expanded or expand(module.source).source
    engine = regorus.Engine()
    engine.set_rego_v0(module.version == 0)
    engine.set_policy_length_config(max_col=100_000, max_file_bytes=20_000_000, max_lines=200_000)
    try:
        engine.add_policy(module.path, source)
    except RuntimeError:
        return []
    reader = _Reader(source)
    found = []
    for each in json.loads(engine.get_ast_as_json())[0]["ast"]["rules"]:
        spec = each.get("Spec")
        head = next(iter(spec["head"].values())) if spec else None
        if spec is None or head is None or reader.name(head["refr"]) != rule:
            continue
        for body in spec["bodies"][:1]:
            statements = tuple(reader.statement(each) for each in body["query"]["stmts"])
            start = _span(head["refr"])["start"]
            text = reader.text({"start": start, "end": body["query"]["span"]["start"]})
            found.append(Body(statements, reader.key(head["refr"]), text))
    return found


def imports(module: Module) -> str:
    """Return the text of a module's imports, for modules that are evaluated beside it."""
    lines = (module.expanded or expand(module.source).source).splitlines()
    return "\n".join(line for line in lines if line.startswith("import "))


_QUOTES = (b'"', b"`")


class _Reader:
    """Cuts texts out of a source by the byte offsets of the syntax tree."""

    def __init__(self, source: str) -> None:
        self._bytes = source.encode()

    def operand(self, expression: dict[str, Any]) -> str:
        kind, node = next(iter(expression.items()))
        # The span of an empty set reaches over whatever stands after it.
        return "set()" if kind == "Set" and not node["items"] else self.text(node["span"])

    def text(self, span: dict[str, int]) -> str:
        start, end = span["start"], span["end"]
        # The span of a string leaves its quotes out, and so does that of whatever begins or ends with one.
        start -= self._bytes[start - 1 : start] in _QUOTES
        end += self._bytes[end : end + 1] in _QUOTES
        return self._bytes[start:end].decode("utf-8", "replace").strip()

    def name(self, reference: dict[str, Any]) -> str:
        kind, node = next(iter(reference.items()))
        return str(node["value"]) if kind == "Var" else self.name(node["refr"]) if "refr" in node else ""

    def key(self, reference: dict[str, Any]) -> str:
        kind, node = next(iter(reference.items()))
        return self.text(_span(node["index"])) if kind == "RefBrack" else ""

    def statement(self, node: dict[str, Any]) -> Statement:
        text = self.text(node["span"])
        kind, literal = next(iter(node["literal"].items()))
        modifiers = " ".join(self.text(each["span"]) for each in node.get("with_mods", ()))
        if kind == "SomeIn":
            binds = [*_variables(literal.get("key")), *_variables(literal["value"])]
            element = next(_variables(literal["value"]), "")
            collection = self.text(_span(literal["collection"]))
            return Statement(text, node["span"]["line"], tuple(binds), collection, "", modifiers, element)
        if kind == "NotExpr":
            return Statement(text, node["span"]["line"], (), self.text(_span(literal["expr"])), "", modifiers)
        if kind == "Every":
            return Statement(text, node["span"]["line"], (), self.text(_span(literal["domain"])), "", modifiers)
        if kind != "Expr":
            return Statement(text, node["span"]["line"])
        operation, expression = next(iter(literal["expr"].items()))
        line = literal["span"]["line"]
        if operation == "AssignExpr":
            right = self.operand(expression["rhs"])
            assigned = tuple(_variables(expression["lhs"]))
            return Statement(text, line, assigned, "", right, modifiers, assigned[0] if len(assigned) == 1 else "")
        if operation == "Membership":
            left, right = self.operand(expression["value"]), self.operand(expression["collection"])
            return Statement(text, line, (), left, right, modifiers)
        if operation == "BoolExpr":
            left, right = self.operand(expression["lhs"]), self.operand(expression["rhs"])
            return Statement(text, line, (), left, right, modifiers)
        return Statement(text, line, (), text.removesuffix(modifiers).strip() if modifiers else text, "", modifiers)


def _span(expression: dict[str, Any]) -> dict[str, int]:
    span: dict[str, int] = next(iter(expression.values()))["span"]
    return span


def _variables(expression: dict[str, Any] | None) -> Iterator[str]:
    """Yield the names that a pattern on the left of an assignment binds."""
    if not expression:
        return
    kind, node = next(iter(expression.items()))
    if kind == "Var" and node["value"] != "_":
        yield str(node["value"])
    elif kind == "Array":
        for item in node["items"]:
            yield from _variables(item)
