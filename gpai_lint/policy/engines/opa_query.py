"""Query a server that holds an organisation's bundles already, without pushing anything to it.

The built-in pack is evaluated here. The server is asked for the results of the organisation's rules, one by one, over
the same input document; from there on they are treated like those of any other pack.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from gpai_lint.errors import EngineError, PackError
from gpai_lint.policy.assembly import Assembly, assemble
from gpai_lint.policy.conftest import heads
from gpai_lint.policy.engines.failure import of_opa
from gpai_lint.policy.engines.opa_client import EvaluationError, Server
from gpai_lint.policy.engines.regorus_engine import RegorusEvaluator
from gpai_lint.policy.interface import Engine
from gpai_lint.policy.metadata import parse_annotations
from gpai_lint.policy.packs.content import make_pack
from gpai_lint.policy.rego_source import package_of
from gpai_lint.policy.router import sees_files
from gpai_lint.policy.rule_data import as_data

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from gpai_lint.policy.interface import Module, Pack

#: Packages of a server that are no policies of the organisation's over our documents.
_OTHERS = ("gpai", "gpai_lint", "system")


class OpaQueryEngine(Engine):
    """Evaluates the built-in pack here and asks a server for the rest."""

    name = "opa"

    def __init__(self, url: str, token: str | None = None, ca: str | None = None, timeout: float = 30.0) -> None:
        """Prepare to query the server at ``url``; see :class:`gpai_lint.policy.engines.opa.OpaEngine`."""
        self._server = Server(url, token, ca, timeout)
        self._evaluator: RegorusEvaluator | None = None
        self._entries: tuple[tuple[str, str, bool], ...] = ()
        self._modules: Mapping[str, Module] = {}
        self._described: dict[str, dict[tuple[str, ...], Any]] = {}

    def load(self, packs: tuple[Pack, ...], data: Mapping[str, Any]) -> None:
        """Load the built-in pack and see to it that the server holds the others as they are here.

        Raises ``EngineError`` where the server holds another version of a package, or none.
        """
        foreign = [pack for pack in packs if not pack.builtin]
        held = self._server.sources()
        for pack in foreign:
            if sees_files(pack):
                raise PackError(
                    f"The pack '{pack.name}' sees one file at a time, which a server cannot be queried for.",
                    hint="Let gpai-lint push the pack or start a server of its own.",
                )
            for module in pack.modules:
                if module.source not in held.get(module.package, {}).values():
                    raise EngineError(
                        f"The OPA server at {self._server.url} does not hold the package '{module.package}' as it is "
                        f"in {module.path}."
                    )
        self._modules = {
            identifier: module
            for pack in foreign
            for module in pack.modules
            for identifier, source in held[module.package].items()
            if source == module.source
        }
        self._entries = tuple(entry for pack in foreign for entry in _entries(pack))
        self._described = {}
        for pack in foreign:
            for rule in pack.rules.values():
                if rule.entry == "report":
                    place = ("gpai", "metadata", "rules", rule.id)
                    self._described.setdefault(rule.package, {})[place] = as_data(rule)
        assembly = assemble(packs, data)
        elsewhere = {module.path for pack in foreign for module in pack.modules}
        local = tuple(module for module in assembly.modules if module.path not in elsewhere)
        self._evaluator = RegorusEvaluator(Assembly(local, {"gpai": assembly.data["gpai"]}, trusted=True))

    def query(self, path: str, document: Mapping[str, Any]) -> Any:
        """Return the value of a rule or package for an input document; None if undefined; see :class:`Engine`."""
        if self._evaluator is None:
            raise RuntimeError("query before load")
        results: dict[str, Any] = {}
        for package, entry, required in self._entries:
            value = self._ask(f"data.{package}.{entry}", document)
            if value and package in self._described:
                # The server does not know what the METADATA of these rules say, on which their levels rest.
                with self._placed():
                    described = self._described[package]
                    value = self._server.query_with(f"data.{package}.{entry}", document, described)
            if value is None and required:
                raise EngineError(f"The OPA server at {self._server.url} has no 'data.{package}.{entry}'.")
            if value is not None:
                node = results
                for step in package.split("."):
                    node = node.setdefault(step, {})
                node[entry] = value
        return self._evaluator.query(path, document, results)

    def close(self) -> None:
        """Close the connection."""
        self._server.close()

    def _ask(self, path: str, document: Mapping[str, Any]) -> Any:
        with self._placed():
            return self._server.query(path, document)

    @contextmanager
    def _placed(self) -> Iterator[None]:
        """Turn what policies fail with into an error at its place in the source."""
        try:
            yield
        except EvaluationError as error:
            raise of_opa(EngineError, error.message, error.place, self._locate) from error

    def _locate(self, file: str, row: int, column: int) -> tuple[Module, int, int] | None:
        module = self._modules.get(file)
        return (module, row, column) if module is not None else None


def server_pack(url: str, token: str | None = None, ca: str | None = None, timeout: float = 30.0) -> Pack:
    """Return the policies that a server holds as a pack; its own and the built-in pack's are left out.

    Raises ``EngineError`` if the server cannot be reached, ``PackError`` for METADATA that is wrong.
    """
    server = Server(url, token, ca, timeout)
    try:
        files: dict[str, bytes] = {}
        tables: dict[str, Any] = {}
        for package, sources in server.sources().items():
            if package.split(".")[0] in _OTHERS:
                continue
            for identifier, source in sources.items():
                files[identifier if identifier.endswith(".rego") else f"{identifier}.rego"] = source.encode()
                if _has_rows(source, identifier):
                    steps = [*package_of(source, identifier).split("."), "rows"]
                    node = tables
                    for step in steps[:-1]:
                        node = node.setdefault(step, {})
                    node["rows"] = server.data(steps)
        files["data.json"] = json.dumps(tables).encode()
    finally:
        server.close()
    if len(files) == 1:
        raise EngineError(f"The OPA server at {server.url} holds no policies.")
    return make_pack(files, "opa-server", server.url, trusted=True)


def _has_rows(source: str, identifier: str) -> bool:
    return any(
        annotation.scope == "package" and (annotation.values.get("custom") or {}).get("rows") is True
        for annotation in parse_annotations(source, identifier)
    )


def _entries(pack: Pack) -> list[tuple[str, str, bool]]:
    """Return the rules of a pack to ask for: package, name, and whether it must be defined."""
    found = {(rule.package, rule.entry): rule.entry == "report" for rule in pack.rules.values()}
    denying = {rule.package for rule in pack.rules.values() if rule.entry != "report"}
    for module in pack.modules:
        if module.package in denying and "exception" in heads(module.source):
            found[module.package, "exception"] = False
    return [(package, entry, required) for (package, entry), required in found.items()]
