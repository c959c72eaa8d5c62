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

test_quotes_the_value_that_a_sentence_gives if {
	sentence := "Example 8B is a language model that we made, and it is made available under the Example License 2.0."
	given := {
		"distribution.licence": [
			testing.fact_with("Example License 2.0", {"text": sentence}),
			testing.fact_with(null, {"state": "placeholder", "text": "unknown"}),
		],
		"use.out_of_scope": [
			testing.fact_with(sentence, {"text": sentence}),
			testing.fact_with(null, {"state": "placeholder", "text": "TBD"}),
		],
	}
	document := testing.document([testing.model(testing.in_force, given)])
	{violation.message | some violation in rule.report} == {
		"A placeholder ('unknown') stands here, but the same information is given elsewhere as 'Example License 2.0'.",
		"A placeholder ('TBD') stands here, but the same information is given elsewhere as 'Example 8B is a language model that we made, and it is made …'.",
	} with input as document
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
