"""The status of every requirement per model as the JSON of the contract, and the order in which people read it."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Final, TypeVar

from gpai_lint.reports.chapters import CHAPTERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from gpai_lint.findings.verdicts import Answer, ModelStatus, Verdict

VERDICTS: Final = {
    "met": "met",
    "not_met": "NOT MET",
    "undecidable": "undecidable",
    "not_applicable": "not applicable",
}
#: The verdicts in the order in which somebody has to act on them.
ORDER: Final = ("not_met", "undecidable", "met", "not_applicable")
#: Requirements that share a reason are named by their ids alone if there are more of them.
TITLED: Final = 8
#: What the scope questions ask, in the order in which one leads to the next.
_QUESTIONS: Final = {
    "placed_on_market": "placed on the Union market",
    "gpai": "general-purpose AI model",
    "modifier": "modifies another's model",
    "provider_duties": "a provider's duties",
    "systemic_risk": "systemic risk",
    "open_source_exempt": "open-source exemption",
    "open_source_licence": "open-source licence",
    "open_source_unmonetised": "not monetised",
    "open_source_published": "published as open source",
    "legacy": "on the market before the duties",
    "in_force": "duties in force",
    "signatory_transparency": "signed Transparency",
    "signatory_copyright": "signed Copyright",
    "signatory_safety_security": "signed Safety and Security",
    "third_country": "provider outside the Union",
    "sme": "small or medium-sized enterprise",
    "small_mid_cap": "small mid-cap",
}
#: How the reason for a verdict begins that rests on what stands at its places.
_PLACES_ONLY: Final = "The files hold evidence for it"
#: How the reason begins where nothing but an attestation is left to say.
_ATTESTATION_ONLY: Final = "The files do not decide it; an attestation would have to say: "

_Key = TypeVar("_Key")


def as_json(models: Sequence[ModelStatus]) -> str:
    """Return ``{"models": [...]}`` as the contract says."""
    shape = {
        "models": [
            {
                "path": model.path,
                "name": model.name,
                "scope": {
                    row.question: {"answer": row.answer, "why": row.why, "basis": row.basis} for row in model.scope
                },
                "requirements": [
                    {
                        "id": row.id,
                        "verdict": row.verdict,
                        "why": row.why,
                        "evidence": [{"file": file, "line": line} for file, line in row.evidence],
                        "rules": list(row.rules),
                    }
                    for row in model.verdicts
                ],
            }
            for model in models
        ]
    }
    return json.dumps(shape, indent=2, ensure_ascii=False) + "\n"


def scope_rows(scope: Iterable[Answer]) -> list[tuple[str, Answer]]:
    """Return the answers with what they answer in words, in the order in which one question leads to the next."""
    order = list(_QUESTIONS)
    ranked = sorted(scope, key=lambda row: order.index(row.question) if row.question in order else len(order))
    return [(_QUESTIONS.get(row.question, words(row.question)), row) for row in ranked]


def shown_reason(row: Verdict) -> str:
    """Return what a reason says that the places beside it do not say: attestations, scope, what is missing."""
    if row.reason.startswith(_PLACES_ONLY) and row.evidence:
        return row.reason.partition(". ")[2]
    if row.reason.startswith(_ATTESTATION_ONLY):
        return f"attest: {row.reason.removeprefix(_ATTESTATION_ONLY)}"
    return row.reason


def grouped(rows: Iterable[Verdict], key: Callable[[Verdict], _Key]) -> list[tuple[_Key, list[Verdict]]]:
    """Return the verdicts that share a key together, in the order of the first of each group."""
    groups: dict[_Key, list[Verdict]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return list(groups.items())


def closing(edition: str, as_of: str) -> str:
    """Return what a reader has to know of a report on the whole: which edition, on which day, and its limits."""
    return f"{edition}, law as of {as_of}. A linter finds signals in files; it is not legal advice."


def places_of(evidence: Sequence[tuple[str, int]], most: int) -> str:
    """Return places as ``file:line``, at most so many of them, and how many there are beside them."""
    named = ", ".join(f"{file}:{line}" for file, line in evidence[:most])
    return f"{named} and {len(evidence) - most} more" if len(evidence) > most else named


def by_chapter(verdicts: Sequence[Verdict]) -> Iterator[tuple[str, list[Verdict]]]:
    """Yield the title of each chapter with its verdicts, in the order of the Code and the law around it."""
    known = list(CHAPTERS)
    chapters = sorted({row.chapter for row in verdicts}, key=lambda name: (name not in known, name))
    chapters.sort(key=lambda name: known.index(name) if name in known else len(known))
    for chapter in chapters:
        yield CHAPTERS.get(chapter, words(chapter).capitalize()), [row for row in verdicts if row.chapter == chapter]


def summary(rows: Sequence[Verdict]) -> str:
    """Return how many requirements have each verdict, in words."""
    counts = Counter(row.verdict for row in rows)
    return ", ".join(f"{counts[name]} {text.lower()}" for name, text in VERDICTS.items() if counts[name])


def words(name: str) -> str:
    """Return an identifier as words."""
    return name.replace("_", " ")
