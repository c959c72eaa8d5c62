# METADATA
# title: The size band of the training summary holds the number of tokens
# description: |
#   The training summary places the text it was trained on in one of three bands. A token count elsewhere that lies outside
#   the band makes one of them wrong.
# related_resources:
# - description: Commission template for the public summary of training content, section 1.3
#   ref: https://digital-strategy.ec.europa.eu/en/library/explanatory-notice-and-template-public-summary-training-content-general-purpose-ai-models
# custom:
#   id: GPAI-706
#   name: data-band
#   category: consistency
#   strength: law
#   requirements: [PS-1.3.b, MDF-6.4a]
#   measures: ["Transparency, Measure 1.1"]
#   articles: ["Article 53(1)(d)"]
#   level: warning
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: []
#   remediation: |
#     Tick the band that holds the number of tokens, or correct the number.
#   examples:
#     bad:
#       README.md: |
#         # Example 8B
#         A language model.
#
#         **Training tokens:** 15T
#       training-summary.md: |
#         # Public summary of training content
#         Version of the summary: 1.0
#
#         ## 1.3 Modalities, overall training data size and other characteristics
#         Modality: ☒ Text
#
#         Text training data size:
#
#         ☐ Less than 1 billion tokens
#
#         ☒ 1 billion to 10 trillion tokens
#
#         ☐ More than 10 trillion tokens
#     good:
#       README.md: |
#         # Example 8B
#         A language model.
#
#         **Training tokens:** 15T
#       training-summary.md: |
#         # Public summary of training content
#         Version of the summary: 1.0
#
#         ## 1.3 Modalities, overall training data size and other characteristics
#         Modality: ☒ Text
#
#         Text training data size:
#
#         ☐ Less than 1 billion tokens
#
#         ☐ 1 billion to 10 trillion tokens
#
#         ☒ More than 10 trillion tokens
#   since: 0.1.0
package gpai.rules.consistency.data_band

import data.gpai.lib.agreement
import data.gpai.lib.bands
import data.gpai.lib.facts
import data.gpai.lib.finding
import data.gpai.lib.numbers as numerals
import data.gpai.reference.summary_bands

report contains finding.with_related(
	finding.at("GPAI-706", model, ticked.path, sprintf(
		"The band '%s' is ticked for text, but the number of tokens is given as %s.",
		[ticked.band.label, numerals.grouped(counts[0].fact.value)],
	)),
	[{"message": sprintf("Here it is '%s'.", [substring(entry.fact.text, 0, 60)]), "at": entry.path} | some entry in counts],
) if {
	some model in input.models
	ticked := _ticked(model)[0]
	counts := _tokens(model)
	count(counts) > 0
	every entry in counts {
		not bands.holds(ticked.band, entry.fact.value)
	}
}

# The band as a reader settled it, else the one whose box is ticked in the text of the answer.
_ticked(model) := settled if {
	settled := [{"path": entry.path, "band": object.union(bands.of_summary(entry.fact.value), {"label": entry.fact.text})} |
		some entry in facts.stated(model, "data.size_band")
		agreement.variant_of(entry) == "text"
	]
	count(settled) > 0
} else := [{"path": entry.path, "band": marked[0]} |
	some entry in facts.stated_in(model, "data.size", {"training_content_summary"})
	agreement.variant_of(entry) == "text"
	marked := bands.ticked(entry.fact.text, summary_bands.text.bands)
	count(marked) == 1
]

_bounds := {bound |
	some band in summary_bands.text.bands
	some bound in [band.at_least, band.at_most]
	is_number(bound)
}

# Of a family every member has its own number; only what is said of all of them is compared.
_tokens(model) := [entry |
	some entry in facts.numbers(model, "data.tokens")
	agreement.variant_of(entry) in {"", "text"}
	facts.kind(entry) != "data_card"
	entry.fact.value > 0

	# A bound of the scale is most often the label of a box.
	not entry.fact.value in _bounds
]
