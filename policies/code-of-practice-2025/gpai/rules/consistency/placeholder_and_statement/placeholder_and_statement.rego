# METADATA
# title: A placeholder does not stand where the answer stands elsewhere
# description: |
#   The template's text was left behind in one place although the same field is filled in another, often in the metadata at
#   the top of the card. Readers of the text conclude that the information is missing.
# related_resources:
# - description: Hugging Face, model cards
#   ref: https://huggingface.co/docs/hub/model-cards
# custom:
#   id: GPAI-721
#   name: placeholder-beside-statement
#   category: consistency
#   strength: practice
#   requirements: []
#   measures: ["Transparency, Measure 1.3"]
#   articles: []
#   level: warning
#   confidence: high
#   depends_on: []
#   decides: false
#   remediation: |
#     Replace the placeholder by the value that stands in the other place, or point to it.
#   examples:
#     bad:
#       README.md: |
#         ---
#         co2_eq_emissions:
#           emissions: 24700000
#         ---
#         # Example 176B
#         A language model.
#
#         ## Environmental impact
#         **Estimated carbon emissions:** (Forthcoming.)
#     good:
#       README.md: |
#         ---
#         co2_eq_emissions:
#           emissions: 24700000
#         ---
#         # Example 176B
#         A language model.
#
#         ## Environmental impact
#         **Estimated carbon emissions:** 24.7 tCO2eq
#   since: 0.1.0
package gpai.rules.consistency.placeholder_and_statement

import data.gpai.lib.agreement
import data.gpai.lib.facts
import data.gpai.lib.finding

report contains finding.with_related(
	finding.at("GPAI-721", model, left.path, sprintf(
		"A placeholder ('%s') stands here, but the same information is given elsewhere as '%s'.",
		[substring(left.fact.text, 0, 60), _cut(_said(given[0].fact))],
	)),
	[{"message": "The information is given here.", "at": given[0].path}],
) if {
	some model in input.models
	some field, _ in model.facts
	some left in facts.placeholder(model, field)
	given := [entry |
		some entry in facts.substantial(model, field)
		agreement.variant_of(entry) == agreement.variant_of(left)
		facts.comparable(entry, left)
		_same_subject(entry, left)
	]
	count(given) > 0
}

# The value where it is shorter than the sentence from which it was read.
_said(fact) := fact.value if {
	is_string(fact.value)
	count(fact.value) < count(fact.text)
} else := fact.text

_cut(text) := text if count(text) <= 60

_cut(text) := concat("", [substring(text, 0, 60), "…"]) if count(text) > 60

# What a data card leaves open the model's card does not answer.
_same_subject(one, other) if {
	facts.kind(one) != "data_card"
	facts.kind(other) != "data_card"
}

_same_subject(one, other) if one.fact.document == other.fact.document
