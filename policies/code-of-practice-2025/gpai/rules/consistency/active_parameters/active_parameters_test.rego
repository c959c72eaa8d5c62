package gpai.rules.consistency.active_parameters_test

import data.gpai.lib.testing
import data.gpai.rules.consistency.active_parameters as rule

_with(active, totals) := testing.document([testing.model(testing.in_force, {
	"model.parameters_active": [testing.fact(active)],
	"model.parameters_total": [testing.fact(total) | some total in totals],
})])

test_fails_on_more_active_than_all if {
	testing.brief(rule.report) == {[
		"GPAI-733", 0,
		["models", 0, "facts", "model.parameters_active", 0],
		"warning",
	]} with input as _with(300000000000, [30000000000])
}

test_passes_on_fewer if {
	rule.report == set() with input as _with(3000000000, [30000000000])
}

test_does_not_apply_without_a_total if {
	rule.report == set() with input as _with(3000000000, [])
}
