# METADATA
# title: The largest band comes with a figure
# description: |
#   The last band of the template has no upper end: "more than 10 trillion tokens" may mean eleven or a hundred. The template
#   lets providers give the approximate size in another unit, which tells readers what the band does not.
# related_resources:
# - description: Template for the public summary of training content
#   ref: https://digital-strategy.ec.europa.eu/en/library/explanatory-notice-and-template-public-summary-training-content-general-purpose-ai-models
# custom:
#   id: GPAI-209
#   name: training-summary-open-band
#   category: training_summary
#   strength: encouraged
#   requirements: [PS-1.3.b]
#   measures: []
#   articles: []
#   level: note
#   confidence: high
#   depends_on: [GPAI-201]
#   decides: false
#   remediation: |
#     Add the approximate size beside the tick, as in "15 trillion tokens".
#   examples:
#     bad:
#       README.md: |
#         # Example 7B
#         A text-generation model.
#       TRAINING_SUMMARY.md: |
#         # Public summary of training content
#
#         ## 1.3 Modalities, overall training data size and other characteristics
#         - **Modalities of the training data:** Text
#
#         | Modality | Training data size | Types of content |
#         |---|---|---|
#         | Text | More than 10 trillion tokens | Web pages, encyclopaedias and source code |
#     good:
#       README.md: |
#         # Example 7B
#         A text-generation model.
#       TRAINING_SUMMARY.md: |
#         # Public summary of training content
#
#         ## 1.3 Modalities, overall training data size and other characteristics
#         - **Modalities of the training data:** Text
#
#         | Modality | Training data size | Types of content |
#         |---|---|---|
#         | Text | More than 10 trillion tokens, about 15 trillion tokens | Web pages, encyclopaedias and source code |
#   since: 0.1.0
package gpai.rules.training_summary.open_band

import data.gpai.lib.answers
import data.gpai.lib.finding
import data.gpai.lib.summary
import data.gpai.scope

report contains finding.at("GPAI-209", model, open[0].path, sprintf(
	"The training summary ticks the largest band for %s, which has no upper end, and gives no figure.",
	[concat(", ", [sprintf("'%s'", [entry.fact.variant]) | some entry in open])],
)) if {
	some model in input.models
	scope.applies("PS-1.3.b", model)
	open := [entry |
		some entry in answers.amounting(summary.readings(model, ["data.size_band"]), "stated")
		startswith(entry.fact.value, ">")
		not _figure(model, entry.fact.variant)
	]
	count(open) > 0
}

_figure(model, variant) if {
	some entry in answers.amounting(summary.readings(model, ["data.size", "data.tokens"]), "stated")
	entry.fact.variant in {variant, ""}
}
