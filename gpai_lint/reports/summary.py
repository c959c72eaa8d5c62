"""What every report counts: findings by level, what was hidden, what could not be decided, what is not known."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from gpai_lint.findings.interface import Finding, Level, Status
from gpai_lint.reports.chapters import CHAPTERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from gpai_lint.findings.interface import Result
    from gpai_lint.findings.verdicts import ModelStatus
    from gpai_lint.policy.interface import RuleMetadata

#: Categories of rules about what is written, and not about what is missing.
_WRONG = frozenset({"consistency", "documents", "tool"})
#: The scope questions in words, and the key of gpai-lint.yaml that answers each.
QUESTIONS = {
    "placed_on_market": ("whether it is placed on the Union market", "models: placed_on_market"),
    "gpai": ("whether it is a general-purpose AI model", "models: training_compute_flop, or gpai with gpai_reasons"),
    "modifier": ("whether you made it or modified another provider's model", "models: role"),
    "systemic_risk": ("whether it has systemic risk", "models: training_compute_flop, or systemic_risk"),
    "open_source_exempt": ("whether the open-source exemption holds", "models: open_source, monetised"),
    "legacy": ("whether it was on the market before 2 August 2025", "models: union_market_date"),
    "signatory_transparency": ("whether you signed the Transparency chapter", "provider: signatory"),
    "signatory_copyright": ("whether you signed the Copyright chapter", "provider: signatory"),
    "signatory_safety_security": ("whether you signed the Safety and Security chapter", "provider: signatory"),
    "sme": ("whether you are a smaller company", "provider: size"),
    "third_country": ("whether you are established in the Union", "provider: country"),
}
#: The questions of scope that, answered with no, take all duties from a model; in the order in which they are asked.
GATES = ("placed_on_market", "gpai", "provider_duties")
#: Models named beside one reason; a monorepo can hold dozens that share it.
MODELS_NAMED = 5


class Unknown(NamedTuple):
    """A scope question without an answer: in words, the key that answers it, and of how many models it is asked."""

    question: str
    words: str
    key: str
    models: int


class Summary(NamedTuple):
    """Counts over one result; ``levels`` counts active findings only."""

    models: int
    documents: int
    levels: Counter[Level]
    waived: int
    baseline: int
    new: int | None
    unchanged: int | None
    fixed: int | None
    undecided: int
    unread: int
    unknown: tuple[Unknown, ...]

    @property
    def active(self) -> int:
        """Return the number of findings that count."""
        return sum(self.levels.values())

    def levels_in_words(self) -> str:
        """Return ``1 error, 2 warnings, 0 notes``."""
        return ", ".join(counted(self.levels[level], level.value) for level in Level)

    def changes_in_words(self) -> str:
        """Return ``1 new, 22 unchanged, 3 fixed``; empty when nothing was compared."""
        if self.new is None:
            return ""
        return f"{self.new} new, {self.unchanged} unchanged, {self.fixed} fixed"


def summarise(result: Result) -> Summary:
    """Count what a result holds."""
    compared = any(finding.new is not None for finding in result.findings) or bool(result.compared_with)
    statuses = Counter(finding.status for finding in result.findings)
    return Summary(
        models=len(result.evidence.models),
        documents=len(result.evidence.documents),
        levels=Counter(finding.level for finding in active(result.findings)),
        waived=statuses[Status.WAIVED],
        baseline=statuses[Status.BASELINE],
        new=sum(finding.new is True for finding in result.findings) if compared else None,
        unchanged=sum(finding.new is False for finding in result.findings) if compared else None,
        fixed=len(result.gone) if compared else None,
        undecided=result.undecided,
        unread=len(result.evidence.unread),
        unknown=tuple(_unknown(result)),
    )


def active(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that count."""
    return [finding for finding in findings if finding.status is Status.ACTIVE]


def by_importance(findings: Iterable[Finding], rules: Mapping[str, RuleMetadata]) -> list[Finding]:
    """Return findings with those first that a maintainer should read first.

    Graver levels come first; within a level each rule shows once before any shows twice. Of these a missing document on
    which other rules wait and a question of law come before what is wrong in the texts, and that before gaps; binding
    law comes before the Code before practice, and what more requirements wait for before what only one does.
    """
    awaited = Counter(other for rule in rules.values() for other in rule.depends_on)
    strengths = ("law", "code", "encouraged", "practice")
    seen: Counter[str] = Counter()
    keyed = []
    for position, finding in enumerate(findings):
        rule = finding.rule
        strength = strengths.index(rule.strength) if rule.strength in strengths else len(strengths)
        weight = 0 if awaited[rule.id] > 1 or rule.category == "law" else 1 if rule.category in _WRONG else 2
        gaps = len(finding.requirements) if weight == 2 else 0
        keyed.append(((finding.level.rank, seen[rule.id], weight, strength, -gaps, position), finding))
        seen[rule.id] += 1
    return [finding for _, finding in sorted(keyed, key=lambda pair: pair[0])]


def chapter_counts(models: Iterable[ModelStatus]) -> dict[str, Counter[str]]:
    """Return how many requirements of each chapter have each verdict, chapters by title in the order of the Code."""
    counts: dict[str, Counter[str]] = {}
    rows = [row for model in models for row in model.verdicts]
    for name in dict.fromkeys([*CHAPTERS, *(row.chapter for row in rows)]):
        verdicts = Counter(row.verdict for row in rows if row.chapter == name)
        if verdicts:
            counts[CHAPTERS.get(name, name.replace("_", " "))] = verdicts
    return counts


def outside_scope(result: Result) -> list[str]:
    """Return the models that the duties do not reach, with the reason: few findings on them are no praise."""
    reasons: dict[str, list[str]] = {}
    for model, answers in zip(result.document["models"], result.scope, strict=False):
        shut = shut_gate(answers)
        if shut is not None:
            reasons.setdefault(f"{shut['why']} [{shut['basis']}]", []).append(str(model["name"]))
    return [f"{listed_models(models)}: {reason}" for reason, models in reasons.items()]


def shut_gate(answers: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return the answer of scope that takes all duties from a model; None where there is none."""
    return next((answers[gate] for gate in GATES if answers.get(gate, {}).get("answer") == "no"), None)


def listed_models(names: Iterable[str]) -> str:
    """Return the names of some models, each once, in words; of many the first."""
    each = list(dict.fromkeys(names))
    more = f" and {len(each) - MODELS_NAMED} more" if len(each) > MODELS_NAMED else ""
    return f"{', '.join(each[:MODELS_NAMED])}{more}"


def counted(number: int, noun: str) -> str:
    """Return ``1 error`` or ``2 errors``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _unknown(result: Result) -> Iterable[Unknown]:
    counts: Counter[str] = Counter()
    for answers in result.scope:
        # Of a model that no duty reaches nothing more needs to be known.
        if shut_gate(answers) is not None:
            continue
        counts.update(question for question, row in answers.items() if row.get("answer") == "unknown")
    for question, (words, key) in QUESTIONS.items():
        if counts[question]:
            yield Unknown(question, words, key, counts[question])
