package gpai.rules.consistency.base_models_disagree_test

import data.gpai.lib.testing
import data.gpai.rules.consistency.base_models_disagree as rule

_metadata(name, members) := testing.fact_with([name], object.union(
	{"location": object.union(testing.location, {"anchor": "/base_model"})},
	members,
))

_text(name) := testing.fact_with([name], {"location": object.union(testing.location, {"anchor": "#Example Code"})})

_with(entries) := testing.document([testing.model(testing.in_force, {"model.base_model": entries})])

_instruct := "example/Example-24B-Instruct-2503"

test_fails_on_different_models if {
	document := _with([_metadata(_instruct, {}), _text("example/Example-24B-Base-2503")])
	testing.brief(rule.report) == {[
		"GPAI-722", 0,
		["models", 0, "facts", "model.base_model", 1],
		"warning",
	]} with input as document
	[violation.message | some violation in rule.report] == [concat("", [
		"The base model is 'example/Example-24B-Base-2503' here, ",
		"but 'example/Example-24B-Instruct-2503' in the metadata of this file.",
	])] with input as document
}

test_names_the_other_document if {
	facts := {"model.base_model": [_metadata(_instruct, {}), testing.fact_with(["Example-24B-Base-2503"], {"document": 1})]}
	document := testing.document_with(
		[testing.model(testing.in_force, facts)],
		{"documents": [testing.card([]), testing.text_document("readme", "docs/README.md", [])]},
	)
	[violation.message | some violation in rule.report] == [concat("", [
		"The base model is 'Example-24B-Base-2503' here, ",
		"but 'example/Example-24B-Instruct-2503' in 'README.md'.",
	])] with input as document
}

test_passes_on_one_model_written_in_two_ways[other] if {
	some other in ["Example-24B-Instruct-2503", "Example 24B", "Example/example_24b_instruct_2503"]
	rule.report == set() with input as _with([_metadata(_instruct, {}), _text(other)])
}

test_passes_where_the_text_names_one_of_several if {
	entries := [_metadata("example/Kestrel", {}), _metadata("example/Osprey", {}), _text("Osprey")]
	rule.report == set() with input as _with(entries)
}

test_does_not_apply_to_a_conversion if {
	entries := [_metadata(_instruct, {"formula": "quantized"}), _text("example/Example-24B-Base-2503")]
	rule.report == set() with input as _with(entries)
}
