"""What the pages about rules and requirements draw on: an edition's requirements, rules and tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from gpai_lint.policy.interface import RuleMetadata

    Row = Mapping[str, Any]

#: The keys of a topic of the crosswalk that name places in another framework, and the framework's name.
FRAMEWORKS = {
    "iso_42001": "ISO/IEC 42001",
    "iso_23894": "ISO/IEC 23894",
    "nist_ai_rmf": "NIST AI RMF",
    "nist_ai_600_1": "NIST AI 600-1",
    "g7_hiroshima": "G7 Hiroshima Process",
    "oecd": "OECD AI Principles",
    "other": "Other",
}

#: What the answer to a scope question is about, for the questions that settle a requirement or open it.
QUESTIONS = {
    "placed_on_market": "whether the model is placed on the Union market",
    "gpai": "whether it is a general-purpose AI model",
    "legacy": "whether the model was on the Union market before 2 August 2025",
    "modifier": "whether the model modifies another provider's",
    "provider_duties": "whether the duties of a provider fall on whoever modified the model",
    "systemic_risk": "whether the model carries systemic risk",
    "sme": "whether the provider is a small or medium-sized enterprise",
    "small_mid_cap": "whether the provider is a small mid-cap",
    "third_country": "whether the provider is established outside the Union",
    "open_source_exempt": "whether the open-source exemption holds",
    "open_source_licence": "whether the licence grants what the open-source exemption needs",
    "open_source_unmonetised": "whether the model is monetised",
    "open_source_published": "whether parameters, architecture and usage information are public",
}


@dataclass(frozen=True)
class Catalogue:
    """An edition of the Code as the pages show it.

    ``requirements`` is the catalogue by id, ``reference`` the tables beside it by name, ``status`` says how scope
    questions (``questions``, ``only_if``) and parts (``umbrellas``) speak for requirements.
    """

    rules: Sequence[RuleMetadata]
    requirements: Mapping[str, Row] = field(default_factory=dict)
    reference: Mapping[str, Row] = field(default_factory=dict)
    status: Mapping[str, Row] = field(default_factory=dict)

    @classmethod
    def of(cls, rules: Iterable[RuleMetadata], data: Row) -> Catalogue:
        """Return the catalogue of rules and of the ``gpai`` data of the edition that they come with."""
        return cls(
            sorted(rules, key=lambda rule: rule.id),
            data.get("requirements", {}),
            data.get("reference", {}),
            data.get("status", {}),
        )

    def rules_for(self, requirement: str) -> list[RuleMetadata]:
        """Return the rules that look for a requirement, in order of id."""
        return [rule for rule in self.rules if requirement in rule.requirements]

    def parts(self, requirement: str) -> list[str]:
        """Return the requirements that spell out this one and decide it together, none for most."""
        umbrella = self.status.get("umbrellas", {}).get(requirement)
        if umbrella is None:
            return []
        prefixes, audience = tuple(umbrella["prefixes"]), umbrella.get("audience")
        annex, also = umbrella.get("annex", ""), umbrella.get("also", ())
        return [
            name
            for name, row in self.requirements.items()
            if name in also
            or (
                name.startswith(prefixes)
                and row["strength"] == "must"
                and any(article.startswith(annex) for article in row["articles"])
                and (audience is None or row.get("audience", {}).get(audience))
            )
        ]

    def question(self, requirement: str) -> str:
        """Return what the scope question that settles a requirement asks, empty where none does."""
        row = self.status.get("questions", {}).get(requirement)
        return "" if row is None else QUESTIONS.get(row["question"], row["question"].replace("_", " "))

    def condition(self, requirement: str) -> str:
        """Return the scope question (``third_country``) that has to be answered with yes, empty where none has."""
        return str(self.status.get("only_if", {}).get(requirement, ""))

    def topics(self, requirements: Iterable[str]) -> list[tuple[str, str]]:
        """Return title and wording of the crosswalk's topics about these requirements: where other frameworks speak."""
        wanted = set(requirements)
        return [
            (str(topic["title"]), _places(topic))
            for topic in self.reference.get("crosswalk", {}).values()
            if wanted & set(topic["requirements"])
        ]

    def source(self, name: str) -> str:
        """Return what a source is and how close to the official text it stands."""
        row = self.reference.get("sources", {}).get(name)
        return name if row is None else f"{_flat(row['what'])} ({row['kind']})"


def _places(topic: Row) -> str:
    named = (f"{name}: {', '.join(topic[key])}" for key, name in FRAMEWORKS.items() if topic.get(key))
    return "; ".join(named) + f". Confidence: {topic['confidence']}"


def _flat(text: object) -> str:
    return " ".join(str(text).split())
