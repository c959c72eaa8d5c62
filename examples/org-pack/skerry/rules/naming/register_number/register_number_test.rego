package skerry.rules.naming.register_number_test

import data.gpai.lib.testing
import data.skerry.rules.naming.register_number as rule

# Rule, model and place; levels are settled by gpai-lint.
places := {array.slice(row, 0, 3) | some row in testing.brief(rule.report)}

carded(texts) := testing.document_with(
	[object.union(testing.model({}, {}), {"index": i, "documents": [i]}) | some i, _ in texts],
	{"documents": [testing.card([testing.section("Model", text, [])]) | some text in texts]},
)

test_a_card_without_a_number if {
	document := carded(["A model, XSKM-00421 elsewhere."])
	places == {["SKE-105", 0, ["documents", 0]]} with input as document
}

test_a_number_that_two_models_have if {
	document := carded(["It is SKM-0042.", "It is SKM-0042 too."])
	places == {["SKE-105", 1, ["documents", 1]]} with input as document
}

test_cards_with_numbers_of_their_own if {
	document := carded(["It is SKM-0042.", "It is SKM-0043, not SKM-0041."])
	places == set() with input as document
}

test_without_a_card_there_is_nowhere_to_write_it if {
	readme := testing.text_document("changelog", "CHANGELOG.md", [])
	document := testing.document_with([testing.model({}, {})], {"documents": [readme]})
	places == set() with input as document
}
