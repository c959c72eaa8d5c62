# METADATA
# title: Terms that exclude the Union agree with its supply there
# description: |
#   Who clearly excludes distribution and use in the Union does not place the model on its market, and whoever builds the
#   model into a system there becomes the provider. That works only as long as the model is not supplied in the Union all
#   the same.
# related_resources:
# - description: Guidelines on the scope of the obligations for general-purpose AI models, section 3.1.2
#   ref: https://digital-strategy.ec.europa.eu/en/library/guidelines-scope-obligations-providers-general-purpose-ai-models-under-ai-act
# custom:
#   id: GPAI-621
#   name: union-exclusion
#   category: law
#   strength: law
#   requirements: [G-PLACE]
#   measures: []
#   articles: ["Article 3(9)"]
#   level: warning
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: []
#   remediation: |
#     Decide which is true: remove the exclusion from the terms, or stop the supply and remove the Union market date.
#   examples:
#     bad:
#       gpai-lint.yaml: |
#         models:
#         - {path: ., gpai: true, placed_on_market: true}
#       LICENSE: |
#         EXAMPLE COMMUNITY LICENSE AGREEMENT
#
#         THIS LICENSE AGREEMENT DOES NOT APPLY IN THE EUROPEAN UNION. By using the model you accept this agreement.
#       README.md: |
#         # Example 70B
#         A language model with 70 billion parameters.
#     good:
#       gpai-lint.yaml: |
#         models:
#         - {path: ., gpai: true, placed_on_market: false}
#       LICENSE: |
#         EXAMPLE COMMUNITY LICENSE AGREEMENT
#
#         THIS LICENSE AGREEMENT DOES NOT APPLY IN THE EUROPEAN UNION. By using the model you accept this agreement.
#       README.md: |
#         # Example 70B
#         A language model with 70 billion parameters.
#   since: 0.1.0
package gpai.rules.law.union_exclusion

import data.gpai.lib.finding
import data.gpai.scope
import data.gpai.scope.market

report contains finding.with_related(
	finding.at(
		"GPAI-621",
		model,
		market.exclusions[model.index][0],
		"The terms exclude the Union, but the model is placed on its market.",
	),
	[{"message": "It is placed on the Union market here.", "at": path} |
		some path in scope.answers[model.index].placed_on_market.evidence
	],
) if {
	some model in input.models
	scope.answers[model.index].placed_on_market.answer == "yes"
	count(market.exclusions[model.index]) > 0
}
