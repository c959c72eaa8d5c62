# METADATA
# title: Dates in the training summary have the template's format
# description: |
#   The template asks for days as DD/MM/YY and for months as MM/YYYY, so that "04/03/2025" means the same to everybody. Other
#   ways of writing a date answer the question, but make summaries harder to compare.
# related_resources:
# - description: Template for the public summary of training content
#   ref: https://digital-strategy.ec.europa.eu/en/library/explanatory-notice-and-template-public-summary-training-content-general-purpose-ai-models
# custom:
#   id: GPAI-208
#   name: training-summary-date-format
#   category: training_summary
#   strength: law
#   requirements: [PS-H.2, PS-1.3.d, PS-2.3.c]
#   measures: []
#   articles: ["Article 53(1)(d)"]
#   level: note
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: [GPAI-201]
#   decides: false
#   remediation: |
#     Write the last update as "01/09/25", the latest date of data collection as "06/2025", the period of crawling as "From
#     11/2022 to 05/2025".
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
#         Last update: 1 September 2025
#     good:
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
package gpai.rules.training_summary.date_format

import data.gpai.lib.answers
import data.gpai.lib.finding
import data.gpai.lib.summary
import data.gpai.scope

_formats := [
	{"field": "document.last_updated", "requirement": "PS-H.2", "format": "DD/MM/YY", "pattern": `(^|[^0-9])[0-9]{2}/[0-9]{2}/([0-9]{2}|[0-9]{4})([^0-9]|$)`},
	{"field": "data.cutoff", "requirement": "PS-1.3.d", "format": "MM/YYYY", "pattern": `(^|[^0-9/])[0-9]{1,2} ?/ ?[0-9]{4}([^0-9]|$)`},
	{"field": "data.collection_period", "requirement": "PS-2.3.c", "format": "MM/YYYY", "pattern": `[0-9]{1,2} ?/ ?[0-9]{4}`},
]

report contains finding.with_requirements(
	finding.at_all("GPAI-208", model, [{"message": _message(other), "at": other.path} | some other in others]),
	sort({other.requirement | some other in others}),
) if {
	some model in input.models
	scope.applies("PS-H.2", model)
	others := [{"path": entry.path, "text": summary.excerpt(entry.fact), "format": row.format, "requirement": row.requirement} |
		some row in _formats
		some entry in answers.amounting(summary.readings(model, [row.field]), "stated")
		_written(entry)
		count(entry.fact.text) <= _short
		not regex.match(row.pattern, entry.fact.text)
	]
	count(others) > 0
}

_message(other) := sprintf(
	"The training summary writes '%s' where the template asks for the format %s.",
	[other.text, other.format],
)

# In a longer text the date is one among other things.
_short := 60

# Our own YAML has ISO dates by its schema.
_written(entry) if not input.documents[entry.fact.document].format in {"yaml", "json"}
