"""Which rules count and at which level: what the command line selects and the configuration overrides."""

from __future__ import annotations

from collections import Counter
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, NamedTuple

from gpai_lint.errors import UsageError
from gpai_lint.findings.interface import Level
from gpai_lint.findings.tool_rules import TOOL_RULES
from gpai_lint.policy.loosening import Adjustments, adjustments

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from gpai_lint.configuration.interface import Configuration
    from gpai_lint.location import Location
    from gpai_lint.policy.interface import Pack, RuleMetadata


class Selection(NamedTuple):
    """The rules of a run.

    ``select`` (all rules when empty) and ``ignore`` hold ids; ``levels`` maps an id to the level that the
    configuration gives it, or to ``off``; where it says nothing, what packs change (``adjusted``) holds.
    """

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    levels: Mapping[str, str] = {}
    adjusted: Adjustments = Adjustments()

    def runs(self, rule: str) -> bool:
        """Return whether findings of a rule are reported."""
        if (self.select and rule not in self.select) or rule in self.ignore:
            return False
        return self._level(rule, "note") != "off"

    def level(self, rule: str, reported: str) -> Level:
        """Return the level of a finding that the policy reported at ``reported``."""
        return Level(self._level(rule, reported))

    def _level(self, rule: str, reported: str) -> str:
        return self.levels.get(rule) or self.adjusted.level(rule, reported)


def rules_of(packs: tuple[Pack, ...]) -> dict[str, RuleMetadata]:
    """Return the metadata of all rules by id: those of some packs and those on the use of the tool itself."""
    return {**TOOL_RULES, **{rule.id: rule for pack in packs for rule in pack.rules.values()}}


def select(
    packs: tuple[Pack, ...], configuration: Configuration, only: Iterable[str] = (), ignore: Iterable[str] = ()
) -> Selection:
    """Return which rules count and at which level; raise ``UsageError`` for a word that names no rule or category."""
    return choose(rules_of(packs), only, ignore, configuration.rules, adjustments(packs), configuration.locate)


def choose(
    rules: Mapping[str, RuleMetadata],
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    levels: Mapping[str, str] | None = None,
    adjusted: Adjustments | None = None,
    locate: Callable[[str], Location | None] = lambda _pointer: None,
) -> Selection:
    """Return the selection for words that name rules or categories.

    ``locate`` gives the place of a JSON pointer in the configuration that ``levels`` come from. Raises ``UsageError``
    for a word that names neither, with the nearest name that does.
    """
    return Selection(
        select=frozenset(rule for word in select for rule in _meant(word, rules)),
        ignore=frozenset(rule for word in ignore for rule in _meant(word, rules)),
        levels={rule_id(word, rules, locate(f"/rules/{word}")): level for word, level in (levels or {}).items()},
        adjusted=adjusted or Adjustments(),
    )


def loosened_by_configuration(
    selection: Selection, report: Iterable[Mapping[str, Any]], rules: Mapping[str, RuleMetadata], file: str
) -> list[str]:
    """Return a line for each rule some of whose findings the configuration hides or makes milder, with their number.

    ``report`` holds the findings as policies report them, ``file`` is the configuration's. A level is given there
    without a reason, so that a report has to name it.
    """
    counts: Counter[tuple[str, str, str]] = Counter()
    others = selection._replace(levels={})
    for row in report:
        after = selection.levels.get(row["rule"])
        if after is None or not others.runs(row["rule"]):
            continue
        before = others.level(row["rule"], row["level"])
        if after == "off" or Level(after).rank > before.rank:
            counts[row["rule"], before.value, after] += 1
    return [
        f"loosened by {file}: {rule} ({rules[rule].name}) {before} → {after}, "
        f"{number} {'finding' if number == 1 else 'findings'}"
        for (rule, before, after), number in sorted(counts.items())
    ]


def rule_id(word: str, rules: Mapping[str, RuleMetadata], place: Location | None = None) -> str:
    """Return the id of the rule that an id, a name or a former name means.

    Raises ``UsageError`` at ``place`` where there is none, with the nearest name.
    """
    for rule in rules.values():
        if word in (rule.id, rule.name) or word in rule.aliases:
            return rule.id
    raise _unknown(word, [name for rule in rules.values() for name in (rule.id, rule.name)], place)


def _meant(word: str, rules: Mapping[str, RuleMetadata]) -> list[str]:
    members = [rule.id for rule in rules.values() if rule.category == word]
    if members:
        return members
    try:
        return [rule_id(word, rules)]
    except UsageError as error:
        categories = sorted({rule.category for rule in rules.values()})
        names = [name for rule in rules.values() for name in (rule.id, rule.name)]
        raise _unknown(word, [*categories, *names], None) from error


def _unknown(word: str, names: Iterable[str], place: Location | None) -> UsageError:
    nearest = get_close_matches(word, sorted(set(names)), n=1, cutoff=0.5)
    hint = f"Did you mean '{nearest[0]}'?" if nearest else "`gpai-lint rules` lists them."
    return UsageError(f"There is no rule '{word}'.", place, hint)
