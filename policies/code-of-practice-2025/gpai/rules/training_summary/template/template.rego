# METADATA
# title: The training summary follows the Commission's template
# description: |
#   The summary is to be drawn up with the template, all of it: general information, the list of data sources, aspects of
#   data processing. A part that is left out altogether is reported here once, for all its fields.
# related_resources:
# - description: Template for the public summary of training content
#   ref: https://digital-strategy.ec.europa.eu/en/library/explanatory-notice-and-template-public-summary-training-content-general-purpose-ai-models
# custom:
#   id: GPAI-206
#   name: training-summary-template
#   category: training_summary
#   strength: law
#   requirements: [PS-0.a]
#   measures: []
#   articles: ["Article 53(1)(d)"]
#   level: error
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: [GPAI-201]
#   remediation: |
#     Take the missing parts over from the template with their headings and questions, and answer them.
#   examples:
#     bad:
#       README.md: |
#         # Example 7B
#
#         A text model.
#       TRAINING_SUMMARY.md: |
#         # Public summary of training content
#
#         Version of the Summary: 1.0
#
#         The model was trained on text from the web.
#     good:
#       README.md: |
#         # Example 7B
#
#         A text model.
#       TRAINING_SUMMARY.md: |
#         # Public summary of training content
#
#         ## 1.1 Provider identification
#         ## 1.2 Model identification
#         ## 1.3 Modalities, overall training data size and other characteristics
#         ## 2.1 Publicly available datasets
#         ## 2.2.1 Datasets commercially licensed by rightsholders
#         ## 2.2.2 Private datasets obtained from other third parties
#         ## 2.3 Data crawled and scraped from online sources
#         ## 2.4 User data
#         ## 2.5 Synthetic data
#         ## 2.6 Other sources of data
#         ## 3.1 Respect of reservation of rights
#         ## 3.2 Removal of illegal content
#   since: 0.1.0
package gpai.rules.training_summary.template

import data.gpai.lib.documents
import data.gpai.lib.finding
import data.gpai.lib.summary
import data.gpai.rules.training_summary.answers
import data.gpai.scope

report contains finding.with_requirements(
	finding.at("GPAI-206", model, document.path, sprintf("The training summary leaves out %s of the template.", [_list(absent)])),
	array.concat(["PS-0.a"], _requirements(absent)),
) if {
	some model in input.models
	scope.applies("PS-0.a", model)
	absent := answers.absent_parts[model.index]
	count(absent) > 0
	document := documents.readable(model, summary.kinds)[0]
}

met contains {"requirement": "PS-0.a", "model": model.index, "at": document.path} if {
	some model in input.models
	answers.absent_parts[model.index] == []
	document := documents.readable(model, summary.kinds)[0]
}

_list(absent) := concat(", ", [sprintf("%s ('%s')", [part.part, part.what]) | some part in absent])

_requirements(absent) := sort({row.requirements[0] |
	some part in absent
	some row in answers.rows
	row.part == part.part
	not row.given
})
