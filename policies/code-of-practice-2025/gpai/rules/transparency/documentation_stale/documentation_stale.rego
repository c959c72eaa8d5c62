# METADATA
# title: The documentation is as new as the model
# description: |
#   Documentation has to follow the model: what is said of an earlier version is not documentation of the one that users
#   get. A form whose last update lies before the last further training of the model is out of date. One that was finished
#   before the release is in time, for it has to be there when the model is placed on the market; but one that was finished
#   months before (three, which is this project's own measure) probably describes an earlier version.
# related_resources:
# - description: Code of Practice, Transparency chapter, Measure 1.1
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   id: GPAI-103
#   name: documentation-stale
#   category: transparency
#   strength: code
#   requirements: [T-1.1.b]
#   measures: ["Transparency, Measure 1.1"]
#   articles: ["Article 53(1)(a)", "Article 53(1)(b)"]
#   level: error
#   confidence: medium-high
#   effective_on: 2025-08-02
#   depends_on: [GPAI-101]
#   remediation: |
#     Go through the form for the new version of the model, then set its last update and raise its version.
#   examples:
#     bad:
#       gpai-lint.yaml: |
#         models:
#         - {path: ., placed_on_market: true, gpai: true, further_training_date: 2026-05-01}
#       model-documentation.yaml: |
#         document_version: "1.0"
#         last_updated: 2025-09-20
#         model_name: Example 7B
#     good:
#       gpai-lint.yaml: |
#         models:
#         - {path: ., placed_on_market: true, gpai: true, further_training_date: 2026-05-01}
#       model-documentation.yaml: |
#         document_version: "1.1"
#         last_updated: 2026-05-04
#         model_name: Example 7B
#   since: 0.1.0
package gpai.rules.transparency.documentation_stale

import data.gpai.lib.dates
import data.gpai.lib.facts
import data.gpai.lib.finding
import data.gpai.scope
import data.gpai.scope.market

report contains finding.at(
	"GPAI-103",
	model,
	newest.path,
	sprintf("The documentation was last updated on '%s', before %s on '%s'.", [newest.fact.value, event.what, event.date]),
) if {
	some model in input.models
	scope.applies("T-1.1.b", model)
	some newest in _newest(model)
	event := _missed(_trainings(model), newest.fact.value)[0]
}

report contains finding.capped(
	finding.at(
		"GPAI-103",
		model,
		newest.path,
		sprintf("The documentation was last updated on '%s', more than three months before the release of the model on '%s'.", [newest.fact.value, release.date]),
	),
	"warning",
) if {
	some model in input.models
	scope.applies("T-1.1.b", model)
	some newest in _newest(model)
	count(_missed(_trainings(model), newest.fact.value)) == 0
	release := market.release_date(model)
	dates.valid(release.date)
	dates.before(newest.fact.value, dates.add_months(dates.earliest(release.date), -3))
}

met contains {"requirement": "T-1.1.b", "model": model.index, "at": newest.path} if {
	some model in input.models
	some newest in _newest(model)
	count(_events(model)) > 0
	count(_missed(_events(model), newest.fact.value)) == 0
}

# The latest update that a form of the model gives.
_newest(model) := [update |
	updates := _updates(model)
	latest := max([dates.latest(entry.fact.value) | some entry in updates])
	some update in updates
	dates.latest(update.fact.value) == latest
]

_updates(model) := [entry |
	some entry in facts.stated_in(model, "document.last_updated", {"model_documentation_form"})
	dates.valid(entry.fact.value)
]

_missed(events, updated) := [event |
	some event in events
	dates.before(updated, event.date)
]

# What makes the documentation older than it is.
_trainings(model) := [{"what": "the further training of the model", "date": model.declared.further_training_date} |
	dates.valid(model.declared.further_training_date)
	model.declared.further_training_date <= input.as_of
]

# What it can be as new as.
_events(model) := array.concat(_trainings(model), [{"date": release.date} |
	release := market.release_date(model)
	dates.valid(release.date)
])
