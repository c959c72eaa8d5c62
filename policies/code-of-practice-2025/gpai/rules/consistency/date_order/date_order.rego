# METADATA
# title: Dates are in an order that can be
# description: |
#   A model is not placed on the market before its release, data are not collected after the model that was trained on them
#   was released, and a document was not updated in the future. Such a pair of dates holds a slip of the pen.
# related_resources:
# - description: Code of Practice, Transparency chapter, Measure 1.3 (quality of information)
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   rows: true
#   category: consistency
#   strength: practice
#   measures: ["Transparency, Measure 1.3"]
#   articles: []
#   level: warning
#   confidence: high
#   depends_on: []
#   decides: false
#   since: 0.1.0
package gpai.rules.consistency.date_order

import data.gpai.lib.agreement
import data.gpai.lib.dates
import data.gpai.lib.facts
import data.gpai.lib.finding
import data.gpai.rules.consistency.date_order.rows

report contains finding.with_related(
	finding.at(row.id, model, later.path, sprintf(row.message, [later.fact.value, earlier.fact.value])),
	[{"message": sprintf(row.related, [earlier.fact.value]), "at": earlier.path}],
) if {
	some model in input.models
	some row in rows
	row.before
	some later in _dated(model, row.after)
	some earlier in _dated(model, row.before)
	agreement.variant_of(later) == agreement.variant_of(earlier)
	_one_statement(model, row.before)
	_one_statement(model, row.after)
	dates.after(later.fact.value, earlier.fact.value)
}

report contains finding.at("GPAI-738", model, entry.path, sprintf(
	"The document gives '%s' as the day of its last update, which is still to come on %s.",
	[entry.fact.value, input.as_of],
)) if {
	some model in input.models
	some entry in _dated(model, "document.last_updated")
	dates.after(entry.fact.value, input.as_of)
}

_dated(model, field) := [entry |
	some entry in facts.stated(model, field)
	facts.own(entry)
	dates.valid(entry.fact.value)
]

# Where several dates stand for one event, another rule speaks, and which of them is meant is unknown.
_one_statement(model, field) if count({entry.fact.value | some entry in _dated(model, field)}) == 1
