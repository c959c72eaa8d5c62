# METADATA
# title: Dates on the same event agree
# description: |
#   The day on which a model was released or placed on the Union market decides which duties are due and when. Card, form,
#   training summary and configuration have to give the same day; a less precise date agrees with every day it can mean.
# related_resources:
# - description: AI Act, Articles 111(3) and 113
#   ref: https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   rows: true
#   category: consistency
#   strength: code
#   measures: ["Transparency, Measure 1.3"]
#   articles: ["Article 53(1)(a)", "Article 53(1)(d)"]
#   level: warning
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: []
#   since: 0.1.0
package gpai.rules.consistency.dates_disagree

import data.gpai.lib.agreement
import data.gpai.lib.dates
import data.gpai.lib.facts
import data.gpai.lib.finding
import data.gpai.rules.consistency.dates_disagree.rows
import data.gpai.scope.settled

report contains finding.with_related(
	finding.at(row.id, model, first.path, sprintf("%s is '%s' here, but '%s' elsewhere.", [
		row.event,
		first.date,
		others[0].date,
	])),
	[{"message": sprintf("Here it is '%s'.", [other.date]), "at": other.path} | some other in others],
) if {
	some model in input.models
	some row in rows
	statements := array.concat(_declared(model, row), _stated(model, row))
	some variant in {statement.variant | some statement in statements}
	of_variant := [statement | some statement in statements; statement.variant == variant]
	first := of_variant[0]
	others := [other |
		some other in of_variant
		not _of_another_version(first, other)
		not dates.compatible(first.date, other.date)
	]
	count(others) > 0
}

_declared(model, row) := [{"date": date, "path": settled.declared_at(model, row.key), "variant": "", "kind": "configuration"} |
	date := model.declared[row.key]
]

# Documents other than cards speak of this model alone; a card's news and history mention other releases, so that of a card
# only one date is taken, the first.
_stated(model, row) := array.concat(_formal(model, row), array.slice(_informal(model, row), 0, 1))

_formal(model, row) := [_statement(entry) |
	some entry in _dated(model, row)
	facts.kind(entry) in _formal_kinds
]

_informal(model, row) := [_statement(entry) |
	some entry in _dated(model, row)
	not facts.kind(entry) in _formal_kinds
]

_formal_kinds := {"model_documentation_form", "training_content_summary", "model_report"}

_dated(model, row) := [entry |
	some entry in facts.stated(model, row.field)
	facts.own(entry)
	dates.valid(entry.fact.value)
]

_statement(entry) := {
	"date": entry.fact.value,
	"path": entry.path,
	"variant": agreement.variant_of(entry),
	"kind": facts.kind(entry),
}

# Two forms or two summaries are about two models or versions.
_of_another_version(one, other) if {
	one.kind == other.kind
	one.kind in _formal_kinds
}
