"""Safe fixes in SARIF: the insertions that ``gpai-lint fix`` would make, beside the findings that they answer."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from gpai_lint.findings.fixes import propose
from gpai_lint.reports.sarif_rules import unlinked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gpai_lint.findings.edits import Insertion
    from gpai_lint.findings.interface import Finding, Result
    from gpai_lint.findings.sources import Sources


class Fixes:
    """The fixes of one result, by file and rule."""

    def __init__(self, result: Result, sources: Sources) -> None:
        """Compute what can be inserted."""
        self._sources = sources
        self._insertions: dict[tuple[str, str], list[Insertion]] = {}
        for insertion in propose(result):
            for rule in insertion.rules:
                self._insertions.setdefault((insertion.file, rule), []).append(insertion)

    def of(self, group: Sequence[Finding], artifact: dict[str, str]) -> list[dict[str, Any]]:
        """Return ``fixes`` of a result; ``artifact`` is the location of its file."""
        first = group[0]
        fields = {row.details.get("missing") for row in group}
        if fields == {None}:
            return []
        insertions = self._insertions.get((first.location.file, first.rule.id), ())
        if not insertions:
            return []
        replacements = [
            self._replacement(first.location.file, line, [text for row in rows for text in row.lines])
            for line, rows in groupby(insertions, key=lambda row: row.line)
        ]
        return [
            {
                "description": {"text": unlinked(" ".join(row.reason for row in insertions))},
                "artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}],
            }
        ]

    def _replacement(self, file: str, line: int, inserted: Sequence[str]) -> dict[str, Any]:
        lines = self._sources.lines(file)
        text = "".join(f"{row}\n" for row in inserted)
        column = 1
        if line > len(lines):
            # At the end of the file, which may end without a line feed.
            line, column = len(lines), len(lines[-1]) + 1 if lines else 1
            text = text if lines and not lines[-1] else f"\n{text}"
        region = {"startLine": max(line, 1), "startColumn": column, "endLine": max(line, 1), "endColumn": column}
        return {"deletedRegion": region, "insertedContent": {"text": text}}
