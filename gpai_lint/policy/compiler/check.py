"""Run the checks of OPA's compiler over modules, in its order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.errors import PackError
from gpai_lint.policy.compiler import rules as rule_checks
from gpai_lint.policy.compiler.annotations import misplaced
from gpai_lint.policy.compiler.bindings import Bindings
from gpai_lint.policy.compiler.calls import NOT_HERE, wrong_calls, wrong_replacements, wrong_targets
from gpai_lint.policy.compiler.flatten import Flattener
from gpai_lint.policy.compiler.imports import OF_PARSER, imported_twice, unknown_imports
from gpai_lint.policy.compiler.inference import Inference, rule_types
from gpai_lint.policy.compiler.names import resolve
from gpai_lint.policy.compiler.rewriting import rewritten
from gpai_lint.policy.compiler.scopes import Scopes
from gpai_lint.policy.compiler.signatures import ARITIES
from gpai_lint.policy.compiler.terms import inner, parse
from gpai_lint.policy.engines.aliases import expand
from gpai_lint.policy.engines.failure import at_place
from gpai_lint.policy.engines.regorus_places import NO_REGO
from gpai_lint.policy.rego_source import code_of, definitions, imports, names

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from gpai_lint.policy.compiler.rules import Defined, Error
    from gpai_lint.policy.compiler.terms import Expr, Rule, Term
    from gpai_lint.policy.interface import Module

_FUNCTION = re.compile(r"^(?:default[ \t]+)?([A-Za-z_][\w.]*)\(([^()]*)\)", re.MULTILINE)
_PLAIN = re.compile(r"[\w, ]*")
_NEW_VERSION = re.compile(r"^[ \t]*import[ \t]+rego\.v2\b", re.MULTILINE)
_NEW_NOT = re.compile(r"^[ \t]*import[ \t]+future\.keywords(?:\.not)?[ \t]*$", re.MULTILINE)
_NOT_BODY = re.compile(r"\bnot\s*(?=\{)")


def compiled(modules: Sequence[Module], foreign: Collection[str], builtins: Collection[str]) -> tuple[Module, ...]:
    """Return modules as Regorus can evaluate them; those whose paths are ``foreign`` are checked before.

    ``builtins`` are the names of the functions that Regorus has.

    Raises ``PackError`` at the first thing that OPA would not compile.
    """
    sources = check([module for module in modules if module.path in foreign], modules, builtins)
    return tuple(
        module._replace(expanded=expand(sources[module.path]).source) if module.path in sources else module
        for module in modules
    )


def check(modules: Sequence[Module], among: Sequence[Module], builtins: Collection[str]) -> dict[str, str]:
    """Raise ``PackError`` at the first thing in ``modules`` that OPA would not compile.

    ``among`` are all modules that are evaluated, these included. What does not even parse is left to the engine.
    Return, by path, the sources that had to be written otherwise for Regorus (:mod:`rewriting`).
    """
    _refuse_newer(modules)
    try:
        read = _read(modules, among)
        if read is None:
            return {}
        own = {module.path for module in modules}
        shared = {module.package for module in among if module.path not in own}
        return _checked(modules, *read, _functions(modules, among), shared, builtins)
    except RecursionError:
        # Nothing that people write nests so deep; the engine has a bound of its own.
        return {}


def _checked(
    modules: Sequence[Module],
    defined: list[Defined],
    scopes: list[tuple[Module, Scopes]],
    functions: dict[str, int | None],
    shared: Collection[str],
    builtins: Collection[str],
) -> dict[str, str]:
    found: list[Error] = []
    functions |= {".".join(each.path): len(each.rule.args) for each in defined if each.rule.args is not None}
    flat = _Flat(defined, functions)
    stages: list[tuple[Iterator[Error], bool]] = [
        (unknown_imports(modules), True),
        (misplaced(modules, defined), True),
        (rule_checks.bare_sets(defined), True),
        (rule_checks.illegal_defaults(defined), True),
        (rule_checks.shadowed_roots(defined), True),
        (imported_twice(modules), False),
        (((module, *error) for module, each in scopes for error in each.errors if not _unused(error)), True),
        (((module, *error) for module, each in scopes for error in each.errors if _unused(error)), False),
        (flat.targets(functions), True),
        (rule_checks.conflicts(defined), True),
        (flat.calls(functions, builtins), True),
        (flat.heads(), True),
        (flat.bodies(), True),
        (rule_checks.recursions(defined), True),
        (flat.types(functions, shared), True),
    ]
    for errors, ends in stages:
        before = len(found)
        found += errors
        if ends and len(found) > before:
            break
    if found:
        raise _first(found, modules)
    return rewritten(scopes, defined)


def _refuse_newer(modules: Iterable[Module]) -> None:
    """Raise ``PackError`` at syntax that Regorus would read as another one: ``not { … }`` as the negation of a set."""
    for module in modules:
        code = code_of(module.source)
        found = _NEW_VERSION.search(code) or (_NEW_NOT.search(code) and _NOT_BODY.search(code))
        if found:
            before = code[: found.start()]
            line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
            failure = at_place(
                PackError,
                "The embedded engine has neither 'not { … }' nor Rego v2",
                {module.path: module},
                module.path,
                line,
                column,
            )
            failure.hint = "Put the negated body in a rule of its own, or use --engine opa."
            raise failure


def _unused(error: tuple[int, str]) -> bool:
    return error[1].endswith(" unused")


def _read(
    modules: Sequence[Module], among: Sequence[Module]
) -> tuple[list[Defined], list[tuple[Module, Scopes]]] | None:
    """Return the rules of modules, their names written out and their variables told apart; None if one cannot be read.

    With them come the modules with what was learned of their variables.
    """
    exported: dict[str, set[str]] = {}
    parsed: list[tuple[Module, list[Rule]]] = []
    own = {module.path for module in modules}
    packages = {module.package for module in modules}
    for module in among:
        if module.path not in own and module.package in packages:
            exported.setdefault(module.package, set()).update(
                steps[0] for steps, _ in definitions(module.source) if steps
            )
    for module in modules:
        rules = parse(module)
        if rules is None:
            return None
        parsed.append((module, rules))
        exported.setdefault(module.package, set()).update(rule.ref[0].name for rule in rules)
    defined: list[Defined] = []
    scopes: list[tuple[Module, Scopes]] = []
    for module, rules in parsed:
        known = {name: ("data", *module.package.split("."), name) for name in exported[module.package]}
        known |= {name: next(names(path)).parts for name, path, _ in imports(module.source)}
        seen = Scopes(known)
        for rule in rules:
            resolve(rule, known)
            seen.rule(rule)
            defined.append(rule_checks.defined(module, rule))
        scopes.append((module, seen))
    return defined, scopes


def _functions(modules: Iterable[Module], among: Iterable[Module]) -> dict[str, int | None]:
    """Return the functions of ``among`` that are not in ``modules``, with the number of arguments where it is plain."""
    own = {module.path for module in modules}
    functions: dict[str, int | None] = {}
    for module in among:
        if module.path not in own:
            for name, args in _FUNCTION.findall(code_of(module.source)):
                number = args.count(",") + bool(args.strip()) if _PLAIN.fullmatch(args) else None
                functions[f"data.{module.package}.{name}"] = number
    return functions


class _Flat:
    """The branches of all rules with calls taken out of their expressions."""

    def __init__(self, defined: Sequence[Defined], functions: Mapping[str, int | None]) -> None:
        self._defined = defined
        self._functions = functions
        self._flat: list[tuple[Module, list[Term], list[Term], list[Expr]]] | None = None

    def calls(self, functions: Mapping[str, int | None], builtins: Collection[str]) -> Iterator[Error]:
        for module, _, _, body in self._branches():
            for error in wrong_calls(body, functions, builtins, old=module.version == 0):
                yield module, *error

    def targets(self, functions: Collection[str]) -> Iterator[Error]:
        rules = {each.path for each in self._defined}
        for module, _, _, body in self._branches():
            for error in wrong_targets(body, functions, rules):
                yield module, *error

    def heads(self) -> Iterator[Error]:
        for module, args, head, body in self._branches():
            bindings = Bindings(self._arity)
            bindings.head(head, args, body)
            for error in bindings.errors:
                yield module, *error

    def bodies(self) -> Iterator[Error]:
        for module, args, _, body in self._branches():
            bindings = Bindings(self._arity)
            bindings.body(args, body)
            for error in bindings.errors:
                yield module, *error

    def types(self, functions: Mapping[str, int | None], shared: Collection[str]) -> Iterator[Error]:
        rules = rule_types(self._defined, shared)
        for module, args, _, body in self._branches():
            inference = Inference(rules, functions, Bindings(self._arity))
            inference.body(body, _variables(args))
            yield from ((module, *error) for error in inference.errors)
            source = module.source.encode()
            for target, message in wrong_replacements(body, functions):
                # OPA shows the `with`, of what is no function the value.
                yield module, source.rfind(b"with", 0, target) if message.endswith("mismatch") else target, message

    def _branches(self) -> list[tuple[Module, list[Term], list[Term], list[Expr]]]:
        if self._flat is None:
            flattener = Flattener(lambda name: name in self._functions or name in ARITIES)
            self._flat = [
                (each.module, branch.args or [], *flattener.rule(branch))
                for each in self._defined
                for branch in each.rule.branches
                if not each.rule.default
            ]
        return self._flat

    def _arity(self, name: str) -> int | None:
        return self._functions.get(name, ARITIES.get(name))


def _variables(args: Iterable[Term]) -> Iterator[str]:
    return (term.value for term in inner(list(args)) if term.kind == "var")


def _first(found: Iterable[Error], modules: Sequence[Module]) -> PackError:
    order = {module.path: number for number, module in enumerate(modules)}
    module, at, message = min(found, key=lambda error: (order[error[0].path], error[1]))
    before = module.source.encode()[:at].decode()
    line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    if message.startswith(OF_PARSER):
        message = f"{NO_REGO}: {message}"
    failure = at_place(PackError, message, {module.path: module}, module.path, line, column)
    if message.endswith(NOT_HERE):
        failure.hint = "The engine 'opa' has more built-in functions: --engine opa."
    return failure
