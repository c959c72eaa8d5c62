package gpai.rules.training_summary.modifier_test

import data.gpai.lib.testing
import data.gpai.rules.training_summary.modifier as rule

_summary := testing.text_document("training_content_summary", "TRAINING_SUMMARY.md", [])

_modifier := object.union(testing.in_force, {
	"role": "modifier",
	"base_model": "Sample 7B",
	"modification_compute_flop": 500000000000000000000000,
	"base_model_compute_flop": 900000000000000000000000,
})

_with(declared, dependencies) := testing.document_with(
	[testing.model(declared, {"model.base_model": [testing.fact_with(dependencies, {"value": [dependencies]})]})],
	{"documents": [_summary]},
)

test_fails_where_the_modified_model_is_not_named if {
	facts := {"model.base_model": [testing.fact_with("None", {"value": []})]}
	document := testing.document_with([testing.model(_modifier, facts)], {"documents": [_summary]})
	rule.report == {{
		"rule": "GPAI-205",
		"model": 0,
		"at": ["models", 0, "facts", "model.base_model", 0],
		"message": "The model is a modification of another one, but its training summary does not name the model that was modified.",
		"level": "error",
		"requirements": ["PS-0.e", "G-MOD-LIM"],
	}} with input as document
	rule.met == set() with input as document
}

test_notes_a_name_without_a_link if {
	document := _with(_modifier, "Sample 7B v2")
	testing.brief(rule.report) == {["GPAI-205", 0, ["models", 0, "facts", "model.base_model", 0], "note"]} with input as document
}

test_passes_with_name_and_link if {
	document := _with(_modifier, "Sample 7B v2, https://example.com/summary")
	rule.report == set() with input as document
	rule.met == {
		{"requirement": "PS-0.e", "model": 0, "at": ["models", 0, "facts", "model.base_model", 0]},
		{"requirement": "G-MOD-LIM", "model": 0, "at": ["models", 0, "facts", "model.base_model", 0]},
	} with input as document
}

test_does_not_apply_to_the_provider_of_a_model_of_its_own if {
	document := testing.document_with([testing.model(testing.in_force, {})], {"documents": [_summary]})
	rule.report == set() with input as document
	{entry.requirement | some entry in rule.inapplicable} == {"PS-0.e"} with input as document
}
