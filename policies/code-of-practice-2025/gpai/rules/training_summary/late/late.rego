# METADATA
# title: The training summary was published by the market date
# description: |
#   The summary has to be public when the model is placed on the Union market. A summary that calls itself the first version
#   and is dated later came too late; models from before the duties applied have until the day on which they are due.
# related_resources:
# - description: AI Act, Article 53(1)(d)
#   ref: https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   id: GPAI-202
#   name: training-summary-late
#   category: training_summary
#   strength: law
#   requirements: [PS-0.b]
#   measures: []
#   articles: ["Article 53(1)(d)"]
#   level: warning
#   confidence: medium
#   effective_on: 2025-08-02
#   depends_on: [GPAI-201]
#   remediation: |
#     If an earlier version was published in time, raise the version number and link the earlier one; otherwise correct the
#     date.
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
#         Last update: 01/03/26
#
#         Date of placement of the model on the Union market: 01/10/25
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
#
#         Date of placement of the model on the Union market: 01/10/25
#   since: 0.1.0
package gpai.rules.training_summary.late

import data.gpai.lib.answers
import data.gpai.lib.dates
import data.gpai.lib.facts
import data.gpai.lib.finding
import data.gpai.lib.summary
import data.gpai.reference.dates as days
import data.gpai.scope
import data.gpai.scope.market

report contains finding.at("GPAI-202", model, updated.path, sprintf(
	"The first version of the training summary is dated '%s', after the model was placed on the Union market on '%s'.",
	[updated.fact.value, placed.date],
)) if {
	some model in input.models
	scope.applies("PS-0.b", model)
	placed := market.market_date(model)
	dates.earliest(placed.date) >= days.obligations.date
	some updated in answers.amounting(summary.readings(model, ["document.last_updated"]), "stated")
	dates.after(updated.fact.value, placed.date)

	# The market date of another summary is that of another model.
	not _of_another(model, placed, updated)
	some version in answers.amounting(summary.readings(model, ["document.version"]), "stated")
	version.fact.document == updated.fact.document
	regex.match(`^[^0-9]*(1|1\.0|1\.0\.0|0\.[0-9.]+)$`, lower(version.fact.value))
}

_of_another(model, placed, updated) if {
	some entry in facts.stated(model, "model.union_market_date")
	entry.path in placed.evidence
	entry.fact.document != updated.fact.document
	facts.kind(entry) == facts.kind(updated)
}
