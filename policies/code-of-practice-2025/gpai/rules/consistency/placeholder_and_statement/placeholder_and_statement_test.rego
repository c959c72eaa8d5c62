package gpai.rules.consistency.placeholder_and_statement_test

import data.gpai.lib.testing
import data.gpai.rules.consistency.placeholder_and_statement as rule

_left := testing.fact_with(null, {"state": "placeholder", "text": "(Forthcoming.)"})

_field := "training.carbon_tco2e"

_with(entries) := testing.document([testing.model(testing.in_force, {_field: entries})])

test_fails_beside_a_statement if {
	document := _with([testing.fact(24.7), _left])
	testing.brief(rule.report) == {["GPAI-721", 0, ["models", 0, "facts", _field, 1], "warning"]} with input as document
}

test_passes_where_nothing_is_stated if {
	rule.report == set() with input as _with([_left])
}

test_passes_where_the_statement_is_of_another_variant if {
	rule.report == set() with input as _with([testing.fact_with(24.7, {"variant": "176B"}), _left])
}

test_does_not_apply_between_a_card_and_a_data_card if {
	document := object.union(
		_with([testing.fact(24.7), object.union(_left, {"document": 1})]),
		{"documents": [testing.card([]), testing.text_document("data_card", "DATA.md", [])]},
	)
	rule.report == set() with input as document
}
