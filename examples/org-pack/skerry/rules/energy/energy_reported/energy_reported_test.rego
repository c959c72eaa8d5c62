package skerry.rules.energy.energy_reported_test

import data.gpai.lib.testing
import data.skerry.rules.energy.energy_reported as rule

# Rule, model and place; levels are settled by gpai-lint.
places := {array.slice(row, 0, 3) | some row in testing.brief(rule.report)}

reporting(members) := testing.document([testing.model({}, members)])

test_energy_that_is_not_reported if {
	every members in [{}, {"training.energy_mwh": [testing.fact("some")]}] {
		document := reporting(members)
		places == {["SKE-104", 0, "training.energy_mwh"]} with input as document
	}
}

test_energy_without_its_method if {
	document := reporting({"training.energy_mwh": [testing.fact(310)]})
	places == {["SKE-104", 0, ["models", 0, "facts", "training.energy_mwh", 0]]} with input as document
}

test_energy_with_its_method if {
	document := reporting({"training.energy_mwh": [testing.fact(310)], "training.energy_method": [testing.fact("At the rack.")]})
	places == set() with input as document
}

test_without_a_model_nothing_is_reported if {
	document := testing.document([])
	places == set() with input as document
}
