package gpai.lib.content_test

import data.gpai.lib.content
import data.gpai.lib.testing

_model := testing.model({}, {})

_kinds := {"safety_framework"}

_document(sections, placeholders) := testing.document_with([_model], {
	"documents": [testing.text_document("safety_framework", "framework.md", sections)],
	"placeholders": [{"text": "[TBD]", "document": 0, "models": [0], "heading": heading} | some heading in placeholders],
})

_paths(entries) := [entry.path[3] | some entry in entries]

test_a_filled_section_matches_by_title_and_text if {
	document := _document([testing.section("Trigger points", "At every fourfold growth.", []), testing.section("Other", "A trigger is set for tools.", [])], [])
	_paths(content.matching(_model, _kinds, ["trigger"])) == [0, 1] with input as document
}

test_an_empty_section_matches_nothing if {
	document := _document([testing.section("Trigger points", "", [])], [])
	content.matching(_model, _kinds, ["trigger"]) == [] with input as document
}

test_a_placeholder_is_no_content if {
	document := _document([testing.section("Trigger points", "[TBD]", ["S-1.1(1)"])], [["Trigger points"]])
	content.matching(_model, _kinds, ["trigger"]) == [] with input as document
	content.bound(_model, _kinds, ["S-1.1(1)"]) == [] with input as document
}

test_the_labels_of_an_unfilled_table_are_no_content if {
	text := "Objective | Mitigation that is in operation\nWeights encrypted at rest | [TBD]"
	document := _document([testing.section("Security", text, [])], [["Security"]])
	content.matching(_model, _kinds, ["encrypt"]) == [] with input as document
}

test_the_filled_rows_of_a_table_are_content if {
	text := "Objective | Mitigation that is in operation\nWeights encrypted at rest | AES-256\nPhysical access | [TBD]"
	document := _document([testing.section("Security", text, [])], [["Security"]])
	_paths(content.matching(_model, _kinds, ["encrypt"])) == [0] with input as document
	content.matching(_model, _kinds, ["physical"]) == [] with input as document
}

test_a_heading_over_filled_sections_is_content if {
	below := object.union(testing.section("Development", "At every fourfold growth.", []), {"path": ["Trigger points", "Development"]})
	document := _document([testing.section("Trigger points", "", []), below], [])
	_paths(content.matching(_model, _kinds, ["trigger"])) == [0] with input as document
}

test_the_place_of_a_subject_is_its_section_even_unfilled if {
	document := _document([testing.section("Start", "", []), testing.section("Chapter 2", "", ["S-1.1(1)"]), testing.section("Trigger points", "", [])], [])
	content.places(_model, ["safety_framework"], ["S-1.1(1)"], ["trigger"]) == [
		["documents", 0, "sections", 1],
		["documents", 0, "sections", 2],
		["documents", 0],
	] with input as document
}

test_a_short_text_is_legible if {
	document := _document([testing.section("Start", "A short text.", [])], [])
	content.legible(_model, _kinds) with input as document
}

test_another_language_is_not_legible if {
	german := concat(" ", [sprintf("Wir nehmen die Sicherheit unserer Modelle in Abschnitt %d sehr ernst.", [n]) | some n in numbers.range(1, 12)])
	document := _document([testing.section("Start", german, [])], [])
	not content.legible(_model, _kinds) with input as document
}

test_nothing_is_not_legible if {
	not content.legible(_model, _kinds) with input as testing.document([_model])
}
