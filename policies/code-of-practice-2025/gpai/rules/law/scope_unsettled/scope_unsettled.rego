# METADATA
# title: Scope is settled before any duty
# description: |
#   Which duties apply hangs on a few facts that no file need hold: whether the model is supplied in the Union, how much
#   compute it took, who made it, and what the provider signed. While they are unknown no finding on the model exceeds a
#   warning, and duties of models with systemic risk are not checked. This note says what to put into gpai-lint.yaml.
# related_resources:
# - description: Guidelines on the scope of the obligations for general-purpose AI models, C(2025) 7719
#   ref: https://digital-strategy.ec.europa.eu/en/library/guidelines-scope-obligations-providers-general-purpose-ai-models-under-ai-act
# custom:
#   id: GPAI-602
#   name: scope-unsettled
#   category: law
#   strength: practice
#   requirements: []
#   measures: []
#   articles: ["Article 3(63)", "Article 51", "Article 53", "Article 54"]
#   level: note
#   confidence: high
#   depends_on: []
#   decides: false
#   remediation: |
#     Run `gpai-lint init` for a gpai-lint.yaml that asks these questions, and answer what you know.
#   examples:
#     bad:
#       README.md: |
#         # Example 7B
#         A language model with 7 billion parameters.
#     good:
#       gpai-lint.yaml: |
#         provider: {name: Example Labs, country: FR, size: small, signatory: true}
#         models:
#         - path: .
#           role: provider
#           gpai: true
#           systemic_risk: false
#           open_source: false
#           union_market_date: 2025-10-01
#       README.md: |
#         # Example 7B
#         A language model with 7 billion parameters.
#   since: 0.1.0
package gpai.rules.law.scope_unsettled

import data.gpai.lib.finding
import data.gpai.scope

report contains finding.with_remediation(
	finding.at("GPAI-602", model, ["models", model.index], sprintf(
		"Scope is not settled for this model: it is not known whether %s.",
		[_joined([question.what | some question in unknown])],
	)),
	sprintf("Say in gpai-lint.yaml what you know: %s.", [concat("; ", _ways(unknown))]),
) if {
	some model in input.models
	not _outside(model)
	unknown := [question |
		some question in _questions
		scope.answers[model.index][question.id].answer == "unknown"
	]
	count(unknown) > 0
}

# What is certainly out of scope needs no further answers.
_outside(model) if {
	some id in ["placed_on_market", "gpai", "provider_duties"]
	scope.answers[model.index][id].answer == "no"
}

_questions := [
	{
		"id": "placed_on_market",
		"what": "it is placed on the Union market",
		"how": "`union_market_date` or `placed_on_market` for the model",
	},
	{
		"id": "gpai",
		"what": "it is a general-purpose AI model",
		"how": "`training_compute_flop`, or the decision `gpai` with `gpai_reasons`",
	},
	{
		"id": "modifier",
		"what": "the provider made it or modified another's model",
		"how": "`role: provider` or `role: modifier`",
	},
	{
		"id": "provider_duties",
		"what": "a provider's duties fall on its publisher",
		"how": "`modification_compute_flop` and `base_model_compute_flop` for a modification",
	},
	{
		"id": "systemic_risk",
		"what": "it carries systemic risk",
		"how": "`training_compute_flop` or `systemic_risk`",
	},
	{
		"id": "open_source_exempt",
		"what": "the open-source exemption holds",
		"how": "`open_source`, and `monetised` if the exemption is relied upon",
	},
	{
		"id": "legacy",
		"what": "it was on the market before 2 August 2025",
		"how": "`union_market_date`",
	},
	{
		"id": "signatory_transparency",
		"what": "the provider signed the Transparency chapter",
		"how": "`provider.signatory`",
	},
	{
		"id": "signatory_copyright",
		"what": "the provider signed the Copyright chapter",
		"how": "`provider.signatory`",
	},
	{
		"id": "third_country",
		"what": "the provider is established outside the Union",
		"how": "`provider.country`",
	},
]

_joined(parts) := parts[0] if {
	count(parts) == 1
} else := sprintf("%s, and whether %s", [
	concat(", whether ", array.slice(parts, 0, count(parts) - 1)),
	parts[count(parts) - 1],
])

# Each way once, in the order of the questions.
_ways(unknown) := [question.how |
	some i, question in unknown
	not question.how in {earlier.how | some earlier in array.slice(unknown, 0, i)}
]
