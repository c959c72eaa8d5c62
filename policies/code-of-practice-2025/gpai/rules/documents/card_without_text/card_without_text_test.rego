package gpai.rules.documents.card_without_text_test

import data.gpai.lib.testing
import data.gpai.rules.documents.card_without_text as rule

_with(document) := testing.document_with([testing.model({}, {})], {"documents": [document]})

_words := "A language model for English and French that invents facts."

test_fails_on_a_card_of_metadata_alone if {
	document := _with(testing.card([testing.section("", "", [])]))
	testing.brief(rule.report) == {["GPAI-807", 0, ["documents", 0], "warning"]} with input as document
}

test_passes_on_a_card_with_text if {
	rule.report == set() with input as _with(testing.card([testing.section("Example 7B", _words, [])]))
}

test_does_not_apply_to_other_documents_or_unread_cards if {
	rule.report == set() with input as _with(testing.text_document("readme", "README.md", []))
	rule.report == set() with input as _with(object.union(testing.card([]), {"readable": false}))
}
