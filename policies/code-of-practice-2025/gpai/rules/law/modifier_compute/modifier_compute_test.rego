package gpai.rules.law.modifier_compute_test

import data.gpai.lib.testing
import data.gpai.rules.law.modifier_compute as rule

_based := {"model.base_model": [testing.fact(["other-labs/base-7b"])]}

_quantised := {"model.base_model": [testing.fact_with(["other-labs/base-7b"], {"formula": "quantized"})]}

_modifier := object.union(testing.in_force, {"role": "modifier"})

test_fails_without_an_estimate if {
	document := testing.document([testing.model(_modifier, _based)])
	testing.brief(rule.report) == {["GPAI-610", 0, "law.modification_compute", "warning"]} with input as document
}

test_names_the_other_model_where_it_stands if {
	undeclared := object.remove(testing.in_force, ["role"])
	some violation in rule.report with input as testing.document([testing.model(undeclared, _based)])
	violation.at == ["models", 0, "facts", "model.base_model", 0]
	contains(violation.message, "'other-labs/base-7b'")
}

test_passes_with_an_estimate if {
	declared := object.union(_modifier, {
		"modification_compute_flop": 200000000000000000000,
		"base_model_compute_flop": 400000000000000000000000,
	})
	rule.report == set() with input as testing.document([testing.model(declared, _based)])
}

test_does_not_apply_to_a_conversion if {
	rule.report == set() with input as testing.document([testing.model(_modifier, _quantised)])
}

test_does_not_apply_to_the_maker if {
	rule.report == set() with input as testing.document([testing.model(testing.in_force, _based)])
}
