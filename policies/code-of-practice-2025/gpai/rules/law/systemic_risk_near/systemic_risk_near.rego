# METADATA
# title: Compute close to the threshold of systemic risk is watched
# description: |
#   Estimates of training compute may be wrong by 30 %. A model within that distance below 10^25 FLOP may be above it, and
#   further training may carry it over: the notice to the Commission is due two weeks after that becomes known.
# related_resources:
# - description: AI Act, Article 51(2)
#   ref: https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   id: GPAI-609
#   name: systemic-risk-near
#   category: law
#   strength: law
#   requirements: [LAW-51]
#   measures: []
#   articles: ["Article 51(2)"]
#   level: warning
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: []
#   decides: false
#   remediation: |
#     Declare `training_compute_flop` from your own records with `training_compute_method`, counting all compute that adds
#     to the model's capabilities, synthetic data included.
#   examples:
#     bad:
#       gpai-lint.yaml: |
#         models:
#         - {path: ., gpai: true, training_compute_flop: 8.1e+24}
#       README.md: |
#         # Example 100B
#         A language model with 100 billion parameters.
#     good:
#       gpai-lint.yaml: |
#         models:
#         - {path: ., gpai: true, training_compute_flop: 3.1e+24}
#       README.md: |
#         # Example 40B
#         A language model with 40 billion parameters.
#   since: 0.1.0
package gpai.rules.law.systemic_risk_near

import data.gpai.lib.finding
import data.gpai.lib.numbers as numerals
import data.gpai.reference.thresholds
import data.gpai.scope
import data.gpai.scope.systemic_risk

report contains finding.at("GPAI-609", model, known.estimate.evidence[0], sprintf(
	"Training compute is within %d %% of the threshold of %s FLOP for systemic risk: %s.",
	[thresholds.compute_error.value, numerals.scientific(thresholds.systemic.value), known.estimate.why],
)) if {
	some model in input.models
	scope.answers[model.index].gpai.answer != "no"
	scope.answers[model.index].modifier.answer != "yes"
	scope.answers[model.index].systemic_risk.answer != "yes"
	known := systemic_risk.presumption[model.index]
	known.side == "near"

	# Peak hardware use is an upper bound far above what anybody reaches.
	known.estimate.how != "hardware"
}
