# METADATA
# title: Ticked boxes can be read as text
# description: |
#   A box that is ticked by a drawing, or by nothing that the text of the file shows, can be read by people alone. The answer
#   stays undecided: it is not guessed from how such forms usually look.
# related_resources:
# - description: Commission template for the public summary of training content
#   ref: https://digital-strategy.ec.europa.eu/en/library/explanatory-notice-and-template-public-summary-training-content-general-purpose-ai-models
# custom:
#   id: GPAI-806
#   name: undecidable-answer
#   category: documents
#   strength: practice
#   requirements: []
#   measures: []
#   articles: []
#   level: note
#   confidence: high
#   depends_on: []
#   decides: false
#   remediation: |
#     Write the tick as a character (☒) or the answer as a word (Yes, No), or publish the document as accessible text.
#   examples:
#     bad:
#       training-summary.md: |
#         # Public summary of training content
#         Version of the summary: 1.0
#
#         ## 2.5 Synthetic data
#         Was synthetic AI-generated data created by the provider or on their behalf to train the model? Yes / No
#     good:
#       training-summary.md: |
#         # Public summary of training content
#         Version of the summary: 1.0
#
#         ## 2.5 Synthetic data
#         Was synthetic AI-generated data created by the provider or on their behalf to train the model? ☒ Yes ☐ No
#   since: 0.1.0
package gpai.rules.documents.undecidable_answer

import data.gpai.lib.facts
import data.gpai.lib.finding

report contains finding.at_all("GPAI-806", model, places) if {
	some model in input.models
	some document in model.documents
	places := [{"message": "The answer to this question cannot be read from the text.", "at": entry.path} |
		some field, _ in model.facts
		some entry in facts.undecidable(model, field)
		entry.fact.document == document
	]
	count(places) > 0
}
