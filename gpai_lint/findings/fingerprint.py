"""The identity of a finding: what makes it the same finding after the lines around it have moved."""

from __future__ import annotations

from hashlib import sha256

#: The name under which the fingerprint stands in SARIF; a change of :func:`fingerprint` changes its number.
KEY = "gpaiLint/v1"

#: The name of GitHub's own fingerprint; see :mod:`gpai_lint.findings.line_hash`.
GITHUB_KEY = "primaryLocationLineHash"


def anchor_of(anchor: str, missing: str) -> str:
    """Return the structural anchor of a finding.

    ``anchor`` is the anchor of its location: a heading path, a JSON pointer, a page and a label. For an absence
    (``missing`` is the absent field) it is the field alone: the text is as absent after a heading was renamed.
    """
    return f"missing:{missing}" if missing else anchor


def fingerprint(rule: str, file: str, anchor: str, occurrence: int) -> str:
    """Return 32 hexadecimal digits for a rule's id, a file, a structural anchor and the count of its likes before it.

    No line number and no message goes in: an inserted line or a new wording of the rule makes no new finding.
    """
    identity = "\0".join((rule, file, anchor, str(occurrence)))
    return sha256(identity.encode("utf-8", "surrogateescape")).hexdigest()[:32]
