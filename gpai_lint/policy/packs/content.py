"""Make a pack of files in memory, wherever they came from: Rego modules, data, the manifest, rule metadata."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from gpai_lint.artifacts.yaml_document import compose
from gpai_lint.errors import ArtifactError, PackError
from gpai_lint.location import Location, Span
from gpai_lint.policy import conftest
from gpai_lint.policy.interface import Module, Pack, RuleMetadata
from gpai_lint.policy.metadata import module_rules, unique
from gpai_lint.policy.packs.manifest import parse_manifest
from gpai_lint.policy.rego_source import is_version_0, package_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from gpai_lint.artifacts.interface import Node
    from gpai_lint.policy.packs.manifest import Manifest

#: Names under which OPA bundles hold data; other YAML and JSON files of a pack are left alone.
DATA_FILES = ("data.json", "data.yaml", "data.yml")

MANIFEST = ".manifest"
SIGNATURES = ".signatures.json"

#: A number that YAML 1.1 reads as octal and YAML 1.2 as decimal or text.
_LEADING_ZERO = re.compile(r"[-+]?0[0-9_]+")
_NO_NUMBER = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")


_REPORT = re.compile(r"^report\b", re.MULTILINE)


def make_pack(
    files: Mapping[str, bytes],
    name: str,
    path: str,
    *,
    shown: str | None = None,
    builtin: bool = False,
    trusted: bool = False,
) -> Pack:
    """Return the pack that some files make up.

    ``files`` maps paths inside the pack (forward slashes) to contents; ``path`` is where the pack came from and
    ``shown`` what stands before a file's path in messages (``path`` and a slash without it). Raises ``PackError``, with
    the place, for files that are not UTF-8, data that is no mapping or conflicts, and wrong METADATA or manifests.
    """
    prefix = f"{path}/" if shown is None else shown
    manifest = parse_manifest(files.get(MANIFEST), prefix + MANIFEST)
    modules = _modules(files, prefix, manifest)
    data = merged_data(files, prefix)
    pack = manifest.name or name
    described: list[RuleMetadata] = []
    # A package's METADATA describe its `report`, or in want of one the rules that it has for conftest.
    for_conftest = conftest.packages(modules)
    for module in (module for module in modules if module.package not in for_conftest):
        described += [rule for rule, _ in module_rules(module, pack, data, _category(module.package))]
    _check_reports(described, modules)
    by_conftest = conftest.rules(modules, pack, {rule.package for rule in described})
    roots = manifest.roots or tuple(sorted({module.package.split(".")[0] for module in modules} | set(data)))
    _check_roots(modules, data, roots, prefix)
    return Pack(
        name=pack,
        path=path,
        modules=modules,
        data=data,
        rules=unique([*described, *by_conftest]),
        roots=roots,
        manifest=manifest.values,
        digest=digest(files),
        builtin=builtin,
        trusted=trusted,
        style="conftest" if by_conftest and not described else "gpai",
        places=manifest.places,
    )


def digest(files: Mapping[str, bytes]) -> str:
    """Return ``sha256:…`` over the names and contents of files, signatures left out: the same for every packaging."""
    total = hashlib.sha256()
    for path in sorted(files):
        if path != SIGNATURES:
            total.update(f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n".encode())
    return f"sha256:{total.hexdigest()}"


def merged_data(files: Mapping[str, bytes], prefix: str) -> dict[str, Any]:
    """Return the data files merged, each mounted at its folder's path; raise ``PackError`` where two say different."""
    data: dict[str, Any] = {}
    origin: dict[tuple[str, ...], str] = {}
    for path in sorted(files):
        pure = PurePosixPath(path)
        if pure.name not in DATA_FILES:
            continue
        mount = pure.parent.parts
        value = parse_data(files[path], prefix + path)
        if not isinstance(value, dict):
            raise PackError("A data file holds a mapping.", Location(prefix + path, Span(1, 1, 1, 2)))
        for step in reversed(mount):
            value = {step: value}
        _merge(data, value, (), prefix + path, origin)
    return data


def is_test(path: str) -> bool:
    """Return whether a Rego file holds tests, by its name: they are no part of what is evaluated."""
    return path.endswith("_test.rego")


def _modules(files: Mapping[str, bytes], prefix: str, manifest: Manifest) -> tuple[Module, ...]:
    modules = []
    for path in sorted(files):
        if not path.endswith(".rego") or is_test(path):
            continue
        source = decode(files[path], prefix + path)
        version = manifest.version_of(path)
        if version is None:
            version = 0 if is_version_0(source) else 1
        modules.append(Module(prefix + path, source, package_of(source, prefix + path), version))
    return tuple(modules)


def decode(content: bytes, shown: str) -> str:
    """Return a file's text; raise ``PackError`` with line and column of the first byte that is no UTF-8."""
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        raise PackError("The file is not UTF-8.", Location(shown, Span(line, column, line, column + 1))) from error


def parse_data(content: bytes, shown: str, number: Callable[[str], Any] | None = None) -> Any:
    """Return what a data file or a manifest says; raise ``PackError`` with the place that does not parse.

    ``number`` makes a value of a number that is written in JSON.
    """
    text = decode(content, shown)
    if shown.endswith((".json", MANIFEST)):
        try:
            return json.loads(text, parse_constant=_no_constant, parse_int=number, parse_float=number)
        except json.JSONDecodeError as error:
            place = Location(shown, Span(error.lineno, error.colno, error.lineno, error.colno + 1))
            raise PackError(f"The file is no JSON: {error.msg}.", place) from error
        except (ValueError, RecursionError) as error:
            raise PackError(f"The file is no JSON: {error}.", Location(shown, Span(1, 1, 1, 2))) from error
    try:
        node = compose(text, shown)
    except ArtifactError as error:
        raise PackError(error.message, error.location, error.hint) from error
    _refuse_ambiguous(node, shown)
    return node.plain() if node.value is not None else {}


def _no_constant(name: str) -> Any:
    raise ValueError(f"'{name}' is no JSON number")


def _refuse_ambiguous(node: Node, shown: str) -> None:
    """Refuse scalars that OPA, which reads YAML 1.1 numbers, would take for another value than we do."""
    if isinstance(node.value, dict):
        for child in node.value.values():
            _refuse_ambiguous(child, shown)
    elif isinstance(node.value, list):
        for child in node.value:
            _refuse_ambiguous(child, shown)
    elif node.span.end_column - node.span.column != len(node.text):
        return  # In quotes, or a block: a text for everyone.
    elif _NO_NUMBER.fullmatch(node.text):
        raise PackError(f"'{node.text}' is no number that policies can have.", Location(shown, node.span))
    elif _LEADING_ZERO.fullmatch(node.text):
        raise PackError(
            f"'{node.text}' is read as octal by some and as decimal by others; put it in quotes or drop the zero.",
            Location(shown, node.span),
        )


def _merge(
    into: dict[str, Any],
    value: Mapping[str, Any],
    path: tuple[str, ...],
    shown: str,
    origin: dict[tuple[str, ...], str],
) -> None:
    for key, child in value.items():
        place = (*path, key)
        if key not in into:
            into[key] = child if not isinstance(child, dict) else {}
            origin[place] = shown
            if isinstance(child, dict):
                _merge(into[key], child, place, shown, origin)
        elif isinstance(child, dict) and isinstance(into[key], dict):
            _merge(into[key], child, place, shown, origin)
        else:
            raise PackError(
                f"'data.{'.'.join(place)}' is already set by {origin.get(place, 'another file')}.",
                Location(shown, Span(1, 1, 1, 2)),
            )


def _check_reports(rules: Sequence[RuleMetadata], modules: Sequence[Module]) -> None:
    """Refuse a described rule whose package has no ``report``: it would pass on everything."""
    reporting = {module.package for module in modules if _REPORT.search(module.source)}
    for rule in rules:
        if rule.package not in reporting:
            raise PackError(
                f"The rule '{rule.id}' reports nothing: the package '{rule.package}' has no rule 'report'.",
                rule.location,
                hint="Write 'report contains finding.at(...) if { ... }'.",
            )


def _check_roots(modules: Sequence[Module], data: Mapping[str, Any], roots: Sequence[str], prefix: str) -> None:
    """Refuse what lies outside the roots, as OPA does for bundles."""
    claimed = [tuple(root.split("/")) if root else () for root in roots]
    for module in modules:
        if not any(tuple(module.package.split("."))[: len(root)] == root for root in claimed):
            raise PackError(
                f"The package '{module.package}' lies outside the roots of the pack ({', '.join(roots)}).",
                Location(module.path, Span(1, 1, 1, 2)),
                hint=f"Name its root in '{prefix}{MANIFEST}'.",
            )
    for path in _leaves(data, (), max((len(root) for root in claimed), default=0)):
        if not any(path[: len(root)] == root for root in claimed):
            raise PackError(
                f"The data 'data.{'.'.join(path)}' lies outside the roots of the pack ({', '.join(roots)}).",
                Location(f"{prefix}{MANIFEST}", Span(1, 1, 1, 2)),
            )


def _leaves(value: Any, path: tuple[str, ...], depth: int) -> list[tuple[str, ...]]:
    if not isinstance(value, dict) or not value or depth == 0:
        return [path] if path else []
    return [leaf for key, child in value.items() for leaf in _leaves(child, (*path, key), depth - 1)]


def _category(package: str) -> str:
    """Return the category that a rule's package implies: the step before the last (``acme.rules.naming.ids``)."""
    steps = package.split(".")
    return steps[-2] if len(steps) > 1 else steps[0]
