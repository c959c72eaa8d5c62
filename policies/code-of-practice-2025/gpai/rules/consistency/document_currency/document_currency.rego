# METADATA
# title: Documents are not older than what they describe
# description: |
#   A model stays the same model through later training, and its documents are kept current with it. A report, a summary or
#   a card whose last update lies before the model's release or its last further training describes another state.
# related_resources:
# - description: Guidelines on the scope of the obligations for general-purpose AI models, section 2.2
#   ref: https://digital-strategy.ec.europa.eu/en/library/guidelines-scope-obligations-providers-general-purpose-ai-models-under-ai-act
# custom:
#   id: GPAI-713
#   name: document-currency
#   category: consistency
#   strength: law
#   requirements: [G-LIFE]
#   measures: ["Transparency, Measure 1.1", "Safety and Security, Measure 7.6"]
#   articles: ["Article 53(1)"]
#   level: warning
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: []
#   remediation: |
#     Update the document and its date, or, if nothing in it changed, say so with the new date.
#   examples:
#     bad:
#       gpai-lint.yaml: |
#         models:
#         - {path: ., further_training_date: 2026-01-15}
#       training-summary.md: |
#         # Public summary of training content
#         Version of the summary: 1.0
#
#         Last update: 2025-09-01
#
#         ## 1.1 Provider identification
#         Provider name and contact details: Example Labs, contact@example.org
#     good:
#       gpai-lint.yaml: |
#         models:
#         - {path: ., further_training_date: 2026-01-15}
#       training-summary.md: |
#         # Public summary of training content
#         Version of the summary: 1.1
#
#         Last update: 2026-02-10
#
#         ## 1.1 Provider identification
#         Provider name and contact details: Example Labs, contact@example.org
#   since: 0.1.0
package gpai.rules.consistency.document_currency

import data.gpai.lib.dates
import data.gpai.lib.facts
import data.gpai.lib.finding
import data.gpai.scope
import data.gpai.scope.settled

# The form has a rule of its own (documentation-stale).
_kinds := {
	"model_report": "Model Report",
	"model_report_public_summary": "public summary of the Model Report",
	"training_content_summary": "training summary",
	"model_card": "model card",
}

report contains finding.with_related(
	finding.at("GPAI-713", model, newest.path, sprintf(
		"The %s was last updated on '%s', before the further training of the model on '%s'.",
		[_kinds[facts.kind(newest)], newest.fact.value, trained],
	)),
	[{"message": "The further training stands here.", "at": settled.declared_at(model, "further_training_date")}],
) if {
	some model in input.models
	scope.applies("G-LIFE", model)
	trained := model.declared.further_training_date
	trained <= input.as_of
	some newest in _newest(model)
	dates.before(newest.fact.value, trained)
	not _summary_in_time(newest, trained)
}

# The training summary follows further training within six months (template, general instructions).
_summary_in_time(entry, trained) if {
	facts.kind(entry) == "training_content_summary"
	input.as_of <= dates.add_months(trained, 6)
}

met contains {"requirement": "G-LIFE", "model": model.index, "at": newest.path} if {
	some model in input.models
	trained := model.declared.further_training_date
	count(_newest(model)) > 0
	every entry in _newest(model) {
		dates.latest(entry.fact.value) >= trained
	}
	some newest in _newest(model)
}

# The latest update that each document gives.
_newest(model) := [entry |
	some entry in _updates(model)
	every other in _updates(model) {
		_not_newer(other, entry)
	}
]

_not_newer(other, entry) if other.fact.document != entry.fact.document

_not_newer(other, entry) if dates.latest(other.fact.value) <= dates.latest(entry.fact.value)

_updates(model) := [entry |
	some entry in facts.stated(model, "document.last_updated")
	dates.valid(entry.fact.value)
	_kinds[facts.kind(entry)]
]
