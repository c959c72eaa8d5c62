"""What can be inserted without inventing facts: keys whose value stands elsewhere, sections that ask their question.

A fix never states anything that the repository does not state already. A section that it begins holds a placeholder,
so the linter goes on to report it until somebody fills it in.
"""

from __future__ import annotations

import json
import re
from itertools import groupby
from typing import TYPE_CHECKING, Any

from gpai_lint.artifacts.interface import Prose
from gpai_lint.findings.edits import Insertion
from gpai_lint.findings.interface import Status
from gpai_lint.findings.placement import front_matter_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from gpai_lint.artifacts.interface import Artifact
    from gpai_lint.evidence.interface import Evidence, Fact, Model
    from gpai_lint.findings.interface import Finding, Result

PLACEHOLDER = "[More Information Needed]"

_CARDS = ("model_card", "readme")

#: The keys of a Hugging Face card and the fields of which they are the value.
_KEYS = {
    "license": "distribution.licence",
    "base_model": "model.base_model",
    "datasets": "data.datasets",
    "language": "data.languages",
}

#: An id on the hub (`owner/name`), and a code of a language.
_HUB_ID = re.compile(r"[A-Za-z0-9][\w.-]{0,95}/[A-Za-z0-9][\w.-]{0,95}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")

#: Licences whose identifier on the hub is their SPDX id in lower case.
_HUB_LICENCES = frozenset(
    {"apache-2.0", "mit", "bsd-2-clause", "bsd-3-clause", "bsd-3-clause-clear", "isc", "zlib", "unlicense", "wtfpl"}
    | {"artistic-2.0", "bsl-1.0", "ecl-2.0", "epl-1.0", "epl-2.0", "eupl-1.1", "eupl-1.2", "ms-pl", "mpl-2.0", "ncsa"}
    | {"cc0-1.0", "cc-by-2.0", "cc-by-2.5", "cc-by-3.0", "cc-by-4.0", "cc-by-sa-3.0", "cc-by-sa-4.0", "cc-by-nc-2.0"}
    | {"cc-by-nc-3.0", "cc-by-nc-4.0", "cc-by-nd-4.0", "cc-by-nc-nd-3.0", "cc-by-nc-nd-4.0", "cc-by-nc-sa-2.0"}
    | {"cc-by-nc-sa-3.0", "cc-by-nc-sa-4.0", "cdla-permissive-1.0", "cdla-permissive-2.0", "cdla-sharing-1.0"}
    | {"odbl-1.0", "osl-3.0", "ofl-1.1", "postgresql"}
)


def propose(result: Result) -> list[Insertion]:
    """Return the insertions for a result's cards, in order of place."""
    found: list[Insertion] = []
    for model in result.evidence.models:
        card = _card(model, result.evidence)
        if card is not None:
            found.extend(_front_matter(card, model, result))
    return [*found, *_sections(result)]


def _card(model: Model, evidence: Evidence) -> Artifact | None:
    """Return the Markdown card that is about this model alone."""
    for kind in _CARDS:
        for index in model.documents:
            document = evidence.documents[index]
            shared = sum(index in other.documents for other in evidence.models) > 1
            if document.kind == kind and not shared and _is_editable(document.artifact):
                return document.artifact
    return None


def _is_editable(artifact: Artifact | None) -> bool:
    return artifact is not None and artifact.format == "markdown" and isinstance(artifact.content, Prose)


def _front_matter(card: Artifact, model: Model, result: Result) -> Iterator[Insertion]:
    """Yield the missing keys of a card's front matter whose value is known from another file."""
    content = card.content
    assert isinstance(content, Prose)  # noqa: S101 - only editable cards come here
    root = content.front_matter
    if root is not None and not isinstance(root.value, dict):
        return
    present = set(root.value) if root is not None and isinstance(root.value, dict) else set()
    lines: list[str] = []
    sources: list[str] = []
    fields: list[str] = []
    for key, field in _KEYS.items():
        if key in present:
            continue
        known = _known(key, field, card.path, model, result.evidence)
        if known is not None:
            lines += known[0]
            sources.append(f"'{key}' from {known[1]}")
            fields.append(field)
    if not lines:
        return
    rules = tuple(sorted({row.rule.id for row in result.findings if row.details.get("missing") in fields}))
    reason = f"The front matter can state {', '.join(sources)}."
    fence = front_matter_lines(content)
    if len(fence) and (root is not None or _is_empty(content, fence)):
        yield Insertion(card.path, fence.stop, tuple(lines), reason, rules)
    elif root is None and card.kind == "model_card" and not _opens_fence(content):
        yield Insertion(card.path, 1, ("---", *lines, "---", ""), reason, rules)


def _is_empty(content: Prose, fence: range) -> bool:
    """Return whether a card opens with a front matter that holds nothing, and not with one that is malformed."""
    within = [content.lines[number - 1].strip() for number in fence[1:]]
    return _opens_fence(content) and not any(line and not line.startswith("#") for line in within)


def _opens_fence(content: Prose) -> bool:
    return bool(content.lines) and content.lines[0].strip() == "---"


def _known(key: str, field: str, card: str, model: Model, evidence: Evidence) -> tuple[list[str], str] | None:
    """Return the lines for a key and the place of its value, if other files agree on one."""
    facts = [
        fact
        for fact in evidence.facts
        if fact.field == field
        and fact.document in model.documents
        and fact.location.file != card
        and fact.state.value == "stated"
        and fact.value
        and not fact.variant
    ]
    values = {_canonical(fact) for fact in facts}
    if len(values) != 1:
        return None
    lines = _lines(key, facts[0])
    return (lines, str(facts[0].location)) if lines else None


def _canonical(fact: Fact) -> str:
    return json.dumps(sorted(fact.value) if isinstance(fact.value, list) else fact.value)


def _lines(key: str, fact: Fact) -> list[str]:
    """Return the YAML of a key; nothing for a value that the key cannot hold."""
    values = [str(value) for value in fact.value] if isinstance(fact.value, list) else [str(fact.value)]
    if key == "license":
        return _licence(values[0], fact)
    fits = _LANGUAGE if key == "language" else _HUB_ID
    if not all(fits.fullmatch(value) for value in values):
        return []
    if key == "base_model" and len(values) == 1:
        return [f"{key}: {values[0]}"]
    # 'no' is a language; without quotes YAML reads it as false.
    return [f"{key}:", *(f'- "{value}"' if value in {"no", "on", "off", "yes"} else f"- {value}" for value in values)]


def _licence(identifier: str, fact: Fact) -> list[str]:
    if identifier.lower() in _HUB_LICENCES:
        return [f"license: {identifier.lower()}"]
    if not re.fullmatch(r"[\w.+-]{1,60}", identifier):
        return []
    name = identifier.removeprefix("LicenseRef-").lower()
    lines = ["license: other", f"license_name: {name}"]
    if re.fullmatch(r"[\w.-]+", fact.location.file):
        lines.append(f"license_link: {fact.location.file}")
    return lines


def _sections(result: Result) -> Iterator[Insertion]:
    """Yield a section for every item of the Model Documentation Form that a finding misses, in the form's order."""
    begun: set[tuple[str, str]] = {(binding.location.file, binding.item) for binding in result.evidence.bindings}
    asked: list[tuple[str, Artifact, Finding]] = []
    for finding in result.findings:
        card = _missing_in_card(finding, result.evidence)
        if card is None:
            continue
        for item in finding.requirements:
            if item.startswith("MDF-") and item in result.requirements and (card.path, item) not in begun:
                begun.add((card.path, item))
                asked.append((item, card, finding))
    asked.sort(key=lambda row: (row[1].path, _natural(row[0])))
    # Neighbours that one finding misses are one insertion.
    for _, rows in groupby(asked, key=lambda row: (row[1].path, row[2].fingerprint)):
        group = list(rows)
        _, card, finding = group[0]
        items = [item for item, _, _ in group]
        ask = "Sections ask" if len(items) > 1 else "A section asks"
        reason = f"{ask} for {', '.join(items)}; what is not filled in is reported as before."
        text = tuple(line for item in items for line in _section(item, result.requirements[item]))
        yield Insertion(card.path, len(card.content.lines) + 1, text, reason, (finding.rule.id,))


def _natural(item: str) -> list[int | str]:
    """Return a sorting key by which MDF-6.10 follows MDF-6.9: words and numbers alternate, a word first."""
    return [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", item)]


def _missing_in_card(finding: Finding, evidence: Evidence) -> Artifact | None:
    if not finding.details.get("missing") or finding.status is Status.WAIVED:
        return None
    for document in evidence.documents:
        if document.path == finding.location.file and document.kind in _CARDS and _is_editable(document.artifact):
            return document.artifact
    return None


def _section(item: str, requirement: Mapping[str, Any]) -> Iterator[str]:
    yield ""
    yield f"## {_flat(requirement['title'])}"
    yield ""
    yield f"<!-- gpai: {item} -->"
    yield f"<!-- {_flat(requirement['summary'])} -->"
    yield ""
    yield PLACEHOLDER


def _flat(text: str) -> str:
    # Two hyphens end a comment in some renderers.
    return " ".join(str(text).split()).replace("--", "–")
