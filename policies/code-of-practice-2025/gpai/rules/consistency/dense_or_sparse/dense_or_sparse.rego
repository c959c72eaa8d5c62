# METADATA
# title: Text and configuration agree on whether the model is dense
# description: |
#   Compute, memory and the meaning of a parameter count depend on whether all parameters work on every token. A card that
#   calls a mixture-of-experts model dense was often copied from another model's.
# related_resources:
# - description: Code of Practice, Model Documentation Form, model architecture
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   id: GPAI-725
#   name: dense-or-sparse
#   category: consistency
#   strength: code
#   requirements: [MDF-2.1]
#   measures: ["Transparency, Measure 1.3"]
#   articles: ["Article 53(1)(a)", "Annex XI"]
#   level: warning
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: []
#   remediation: |
#     Describe the architecture of this model: for a mixture of experts, the number of experts, how many are active, and
#     total and active parameters.
#   examples:
#     bad:
#       README.md: |
#         # Example 1B-A400M
#         Example 1B-A400M is a language model.
#
#         **Model architecture:** Example 1B-A400M is based on a decoder-only dense transformer architecture.
#       config.json: |
#         {"architectures": ["ExampleMoeForCausalLM"], "model_type": "examplemoe", "num_local_experts": 32}
#     good:
#       README.md: |
#         # Example 1B-A400M
#         Example 1B-A400M is a language model.
#
#         **Model architecture:** Example 1B-A400M is based on a decoder-only sparse mixture-of-experts transformer.
#       config.json: |
#         {"architectures": ["ExampleMoeForCausalLM"], "model_type": "examplemoe", "num_local_experts": 32}
#   since: 0.1.0
package gpai.rules.consistency.dense_or_sparse

import data.gpai.lib.facts
import data.gpai.lib.finding

report contains finding.with_related(
	finding.at("GPAI-725", model, dense[0].path, sprintf(
		"The text calls the architecture dense, but '%s' is a mixture of experts.",
		[sparse[0].fact.text],
	)),
	[{"message": "This shows a mixture of experts.", "at": entry.path} | some entry in sparse],
) if {
	some model in input.models
	dense := [entry |
		some entry in facts.stated_by(model, "model.architecture", "declared")
		facts.own(entry)
		regex.match(`\bdense\b`, lower(entry.fact.text))
		not regex.match(`mixture|\bmoe\b|sparse|experts`, lower(entry.fact.text))
	]
	count(dense) > 0
	sparse := _sparse(model)
	count(sparse) > 0
}

_sparse(model) := [entry |
	some entry in facts.stated_by(model, "model.architecture", "measured")
	regex.match(`moe|mixtral|experts`, lower(entry.fact.text))
]
