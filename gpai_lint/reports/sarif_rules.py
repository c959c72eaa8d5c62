"""The part of a SARIF run that describes the tool: its rules, and the Code and the Act as taxonomies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from gpai_lint import __version__
from gpai_lint.reports.links import rule_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from gpai_lint.policy.interface import RuleMetadata

INFORMATION_URI = "https://github.com/gpai-lint/gpai-lint"

#: GitHub cuts or refuses longer texts.
_MAX_TEXT = 1024
#: GitHub shows ten tags of a rule.
_MAX_TAGS = 10

#: GitHub's words for confidence and gravity. ``security-severity`` is left out on purpose: it would turn a duty of
#: documentation into a vulnerability.
_PRECISION = {"high": "high", "medium-high": "high", "medium": "medium", "UNVERIFIED": "low"}
_SEVERITY = {"error": "error", "warning": "warning", "note": "recommendation"}

#: Descriptors of what went wrong without being a finding; ids as SARIF wants them, so that they can be looked up.
NOTIFICATIONS = (
    {
        "id": "GPAI-N1",
        "name": "FileNotRead",
        "shortDescription": {"text": "A file could not be read."},
        "fullDescription": {"text": "A file that should be evidence is malformed or too large; nothing in it counts."},
        "help": {"text": "Repair the file, or exclude it in gpai-lint.yaml."},
        "defaultConfiguration": {"level": "warning"},
    },
    {
        "id": "GPAI-N2",
        "name": "Notice",
        "shortDescription": {"text": "The run has something to say about itself."},
        "fullDescription": {"text": "A remark on how the check was made, for instance what was left out of it."},
        "help": {"text": "Nothing has to be done about the repository."},
        "defaultConfiguration": {"level": "note"},
    },
)


class Taxonomies:
    """The measures of the Code and the articles of the Act that rules refer to, with their places in the run."""

    def __init__(self, rules: Iterable[RuleMetadata]) -> None:
        """Collect the references of some rules."""
        listed = list(rules)
        self._tables = (
            _taxonomy(
                "code-of-practice",
                "EU General-Purpose AI Code of Practice, 10 July 2025",
                "https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai",
                "A measure of the Code of Practice",
                sorted({measure for rule in listed for measure in rule.measures}, key=_natural),
            ),
            _taxonomy(
                "ai-act",
                "Regulation (EU) 2024/1689 (AI Act)",
                "https://eur-lex.europa.eu/eli/reg/2024/1689/oj",
                "A provision of the AI Act",
                sorted({article for rule in listed for article in rule.articles}, key=_natural),
            ),
        )

    def components(self) -> list[dict[str, Any]]:
        """Return ``run.taxonomies``."""
        return [table for table in self._tables if table["taxa"]]

    def references(self) -> list[dict[str, Any]]:
        """Return ``driver.supportedTaxonomies``."""
        return [
            {"name": table["name"], "index": index, "guid": table["guid"]}
            for index, table in enumerate(self.components())
        ]

    def relationships(self, rule: RuleMetadata) -> list[dict[str, Any]]:
        """Return ``relationships`` of a rule."""
        related = []
        for index, table in enumerate(self.components()):
            ids = [taxon["id"] for taxon in table["taxa"]]
            for name in dict.fromkeys((*rule.measures, *rule.articles)):
                if name in ids:
                    component = {"name": table["name"], "index": index, "guid": table["guid"]}
                    target = {"id": name, "index": ids.index(name), "toolComponent": component}
                    related.append({"target": target, "kinds": ["relevant"]})
        return related


def driver(rules: Sequence[RuleMetadata], taxonomies: Taxonomies) -> dict[str, Any]:
    """Return ``tool.driver``: every rule, whether it was hit or not."""
    shape: dict[str, Any] = {
        "name": "gpai-lint",
        "fullName": "gpai-lint, a linter for the EU General-Purpose AI Code of Practice",
        "organization": "gpai-lint",
        "semanticVersion": __version__,
        "version": __version__,
        "informationUri": INFORMATION_URI,
        "shortDescription": {"text": "Checks a model's repository against the General-Purpose AI Code of Practice."},
        "rules": [_descriptor(rule, taxonomies) for rule in rules],
        "notifications": list(NOTIFICATIONS),
    }
    if taxonomies.references():
        shape["supportedTaxonomies"] = taxonomies.references()
    return shape


def _descriptor(rule: RuleMetadata, taxonomies: Taxonomies) -> dict[str, Any]:
    url = rule_url(rule)
    basis = "; ".join((*rule.measures, *rule.articles))
    shape: dict[str, Any] = {
        "id": rule.id,
        # Visual Studio and GitHub show the name; SARIF wants it in Pascal case and unlike the id.
        "name": "".join(word.capitalize() for word in re.split(r"[\W_]+", rule.name)),
        "shortDescription": {"text": sentence(rule.title)},
        "fullDescription": {"text": sentence(" ".join(rule.description.split()))},
        "help": {"text": _help_text(rule, basis, url), "markdown": _help_markdown(rule, basis, url)},
        "defaultConfiguration": {"level": rule.level},
        "properties": {
            "tags": _tags(rule),
            "precision": _PRECISION.get(rule.confidence, "medium"),
            "problem.severity": _SEVERITY[rule.level],
            "requirements": list(rule.requirements),
        },
    }
    if url:
        shape["helpUri"] = url
    if rule.aliases:
        shape["deprecatedNames"] = list(rule.aliases)
    related = taxonomies.relationships(rule)
    if related:
        shape["relationships"] = related
    return shape


def _tags(rule: RuleMetadata) -> list[str]:
    words = [rule.name, rule.category, rule.strength, "gpai", "ai-act", "code-of-practice", *rule.requirements]
    return list(dict.fromkeys(words))[:_MAX_TAGS]


def _help_text(rule: RuleMetadata, basis: str, url: str) -> str:
    parts = [" ".join(rule.description.split()), f"What to write: {' '.join(rule.remediation.split())}"]
    parts += [f"Basis: {basis}."] if basis else []
    parts += [f"More: {url}"] if url else []
    return "\n\n".join(parts)


def _help_markdown(rule: RuleMetadata, basis: str, url: str) -> str:
    parts = [rule.description.strip(), f"**What to write.** {rule.remediation.strip()}"]
    parts += [f"**Basis.** {basis} ({rule.strength})"] if basis else []
    parts += [
        f"- [{row.get('description', row['ref'])}]({row['ref']})" for row in rule.related_resources if row.get("ref")
    ]
    parts += [f"[{rule.label}]({url})"] if url else []
    return "\n\n".join(parts)


def unlinked(text: str) -> str:
    """Return a text without SARIF's embedded links, ``[text](target)``: it may quote the checked repository."""
    return text.replace("](", "] (")


def sentence(text: str) -> str:
    """Return a text that ends with a full stop, holds no link and is no longer than GitHub takes."""
    flat = unlinked(text.strip())
    if len(flat) > _MAX_TEXT:
        flat = flat[: _MAX_TEXT - 2].rsplit(" ", 1)[0] + "…"
    return flat if flat.endswith((".", "!", "?")) else f"{flat}."


def _taxonomy(name: str, full_name: str, uri: str, kind: str, taxa: Sequence[str]) -> dict[str, Any]:
    # A name-based GUID: the same run gives the same file.
    return {
        "name": name,
        "fullName": full_name,
        "guid": str(uuid5(NAMESPACE_URL, f"{INFORMATION_URI}/taxonomies/{name}")),
        "organization": "European Union",
        "informationUri": uri,
        "shortDescription": {"text": f"{full_name}."},
        "isComprehensive": False,
        "taxa": [{"id": taxon, "shortDescription": {"text": f"{kind}: {taxon}."}} for taxon in taxa],
    }


def _natural(text: str) -> list[tuple[int, str]]:
    """Return a sorting key by which Measure 1.10 follows Measure 1.9."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.split(r"(\d+)", text)]


def indexes(rules: Sequence[RuleMetadata]) -> Mapping[str, int]:
    """Return the place of each rule in ``driver.rules``."""
    return {rule.id: index for index, rule in enumerate(rules)}
