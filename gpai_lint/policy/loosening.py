"""What packs change about rules that are not their own: levels, waivers, answers to the questions of scope.

A pack may make a rule of another pack graver as it likes. What makes it milder, down to nothing, is done only where the
repository's configuration allows it to that pack (``allow`` in its entry under ``packs``), and every report names it.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, NamedTuple

from gpai_lint.errors import UsageError
from gpai_lint.location import Location, Span
from gpai_lint.policy.packs.manifest import settings_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from gpai_lint.policy.interface import Pack, RuleMetadata

#: Levels from the mildest to the gravest.
_RANKS = ("off", "note", "warning", "error")

#: The questions of scope that a pack may answer: those of ``data.gpai.scope.answers``.
QUESTIONS = frozenset(
    {"placed_on_market", "gpai", "modifier", "provider_duties", "systemic_risk", "open_source_licence"}
    | {"open_source_unmonetised", "open_source_published", "open_source_exempt", "legacy", "in_force"}
    | {"signatory_transparency", "signatory_copyright", "signatory_safety_security", "sme", "small_mid_cap"}
    | {"third_country"}
)


class Loosening(NamedTuple):
    """One thing that a pack makes milder.

    ``kind`` is the permission it takes: ``levels``, ``waivers`` or ``scope``. ``subject`` is the id of a rule or a
    question of scope, ``name`` what people call it; ``before`` and ``after`` are levels, or the answer in ``after``.
    """

    pack: str
    kind: str
    subject: str
    name: str
    location: Location
    before: str = ""
    after: str = ""
    reason: str = ""

    def in_words(self) -> str:
        """Return a line for a report: ``loosened by pack 'acme': GPAI-103 (model-name) error → note``."""
        what = {
            "levels": f"{self.subject} ({self.name}) {self.before} → {self.after}",
            "waivers": f"{self.subject} ({self.name}) waived: {self.reason}",
            "scope": f"the scope question '{self.subject}' is answered '{self.after}': {self.reason}",
        }
        return f"loosened by pack '{self.pack}': {what[self.kind]}"

    def as_dict(self) -> dict[str, Any]:
        """Return plain values for JSON; what does not belong to the kind is left out."""
        values = {"before": self.before, "after": self.after, "reason": self.reason}
        return {
            "pack": self.pack,
            "kind": self.kind,
            "subject": self.subject,
            "name": self.name,
            **{key: value for key, value in values.items() if value},
            "file": self.location.file,
            "line": self.location.span.line,
        }


class Adjustments(NamedTuple):
    """What the packs of a run change: the least and the highest level per rule, and all that is milder than before."""

    floors: Mapping[str, str] = {}
    caps: Mapping[str, str] = {}
    loosened: tuple[Loosening, ...] = ()

    def level(self, rule: str, reported: str) -> str:
        """Return the level of a finding after a policy reported it at another; where packs disagree, the graver one."""
        level = min(reported, self.caps.get(rule, reported), key=_RANKS.index)
        return max(level, self.floors.get(rule, level), key=_RANKS.index)


def adjustments(packs: Sequence[Pack]) -> Adjustments:
    """Return what packs change about the rules of others.

    Raises ``UsageError``, with the place in the pack's manifest, for an unknown rule, level or question, and for
    something milder that the configuration does not allow.
    """
    by_id = {rule.id: rule for pack in packs for rule in pack.rules.values()}
    floors: dict[str, str] = {}
    caps: dict[str, str] = {}
    loosened: list[Loosening] = []
    for pack in packs:
        settings = settings_of(pack.manifest)
        for word, level in settings.get("levels", {}).items():
            place = _place(pack, "levels", word)
            rule = _rule(word, by_id.values(), place)
            if _RANKS.index(level) >= _RANKS.index(rule.level):
                floors[rule.id] = max(level, floors.get(rule.id, level), key=_RANKS.index)
                continue
            caps[rule.id] = min(level, caps.get(rule.id, level), key=_RANKS.index)
            if rule.id not in pack.rules:
                loosened.append(Loosening(pack.name, "levels", rule.id, rule.name, place, rule.level, level))
        loosened += _waived(pack, settings.get("waivers", {}), by_id.values())
        for row in _answered(pack, settings.get("scope", {})):
            other = next((each for each in loosened if each.kind == "scope" and each.subject == row.subject), None)
            if other is not None and other.after != row.after:
                raise UsageError(
                    f"The packs '{other.pack}' ({other.location}) and '{pack.name}' answer the question of scope "
                    f"'{row.subject}' differently.",
                    row.location,
                )
            loosened.append(row)
        _refuse_unallowed(pack, [row for row in loosened if row.pack == pack.name])
    return Adjustments(floors, caps, tuple(loosened))


def given_answers(packs: Iterable[Pack]) -> dict[str, dict[str, Any]]:
    """Return the answers to questions of scope that packs give, as policies see them."""
    return {
        question: {**given, "basis": f"the pack '{pack.name}'", "evidence": []}
        for pack in packs
        for question, given in settings_of(pack.manifest).get("scope", {}).items()
    }


def _waived(pack: Pack, waivers: Mapping[str, str], rules: Iterable[RuleMetadata]) -> Iterator[Loosening]:
    for word, reason in waivers.items():
        place = _place(pack, "waivers", word)
        if not any(map(str.isalpha, reason)):
            raise UsageError("The waiver gives no reason.", place, "Say why the findings are accepted.")
        rule = _rule(word, rules, place)
        yield Loosening(pack.name, "waivers", rule.id, rule.name, place, reason=" ".join(reason.split()))


def _answered(pack: Pack, answers: Mapping[str, Mapping[str, str]]) -> Iterator[Loosening]:
    for question, given in answers.items():
        place = _place(pack, "scope", question)
        if question not in QUESTIONS:
            raise UsageError(f"There is no question of scope '{question}'.", place, _nearest(question, QUESTIONS))
        yield Loosening(pack.name, "scope", question, question, place, after=given["answer"], reason=given["why"])


def _refuse_unallowed(pack: Pack, loosened: Sequence[Loosening]) -> None:
    for row in loosened:
        if row.kind not in pack.allowed:
            what = {
                "levels": f"lowers '{row.subject}' ({row.name}) from {row.before} to {row.after}",
                "waivers": f"waives '{row.subject}' ({row.name})",
                "scope": f"answers the question of scope '{row.subject}'",
            }
            raise UsageError(
                f"The pack '{pack.name}' {what[row.kind]}, which nobody allowed it.",
                row.location,
                f"If it may, say 'allow: [{row.kind}]' in its entry under 'packs' in gpai-lint.yaml.",
            )


def _rule(word: str, rules: Iterable[RuleMetadata], place: Location) -> RuleMetadata:
    names: list[str] = []
    for rule in rules:
        if word in (rule.id, rule.name, *rule.aliases):
            return rule
        names += (rule.id, rule.name)
    raise UsageError(f"There is no rule '{word}' in the packs.", place, _nearest(word, names))


def _nearest(word: str, names: Iterable[str]) -> str | None:
    nearest = get_close_matches(word, sorted(names), n=1, cutoff=0.5)
    return f"Did you mean '{nearest[0]}'?" if nearest else None


def _place(pack: Pack, key: str, word: str) -> Location:
    return pack.places.get(f"{key}/{word}") or Location(pack.path, Span(1, 1, 1, 2))
