"""A repository written on the spot, read by the real pipeline, with findings as a policy would report them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from gpai_lint.configuration.interface import Configuration
from gpai_lint.configuration.load import find_configuration, load_configuration
from gpai_lint.configuration.target import Target
from gpai_lint.findings.build import build_findings
from gpai_lint.findings.interface import Result
from gpai_lint.findings.locate import Locator
from gpai_lint.pipeline import Reading, read
from gpai_lint.policy.interface import RuleMetadata

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gpai_lint.findings.selection import Selection

AS_OF = "2026-03-01"

ENERGY = RuleMetadata(
    id="GPAI-141",
    name="training-energy",
    category="transparency",
    title="The energy used for training is stated",
    description="The form asks for the energy that training used, in MWh, so that providers can be compared.",
    strength="code",
    level="error",
    requirements=("MDF-8.1",),
    measures=("Transparency, Measure 1.1",),
    articles=("Article 53(1)(a)",),
    remediation="Write the energy used for training in MWh, with two significant figures.",
    package="gpai.rules.transparency.form",
    pack="code-of-practice-2025",
    related_resources=({"description": "AI Act, Annex XI", "ref": "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"},),
    since="0.1.0",
)
LICENCE = ENERGY._replace(
    id="GPAI-701",
    name="licence-agreement",
    category="consistency",
    title="The card and the licence file name the same licence",
    description="Two licences for one model leave its users without a right they can rely on.",
    strength="practice",
    level="warning",
    requirements=("MDF-3.2a",),
    measures=(),
    articles=(),
    remediation="Name in the card the licence that the LICENSE file holds.",
    confidence="medium",
    related_resources=(),
)
PLACEHOLDER = ENERGY._replace(
    id="GPAI-801",
    name="placeholder-text",
    category="documents",
    title="No template text is left",
    description="A placeholder says that somebody meant to write something.",
    strength="practice",
    level="note",
    requirements=(),
    measures=(),
    articles=(),
    remediation="Replace the placeholder, or remove the section.",
)
RULES = {rule.id: rule for rule in (ENERGY, LICENCE, PLACEHOLDER)}

CARD = """\
---
license: apache-2.0
language: [en, fr]
---
# Aurora 7B

Aurora 7B is a language model.

## Training

Trained on 2,000,000 GPU hours of H100.

### Energy and emissions

We will publish figures soon.

## Limitations

[More Information Needed]
"""


def write(root: Path, files: Mapping[str, str]) -> Path:
    """Write some files below a directory and return it."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return root


def reading_of(root: Path) -> Reading:
    """Read a directory with the configuration it holds."""
    path = find_configuration(root)
    configuration = load_configuration(path, root) if path else Configuration()
    return read(Target(root), AS_OF, configuration)


def missing(
    field: str, model: int = 0, rule: RuleMetadata = ENERGY, level: str = "error", **more: Any
) -> dict[str, Any]:
    """Return a finding of an absence as a policy reports it."""
    message = f"The field '{field}' is stated nowhere."
    return {"rule": rule.id, "model": model, "missing": field, "message": message, "level": level, **more}


def at(path: Sequence[str | int], rule: RuleMetadata = LICENCE, level: str = "warning", **more: Any) -> dict[str, Any]:
    """Return a finding at a place as a policy reports it."""
    message = f"There is something wrong with '{path[-1]}'."
    return {"rule": rule.id, "model": 0, "at": list(path), "message": message, "level": level, **more}


def result_of(
    root: Path,
    rows: Sequence[Mapping[str, Any]],
    selection: Selection | None = None,
    rules: Mapping[str, RuleMetadata] = RULES,
    **more: Any,
) -> Result:
    """Return the result of a check of a directory in which the policies reported ``rows``."""
    reading = reading_of(root)
    locator = Locator(reading.document, reading.evidence, reading.configuration.locate)
    return Result(
        as_of=AS_OF,
        findings=build_findings(rows, reading.evidence, rules, locator, selection),
        rules=rules,
        evidence=reading.evidence,
        document=reading.document,
        engine="embedded",
        packs=("code-of-practice-2025",),
        root=str(root),
        tree=reading.tree,
        **more,
    )


#: A pack with two rules, so that tests of the whole command do not hang on the built-in rules.
DEMO_PACK = {
    "acme/rules/energy/energy.rego": """\
# METADATA
# title: The energy used for training is stated
# description: A card without a figure cannot be compared.
# custom:
#   id: ACME-1
#   name: acme-energy
#   category: acme
#   strength: law
#   requirements: []
#   measures: ["Transparency, Measure 1.1"]
#   articles: []
#   level: error
#   confidence: high
#   depends_on: []
#   remediation: Write the energy used for training in MWh.
#   since: 1.0.0
package acme.rules.energy

import data.gpai.lib.finding

report contains finding.missing("ACME-1", model, "training.energy_mwh", message) if {
\tsome model in input.models
\tcount(object.get(model.facts, "training.energy_mwh", [])) == 0
\tmessage := sprintf("The energy used to train '%s' is not stated.", [model.name])
}
""",
    "acme/rules/leftovers/leftovers.rego": """\
# METADATA
# title: No template text is left
# description: A placeholder says that somebody meant to write something.
# custom:
#   id: ACME-2
#   name: acme-leftovers
#   category: acme
#   strength: practice
#   requirements: []
#   measures: []
#   articles: []
#   level: warning
#   confidence: high
#   depends_on: []
#   remediation: Replace the placeholder, or remove the section.
#   since: 1.0.0
package acme.rules.leftovers

import data.gpai.lib.finding

report contains finding.repository("ACME-2", ["placeholders", i], message) if {
\tsome i, row in input.placeholders
\tmessage := sprintf("The template text '%s' is left.", [row.text])
}
""",
}


def demo_pack(folder: Path) -> list[str]:
    """Write the demo pack and return the options by which a check runs its rules alone."""
    write(folder, {**DEMO_PACK, ".manifest": '{"roots": ["acme"]}'})
    return ["--pack", str(folder), "--select", "acme"]
