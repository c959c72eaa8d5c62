"""Policies in the manner of conftest: packages with ``deny``, ``warn`` and ``violation`` rules.

The names are conftest's (https://www.conftest.dev): each may carry suffixes (``deny_unpinned_base``), a result is a
text or an object with ``msg``, and a rule ``exception`` names the suffixes of rules that do not apply.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from gpai_lint.location import Location, Span
from gpai_lint.policy.interface import RuleMetadata
from gpai_lint.policy.metadata import Annotation, parse_annotations, rule_metadata
from gpai_lint.policy.rego_source import tokens

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from gpai_lint.policy.interface import Module

RULE = re.compile(r"(deny|violation|warn)((?:_[a-zA-Z0-9]+)*)")

_HEAD = re.compile(r"^(?:default[ \t]+)?((?:deny|violation|warn|exception)(?:_[a-zA-Z0-9]+)*)\b", re.MULTILINE)


def rules(modules: Sequence[Module], pack: str, apart_from: Collection[str]) -> list[RuleMetadata]:
    """Return what is known of each conftest rule; packages in ``apart_from`` are written against the pack API.

    A rule's id is ``<pack>/<package>.<rule>`` unless its METADATA gives it one.
    """
    found: dict[str, RuleMetadata] = {}
    for module in modules:
        if module.package in apart_from:
            continue
        described = {
            annotation.subject: annotation
            for annotation in parse_annotations(module.source, module.path)
            if annotation.scope in {"rule", "document"}
        }
        for name, line in heads(module.source).items():
            if not RULE.fullmatch(name):
                continue
            identifier = f"{pack}/{module.package}.{name}"
            if identifier not in found or name in described:
                place = Location(module.path, Span(line, 1, line, len(name) + 1))
                found[identifier] = _metadata(module, name, identifier, pack, place, described.get(name))
    return list(found.values())


def heads(source: str) -> dict[str, int]:
    """Return the conftest rules that a module defines, ``exception`` included, each with its first line."""
    found: dict[str, int] = {}
    if not _HEAD.search(source):
        return found
    starts = {token.line for token in tokens(source) if token.kind == "name" and token.column == 1}
    for match in _HEAD.finditer(source):
        line = source.count("\n", 0, match.start()) + 1
        if line in starts:
            found.setdefault(match[1], line)
    return found


def _metadata(
    module: Module, name: str, identifier: str, pack: str, place: Location, annotation: Annotation | None
) -> RuleMetadata:
    warns = name.startswith("warn")
    if annotation is None:
        return RuleMetadata(
            id=identifier,
            name=identifier,
            category=module.package,
            title=name.replace("_", " "),
            description="",
            strength="practice",
            level="warning" if warns else "error",
            requirements=(),
            measures=(),
            articles=(),
            remediation="",
            package=module.package,
            pack=pack,
            location=place,
            entry=name,
        )
    custom = annotation.values.get("custom")
    said = custom if isinstance(custom, dict) else {}
    defaults = {
        "id": identifier,
        "name": identifier,
        "title": annotation.values.get("title") or name.replace("_", " "),
        "level": "warning" if warns else "error",
    }
    known = {key: value for key, value in said.items() if key in defaults and isinstance(value, str)}
    described = rule_metadata(annotation, {**defaults, **known}, module.package, pack, module.package)
    return replace(described, entry=name, location=place)
