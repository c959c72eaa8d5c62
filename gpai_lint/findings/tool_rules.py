"""The rules about the use of the tool itself: no policy decides them, they are checked after the policies."""

from __future__ import annotations

from gpai_lint.policy.interface import RuleMetadata


def _rule(identifier: str, name: str, title: str, level: str, description: str, remediation: str) -> RuleMetadata:
    return RuleMetadata(
        id=identifier,
        name=name,
        category="tool",
        title=title,
        description=description,
        strength="practice",
        level=level,
        requirements=(),
        measures=(),
        articles=(),
        remediation=remediation,
        package="tool",
        pack="gpai-lint",
        since="0.1.0",
    )


UNUSED_WAIVER = _rule(
    "GPAI-981",
    "waiver-unused",
    "A waiver hides a finding",
    "warning",
    "A waiver that hides nothing has outlived its finding, or names the wrong place. Left where it is, it would hide "
    "the next finding of its rule unseen.",
    "Remove the waiver, or correct its path or anchor.",
)
ENDING_WAIVER = _rule(
    "GPAI-982",
    "waiver-ends-soon",
    "A waiver does not end unnoticed",
    "note",
    "A waiver holds until its date. From the day after on, the finding that it hides counts again, and may fail the "
    "check.",
    "Repair what the waiver is about, or agree on a later date with its owner.",
)

#: The rules by id.
TOOL_RULES = {rule.id: rule for rule in (UNUSED_WAIVER, ENDING_WAIVER)}
