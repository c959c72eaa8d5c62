# METADATA
# title: The training summary follows further training
# description: |
#   When a model on the market is trained further on additional data, its summary is updated every six months or sooner if
#   the change is significant. Age alone is no defect: the finding needs a sign of later training, declared in the
#   configuration or visible in another document that gives a later data cut-off.
# related_resources:
# - description: Explanatory notice and template, point 29
#   ref: https://digital-strategy.ec.europa.eu/en/library/explanatory-notice-and-template-public-summary-training-content-general-purpose-ai-models
# custom:
#   id: GPAI-203
#   name: training-summary-outdated
#   category: training_summary
#   strength: law
#   requirements: [PS-0.c]
#   measures: []
#   articles: ["Article 53(1)(d)"]
#   level: error
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: [GPAI-201]
#   remediation: |
#     Add the additional data to the summary, raise its version and set "Last update" to the day of publication.
#   examples:
#     bad:
#       gpai-lint.yaml: |
#         models:
#         - {path: ., placed_on_market: true, gpai: true, further_training_date: 2026-01-10}
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
#         - {path: ., placed_on_market: true, gpai: true, further_training_date: 2026-01-10}
#       README.md: |
#         # Example 7B
#
#         A text model.
#       TRAINING_SUMMARY.md: |
#         # Public summary of training content
#
#         Version of the Summary: 1.1
#
#         Last update: 01/03/26
#   since: 0.1.0
package gpai.rules.training_summary.update

import data.gpai.lib.answers
import data.gpai.lib.dates
import data.gpai.lib.facts
import data.gpai.lib.finding
import data.gpai.lib.summary
import data.gpai.scope

report contains finding.capped(
	finding.at("GPAI-203", model, updated.path, sprintf(
		"The training summary was last updated on '%s', but %s; an update was due by %s at the latest.",
		[updated.fact.value, later.what, dates.add_months(dates.latest(later.date), 6)],
	)),
	later.highest,
) if {
	some model in input.models
	scope.applies("PS-0.c", model)
	some updated in _updates(model)
	later := _later(model, updated.fact.value)[0]
	dates.add_months(dates.latest(later.date), 6) < input.as_of
}

met contains {"requirement": "PS-0.c", "model": model.index, "at": updated.path} if {
	some model in input.models
	dates.valid(model.declared.further_training_date)
	some updated in _updates(model)
	not dates.before(updated.fact.value, model.declared.further_training_date)
	dates.latest(updated.fact.value) <= dates.add_months(dates.earliest(model.declared.further_training_date), 6)
}

# METADATA
# description: An update after more than six months, which does not show the one that was due before.
mentioned contains {
	"requirement": "PS-0.c",
	"model": model.index,
	"at": updated.path,
	"why": "The last update of the summary lies more than six months after the further training, and nothing shows the one that was due before.",
} if {
	some model in input.models
	dates.valid(model.declared.further_training_date)
	some updated in _updates(model)
	dates.latest(updated.fact.value) > dates.add_months(dates.earliest(model.declared.further_training_date), 6)
}

inapplicable contains {
	"requirement": "PS-0.c",
	"model": model.index,
	"at": updated.path,
	"why": "Nothing shows further training on additional data since the last update of the summary.",
} if {
	some model in input.models
	some updated in _updates(model)
	not model.declared.further_training_date
	count(_later(model, updated.fact.value)) == 0
}

_updates(model) := [entry |
	some entry in answers.amounting(summary.readings(model, ["document.last_updated"]), "stated")
	dates.valid(entry.fact.value)
]

# What shows training after a day. Another document's cut-off may speak of another version, so it never makes an error.
_later(model, updated) := array.concat(
	[{
		"what": sprintf("the model was trained further on '%s'", [model.declared.further_training_date]),
		"date": model.declared.further_training_date,
		"highest": "error",
	} |
		dates.valid(model.declared.further_training_date)
		dates.before(updated, model.declared.further_training_date)
	],
	[{"what": sprintf("another document gives '%s' as the end of the data", [entry.fact.value]), "date": entry.fact.value, "highest": "warning"} |
		some entry in facts.stated(model, "data.cutoff")
		not facts.kind(entry) in summary.kinds
		dates.valid(entry.fact.value)
		dates.before(updated, entry.fact.value)
	],
)
