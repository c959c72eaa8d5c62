"""Findings on several missing items at once: which part of what was missing before is missing still.

An author who fills in one item of a section changes the finding on that section, or leaves a finding on a single item
where one on the section was. Neither is a new violation. One more item missing is.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from gpai_lint.findings.known import Known
    from gpai_lint.policy.interface import RuleMetadata

#: A requirement that more rules than this refer to is a Measure as a whole: it does not tell what is missing.
_SHARED_BY = 10


class Absences:
    """The absences of the past beside those of the present, told by the requirements that they leave unmet."""

    def __init__(self, past: Sequence[Known], present: Sequence[Known], rules: Mapping[str, RuleMetadata]) -> None:
        """Prepare for the findings of one comparison; ``rules`` are by id."""
        references = Counter(requirement for rule in rules.values() for requirement in rule.requirements)
        self._shared = {requirement for requirement, count in references.items() if count > _SHARED_BY}
        self._rules = rules
        self._past = past
        self._unmet: dict[str, set[str]] = {}
        for row in past:
            self._unmet.setdefault(row.model, set()).update(self._items(row))
        self._still: dict[tuple[str, str], set[str]] = {}
        for row in present:
            self._still.setdefault((row.rule, row.model), set()).update(self._items(row))

    def origin(self, row: Known, free: Iterable[int]) -> int | None:
        """Return the index of the past absence of which this one is what remains, or a part.

        ``free`` are those that no finding was recognised as. The same rule's finding on other items is one; so is a
        finding on several items in the same file that named all that this one names, and names it no more.
        """
        items = self._items(row)
        if not items:
            return None
        for index in free:
            before = self._past[index]
            if (before.rule, before.model) == (row.rule, row.model) and self._chooses(before, row):
                return index
        for index, before in enumerate(self._past):
            left = self._items(before) - self._still.get((before.rule, before.model), set())
            if before.rule != row.rule and (before.model, before.file) == (row.model, row.file) and items <= left:
                return index
        return None

    def grown(self, row: Known) -> bool:
        """Return whether an absence leaves something unmet that no absence of the same model left unmet before."""
        return not self._items(row) <= self._unmet.get(row.model, set())

    def _items(self, row: Known) -> set[str]:
        return set(row.requirements) - self._shared

    def _chooses(self, *rows: Known) -> bool:
        """Return whether the rule of some findings names in each what is missing, and not always the same."""
        rule = self._rules.get(rows[0].rule)
        return rule is not None and any(set(row.requirements) != set(rule.requirements) for row in rows)
