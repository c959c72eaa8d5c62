# METADATA
# title: The answers in the training summary can be read from its text
# description: |
#   In some PDFs a box is ticked by a drawing that stands over the page and nowhere in the text. People see it; programs,
#   screen readers and search do not. Such an answer is neither held against the summary nor in its favour.
# related_resources:
# - description: Template for the public summary of training content
#   ref: https://digital-strategy.ec.europa.eu/en/library/explanatory-notice-and-template-public-summary-training-content-general-purpose-ai-models
# custom:
#   id: GPAI-207
#   name: training-summary-unreadable-ticks
#   category: training_summary
#   strength: practice
#   requirements: []
#   measures: []
#   articles: []
#   level: note
#   confidence: high
#   depends_on: [GPAI-201]
#   remediation: |
#     Tick with a character (☒ or "Yes") before exporting the PDF, or add training-summary.yaml with the same answers.
#   examples:
#     bad:
#       README.md: |
#         # Example 7B
#         A text-generation model.
#       TRAINING_SUMMARY.md: |
#         # Public summary of training content
#
#         ## 2.3 Data crawled and scraped from online sources
#         - **Crawlers used:** Yes No
#     good:
#       README.md: |
#         # Example 7B
#         A text-generation model.
#       TRAINING_SUMMARY.md: |
#         # Public summary of training content
#
#         ## 2.3 Data crawled and scraped from online sources
#         - **Crawlers used:** Yes
#   since: 0.1.0
package gpai.rules.training_summary.undecidable

import data.gpai.lib.facts
import data.gpai.lib.finding
import data.gpai.lib.summary

report contains finding.at_all("GPAI-207", model, places) if {
	some model in input.models
	places := [{"message": _message(entry), "at": entry.path} |
		some field, _ in model.facts
		some entry in facts.undecidable(model, field)
		facts.kind(entry) in summary.kinds
	]
	count(places) > 0
}

_message(entry) := sprintf(
	"The text of the training summary does not show which box is ticked, so this question stays undecided: '%s'.",
	[summary.excerpt(entry.fact)],
)
