package gpai.rules.law.market_date_test

import data.gpai.lib.testing
import data.gpai.rules.law.market_date as rule

test_fails_without_a_date if {
	document := testing.document([testing.undeclaring(["union_market_date"])])
	testing.brief(rule.report) == {["GPAI-622", 0, "model.union_market_date", "warning"]} with input as document
}

test_fails_with_a_date_that_leaves_it_open if {
	document := testing.document([testing.model(
		object.remove(testing.in_force, ["union_market_date"]),
		{"model.union_market_date": [testing.fact("2025")]},
	)])
	testing.brief(rule.report) == {["GPAI-622", 0, "model.union_market_date", "warning"]} with input as document
}

test_passes_with_a_date if {
	rule.report == set() with input as testing.document([testing.model(testing.in_force, {})])
}

test_does_not_apply_while_the_market_is_unknown if {
	rule.report == set() with input as testing.document([testing.model({}, {})])
}
