package gpai.lib.passages_test

import data.gpai.lib.passages
import data.gpai.lib.testing

_document := testing.document_with([testing.model({}, {})], {"documents": [
	testing.card([
		testing.section("Energy", "Training used 2,638 MWh.", []),
		testing.section("Notes", "Nothing here.", ["MDF-8.1"]),
	]),
	testing.text_document("readme", "docs/README.md", [testing.section("Energy", "mwh", [])]),
]})

_paths(entries) := [entry.path | some entry in entries]

test_by_wording_without_regard_to_case if {
	document := _document
	found := passages.matching(document.models[0], {"model_card"}, ["mwh", "kwh"]) with input as document
	_paths(found) == [["documents", 0, "sections", 0]]
}

test_all_patterns_in_one_section if {
	document := _document
	found := passages.matching_all(document.models[0], {"model_card", "readme"}, ["energy", "training"]) with input as document
	_paths(found) == [["documents", 0, "sections", 0]]
}

test_by_title if {
	document := _document
	found := passages.titled(document.models[0], {"model_card", "readme"}, ["energy"]) with input as document
	_paths(found) == [["documents", 0, "sections", 0], ["documents", 1, "sections", 0]]
}

test_by_binding_or_wording if {
	document := _document
	found := passages.evidence(document.models[0], {"model_card"}, ["mwh"], ["MDF-8.1"]) with input as document
	_paths(found) == [["documents", 0, "sections", 0], ["documents", 0, "sections", 1]]
}
