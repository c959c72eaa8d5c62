package gpai.rules.consistency.open_data_claim_test

import data.gpai.lib.testing
import data.gpai.rules.consistency.open_data_claim as rule

_card(kind, source) := testing.document_with([testing.model(testing.in_force, {})], {"documents": [testing.text_document(kind, "DATA.md", [
	testing.section("Curation", "The corpus contains only corpora under open licenses.", []),
	testing.section("Sources", source, []),
])]})

test_fails_on_a_source_that_is_not_open[source] if {
	some source in ["Lectures. License: CC BY-NC-SA 4.0.", "Subset aligned_36b. License: not specified."]
	testing.brief(rule.report) == {[
		"GPAI-731", 0,
		["documents", 0, "sections", 0],
		"warning",
	]} with input as _card("data_card", source)
}

test_tells_each_place_once_and_the_licence_without_what_ends_the_sentence if {
	document := _card("data_card", "Lectures. License: CC BY-NC-SA 4.0. Talks. License: CC BY-NC-SA 4.0. Songs. License: CC BY-NC 3.0.")
	[violation] := [found | some found in rule.report] with input as document
	violation.message == "The text says that all data are openly licensed, but 'CC BY-NC-SA 4.0' is not."
	[place.message | some place in violation.related] == ["Here stands 'CC BY-NC-SA 4.0'.", "Here stands 'CC BY-NC 3.0'."]
}

test_passes_on_open_sources if {
	rule.report == set() with input as _card("data_card", "Lectures. License: CC BY-SA 4.0.")
}

test_does_not_apply_to_other_documents if {
	rule.report == set() with input as _card("readme", "Lectures. License: CC BY-NC-SA 4.0.")
}
