# METADATA
# title: The presumption of systemic risk is not denied by declaration
# description: |
#   Above 10^25 FLOP high-impact capabilities are presumed. The provider may argue against it to the Commission, but the
#   duties go on meanwhile; a bare 'no' in the configuration changes nothing. An accepted rebuttal is attested.
# related_resources:
# - description: AI Act, Articles 51(2) and 52(2) to (4)
#   ref: https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   id: GPAI-608
#   name: systemic-risk-denied
#   category: law
#   strength: law
#   requirements: [LAW-51]
#   measures: []
#   articles: ["Article 51(2)", "Article 52"]
#   level: error
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: []
#   remediation: |
#     Remove `systemic_risk: false`, or, once the Commission has accepted the rebuttal, add an attestation with
#     `requirement: LAW-51` that says so and where the decision is kept.
#   examples:
#     bad:
#       gpai-lint.yaml: |
#         models:
#         - {path: ., gpai: true, training_compute_flop: 3.8e+25, systemic_risk: false}
#       README.md: |
#         # Example 405B
#         A language model with 405 billion parameters.
#     good:
#       gpai-lint.yaml: |
#         models:
#         - {path: ., gpai: true, training_compute_flop: 3.8e+24, systemic_risk: false}
#       README.md: |
#         # Example 40B
#         A language model with 40 billion parameters.
#   since: 0.1.0
package gpai.rules.law.systemic_risk_denied

import data.gpai.lib.facts
import data.gpai.lib.finding
import data.gpai.scope
import data.gpai.scope.settled
import data.gpai.scope.systemic_risk

report contains finding.with_related(
	finding.at("GPAI-608", model, denial.at, sprintf("%s, but training compute is above 10^25 FLOP: %s.", [
		denial.says,
		systemic_risk.presumption[model.index].estimate.why,
	])),
	[{"message": "The compute rests on this.", "at": path} |
		some path in systemic_risk.presumption[model.index].estimate.evidence
	],
) if {
	some model in input.models
	scope.answers[model.index].systemic_risk.answer == "yes"
	systemic_risk.presumption[model.index].side == "above"
	some denial in _denials(model)
}

_denials(model) := array.concat(
	[{"at": settled.declared_at(model, "systemic_risk"), "says": "The configuration denies systemic risk"} |
		model.declared.systemic_risk == false
	],
	[{"at": entry.path, "says": sprintf("The text denies systemic risk ('%s')", [substring(entry.fact.text, 0, 80)])} |
		some entry in facts.stated(model, "safety.systemic_risk_statement")
		_denies(entry.fact)
	],
)

_denies(fact) if fact.value == false

_denies(fact) if {
	regex.match(
		`\b(no|not|without|below|does not)\b[^.]{0,60}systemic risk|systemic risk[^.]{0,30}\b(does not|do not|not) apply`,
		lower(fact.text),
	)

	# "No systemic risk beyond the specified ones" denies none of those.
	not regex.match(`systemic risks? (beyond|besides|other than|apart from|except|in addition to)\b`, lower(fact.text))
}
