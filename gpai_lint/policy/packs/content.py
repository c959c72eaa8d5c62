"""Make a pack of files in memory, wherever they came from: Rego modules, data, the manifest, rule metadata."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from gpai_lint.errors import PackError
from gpai_lint.location import Location, Span
from gpai_lint.policy import conftest
from gpai_lint.policy.interface import Module, Pack, RuleMetadata
from gpai_lint.policy.metadata import module_rules
from gpai_lint.policy.packs.claims import PackData, check_packages
from gpai_lint.policy.packs.data_files import decode
from gpai_lint.policy.packs.data_folders import folders_of, refuse_missing
from gpai_lint.policy.packs.manifest import parse_manifest
from gpai_lint.policy.rego_source import is_version_0, package_of
from gpai_lint.policy.rule_data import unique

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gpai_lint.policy.packs.manifest import Manifest

MANIFEST = ".manifest"
SIGNATURES = ".signatures.json"

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
    folders = folders_of(files.get(MANIFEST))
    refuse_missing(files, folders, manifest.places.get("data"))
    merged = PackData(files, prefix, folders)
    data = merged.value
    pack = manifest.name or name
    described: list[RuleMetadata] = []
    # A package's METADATA describe its `report`, or in want of one the rules that it has for conftest.
    for_conftest = conftest.packages(modules)
    for module in (module for module in modules if module.package not in for_conftest):
        described += [rule for rule, _ in module_rules(module, pack, data, _category(module.package))]
    _check_reports(described, modules)
    by_conftest = conftest.rules(modules, pack, {rule.package for rule in described})
    roots = manifest.roots or tuple(sorted({module.package.split(".")[0] for module in modules} | set(data)))
    _check_roots(modules, roots, prefix)
    merged.check_roots(roots)
    if not builtin:
        merged.check_rules(modules)
        check_packages(modules)
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


def _check_roots(modules: Sequence[Module], roots: Sequence[str], prefix: str) -> None:
    """Refuse policies outside the roots, as OPA does for bundles."""
    claimed = [tuple(root.split("/")) if root else () for root in roots]
    for module in modules:
        if not any(tuple(module.package.split("."))[: len(root)] == root for root in claimed):
            raise PackError(
                f"The package '{module.package}' lies outside the roots of the pack ({', '.join(roots)}).",
                Location(module.path, Span(1, 1, 1, 2)),
                hint=f"Name its root in '{prefix}{MANIFEST}'.",
            )


def _category(package: str) -> str:
    """Return the category that a rule's package implies: the step before the last (``acme.rules.naming.ids``)."""
    steps = package.split(".")
    return steps[-2] if len(steps) > 1 else steps[0]
