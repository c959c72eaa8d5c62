package gpai.rules.law.compute_method_test

import data.gpai.lib.testing
import data.gpai.rules.law.compute_method as rule

_flop := {"training_compute_flop": 6300000000000000000000000}

test_fails_without_a_method if {
	document := testing.document([testing.declaring(_flop)])
	testing.brief(rule.report) == {[
		"GPAI-607", 0,
		["models", 0, "declared", "training_compute_flop"],
		"warning",
	]} with input as document
	rule.met == set() with input as document
}

test_passes_with_a_method_in_the_configuration if {
	document := testing.document([testing.declaring(object.union(_flop, {"training_compute_method": "6ND"}))])
	rule.report == set() with input as document
	rule.met == {{
		"requirement": "G-COMPUTE-HOW",
		"model": 0,
		"at": ["models", 0, "declared", "training_compute_method"],
	}} with input as document
}

test_passes_with_a_method_in_a_document if {
	facts := {"training.compute_method": [testing.fact("hours × peak × utilisation")]}
	document := testing.document([testing.model(object.union(testing.in_force, _flop), facts)])
	rule.report == set() with input as document
	rule.met == {{
		"requirement": "G-COMPUTE-HOW",
		"model": 0,
		"at": ["models", 0, "facts", "training.compute_method", 0],
	}} with input as document
}

test_does_not_apply_without_a_figure if {
	rule.report == set() with input as testing.document([testing.model(testing.in_force, {})])
}
