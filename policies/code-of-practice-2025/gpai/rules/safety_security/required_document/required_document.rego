# METADATA
# title: Documents that the Safety and Security chapter asks for
# description: |
#   The chapter is kept by writing things down: a Framework, a Model Report, an incident process and what has to be public.
# related_resources:
# - description: Code of Practice, Safety and Security chapter
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   rows: true
#   category: safety_security
#   strength: code
#   articles: ["Article 55(1)"]
#   level: warning
#   confidence: high
#   effective_on: 2025-08-02
#   since: 0.1.0
#   examples:
#     bad:
#       gpai-lint.yaml: |
#         provider: {name: Example Labs, country: FR, signatory: true}
#         models:
#         - {path: ., placed_on_market: true, gpai: true, systemic_risk: true}
#       README.md: |
#         # Example 400B
#         A text-generation model.
#     good:
#       gpai-lint.yaml: |
#         provider: {name: Example Labs, country: FR, signatory: true}
#         models:
#         - {path: ., placed_on_market: true, gpai: true, systemic_risk: true}
#       README.md: |
#         # Example 400B
#         A text-generation model.
#       SAFETY_FRAMEWORK.md: |
#         # Safety and Security Framework
#         How we assess and mitigate systemic risk.
#       MODEL_REPORT.md: |
#         # Safety and Security Model Report
#         Why the risks of Example 400B are acceptable.
#       INCIDENT_PROCESS.md: |
#         # Serious incidents
#         How we find and report them.
#       SECURITY.md: |
#         # Security policy
#         Report vulnerabilities to security@example.org.
#       EXTERNAL_EVALUATORS.md: |
#         # External evaluators
#         How to apply and how we choose.
#       WHISTLEBLOWER_POLICY.md: |
#         # Whistleblower policy
#         Whoever raises a concern is protected.
package gpai.rules.safety_security.required_document

import data.gpai.lib.content
import data.gpai.lib.documents
import data.gpai.lib.finding
import data.gpai.lib.passages
import data.gpai.lib.systemic
import data.gpai.reference.safety_documents
import data.gpai.rules.safety_security.required_document.rows

report contains systemic.moderated(_absence(row, model), model) if {
	some model in systemic.models
	some row in rows
	not systemic.attested(row.requirements, model)
	not systemic.excused(object.get(row, "unless", []), model)
	count(_evidence(row, model)) == 0
}

met contains {"requirement": requirement, "model": model.index, "at": path} if {
	some model in systemic.models
	some row in rows
	some path in _showing(row, model)
	some requirement in object.get(row, "shows", row.requirements)
}

# METADATA
# description: Passages that stand in for a document where nothing is titled after it.
mentioned contains {"requirement": requirement, "model": model.index, "at": path} if {
	some model in systemic.models
	some row in rows
	count(_showing(row, model)) == 0
	some path in _passages(row, model)
	some requirement in object.get(row, "shows", row.requirements)
}

# Where the author keeps a place for it, else nowhere.
_absence(row, model) := finding.at(row.id, model, _reserved(row, model)[0].path, row.absence) if {
	count(_reserved(row, model)) > 0
} else := finding.missing(row.id, model, safety_documents[row.document].field, row.absence)

_reserved(row, model) := passages.bound(model, {kind | some kind in object.get(row, "within", [])}, row.requirements)

_evidence(row, model) := array.concat(_showing(row, model), _passages(row, model))

# The document itself, and what its author or its title makes the same.
_showing(row, model) := array.concat(
	[entry.path | some entry in documents.of(model, {row.kind})],
	array.concat(
		content.bound(model, {kind | some kind in object.get(row, "within", [])}, row.requirements),
		array.concat(_sections(row, model), _published(row, model)),
	),
)

_sections(row, model) := [entry.path |
	some entry in content.matching(model, {kind | some kind in object.get(row, "within", [])}, object.get(row, "passages", []))
	some pattern in row.passages
	regex.match(pattern, lower(entry.section.title))
]

# What is public in full needs no summary.
default _published(_, _) := []

_published(row, model) := [entry.path | some entry in documents.public(model, {row.or_public})]

_passages(row, model) := [entry.path |
	some entry in content.matching(model, {kind | some kind in object.get(row, "within", [])}, object.get(row, "passages", []))
]

inapplicable contains {"requirement": requirement, "model": model.index, "why": excuse.why, "at": excuse.at} if {
	some model in systemic.models
	some row in rows
	some condition in object.get(row, "unless", [])
	excuse := systemic.excuse(condition, model)
	some requirement in row.requirements
}
