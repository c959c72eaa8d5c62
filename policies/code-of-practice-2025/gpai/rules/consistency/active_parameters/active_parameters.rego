# METADATA
# title: Active parameters are not more than all parameters
# description: |
#   In a mixture of experts only a part of the parameters works on each token. A count of active parameters above the total
#   means that the two were swapped or belong to different models.
# related_resources:
# - description: Code of Practice, Model Documentation Form, model size
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   id: GPAI-733
#   name: active-parameters
#   category: consistency
#   strength: code
#   requirements: [MDF-2.7a]
#   measures: ["Transparency, Measure 1.3"]
#   articles: ["Annex XI"]
#   level: warning
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: []
#   remediation: |
#     State total and active parameters of the same model.
#   examples:
#     bad:
#       README.md: |
#         # Example MoE
#         A mixture-of-experts language model.
#
#         **Total parameters:** 30B
#
#         **Active parameters:** 300B
#     good:
#       README.md: |
#         # Example MoE
#         A mixture-of-experts language model.
#
#         **Total parameters:** 30B
#
#         **Active parameters:** 3B
#   since: 0.1.0
package gpai.rules.consistency.active_parameters

import data.gpai.lib.agreement
import data.gpai.lib.finding
import data.gpai.lib.numbers as numerals

report contains finding.with_related(
	finding.at("GPAI-733", model, active.path, sprintf("There are %s active parameters, more than all %s.", [
		numerals.grouped(active.fact.value),
		numerals.grouped(totals[0].fact.value),
	])),
	[{"message": "The total stands here.", "at": totals[0].path}],
) if {
	some model in input.models
	some variant, entries in agreement.by_variant(model, "model.parameters_active")
	totals := agreement.by_variant(model, "model.parameters_total")[variant]
	active := entries[0]
	count(totals) > 0
	every total in totals {
		active.fact.value > total.fact.value
	}
}
