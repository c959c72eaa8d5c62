# METADATA
# title: The rows of a table add up to its total
# description: |
#   A card that lists training hours or emissions per variant and closes with a total invites a sum. Where the rows come
#   to something else, a row is missing or a figure is wrong.
# related_resources:
# - description: Code of Practice, Transparency chapter, Measure 1.3 (quality of information)
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   id: GPAI-720
#   name: table-total
#   category: consistency
#   strength: code
#   requirements: [MDF-7.1b]
#   measures: ["Transparency, Measure 1.3"]
#   articles: ["Article 53(1)(a)"]
#   level: warning
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: []
#   decides: false
#   remediation: |
#     Add the missing row, correct the wrong figure, or say in the table what else the total holds.
#   examples:
#     bad:
#       README.md: |
#         # Example
#         A family of language models.
#
#         ## Hardware
#         | Model       | Time (GPU hours) |
#         |-------------|------------------|
#         | Example 7B  | 184320           |
#         | Example 70B | 1720320          |
#         | Total       | 3311616          |
#     good:
#       README.md: |
#         # Example
#         A family of language models.
#
#         ## Hardware
#         | Model       | Time (GPU hours) |
#         |-------------|------------------|
#         | Example 7B  | 184320           |
#         | Example 70B | 1720320          |
#         | Total       | 1904640          |
#   since: 0.1.0
package gpai.rules.consistency.table_totals

import data.gpai.lib.agreement
import data.gpai.lib.facts
import data.gpai.lib.finding

_quantities := {
	"training.gpu_hours": "training hours",
	"training.carbon_tco2e": "emissions of training",
	"training.energy_mwh": "energy used for training",
}

report contains finding.with_related(
	finding.at("GPAI-720", model, total.path, sprintf(
		"The total of the %s is given as '%s', but the %d rows above it come to %s.",
		[quantity, total.fact.text, count(parts), _decimals(sum([part.fact.value | some part in parts]))],
	)),
	[{"message": sprintf("This row counts '%s'.", [part.fact.text]), "at": part.path} | some part in parts],
) if {
	some model in input.models
	some field, quantity in _quantities
	some total in facts.numbers(model, field)
	agreement.variant_of(total) == ""
	parts := _rows_above(model, field, total)
	count(parts) > 1
	not _adds_up(total.fact.value, [part.fact.value | some part in parts])
}

# The cells of the same column above the total: readers anchor a cell by its column's heading, and name its row's variant.
# The last of them stands right above, or within the few lines that a row of a table in HTML takes.
_rows_above(model, field, total) := parts if {
	contains(total.fact.location.anchor, "/")
	parts := [part |
		some part in facts.numbers(model, field)
		agreement.variant_of(part) != ""
		part.fact.document == total.fact.document
		part.fact.location.anchor == total.fact.location.anchor
		part.fact.location.line < total.fact.location.line
	]
	total.fact.location.line - max([part.fact.location.line | some part in parts]) <= 20
}

# Rows are rounded each: half a per cent is no contradiction.
_adds_up(total, parts) if abs(total - sum(parts)) * 200 <= max([total, sum(parts)])

_decimals(value) := sprintf("%d.%s", [floor(hundredths / 100), substring(sprintf("%d", [100 + (hundredths % 100)]), 1, 2)]) if {
	hundredths := round(value * 100)
	hundredths % 100 != 0
} else := format_int(round(value), 10)
