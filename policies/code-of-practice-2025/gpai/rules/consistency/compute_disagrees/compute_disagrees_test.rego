package gpai.rules.consistency.compute_disagrees_test

import data.gpai.lib.testing
import data.gpai.rules.consistency.compute_disagrees as rule

_sized(declared, parameters, tokens) := testing.document([testing.model(object.union(testing.in_force, declared), {
	"model.parameters_total": [testing.fact(parameters)],
	"data.tokens": [testing.fact(tokens)],
})])

_at := ["models", 0, "declared", "training_compute_flop"]

test_fails_more_than_thirty_percent_away if {
	document := _sized({"training_compute_flop": 1100000000000000000000000}, 8000000000, 15000000000000)
	testing.brief(rule.report) == {["GPAI-703", 0, _at, "warning"]} with input as document
}

test_passes_with_an_explanation if {
	document := _sized(
		{"training_compute_flop": 1100000000000000000000000, "training_compute_method": "with synthetic data"},
		8000000000,
		15000000000000,
	)
	rule.report == set() with input as document
}

test_passes_within_thirty_percent if {
	document := _sized({"training_compute_flop": 900000000000000000000000}, 8000000000, 15000000000000)
	rule.report == set() with input as document
}

test_fails_across_the_threshold_of_systemic_risk if {
	document := _sized({"training_compute_flop": 5000000000000000000000000}, 405000000000, 15000000000000)
	testing.brief(rule.report) == {["GPAI-704", 0, _at, "warning"]} with input as document
}

test_active_parameters_count if {
	document := testing.document([testing.model(
		object.union(testing.in_force, {"training_compute_flop": 3300000000000000000000000}),
		{
			"model.parameters_total": [testing.fact(671000000000)],
			"model.parameters_active": [testing.fact(37000000000)],
			"data.tokens": [testing.fact(14800000000000)],
		},
	)])
	rule.report == set() with input as document
}

test_fails_where_the_documents_state_another_figure if {
	document := testing.document([testing.model(
		object.union(testing.in_force, {"training_compute_flop": 3800000000000000000000000}),
		{"training.compute_flop": [testing.fact(6300000000000000000000000)]},
	)])
	testing.brief(rule.report) == {["GPAI-730", 0, _at, "warning"]} with input as document
}

test_does_not_apply_to_a_modifier if {
	document := _sized(
		{"role": "modifier", "training_compute_flop": 1000000000000000000000},
		8000000000,
		15000000000000,
	)
	rule.report == set() with input as document
}

test_does_not_apply_without_tokens if {
	document := testing.document([testing.model(
		object.union(testing.in_force, {"training_compute_flop": 1100000000000000000000000}),
		{"model.parameters_total": [testing.fact(8000000000)]},
	)])
	rule.report == set() with input as document
}
