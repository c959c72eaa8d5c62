package gpai.rules.law.scope_unsettled_test

import data.gpai.lib.testing
import data.gpai.rules.law.scope_unsettled as rule

test_reports_once_what_is_unknown if {
	document := testing.document_with([testing.model({}, {})], {"configuration": {}})
	testing.brief(rule.report) == {["GPAI-602", 0, ["models", 0], "note"]} with input as document
	remedies := {violation.remediation | some violation in rule.report} with input as document
	some remedy in remedies
	contains(remedy, "`union_market_date` or `placed_on_market` for the model; `training_compute_flop`")
}

test_names_the_single_open_question if {
	document := testing.document([testing.undeclaring(["role", "union_market_date", "systemic_risk"])])
	messages := {violation.message | some violation in rule.report} with input as document
	messages == {concat("", [
		"Scope is not settled for this model: it is not known whether it carries systemic risk, ",
		"and whether it was on the market before 2 August 2025.",
	])}
}

test_passes_when_all_is_settled if {
	rule.report == set() with input as testing.document([testing.model(testing.in_force, {})])
}

test_does_not_apply_to_a_model_that_is_not_on_the_union_market if {
	rule.report == set() with input as testing.document([testing.model({"placed_on_market": false}, {})])
}
