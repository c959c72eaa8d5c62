"""The adapter to Regorus (module ``regorus``): everything that knows its interface and the text of its errors."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
from copy import copy
from functools import partial
from typing import TYPE_CHECKING, Any

from gpai_lint.errors import EngineError, PackError
from gpai_lint.policy.engines.regorus_answer import value_of

# Regorus makes errors in the course of ordinary evaluation. Where RUST_BACKTRACE is set, as in the CI of many projects,
# each of them would record a backtrace that nobody sees, which takes as long as all the rest.
os.environ.setdefault("RUST_LIB_BACKTRACE", "0")

try:
    import regorus
except ImportError as error:
    raise EngineError(
        "The embedded engine is not installed: there is no module 'regorus'.",
        hint="Install 'gordon-to-regorus', or use --engine opa where there is no wheel for your platform.",
    ) from error

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from gpai_lint.policy.assembly import Assembly
    from gpai_lint.policy.engines.failure import Failure
    from gpai_lint.policy.interface import Module

_PLACE = re.compile(r"^--> (?P<path>.*):(?P<line>\d+):(?P<column>\d+)$", re.MULTILINE)
_ERROR = re.compile(r"^error: (?P<message>.*)$", re.MULTILINE)
_EXTENSION = re.compile(r"^extension '([\w.]+)' raises Python error: \w+: ")
_SEVERAL_VALUES = "functions must not produce multiple outputs"
#: Errors that are none of the function in whose arguments they come up.
_NOT_OF_CALLS = re.compile(r"is unsafe|recursi|conflicts|multiple outputs")
#: Errors that come with the loading of a module and are none of its syntax.
_NOT_OF_PARSER = re.compile(r"was previously defined")
_OF_ARITHMETIC = re.compile(r"divide by zero|modulo by zero|`(?:add|sub|mul|div|rem|mod)` ")
_ARITY = re.compile(r"expects \d+ argument")
_NO_SET = "while parsing set"
_TOO_LARGE = "compiled regex exceeded size limit"
_COUNTED = re.compile(r'"(?:[^"\\]|\\.)*"|.')
_TAB = 4
"""Regorus counts a tab as this many columns."""


#: Built-in functions that OPA has and Regorus has not, and that can be done here to the letter.
_EXTENSIONS: Mapping[str, tuple[int, Callable[..., Any]]] = {
    "crypto.md5": (1, lambda text: _hash("md5", text)),
    "crypto.sha1": (1, lambda text: _hash("sha1", text)),
    "crypto.sha256": (1, lambda text: _hash("sha256", text)),
    "crypto.hmac.md5": (2, lambda text, key: _hmac("md5", text, key)),
    "crypto.hmac.sha1": (2, lambda text, key: _hmac("sha1", text, key)),
    "crypto.hmac.sha256": (2, lambda text, key: _hmac("sha256", text, key)),
    "crypto.hmac.sha512": (2, lambda text, key: _hmac("sha512", text, key)),
    "crypto.hmac.equal": (2, lambda one, other: hmac.compare_digest(_bytes(one), _bytes(other))),
}


def _builtins() -> frozenset[str]:
    """Return the names of the functions that Regorus has, as it tells them itself, and of those added here."""
    answer = json.loads(regorus.Engine().eval_query_as_json("opa.runtime().builtins"))
    return frozenset(answer["result"][0]["expressions"][0]["value"]) | _EXTENSIONS.keys() | _UNLISTED


#: Functions that Regorus has and does not list, and those whose values are written out before it sees them.
_UNLISTED = frozenset({"print", "rego.metadata.rule", "rego.metadata.chain"})

BUILTINS = _builtins()


class RegorusEvaluator:
    """Holds what is loaded, and evaluates queries over it."""

    def __init__(self, assembly: Assembly, *, coverage: bool = False) -> None:
        """Load modules and data, counting the lines that are reached with ``coverage``.

        Raises ``PackError`` with the place if a module does not parse.
        """
        self._modules = {module.path: module for module in assembly.modules}
        self._engine = regorus.Engine()
        # Regorus bounds files more narrowly than OPA does; packs are bounded when they are read.
        self._engine.set_policy_length_config(max_col=100_000, max_file_bytes=20_000_000, max_lines=200_000)
        # What policies print is for their tests; on a check it would land on our standard error.
        self._engine.set_gather_prints(True)
        self._engine.set_enable_coverage(coverage)
        if any(module.version == 0 for module in assembly.modules):
            from gpai_lint.policy.engines.old_builtins import FUNCTIONS  # noqa: PLC0415 (few packs are in v0)

            for name, (arguments, function) in FUNCTIONS.items():
                self._engine.add_extension(name, arguments, function)
        for name, (arguments, function) in _EXTENSIONS.items():
            self._engine.add_extension(name, arguments, function)
        if not assembly.trusted:
            from gpai_lint.policy.engines.corrections import FUNCTIONS as CORRECTED  # noqa: PLC0415 (for packs alone)

            for name, (arguments, function) in CORRECTED.items():
                self._engine.add_extension(name, arguments, function)
        self._add(assembly.modules)
        self._engine.add_data_json(json.dumps(assembly.data))

    def query(self, path: str, document: Mapping[str, Any] | None, data: Mapping[str, Any] | None = None) -> Any:
        """Return the value of a reference, None if undefined; without a document the input is undefined.

        ``data`` is further data for this query. Raises ``EngineError`` with the place in the source.
        """
        engine = self._engine
        if data is not None:
            engine = engine.clone()
            engine.add_data_json(json.dumps(data))
        if document is not None:
            engine.set_input_json(json.dumps(document))
        return self._query(engine, path)

    def ask(self, path: str, document: Mapping[str, Any]) -> Callable[[], Any]:
        """Return what gives the value of a reference when it is called."""
        return partial(self.query, path, document)

    def answer(self, path: str, document: str) -> str:
        """Return in JSON what Regorus answers about a reference for an input document in JSON; raises as ``query``."""
        self._engine.set_input_json(document)
        return self._answer(self._engine, path)

    def extended(self, modules: Collection[Module]) -> RegorusEvaluator:
        """Return an evaluator with more modules loaded; this one stays as it is."""
        other = copy(self)
        other._modules = {**self._modules, **{module.path: module for module in modules}}
        other._engine = self._engine.clone()
        other._add(modules)
        return other

    def compile(self) -> None:
        """Raise ``EngineError`` with the place for what Regorus refuses once all modules are there."""
        self._query(self._engine, "true")

    def beside(self, module: Module, path: str) -> Any:
        """Return the value of a reference with one more module loaded, for this once."""
        engine = self._engine.clone()
        engine.set_enable_coverage(False)
        try:
            engine.add_policy(module.path, module.source)
        except RuntimeError as error:
            raise self._failure(PackError, error) from None
        return self._query(engine, path)

    def printed(self) -> tuple[str, ...]:
        """Return what policies printed since it was last asked."""
        return tuple(self._engine.take_prints())

    def coverage(self) -> dict[str, tuple[frozenset[int], frozenset[int]]]:
        """Return, by path of a module, the lines that were reached and those that were not."""
        report = json.loads(self._engine.get_coverage_report_as_json())
        return {
            file["path"]: (
                frozenset(self._own_lines(file["path"], file["covered"])),
                frozenset(self._own_lines(file["path"], file["not_covered"])),
            )
            for file in report["files"]
        }

    def _own_lines(self, path: str, lines: Collection[int]) -> Iterator[int]:
        """Yield those lines that the module has: some may stand below it for Regorus alone."""
        last = self._modules[path].source.count("\n") + 1 if path in self._modules else 0
        return (line for line in lines if not last or line <= last)

    def close(self) -> None:
        """Do nothing: all that this holds is memory."""

    def _add(self, modules: Collection[Module]) -> None:
        for module in modules:
            self._engine.set_rego_v0(module.version == 0)
            source = self._written_out(module)
            try:
                self._engine.add_policy(module.path, source)
            except RuntimeError as error:
                raise self._failure(PackError, self._of_body(module, source, error)) from None
        self._engine.set_rego_v0(False)

    def _written_out(self, module: Module) -> str:
        """Return a module's source with what Regorus does not do by itself done: imports, and METADATA as values."""
        source = module.expanded
        if not source:
            from gpai_lint.policy.engines.aliases import expand  # noqa: PLC0415 (the compiled pack is written out)

            source = expand(module.source).source
        if "rego.metadata." not in source:
            return source
        from gpai_lint.policy.engines.own_metadata import with_metadata  # noqa: PLC0415 (few packs ask for it)

        return with_metadata(module, source, self._modules.values())

    def _query(self, engine: Any, path: str) -> Any:
        return value_of(self._answer(engine, path))

    def _answer(self, engine: Any, path: str) -> str:
        try:
            answer: str = engine.eval_query_as_json(path)
        except RuntimeError as error:
            raise self._failure(EngineError, error) from None
        return answer

    def _of_body(self, module: Module, source: str, error: RuntimeError) -> RuntimeError:
        """Return what is wrong in a body, where Regorus tells why the body is no set.

        It tries that first, and nothing that begins with ``true`` can be one.
        """
        from gpai_lint.policy.rego_source import code_of  # noqa: PLC0415 (few runs fail)

        place = _PLACE.search(str(error))
        if place is None or _NO_SET not in str(error):
            return error
        lines, code = source.split("\n"), code_of(source).split("\n")
        for number in range(min(int(place["line"]), len(lines)) - 1, -1, -1):
            end = len(code[number].rstrip())
            if code[number][end - 1 : end] == "{":
                lines[number] = f"{lines[number][:end]}true {lines[number][end:]}"
                break
        engine = regorus.Engine()
        engine.set_rego_v0(module.version == 0)
        try:
            engine.add_policy(module.path, "\n".join(lines))
        except RuntimeError as found:
            return found
        return error

    def _failure(self, kind: type[Failure], error: RuntimeError) -> Failure:
        from gpai_lint.policy.engines.failure import at_place  # noqa: PLC0415 (few runs fail)
        from gpai_lint.policy.engines.regorus_places import of_parser  # noqa: PLC0415
        from gpai_lint.policy.rego_source import line_of  # noqa: PLC0415

        text = str(error).partition("\n\nStack backtrace")[0]
        # What Regorus tells of its own state after a message is long, and nothing that an author can use.
        messages = [match["message"].partition(" (path [")[0] for match in _ERROR.finditer(text)]
        message = _EXTENSION.sub(r"\1: ", (messages[-1] if messages else text.strip()).rstrip(" :."))
        if message.startswith(_TOO_LARGE):
            return self._too_large(kind)
        place = _PLACE.search(text)
        if place is None:
            return kind(f"{message}.")
        parsed = kind is PackError and not _NOT_OF_PARSER.search(message)
        module = self._modules.get(place["path"])
        line, column = int(place["line"]), int(place["column"])
        if module is not None:
            module, line, column, message = self._placed(module, line, column, message, failed=kind is EngineError)
            if parsed:
                line, column, message = of_parser(module.source, line, column, message)
        failure = at_place(kind, message, self._modules, module.path if module else place["path"], line, column)
        if module is not None and line_of(module.source, line)[column - 1 : column] == "$":
            failure.hint = "The embedded engine has no expressions in texts. Use sprintf, or --engine opa."
        return failure

    def _placed(
        self, module: Module, line: int, column: int, message: str, *, failed: bool
    ) -> tuple[Module, int, int, str]:
        """Return place and message of an error in the original source; one that ``failed`` came with an evaluation."""
        from gpai_lint.policy.engines.aliases import expand  # noqa: PLC0415 (few runs fail)
        from gpai_lint.policy.engines.regorus_places import (  # noqa: PLC0415
            arithmetic_around,
            call_around,
            call_at,
            last_definition,
        )

        expanded = expand(module.source)
        column = _code_points(expanded.source, line, column)
        if message.startswith(_SEVERAL_VALUES):
            called = call_at(expanded.source, line, column)
            name = called[0] if called else ""
            found = last_definition(
                self._modules, name if name.startswith("data.") else f"data.{module.package}.{name}"
            )
            if found is not None:
                return found[0], found[1], 1, message
        if _OF_ARITHMETIC.search(message):
            tree = self._tree(module, expanded.source)
            line, column = arithmetic_around(expanded.source, tree, line, column) or (line, column)
            return module, line, expanded.column(line, column), message
        called = None
        if failed and not _NOT_OF_CALLS.search(message):
            around = call_at if _ARITY.search(message) else call_around
            called = around(expanded.source, line, column)
        if called is not None:
            column = called[1]
            # Some messages name the function, others do not.
            message = message if message.startswith(("`", f"{called[0]}:")) else f"{called[0]}: {message}"
        return module, line, expanded.column(line, column), message

    def _tree(self, module: Module, source: str) -> Any:
        engine = regorus.Engine()
        engine.set_rego_v0(module.version == 0)
        try:
            engine.add_policy(module.path, source)
        except RuntimeError:
            return None
        return json.loads(engine.get_ast_as_json())

    def _too_large(self, kind: type[Failure]) -> Failure:
        from gpai_lint.policy.engines.failure import at_place  # noqa: PLC0415 (few runs fail)
        from gpai_lint.policy.engines.regorus_places import too_large  # noqa: PLC0415

        engine = regorus.Engine()

        def accepts(text: str) -> bool:
            try:
                engine.eval_query_as_json(f"regex.is_valid({text})")
            except RuntimeError as error:
                return _TOO_LARGE not in str(error)
            return True

        message = "A pattern is larger than the embedded engine allows"
        place = too_large(self._modules, accepts)
        failure = at_place(kind, message, self._modules, *place) if place is not None else kind(f"{message}.")
        failure.hint = (
            r"'\w', '\d' and their like stand for the characters of every script: name those that you mean, such as "
            "[a-z0-9]. The engine 'opa' has no such limit: --engine opa."
        )
        return failure


def _code_points(source: str, line: int, column: int) -> int:
    """Return the column in code points of a column that counts each tab as four, and texts in bytes."""
    from gpai_lint.policy.rego_source import line_of  # noqa: PLC0415 (few runs fail)

    text = line_of(source, line)
    reached = 1
    for match in _COUNTED.finditer(text):
        if reached >= column:
            return match.start() + 1
        width = _TAB if match[0] == "\t" else len(match[0].encode()) if match[0][0] == '"' else 1
        if len(match[0]) > 1 and reached + width > column:
            return match.start() + 1 + column - reached
        reached += width
    return len(text) + max(1, column - reached + 1)


def _bytes(value: Any) -> bytes:
    if not isinstance(value, str):
        raise TypeError("the operand is no text")
    return value.encode()


def _hash(algorithm: str, text: Any) -> str:
    return hashlib.new(algorithm, _bytes(text), usedforsecurity=False).hexdigest()


def _hmac(algorithm: str, text: Any, key: Any) -> str:
    return hmac.new(_bytes(key), _bytes(text), algorithm).hexdigest()
