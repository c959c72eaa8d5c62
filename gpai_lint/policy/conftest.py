"""Policies in the manner of conftest: packages with ``deny``, ``warn`` and ``violation`` rules.

The names are conftest's (https://www.conftest.dev): each may carry suffixes (``deny_unpinned_base``), a result is a
text or an object with ``msg``, and a rule ``exception`` names the suffixes of rules that do not apply. All packages are
evaluated, as with its ``--all-namespaces``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gpai_lint.errors import PackError
from gpai_lint.location import Location, Span
from gpai_lint.policy.interface import RuleMetadata
from gpai_lint.policy.metadata import Annotation, parse_annotations, rule_metadata
from gpai_lint.policy.rego_source import excerpt, tokens

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from gpai_lint.policy.interface import Module

RULE = re.compile(r"(deny|violation|warn)((?:_[a-zA-Z0-9]+)*)")

_NAME = r"(?:deny|violation|warn|exception)(?:_[a-zA-Z0-9]+)*"
#: A function of such a name is none of the rules that conftest asks for.
_HEAD = re.compile(rf"^[ \t]*(?:default[ \t]+)?({_NAME})\b(?!\()", re.MULTILINE)
_MAP = re.compile(rf"^[ \t]*({_NAME})\[[^\]\n]*\][ \t]+if\b", re.MULTILINE)
_REPORT = re.compile(r"^report\b", re.MULTILINE)


def packages(modules: Sequence[Module]) -> frozenset[str]:
    """Return the packages that can only be meant for conftest: they have its rules, and no ``report``."""
    denying = {module.package for module in modules if any(map(RULE.fullmatch, heads(module.source)))}
    reporting = {module.package for module in modules if module.package in denying and _REPORT.search(module.source)}
    return frozenset(denying - reporting)


def rules(modules: Sequence[Module], pack: str, apart_from: Collection[str]) -> list[RuleMetadata]:
    """Return what is known of each conftest rule; packages in ``apart_from`` are written against the pack API.

    A rule's id is ``<pack>/<package>.<rule>`` unless METADATA gives it one. What METADATA says of the rule goes before
    what it says of the rule's package, and that before what it says of the packages above.
    """
    found: dict[tuple[str, str], Location] = {}
    for module in modules:
        if module.package not in apart_from:
            for name, line in heads(module.source).items():
                if RULE.fullmatch(name):
                    place = Location(module.path, Span(line, 1, line, len(name) + 1))
                    found.setdefault((module.package, name), place)
    if not found:
        return []
    _refuse_maps(modules, apart_from)
    annotations = [
        _Placed(annotation, module.package)
        for module in modules
        for annotation in parse_annotations(module.source, module.path)
    ]
    alone = {package: sum(other == package for other, _ in found) == 1 for package, _ in found}
    return [
        _metadata(package, name, pack, place, annotations, alone=alone[package])
        for (package, name), place in found.items()
    ]


def _refuse_maps(modules: Iterable[Module], apart_from: Collection[str]) -> None:
    """Raise ``PackError`` at ``deny[msg] if``, as conftest does: in Rego v1 that is no set of messages."""
    for module in modules:
        match = _MAP.search(module.source) if module.version and module.package not in apart_from else None
        if match is None or module.source.count("\n", 0, match.start(1)) + 1 not in _rule_lines(module.source):
            continue
        line, column = module.source.count("\n", 0, match.start(1)) + 1, match.start(1) - match.start() + 1
        name = match[1]
        raise PackError(
            f"'{name}[…] if' makes an object and no set of messages.{excerpt(module.source, line, column)}",
            Location(module.path, Span(line, column, line, column + len(name))),
            hint=f"Write '{name} contains msg if'.",
        )


def heads(source: str) -> dict[str, int]:
    """Return the conftest rules that a module defines, ``exception`` included, each with its first line."""
    found: dict[str, int] = {}
    if not _HEAD.search(source):
        return found
    starts = _rule_lines(source)
    for match in _HEAD.finditer(source):
        line = source.count("\n", 0, match.start(1)) + 1
        if line in starts:
            found.setdefault(match[1], line)
    return found


def _rule_lines(source: str) -> set[int]:
    """Return the lines that begin with a name outside of all brackets, as those with the head of a rule do."""
    lines: set[int] = set()
    depth = last = 0
    for token in tokens(source):
        if token.kind == "name" and token.line > last and depth == 0:
            lines.add(token.line)
        elif token.kind == "mark" and token.text in "{[(":
            depth += 1
        elif token.kind == "mark" and token.text in "}])":
            depth -= 1
        last = token.line + token.text.count("\n")
    return lines


@dataclass(frozen=True, slots=True)
class _Placed:
    """An annotation and the package of the module that it stands in."""

    annotation: Annotation
    package: str


def _metadata(
    package: str, name: str, pack: str, place: Location, annotations: Sequence[_Placed], *, alone: bool
) -> RuleMetadata:
    identifier = f"{pack}/{package}.{name}"
    level = "warning" if name.startswith("warn") else "error"
    plain: dict[str, Any] = {
        "id": identifier,
        "name": identifier,
        "title": name.replace("_", " "),
        "level": level,
    }
    above = _agreed(
        [each for each in annotations if each.annotation.scope == "subpackages" and _is_below(package, each.package)],
        [each for each in annotations if each.annotation.scope == "package" and each.package == package],
    )
    own = _agreed(
        [each for each in annotations if _is_of(each, package, name) and each.annotation.scope == "document"],
        [each for each in annotations if _is_of(each, package, name) and each.annotation.scope == "rule"],
    )
    # What names a package names its rule only where it has a single one; how grave it is says nothing of warnings.
    apart = {*(() if alone else ("id", "name", "title", "aliases")), *(("level",) if name.startswith("warn") else ())}
    said = {**plain, **{key: value for key, value in above.items() if key not in apart}, **own}
    nearest = next((each.annotation for each in annotations if _is_of(each, package, name)), None)
    if nearest is None:
        nearest = next((each.annotation for each in annotations if each.package == package), None)
    if nearest is None:
        return _described(said, package, pack, place, name)
    # Only what was agreed on counts: what else the annotation says is overruled.
    overruled = {key: None for key in _said(nearest) if key != "decides"}
    described = rule_metadata(nearest, {**overruled, **said}, package, pack, package)
    return described._replace(entry=name, location=place)


def _described(said: Mapping[str, Any], package: str, pack: str, place: Location, name: str) -> RuleMetadata:
    return RuleMetadata(
        id=said["id"],
        name=said["name"],
        category=package,
        title=said["title"],
        description="",
        strength="practice",
        level=said["level"],
        requirements=(),
        measures=(),
        articles=(),
        remediation="",
        package=package,
        pack=pack,
        location=place,
        entry=name,
    )


def _is_of(placed: _Placed, package: str, name: str) -> bool:
    return placed.package == package and placed.annotation.subject == name


def _is_below(package: str, above: str) -> bool:
    return package == above or package.startswith(f"{above}.")


def _agreed(*chain: Iterable[_Placed]) -> dict[str, Any]:
    """Return what a chain of annotations says, later links over earlier ones.

    Where several annotations of one link (two bodies of ``deny``, each with a title) say different things of one rule,
    none of them speaks for it.
    """
    merged: dict[str, Any] = {}
    for link in chain:
        said = [_said(placed.annotation) for placed in link]
        for key in {key for each in said for key in each}:
            values = [each[key] for each in said if key in each]
            if all(value == values[0] for value in values):
                merged[key] = values[0]
    return merged


def _said(annotation: Annotation) -> dict[str, Any]:
    values = annotation.values
    custom = values.get("custom")
    return {
        **{key: values[key] for key in ("title", "description") if values.get(key)},
        **(custom if isinstance(custom, dict) else {}),
    }
