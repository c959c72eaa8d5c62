"""Write imported names out in full before Regorus sees a module.

Regorus 0.13 evaluates the whole of a package when a rule of it is referred to through an import
(``import data.a.scope``, ``scope.answers``): rules that depend on each other across packages then look recursive. And
once a package was evaluated as a whole, what its modules import is undefined in them: conditions fail that hold. A name
written in full (``data.a.scope.answers``) does neither, and means the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gpai_lint.policy.rego_source import code_of, imports

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_NAME = re.compile(r"[A-Za-z_]\w*")
#: In the first column it would be the head of a rule.
_ASSIGNED = re.compile(r"(?<=[^\w.\n])(?<!^default )([A-Za-z_]\w*)[ \t]*:=", re.MULTILINE)
_QUANTIFIED = re.compile(r"\b(?:some|every)[ \t]([^\n{}]*)")
_FUNCTION = re.compile(r"^\w[\w.]*\(([^()]*)\)", re.MULTILINE)
#: The first line of a rule: what begins a line and neither opens the module nor closes a bracket.
_RULE = re.compile(r"^[ \t]*(?!package\b|import\b)[A-Za-z_]", re.MULTILINE)
#: A bracket, or what stands before the first name of a line.
_MARK = re.compile(r"[{}\[\]()]|^[ \t]*(?=[A-Za-z_])", re.MULTILINE)
_PACKAGE = re.compile(r"^[ \t]*package[ \t]+[\w.]+(?:\[[^\]\n]*\])*", re.MULTILINE)
_VARIABLE = re.compile(r"(?<![\w.])[A-Za-z_]\w*\b(?![ \t]*[.\[(])")


@dataclass(frozen=True, slots=True)
class Expanded:
    """A module's source with imported names written out; ``column`` maps its places to those of the original."""

    source: str
    replaced: dict[int, list[tuple[int, int, int]]]

    def column(self, line: int, column: int) -> int:
        """Return the original column (code points from 1) of a column in the expanded source."""
        shift = 0
        for start, before, after in self.replaced.get(line, ()):
            # `start` counts in the original line.
            if column < start + shift + after:
                return min(column - shift, start + before - 1) if column >= start + shift else column - shift
            shift += after - before
        return column - shift


def expand(source: str) -> Expanded:
    """Return a source in which every imported name stands in full; strings, comments and imports stay as they are."""
    source, _ = with_heads(_hoisted(source))
    code = code_of(source)
    declared = declared_in(code)
    paths: dict[str, str] = {}
    spans: list[tuple[int, int]] = []
    for alias, path, span in imports(source):
        # An import inside a raw string is none.
        if code[span[0]] == " ":
            continue
        spans.append(span)
        if _NAME.fullmatch(alias) and alias not in declared:
            paths[alias] = path

    def full(match: re.Match[str]) -> str:
        return match[0] if any(start <= match.start() < end for start, end in spans) else paths[match[0]]

    return replace_names(source, code, paths, full)


def _hoisted(source: str) -> str:
    """Return a source whose late imports stand on the line of the package, so that no line moves."""
    early = without_late_imports(source)
    if early == source:
        return source
    kept = {span for _, _, span in imports(early)}
    late = " ".join(source[start:end] for _, _, (start, end) in imports(source) if (start, end) not in kept)
    package = _PACKAGE.search(code_of(early))
    end = package.end() if package else 0
    return f"{early[:end]} {late}{early[end:]}"


def with_heads(source: str) -> tuple[str, list[tuple[int, int, int]]]:
    """Return a source of Rego v0 in which every body of a set has a head: ``p[x] {`` in place of the ``{`` of ``} {``.

    With it come, in bytes, where a head was inserted, how long it is, and where it stands in the original.
    """
    code = code_of(source)
    depth = begin = reached = shift = 0
    head, closed = "", -1
    pieces: list[str] = []
    inserted: list[tuple[int, int, int]] = []
    for match in _MARK.finditer(code):
        mark, at = match[0], match.start()
        if not mark.strip():
            begin = match.end() if depth == 0 else begin
        elif mark in "}])":
            depth -= 1
            closed = match.end() if mark == "}" and depth == 0 else closed
        else:
            if mark == "{" and depth == 0 and closed >= 0 and not code[closed:at].strip():
                if head.rstrip().endswith("]"):
                    size = len(head.encode())
                    inserted.append((len(source[:at].encode()) + shift, size, len(source[:begin].encode())))
                    pieces += [source[reached:at], head]
                    reached, shift = at, shift + size
            elif mark == "{" and depth == 0:
                head = source[begin:at]
            depth += 1
    return "".join([*pieces, source[reached:]]), inserted


def without_late_imports(source: str) -> str:
    """Return a source with spaces in place of the imports that stand after a rule, where OPA takes them."""
    code = code_of(source)
    first = _RULE.search(code)
    for _, _, (start, end) in imports(source):
        if first is not None and start > first.start() and code[start] != " ":
            source = source[:start] + " " * (end - start) + source[end:]
    return source


def replace_names(source: str, code: str, words: Iterable[str], instead: Callable[[re.Match[str]], str]) -> Expanded:
    """Return a source with some names, where they begin a reference in its ``code``, replaced."""
    names = "|".join(map(re.escape, words))
    if not names:
        return Expanded(source, {})
    pieces: list[str] = []
    replaced: dict[int, list[tuple[int, int, int]]] = {}
    reached = 0
    for match in re.finditer(rf"(?<![\w.])(?:{names})\b", code):
        text = instead(match)
        if text == match[0]:
            continue
        pieces += [source[reached : match.start()], text]
        reached = match.end()
        line = source.count("\n", 0, match.start()) + 1
        column = match.start() - source.rfind("\n", 0, match.start())
        replaced.setdefault(line, []).append((column, len(match[0]), len(text)))
    pieces.append(source[reached:])
    return Expanded("".join(pieces), replaced)


def declared_in(code: str) -> set[str]:
    """Return the names of variables that a module declares itself; they hide imports of the same name."""
    declared = {match[1] for match in _ASSIGNED.finditer(code)}
    for match in _QUANTIFIED.finditer(code):
        declared.update(_VARIABLE.findall(match[1].partition(" in ")[0]))
    for match in _FUNCTION.finditer(code):
        declared.update(_VARIABLE.findall(match[1]))
    return declared
