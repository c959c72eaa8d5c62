# METADATA
# title: Safety and security documents have the content the Code asks for
# description: |
#   Signatories write their processes, reasons and results down in a Safety and Security Framework, a Model Report for
#   each model and a few documents beside them. Without this content the AI Office cannot follow why a systemic risk was
#   found acceptable, and neither can the people inside who have to act on it.
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
#       SAFETY_FRAMEWORK.md: |
#         # Safety and Security Framework
#         Our people take great care in all that they do.
#       MODEL_REPORT.md: |
#         # Safety and Security Model Report
#         Our people took great care in all that they did.
#       INCIDENT_PROCESS.md: |
#         # Serious incidents
#         Our people take great care whenever anything goes wrong.
#       SECURITY.md: |
#         # Security policy
#         Our people take great care of every message that reaches them.
#       RETENTION.md: |
#         # Retention
#         Our people take great care of all papers.
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
#         ## Processes and measures
#         Systemic risk is assessed and mitigated throughout the lifecycle. Safety mitigations and security mitigations are
#         adapted to the results of assessment, monitoring after release and serious incidents.
#         ## Trigger points
#         Lighter evaluations run at trigger points: every fourfold growth of training compute, and every new tool.
#         ## Risk tiers and acceptance criteria
#         Each risk has three capability tiers, measured by benchmark scores. Tier 3 has not yet been reached. A risk is
#         acceptable below tier 3, because the safeguards hold there; the criteria apply to each risk and to the overall risk.
#         A safety margin covers uncertainty such as under-elicitation. We proceed with development and release only then,
#         and otherwise withhold or withdraw the model. Governments have no say in that decision.
#         ## Forecasts
#         We expect to exceed tier 2 within a range of nine to eighteen months; the assumption is steady scaling.
#         ## Identification of risks
#         Risks are identified before the model is placed on the market, from literature, incident databases and the AI
#         Office: to public health, safety, public security, fundamental rights and society. We look at high-impact
#         capabilities such as offensive cyber, at propensities such as misalignment, at affordances such as access to tools,
#         and at how fast effects spread at scale. Every risk has scenarios and a risk model, with probability and severity.
#         ## Evaluations
#         Evaluations with red-teaming are validated and reproducible, and elicit capabilities by scaffolding. The
#         effectiveness of mitigations is tested against jailbreaks. Teams of domain experts have access to the model for
#         twenty business days, with compute and staff. Independent external evaluators get free access to versions with the
#         fewest mitigations. User feedback is collected after release.
#         ## Security Goal
#         Weights are protected against non-state outsiders and insiders by access control and encryption.
#         ## Responsibilities
#         The board committee oversees, the chief executive owns the risk, the chief risk officer supports and monitors,
#         and internal audit gives assurance. Staff, budget and other resources are reviewed by the board. Concerns can be
#         raised without retaliation.
#         ## Assessment and updates
#         Every twelve months we assess whether the Framework is adequate and was adhered to. The board approves updates,
#         and an updated Framework is then confirmed. The Model Report is updated when its justification is undermined.
#         Documentation and key decisions are recorded in a decision log.
#         ## Versions
#         Version 1.0 of 2025-09-01, the first version.
#       MODEL_REPORT.md: |
#         # Safety and Security Model Report
#         ## Model
#         A transformer with new capabilities, trained on text. It differs from our previous model by its size. Versions:
#         base and chat. Expected use is office work; internal use is the training of other models.
#         ## Model specification
#         The principles take priority over instructions. The model refuses requests for weapons. The system prompt is linked.
#         ## Acceptance
#         The risks are acceptable with a margin. This would no longer hold if a tier was exceeded. The decision was taken by
#         the board after an independent evaluator had reported, chosen for its expertise.
#         ## Risks
#         Risks were identified and modelled under stated assumptions, and their probability was estimated.
#         ## Evaluations
#         Results were scored by a fixed protocol, with elicitation by prompting, against a human baseline.
#         ## Mitigations
#         Safety mitigations and their limitations are listed. Security controls meet the Security Goal and ISO 27001.
#         ## Outlook
#         Over the next six months we plan a larger version. The model does not change the landscape of systemic risk.
#         ## Versions
#         Version 1.0 of 2025-09-10, the first version.
#       INCIDENT_PROCESS.md: |
#         # Serious incidents
#         ## Sources
#         We watch media and incident databases. Anyone can report to incidents@example.org.
#         ## Record
#         Each record has the dates, the harm and those affected, the chain of events, the model, evidence of its
#         involvement, our response, recommendations, the root cause, and patterns with near misses.
#       SECURITY.md: |
#         # Security policy
#         Research in good faith brings no legal action. We do not train models on what researchers send us without their
#         express permission.
package gpai.rules.safety_security.document_content

import data.gpai.lib.content
import data.gpai.lib.documents
import data.gpai.lib.finding
import data.gpai.lib.passages
import data.gpai.lib.systemic
import data.gpai.reference.safety_documents
import data.gpai.rules.safety_security.document_content.rows

report contains systemic.moderated(_lacking(row, model, missing), model) if {
	some model in systemic.models
	some row in rows
	_concerns(row, model)
	content.legible(model, _kinds(row))
	missing := _missing(row, model)
	count(missing) > 0
}

report contains systemic.moderated(_undocumented(row, model), model) if {
	some model in systemic.models
	some row in rows
	_concerns(row, model)
	not documents.any(model, _kinds(row))
	count(_bound[model.index][row.id]) == 0
	not systemic.attested([_document(row).requirement], model)
}

met contains {"requirement": requirement, "model": model.index, "at": path} if {
	some model in systemic.models
	some row in rows
	_concerns_by_scope(row, model)
	count(_missing(row, model)) == 0
	some path in _evidence(row, model)
	some requirement in row.requirements
}

# With less to show, smaller providers point at what they have.
met contains {"requirement": requirement, "model": model.index, "at": path} if {
	some model in systemic.models
	some row in rows
	"small" in object.get(row, "unless", [])
	systemic.excuse("small", model)
	some path in _bound[model.index][row.id]
	some requirement in row.requirements
}

inapplicable contains {"requirement": requirement, "model": model.index, "why": excuse.why, "at": excuse.at} if {
	some model in systemic.models
	some row in rows
	some condition in object.get(row, "unless", [])
	condition != "small"
	excuse := systemic.excuse(condition, model)
	some requirement in row.requirements
}

# Who claims nothing under Appendix 2 has nothing to show for it.
inapplicable contains {
	"requirement": requirement,
	"model": model.index,
	"why": "The documents do not treat the model as similarly safe to another.",
	"at": documents.readable(model, _kinds(row))[0].path,
} if {
	some model in systemic.models
	some row in rows
	row.only_if == ["similarly_safe"]
	content.legible(model, _kinds(row))
	not systemic.excuse("similarly_safe", model)
	some requirement in row.requirements
	_of_the_claim(requirement)
}

_of_the_claim(requirement) if startswith(requirement, "A-2.")

_of_the_claim("S-7.3(1)(h)") := true

_document(row) := safety_documents[row.document]

# The kinds of document, the one meant first.
_ordered(row) := object.get(row, "kinds", _document(row).kinds)

_kinds(row) := {kind | some kind in _ordered(row)}

_concerns(row, model) if {
	_concerns_by_scope(row, model)
	not systemic.attested(row.requirements, model)
}

_concerns_by_scope(row, model) if {
	not systemic.excused(object.get(row, "unless", []), model)
	every condition in object.get(row, "only_if", []) {
		systemic.excuse(condition, model)
	}
}

# The passages bound to each row, which stand for all its aspects.
_bound[model.index][row.id] := content.bound(model, _kinds(row), row.requirements) if {
	some model in systemic.models
	some row in rows
}

# The first passage on each aspect of each row, in a list that is empty where there is none.
_covered[model.index][row.id] := [array.slice(paths, 0, 1) |
	some aspect in row.aspects
	paths := [entry.path | some entry in content.matching(model, _kinds(row), aspect.patterns)]
] if {
	some model in systemic.models
	some row in rows
	count(_bound[model.index][row.id]) == 0
}

_missing(row, model) := [row.aspects[i].what |
	some i, paths in _covered[model.index][row.id]
	count(paths) == 0
]

_evidence(row, model) := array.concat(_bound[model.index][row.id], [path |
	some paths in _covered[model.index][row.id]
	some path in paths
])

_lacking(row, model, missing) := finding.at(row.id, model, _place(row, model), sprintf(
	"The %s does not cover '%s'.",
	[_document(row).name, concat("', '", missing)],
))

# A section on the subject: bound to it, or about a part of it, or titled like it; else the document.
_place(row, model) := array.concat(
	[entry.path | some entry in passages.bound(model, _kinds(row), row.requirements)],
	array.concat(_evidence(row, model), content.places(model, _ordered(row), [], [pattern |
		some aspect in row.aspects
		some pattern in aspect.patterns
	])),
)[0]

_undocumented(row, model) := finding.missing(row.id, model, _document(row).field, sprintf(
	"There is %s that covers '%s'.",
	[systemic.absent(_document(row)), concat("', '", [aspect.what | some aspect in row.aspects])],
))
