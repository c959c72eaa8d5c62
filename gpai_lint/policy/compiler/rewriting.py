"""Write for Regorus what it reads as something else: names of the same length, so that every place stays.

A variable that hides another one, a rule or an import gets a name of its own: Regorus takes two for one, or refuses
them. ``some i`` makes way for ``true`` where it does not begin its body: Regorus runs it for each solution of what
stands before, and finds that it was declared already. ``sprintf`` becomes a function of the module that has the verbs
of Go. Only for ``with`` names get longer: Regorus takes that of a rule there in full alone, and replaces a function
only where a call spells it alike. And below the module stands a rule that never holds for each rule of two levels
(``p[x][y]``, ``p[x] contains y``): without it one that has no member is undefined to Regorus, and not empty.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from gpai_lint.policy.compiler.terms import calls, dotted, targets
from gpai_lint.policy.rego_source import imports

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gpai_lint.policy.compiler.rules import Defined
    from gpai_lint.policy.compiler.scopes import Scopes
    from gpai_lint.policy.compiler.terms import Term
    from gpai_lint.policy.interface import Module

FORMAT = "gpai_lint.sprintf"
"""The function of the evaluator that formats; its arguments come as the names of their types and as texts."""

#: In Rego v0 and in v1, with the keyword between. What is no text or no list fails as it did.
_FUNCTION = (
    "\n{name}(f, a) = y {if_}{{ is_string(f); is_array(a); "
    'y := {function}(f, [[type_name(x), sprintf("%v", [x])] | x := a[_]]) }} else = y {if_}{{ y := sprintf(f, a) }}\n'
)
#: In Rego v0 and in v1.
_EMPTY = ("\n{head}[x] = y {{ false; x = 1; y = {{}} }}\n", "\n{head}[x] := {{}} if {{ false; x := 1 }}\n")
_PACKAGE = re.compile(r"^[ \t]*package[ \t]+([\w.]+(?:\[[^\]\n]*\])*)", re.MULTILINE)
_MOCKED = re.compile(r"\bwith[ \t]+sprintf\b")


def rewritten(scopes: Sequence[tuple[Module, Scopes]], defined: Iterable[Defined]) -> dict[str, str]:
    """Return, by path of a module, its source as Regorus has to see it, for those in which anything changes."""
    formatting: dict[str, list[int]] = {}
    defined = list(defined)
    shortened = _shortened(defined)
    levels = _of_two_levels(defined)
    for each in defined:
        for branch in each.rule.branches:
            places = (at for name, at in calls(branch) if name == "sprintf")
            formatting.setdefault(each.module.path, []).extend(places)
    sources: dict[str, str] = {}
    for number, (module, seen) in enumerate(scopes):
        found = [] if _MOCKED.search(module.source) else formatting.get(module.path, [])
        named = {value for value, terms in seen.written.items() if "#" in value and terms[0].name in seen.known}
        bare = shortened.get(module.path, set())
        heads = levels.get(module.path, ())
        if not (seen.hiding or named or seen.later or found or bare or heads):
            continue
        source = module.source.encode()
        for expr in seen.later:
            end = expr.terms[-1].at + len(expr.terms[-1].name)
            source = source[: expr.at] + _without(source[expr.at : end]) + source[end:]
        for value in sorted(seen.hiding | named):
            other = _free(seen.written[value][0].name, source)
            for term in seen.written[value] if other else ():
                if source[term.at : term.at + 1].isspace():
                    continue  # Its declaration is gone.
                source = _replaced(source, term.at, other)
        if found:
            name = _free(f"sp{number:05}"[:7], source)
            for at in found:
                source = _replaced(source, at, name)
            keyword = "if " if module.version else ""
            source += _FUNCTION.format(name=name.decode(), if_=keyword, function=FORMAT).encode()
        for at in sorted(bare, reverse=True):
            source = source[:at] + _path(module.source) + source[at:]
        for head in heads:
            source += _EMPTY[module.version].format(head=head).encode()
        sources[module.path] = source.decode()
    return sources


def _of_two_levels(defined: Iterable[Defined]) -> dict[str, list[str]]:
    """Return, by path of a module, the heads of its rules that are objects of objects, or of sets, up to the first."""
    found: dict[str, list[str]] = {}
    for each in defined:
        steps = each.path[1 + each.module.package.count(".") + 1 :]
        varying = len(each.rule.ref) - len(steps)
        if each.rule.args is None and varying + (each.rule.key is not None) > 1 and varying > 0:
            head = steps[0] + "".join(f"[{json.dumps(step)}]" for step in steps[1:])
            if head not in found.setdefault(each.module.path, []):
                found[each.module.path].append(head)
    return found


def _shortened(defined: Sequence[Defined]) -> dict[str, set[int]]:
    """Return, by path of a module, where Regorus needs the path of what its package knows by nothing but a name.

    Behind ``with`` it knows a rule by its path alone, and a function as the call spells it alone: all are written out.
    """
    functions = {".".join(each.path) for each in defined if each.rule.args is not None}
    replaced = {dotted(target) for each in defined for branch in each.rule.branches for target in targets(branch)}
    found: dict[str, set[int]] = {}
    mocked = functions & replaced
    for each in defined:
        own = f"data.{each.module.package}."
        for branch in each.rule.branches:
            named = [(dotted(target), target.at) for target in targets(branch) if _is_bare(target)]
            named += [(own + name, at) for name, at in calls(branch) if own + name in mocked]
            for name, at in named:
                if _stands_alone(each.module, name, at):
                    found.setdefault(each.module.path, set()).add(at)
    return found


def _is_bare(target: Term) -> bool:
    """Return whether no step of a reference was written: each of those has a place of its own."""
    return target.kind == "ref" and target.items[1].at == target.at


def _stands_alone(module: Module, name: str, at: int) -> bool:
    """Return whether the name of a rule of a module's package stands at a place without its path."""
    own = f"data.{module.package}."
    written = re.match(rb"\w+", module.source.encode()[at:])
    first = name.removeprefix(own).partition(".")[0]
    imported = {alias for alias, _, _ in imports(module.source)}
    return name.startswith(own) and written is not None and written[0].decode() == first and first not in imported


def _path(source: str) -> bytes:
    """Return the path of a module's package as it writes it, with what goes before the name of a rule."""
    package = _PACKAGE.search(source)
    return f"data.{package[1]}.".encode() if package else b""


def _without(declaration: bytes) -> bytes:
    """Return an expression that is true, with as many bytes and lines as a declaration."""
    return b"true" + re.sub(rb"[^\n]", b" ", declaration[4:])


def _replaced(source: bytes, at: int, name: bytes) -> bytes:
    return source[:at] + name + source[at + len(name) :]


def _free(name: str, source: bytes) -> bytes:
    """Return a name of the same length that a source has not; b"" if there is none."""
    used = set(re.findall(rb"\w+", source))
    if name.encode() not in used:
        return name.encode()
    letters = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_"
    for end in range(len(name)):
        for letter in letters:
            other = name.encode()[:end] + bytes([letter]) + name.encode()[end + 1 :]
            if other not in used and other not in _KEYWORDS:
                return other
    return b""


_KEYWORDS = frozenset(b"as default else false if import in not null package some true with every contains".split())
