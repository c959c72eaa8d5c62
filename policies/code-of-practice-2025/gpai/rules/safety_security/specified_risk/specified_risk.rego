# METADATA
# title: The four specified systemic risks are assessed
# description: |
#   Four risks count as systemic in every case, whatever the provider's own identification finds: chemical, biological,
#   radiological and nuclear risk, loss of control, cyber offence, and harmful manipulation. Each needs scenarios, tiers,
#   evaluations, an estimate and mitigations; a risk that only stands in a list was not assessed.
# related_resources:
# - description: Code of Practice, Safety and Security chapter, Appendix 1.4
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   rows: true
#   category: safety_security
#   strength: code
#   articles: ["Article 55(1)(b)"]
#   level: error
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: [GPAI-401]
#   remediation: |
#     Give the risk a section of its own in the Framework or the Model Report: scenarios, tiers with what was measured, the
#     evaluations run, the estimate of probability and severity, and the mitigations.
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
#         We assess privacy and bias.
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
#         ## Specified risks
#         For CBRN, loss of control, cyber offence and harmful manipulation we keep scenarios, three tiers each, evaluations
#         with red-teaming, an estimate of probability and severity, and mitigations.
package gpai.rules.safety_security.specified_risk

import data.gpai.lib.content
import data.gpai.lib.documents
import data.gpai.lib.finding
import data.gpai.lib.passages
import data.gpai.lib.systemic
import data.gpai.reference.safety_documents.framework_or_report
import data.gpai.reference.specified_risks
import data.gpai.rules.safety_security.specified_risk.aspects
import data.gpai.rules.safety_security.specified_risk.rows

report contains systemic.moderated(violation, model) if {
	some model in systemic.models
	some row in rows
	not systemic.attested([_own(row)], model)
	violation := _violation(row, model)
}

met contains {"requirement": _own(row), "model": model.index, "at": path} if {
	some model in systemic.models
	some row in rows
	count(_treated(row, model)) > 0
	count(_missing(row, model)) == 0
	some path in _treated(row, model)
}

# All four together are the measure.
met contains {"requirement": "S-2.1(2)", "model": model.index, "at": path} if {
	some model in systemic.models
	every row in rows {
		count(_treated(row, model)) > 0
	}
	some row in rows
	some path in _treated(row, model)
}

# METADATA
# description: The specified risks for which tiers are spoken of where the risk is treated, with the places of that.
tiered[model.index] := {row.risk: _treated(row, model) |
	some row in rows
	count(_treated(row, model)) > 0
	not "tiers" in _missing(row, model)
} if {
	some model in systemic.models
}

_kinds := {kind | some kind in framework_or_report.kinds}

# The requirement that this risk alone fulfils.
_own(row) := row.requirements[1]

_violation(row, model) := finding.missing(row.id, model, framework_or_report.field, sprintf(
	"There is neither a Framework nor a Model Report that assesses the specified risk '%s'.",
	[specified_risks[row.risk].name],
)) if {
	not documents.any(model, _kinds)
	count(_bound(row, model)) == 0
	not systemic.attested([framework_or_report.requirement], model)
}

_violation(row, model) := finding.at(row.id, model, content.places(model, framework_or_report.kinds, [_own(row)], specified_risks[row.risk].patterns)[0], sprintf(
	"The %s does not name the specified risk '%s'.",
	[framework_or_report.name, specified_risks[row.risk].name],
)) if {
	content.legible(model, _kinds)
	count(_treated(row, model)) == 0
}

_violation(row, model) := finding.capped(
	finding.with_requirements(
		finding.at(row.id, model, _treated(row, model)[0], sprintf(
			"The specified risk '%s' is named without '%s'.",
			[specified_risks[row.risk].name, concat("', '", _missing(row, model))],
		)),
		[_own(row)],
	),
	"warning",
) if {
	content.legible(model, _kinds)
	count(_treated(row, model)) > 0
	count(_missing(row, model)) > 0
}

_bound(row, model) := content.bound(model, _kinds, [_own(row)])

_named(row, model) := content.matching(model, _kinds, specified_risks[row.risk].patterns)

_treated(row, model) := array.concat(_bound(row, model), [entry.path | some entry in _named(row, model)])

# What no section on the risk says, nor any section below one; a passage bound to the risk stands for all.
_missing(row, model) := [] if count(_bound(row, model)) > 0

_missing(row, model) := [aspect.what |
	some aspect in aspects
	not _said(aspect, row, model)
] if {
	count(_bound(row, model)) == 0
}

_said(aspect, row, model) if {
	sections := {entry.path | some entry in _named(row, model)} | _below(row, model)
	some entry in passages.matching(model, _kinds, aspect.patterns)
	entry.path in sections
}

_below(row, model) := {entry.path |
	some named in _named(row, model)
	below := {section.path | some section in content.below(named)}
	some entry in passages.of(model, _kinds)
	entry.document == named.document
	entry.section.path in below
}
