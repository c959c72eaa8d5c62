"""From what the policies report to findings: located, identified, and in an order that never changes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from gpai_lint.errors import EngineError
from gpai_lint.findings.fingerprint import anchor_of, fingerprint
from gpai_lint.findings.interface import Finding, Level
from gpai_lint.findings.places import in_order, position
from gpai_lint.findings.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from gpai_lint.evidence.interface import Evidence
    from gpai_lint.findings.locate import Locator
    from gpai_lint.location import Location
    from gpai_lint.policy.interface import RuleMetadata


def build_findings(
    report: Iterable[Mapping[str, Any]],
    evidence: Evidence,
    rules: Mapping[str, RuleMetadata],
    locator: Locator,
    selection: Selection | None = None,
) -> tuple[Finding, ...]:
    """Return the findings of the rules that run, in order of place, each with its identity.

    Raises ``EngineError`` for a finding that is not of the shape policies agreed on, or whose rule no pack describes.
    """
    selection = selection or Selection()
    found = []
    for row in report:
        rule = _rule_of(row, rules, len(evidence.models))
        if selection.runs(rule.id):
            found.append(_finding(row, rule, evidence, locator, selection))
    return identified(found)


def identified(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings in order of place, with fingerprints that count the likes of each in that order."""
    ordered = sorted(findings, key=order)
    seen: Counter[tuple[str, str, str]] = Counter()
    result = []
    for finding in ordered:
        key = structural_key(finding)
        result.append(finding._replace(fingerprint=fingerprint(*key, seen[key])))
        seen[key] += 1
    return tuple(result)


def order(finding: Finding) -> tuple[object, ...]:
    """Return the key by which findings are sorted: file, line, column, rule, model, message."""
    return (*position(finding.location), finding.rule.id, finding.model, finding.message)


def structural_key(finding: Finding) -> tuple[str, str, str]:
    """Return rule, file and structural anchor of a finding; several findings can share them."""
    anchor = anchor_of(finding.location.anchor, finding.details.get("missing", ""))
    return finding.rule.id, finding.location.file, anchor


def _rule_of(row: Any, rules: Mapping[str, RuleMetadata], models: int) -> RuleMetadata:
    """Return the rule of a reported finding after checking the finding's shape: a pack may be anybody's."""
    if not isinstance(row, dict) or not isinstance(row.get("rule"), str):
        raise EngineError(f"A policy reported a finding without a rule: {str(row)[:200]}")
    rule = rules.get(row["rule"])
    if rule is None:
        raise EngineError(f"A policy reported a finding of the rule '{row['rule']}', which no pack describes.")
    model = row.get("model")
    if model is not None and (not isinstance(model, int) or not 0 <= model < models):
        raise EngineError(f"The rule '{rule.id}' reported a finding on model {model!r}, which does not exist.")
    if not isinstance(row.get("message"), str) or row.get("level") not in {level.value for level in Level}:
        raise EngineError(f"The rule '{rule.id}' reported a finding without a message and a level.")
    if not (row.get("at") or row.get("missing") or row.get("location")):
        raise EngineError(f"The rule '{rule.id}' reported a finding without a place.")
    return rule


def _finding(
    row: Mapping[str, Any], rule: RuleMetadata, evidence: Evidence, locator: Locator, selection: Selection
) -> Finding:
    model = row.get("model")
    details: dict[str, Any] = {key: row[key] for key in ("missing", "at") if row.get(key)}
    if isinstance(row.get("details"), dict) and row["details"]:
        details["policy"] = _flat(row["details"])
    location = locator.locate(row)
    related = _related(row.get("related", ()), locator, model)
    return in_order(
        Finding(
            rule=rule,
            level=selection.level(rule.id, row["level"]),
            message=row["message"],
            remediation=" ".join(row.get("remediation", rule.remediation).split()),
            location=location,
            model="" if model is None else evidence.models[model].path,
            requirements=tuple(sorted(row.get("requirements") or rule.requirements)),
            fingerprint="",
            related=tuple((message, place) for message, place, _ in related),
            occurrences=tuple(place for _, place, occurrence in related if occurrence and place != location),
            details=details,
        )
    )


def _flat(said: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a policy says beside its message; what it calls ``details`` is not nested once more."""
    inner = said.get("details")
    if not isinstance(inner, dict):
        return dict(said)
    return {**{key: value for key, value in said.items() if key != "details"}, **inner}


def _related(
    rows: Iterable[Mapping[str, Any]], locator: Locator, model: int | None
) -> list[tuple[str, Location, bool]]:
    """Return message and location of each, and whether the same is wrong there, in order of place."""
    resolved = [(row["message"], locator.resolve(row["at"], model), bool(row.get("occurrence"))) for row in rows]
    return sorted(resolved, key=lambda row: (position(row[1]), row[0]))
