"""What policies of packs may call: no network, no environment, no chance, nothing that the engine does not have.

Packs are data, not trusted code. The check reads names and not syntax trees, so that it is the same for every engine,
and it is stricter than a parser would have to be: a forbidden name is refused wherever it stands, since
``with count as http.send`` would call it as well.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.errors import PackError
from gpai_lint.location import Location, Span
from gpai_lint.policy.rego_source import Name, code_of, excerpt, imported, names, possible_names

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from gpai_lint.policy.interface import Module

_NETWORK = "reaches the network"
_REFERENCES = "can reach the network through references in a schema"
_FILES = "reads files"
_CHANCE = "gives another value each time"
_CLOCK = "depends on the clock"

#: Built-in functions that no pack may call, and why. ``time.now_ns`` is none of them: it returns the day of the run.
FORBIDDEN: Mapping[str, str] = {
    "http.send": _NETWORK,
    "net.lookup_ip_addr": _NETWORK,
    "json.match_schema": _REFERENCES,
    "json.verify_schema": _REFERENCES,
    "opa.runtime": "reads the environment",
    "parse_config_file": _FILES,
    "parse_combined_config_files": _FILES,
    "rand.intn": _CHANCE,
    "uuid.rfc4122": _CHANCE,
    "io.jwt.encode_sign": _CHANCE,
    "io.jwt.encode_sign_raw": _CHANCE,
    "io.jwt.decode_verify": _CLOCK,
    "crypto.x509.parse_and_verify_certificates": _CLOCK,
    "crypto.x509.parse_and_verify_certificates_with_options": _CLOCK,
}

#: Built-in functions that only modules in Rego v0 have.
OLD_BUILTINS = frozenset({"all", "any", "re_match", "set_diff"})

_KEYWORDS = frozenset(
    {"as", "contains", "default", "else", "every", "false", "if", "import", "in", "not", "null", "package", "some"}
    | {"set", "true", "with"}
)
_TEMPLATE = re.compile(r"\$[\"`]")


def refuse_forbidden(modules: Iterable[Module]) -> None:
    """Raise ``PackError`` at the first name of a forbidden built-in function."""
    for module in modules:
        # Expressions stand inside of template strings, texts inside of those, and so on: only a parser could tell code
        # from text there, so everything in such a file is taken for code.
        read = possible_names if _TEMPLATE.search(module.source) else names
        for name in read(module.source):
            for length in range(1, len(name.parts) + 1):
                known = ".".join(name.parts[:length])
                if known in FORBIDDEN:
                    raise _at(module, name, f"'{known}' {FORBIDDEN[known]}, so that no pack may call it")


def refuse_unknown(modules: Sequence[Module], builtins: Collection[str], among: Iterable[Module]) -> None:
    """Raise ``PackError`` at the first call of a function that neither ``among`` nor the built-in ones have."""
    functions = _functions(among)
    for module in modules:
        known = OLD_BUILTINS.union(builtins) if module.version == 0 else builtins
        for name, called in _calls(module, functions):
            if called not in functions and called not in known:
                raise _at(
                    module,
                    name,
                    f"There is no function '{name.dotted}' in the packs or in the embedded engine",
                    hint="The engine 'opa' has more built-in functions: --engine opa.",
                )


def refuse_recursion(modules: Sequence[Module]) -> None:
    """Raise ``PackError`` at a function that calls itself, directly or through others."""
    functions = _functions(modules)
    calls: dict[str, list[tuple[str, Module, Name]]] = {}
    for module in modules:
        inside = ""
        for name, called in _calls(module, functions, every=True):
            # Every rule begins in the first column, and nothing else does.
            if name.column == 1 and name.parts[0] not in _KEYWORDS:
                inside = called if name.called else ""
            elif inside and name.called and called in functions:
                calls.setdefault(inside, []).append((called, module, name))
    done: set[str] = set()
    for start in calls:
        _walk(start, calls, done)


def _walk(start: str, calls: Mapping[str, Sequence[tuple[str, Module, Name]]], done: set[str]) -> None:
    # An explicit stack: Rego may nest deeper than Python.
    path: list[str] = []
    stack: list[tuple[str, bool]] = [(start, False)]
    while stack:
        function, left = stack.pop()
        if left:
            path.pop()
            done.add(function)
            continue
        if function in done:
            continue
        path.append(function)
        stack.append((function, True))
        for called, module, name in calls.get(function, ()):
            if called in path:
                raise _at(module, name, f"'{name.dotted}' is recursive: {' calls '.join([*path, called])}")
            stack.append((called, False))


def _calls(module: Module, functions: Collection[str], *, every: bool = False) -> Iterator[tuple[Name, str]]:
    """Yield each call of a module with the function's full path; with ``every`` the heads of rules as well.

    ``functions`` are those of all modules: one of the same package may stand in another file.
    """
    aliases = imported(module.source)
    for name in names(module.source):
        if name.parts[0] in _KEYWORDS or not (name.called or (every and name.column == 1)):
            continue
        first, rest = name.parts[0], name.parts[1:]
        if first == "data":
            path = name.dotted
        elif first in aliases:
            path = ".".join((aliases[first], *rest))
        elif name.column == 1 or f"data.{module.package}.{name.dotted}" in functions:
            path = f"data.{module.package}.{name.dotted}"
        else:
            path = name.dotted
        if every or name.column != 1:
            yield name, path


def _functions(modules: Iterable[Module]) -> set[str]:
    return {path for module in modules for path in _local(module)}


_HEAD = re.compile(r"^(?:default[ \t]+)?([A-Za-z_][\w.]*)\(", re.MULTILINE)


def _local(module: Module) -> set[str]:
    return {f"data.{module.package}.{match[1]}" for match in _HEAD.finditer(code_of(module.source))}


def _at(module: Module, name: Name, message: str, hint: str | None = None) -> PackError:
    place = Location(module.path, Span(name.line, name.column, name.line, name.column + len(name.dotted)))
    return PackError(f"{message}.{excerpt(module.source, name.line, name.column)}", place, hint)
