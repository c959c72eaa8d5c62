"""Words that the pages of rules and of requirements share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from gpai_lint.policy.interface import RuleMetadata
    from gpai_lint.reports.catalogue import Catalogue

#: What a rule's strength means for its reader.
STRENGTHS = {
    "law": "binding law",
    "code": "a commitment of the Code's signatories, and a yardstick for other providers",
    "encouraged": "encouraged by the Code, not required",
    "practice": "good practice in this project's view, not required by the law or the Code",
}

#: Who suggests what is not required.
ENCOURAGED = {"template": "suggested by the Commission's template, not required"}

#: What a requirement rests on, in the words of its reader.
BASES = {
    "law": "binding law",
    "code": STRENGTHS["code"],
    "annex": "binding law as to its content, which an annex of the AI Act lists; its form is that of the Code",
    "guidelines": "the Commission's reading of the law",
    "template": "binding law, in the form of the Commission's template",
}

_MODELS = {"gpai": "general-purpose AI models", "systemic_risk": "models with systemic risk"}

_READERS = {
    "ai_office": "the AI Office",
    "commission": "the Commission",
    "national_authorities": "national authorities",
    "downstream_providers": "downstream providers",
    "public": "the public",
    "rightsholders": "rightsholders",
}

_CONDITIONS = {
    "third_country": "where the provider is established outside the Union",
    "modifier": "where another provider's model was modified",
    "legacy": "where the model was on the Union market before 2 August 2025",
}


def flat(text: object) -> str:
    """Return a text on one line."""
    return " ".join(str(text).split())


def joined(names: Sequence[str], word: str = "and") -> str:
    """Return names as a list in words: "a, b and c"."""
    return f" {word} ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def kinds_of_model(rows: Iterable[Mapping[str, Any]]) -> str:
    """Return which models some requirements are about; the wider kind holds the narrower."""
    kinds = {name for row in rows for name in row["applies_to"]}
    return _MODELS["gpai"] if "gpai" in kinds else joined([_MODELS.get(name, str(name)) for name in sorted(kinds)])


def conditions(requirements: Sequence[str], catalogue: Catalogue) -> str:
    """Return the condition that all of some requirements hang on, with a comma before it; empty where they differ."""
    found = {catalogue.condition(name) for name in requirements}
    condition = _CONDITIONS.get(found.pop(), "") if len(found) == 1 else ""
    return f", {condition}" if condition else ""


def addressees(rows: Iterable[Mapping[str, Any]]) -> str:
    """Return for whom the information is that some requirements ask for."""
    names = dict.fromkeys(name for row in rows for name in row.get("addressees", ()))
    return joined([_READERS.get(name, str(name)) for name in names])


def since(rule: RuleMetadata, catalogue: Catalogue) -> str:
    """Return since when a rule is in force, and what is later for whom."""
    if not rule.effective_on:
        return ""
    day = str(rule.effective_on)
    dates = application_dates(catalogue)
    return dates if rule.strength in {"law", "code"} and dates.startswith(f"{day};") else day


def application_dates(catalogue: Catalogue) -> str:
    """Return since when the duties apply, when they can be enforced, and what older models have; empty if unknown."""
    days = {name: row["date"] for name, row in catalogue.reference.get("dates", {}).items()}
    if not {"obligations", "enforcement", "legacy"} <= days.keys():
        return ""
    return (
        f"{days['obligations']}; enforced from {days['enforcement']}; "
        f"models on the Union market before have until {days['legacy']}"
    )


def frameworks(requirements: Iterable[str], catalogue: Catalogue) -> Iterator[str]:
    """Yield the section on where other frameworks speak of the same subjects, nothing where none is known to."""
    topics = catalogue.topics(requirements)
    if topics:
        yield ""
        yield "## In other frameworks"
        yield ""
        yield "About the same subject, never equivalent:"
        yield ""
        yield from (f"- {title}: {places}." for title, places in topics)


def sources(rows: Iterable[Mapping[str, Any]], catalogue: Catalogue) -> list[str]:
    """Return a line of a list for each source that the reading of some requirements rests on."""
    names = dict.fromkeys(name for row in rows for name in row.get("sources", ()))
    return [f"- {name}: {catalogue.source(name)}" for name in names]


def unverified(rows: Iterable[tuple[str, Mapping[str, Any]]]) -> list[str]:
    """Return a line of a list for each requirement of which a part could not be verified."""
    return [f"- Not verified in {name}: {flat(row['unverified'])}" for name, row in rows if row.get("unverified")]
