# METADATA
# title: The documentation exists by the market date
# description: |
#   The documentation has to be there, with every item, when the model is placed on the Union market; a date no later than
#   that day shows it. A form that calls itself the first
#   version and is dated after that day came too late; models from before the duties applied have until the day on which
#   they are due.
# related_resources:
# - description: Code of Practice, Transparency chapter, Measure 1.1
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   id: GPAI-102
#   name: documentation-late
#   category: transparency
#   strength: code
#   requirements: [T-1.1.a]
#   measures: ["Transparency, Measure 1.1"]
#   articles: ["Article 53(1)(a)", "Article 53(1)(b)"]
#   level: warning
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: [GPAI-101]
#   remediation: |
#     If an earlier version of the form existed on the market date, keep it beside the current one and raise the version
#     number; otherwise correct the date.
#   examples:
#     bad:
#       gpai-lint.yaml: |
#         models:
#         - {path: ., placed_on_market: true, gpai: true, union_market_date: 2025-10-01}
#       model-documentation.yaml: |
#         document_version: "1.0"
#         last_updated: 2026-02-01
#         model_name: Example 7B
#     good:
#       gpai-lint.yaml: |
#         models:
#         - {path: ., placed_on_market: true, gpai: true, union_market_date: 2025-10-01}
#       model-documentation.yaml: |
#         document_version: "1.0"
#         last_updated: 2025-09-20
#         model_name: Example 7B
#   since: 0.1.0
package gpai.rules.transparency.documentation_late

import data.gpai.lib.dates
import data.gpai.lib.facts
import data.gpai.lib.finding
import data.gpai.reference.dates as days
import data.gpai.rules.transparency.form_items
import data.gpai.scope
import data.gpai.scope.market

report contains finding.at(
	"GPAI-102",
	model,
	updated.path,
	sprintf("The form's first version is dated '%s', after the model was placed on the Union market on '%s'.", [updated.fact.value, placed.date]),
) if {
	some model in input.models
	scope.applies("T-1.1.a", model)
	placed := market.market_date(model)
	dates.earliest(placed.date) >= days.obligations.date
	some updated in facts.stated_in(model, "document.last_updated", {"model_documentation_form"})
	dates.after(updated.fact.value, placed.date)
	some version in facts.stated_in(model, "document.version", {"model_documentation_form"})
	version.fact.document == updated.fact.document
	regex.match(`^[^0-9]*(1|1\.0|1\.0\.0|0\.[0-9.]+)$`, lower(version.fact.value))
}

met contains {"requirement": "T-1.1.a", "model": model.index, "at": path} if {
	some model in input.models
	path := form_items.whole("T-1.1.a", model)
	market.time_left(model)
}

met contains {"requirement": "T-1.1.a", "model": model.index, "at": updated.path} if {
	some model in input.models
	form_items.whole("T-1.1.a", model)
	some updated in facts.stated_in(model, "document.last_updated", _documentation_kinds)
	market.in_time(model, updated.fact.value)
}

# METADATA
# description: Whole documentation of which no date shows that it was whole in time.
mentioned contains {
	"requirement": "T-1.1.a",
	"model": model.index,
	"at": path,
	"why": "Every item is documented, but no date of the documentation shows that it was by the day of placing on the Union market.",
} if {
	some model in input.models
	path := form_items.whole("T-1.1.a", model)
}

_documentation_kinds := {"model_documentation_form", "model_card", "readme"}
