"""Move the places that Regorus gives to where OPA shows the same errors.

Regorus points into the arguments of a call that fails, OPA at the name of what is called; of arithmetic Regorus shows
the operator or an operand and OPA the whole; of a function with several values Regorus shows a call and OPA the last
definition. Of a pattern that is too large Regorus gives no place at all.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from gpai_lint.policy.rego_source import code_of, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from gpai_lint.policy.interface import Module

_NAME = re.compile(r"[A-Za-z_][\w.]*$")


def call_around(source: str, line: int, column: int) -> tuple[str, int] | None:
    """Return the name and the column of the call whose arguments a place lies in; None where it lies in none.

    Only calls that begin on the same line are seen. ``column`` counts from 1, as does the one that is returned.
    """
    return _call(source, line, column - 1)


def call_at(source: str, line: int, column: int) -> tuple[str, int] | None:
    """Return the name and the column of the call whose opening parenthesis stands at a place."""
    return _call(source, line, column)


def last_definition(modules: Mapping[str, Module], path: str) -> tuple[Module, int] | None:
    """Return the module and line of the last definition of a function by its path (``data.acme.kind``)."""
    package, _, name = path.removeprefix("data.").rpartition(".")
    found = None
    for module in modules.values():
        if module.package == package:
            code = code_of(module.source)
            for match in re.finditer(rf"^{re.escape(name)}\(", code, re.MULTILINE):
                found = module, code.count("\n", 0, match.start()) + 1
    return found


def of_parser(source: str, line: int, column: int, message: str) -> tuple[int, int, str]:
    """Return where OPA's parser shows an error of Regorus' parser, and what is said of it.

    OPA shows the beginning of a text or a number that does not end well, of a rule without ``if``, and what stands
    after the name where there is no rule; the ``in`` of a ``some`` that has no domain, what a ``not`` cannot deny, and
    the ``if`` after an expression.
    """
    lines = source.split("\n")
    if message == "expecting expression":
        line, column = _without_domain(source, line, column)
    text = lines[line - 1] if 1 <= line <= len(lines) else ""
    if message in _SHADOWED:
        name = re.search(r"\b(?:input|data)\b(?=\W*$)", text[: column - 1])
        if name is None:
            found = re.match(r"\w+", text[column - 1 :])
            return line, column, f"rules must not shadow {found[0] if found else 'input'} (use a different rule name)"
        said = f"variables must not shadow {name[0]} (use a different variable name)"
        return line, len(text) - len(text.lstrip()) + 1 if name.start() == 0 else name.start() + 1, said
    if message.startswith(_IN_TEXT):
        quote = max(text.rfind('"', 0, column), text.rfind("`", 0, column))
        column = quote + 1 if quote >= 0 else column
    elif message.startswith("invalid number"):
        number = re.search(r"\d[\w.]*$", text[:column])
        column = number.start() + 1 if number else column + (text[column - 1 : column] == ".")
    elif message.startswith("`if` keyword is required"):
        column = len(text) - len(text.lstrip()) + 1
    elif message == "unexpected keyword `not`":
        denied = _NOT_DENIED.match(text, column - 1)
        if denied and not _AFTER_NOT.search(text, 0, column - 1):
            column = denied.end() + 1
    elif message.startswith(_NO_HEAD):
        compared = _COMPARED.match(code_of(source).split("\n")[line - 1])
        after = re.match(r"[\w.]+[ \t]*(?=[^\w\s=])", text[column - 1 :])
        if compared:
            column = compared.end() - 1
        elif after and message.startswith(_NO_HEAD[0]):
            column += len(after[0])
    return line, column, f"{NO_REGO}: {message}"


def _without_domain(source: str, line: int, column: int) -> tuple[int, int]:
    """Return the place of the ``in`` of a ``some`` if a place is where its domain should be; else the place."""
    lines = code_of(source).split("\n")
    before = "\n".join([*lines[: line - 1], lines[line - 1][: column - 1] if line <= len(lines) else ""])
    found = _NO_DOMAIN.search(before)
    if found is None:
        return line, column
    return before.count("\n", 0, found.end(1)) + 1, found.end(1) - (before.rfind("\n", 0, found.end(1)) + 1) - 1


NO_REGO = "The Rego does not parse"
_SHADOWED = ("input cannot be shadowed", "data cannot be shadowed")
#: What Regorus says of a head that is an expression.
_NO_HEAD = (
    "rule must have a body or assignment",
    "`contains` keyword is required for partial set rules",
    "expecting identifier. Failed to parse rule-ref",
)
_COMPARED = re.compile(
    r"[ \t]*[A-Za-z_][\w.]*(?:\[[^\]]*\]|\([^()]*\))*[ \t]*(?:[=!<>]=|[-<>+*/%|&]|in\b)[^={}]*?\bif\b"
)
_NOT_DENIED = re.compile(r"not[ \t]+(?=(?:not|some|every)\b)")
_AFTER_NOT = re.compile(r"\bnot[ \t]+\Z")
_NO_DOMAIN = re.compile(r"\bsome\b[^;{}\n]*(\bin)\s*\Z")
_IN_TEXT = ("invalid character in string", "invalid escape sequence", "unmatched")


def arithmetic_around(source: str, tree: Any, line: int, column: int) -> tuple[int, int] | None:
    """Return line and column of the beginning of the innermost arithmetic expression that a place lies in, if any.

    ``tree`` is what Regorus makes of the source; its offsets count bytes.
    """
    lines = source.split("\n")
    place = len("\n".join([*lines[: line - 1], lines[line - 1][: column - 1]]).encode()) + (line > 1)
    # Operands follow the expressions that they stand in, so the last one is the innermost.
    found = [start for start, end in _arithmetic(tree) if start <= place <= end]
    if not found:
        return None
    before = source.encode()[: found[-1]]
    # The place of a text leaves its quote out.
    before = before[:-1] if before.endswith((b'"', b"`")) else before
    head = before.decode()
    return head.count("\n") + 1, len(head) - (head.rfind("\n") + 1) + 1


def too_large(modules: Mapping[str, Module], accepts: Callable[[str], bool]) -> tuple[str, int, int] | None:
    """Return path, line and column of the first text in any module that is refused as a pattern; None without one."""
    for path, module in modules.items():
        for token in tokens(module.source):
            if token.kind in {"string", "raw"} and _PATTERN.search(token.text) and not accepts(token.text):
                return path, token.line, token.column
    return None


_PATTERN = re.compile(r"[\\\[({|*+?]")


def _arithmetic(node: Any) -> Iterator[tuple[int, int]]:
    if isinstance(node, dict):
        if isinstance(node.get("ArithExpr"), dict):
            span = node["ArithExpr"]["span"]
            yield span["start"], span["end"]
        node = list(node.values())
    if isinstance(node, list):
        for child in node:
            yield from _arithmetic(child)


def _call(source: str, line: int, end: int) -> tuple[str, int] | None:
    """Return the innermost call whose parenthesis opens before an offset of a line and is not closed there."""
    lines = code_of(source).split("\n")
    text = lines[line - 1] if 1 <= line <= len(lines) else ""
    depth = 0
    for index in range(min(end, len(text)) - 1, -1, -1):
        depth += (text[index] in ")]}") - (text[index] in "([{")
        if depth < 0:
            depth = 0
            name = _NAME.search(text[:index]) if text[index] == "(" else None
            if name is not None:
                return name[0], name.start() + 1
    return None
