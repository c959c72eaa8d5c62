# METADATA
# title: Gaps in the summary of an older model are explained
# description: |
#   Providers of models that were on the market before 2 August 2025 may leave out what they cannot find out despite their
#   best efforts. They name and justify each gap in the summary; a field that is simply blank is no such gap.
# related_resources:
# - description: Explanatory notice and template
#   ref: https://digital-strategy.ec.europa.eu/en/library/explanatory-notice-and-template-public-summary-training-content-general-purpose-ai-models
# custom:
#   id: GPAI-204
#   name: training-summary-gaps
#   category: training_summary
#   strength: law
#   requirements: [PS-0.d, G-LEGACY]
#   measures: []
#   articles: ["Article 53(1)(d)", "Article 111(3)"]
#   level: error
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: [GPAI-201]
#   remediation: |
#     Fill in the fields, or say in each of them why not, as in "Not available: the records of the 2022 crawl were lost and
#     could not be reconstructed".
#   examples:
#     bad:
#       gpai-lint.yaml: |
#         models:
#         - {path: ., placed_on_market: true, gpai: true, union_market_date: 2024-05-01}
#       README.md: |
#         # Example 7B
#
#         A text model.
#       TRAINING_SUMMARY.md: |
#         # Public summary of training content
#
#         Version of the Summary: 1.0
#
#         Last update: 01/09/25
#     good:
#       gpai-lint.yaml: |
#         models:
#         - {path: ., placed_on_market: true, gpai: true, union_market_date: 2025-10-01}
#       README.md: |
#         # Example 7B
#
#         A text model.
#       TRAINING_SUMMARY.md: |
#         # Public summary of training content
#
#         Version of the Summary: 1.0
#
#         Last update: 01/09/25
#   since: 0.1.0
package gpai.rules.training_summary.gaps

import data.gpai.lib.documents
import data.gpai.lib.finding
import data.gpai.lib.summary
import data.gpai.rules.training_summary.answers
import data.gpai.scope

report contains finding.at("GPAI-204", model, document.path, sprintf(
	"The model was on the market before 2 August 2025, but its training summary leaves open without a reason %s.",
	[_listed([row.what | some row in answers.rows; row.id in _open(model)])],
)) if {
	some model in input.models
	scope.applies("PS-0.d", model)
	scope.answers[model.index].legacy.answer == "yes"
	count(_open(model)) > 0
	document := documents.readable(model, summary.kinds)[0]
}

met contains {"requirement": "PS-0.d", "model": model.index, "at": document.path} if {
	some model in input.models
	scope.answers[model.index].legacy.answer == "yes"
	count(_open(model)) == 0
	document := documents.readable(model, summary.kinds)[0]
}

_listed(names) := concat(", ", names) if count(names) <= _shown

_listed(names) := sprintf("%s and %d more", [concat(", ", array.slice(names, 0, _shown)), count(names) - _shown]) if {
	count(names) > _shown
}

_shown := 4

_open(model) := [id |
	some id, state in answers.states[model.index]
	not state in {"answered", "gap", "undecidable"}
]
