package gpai.rules.consistency.modalities_disagree_test

import data.gpai.lib.testing
import data.gpai.rules.consistency.modalities_disagree as rule

_documents := [
	testing.card([]),
	testing.text_document("model_documentation_form", "form.md", []),
	testing.text_document("training_content_summary", "summary.md", []),
]

_with(facts) := testing.document_with([testing.model(testing.in_force, facts)], {"documents": _documents})

_in(document, names) := testing.fact_with(names, {"document": document})

_metadata(names) := testing.fact_with(names, {"location": object.union(testing.location, {"anchor": "/pipeline_tag"})})

test_fails_where_form_and_summary_differ if {
	document := _with({"data.modalities": [_in(1, ["text"]), _in(2, ["text", "image"])]})
	testing.brief(rule.report) == {["GPAI-707", 0, ["models", 0, "facts", "data.modalities", 0], "warning"]} with input as document
	{violation.requirements | some violation in rule.report} == {["MDF-6.1", "PS-1.3.a"]} with input as document
}

test_fails_where_metadata_say_more_than_the_form if {
	document := _with({"model.input_modalities": [_in(1, ["text"]), _metadata(["text", "image"])]})
	testing.brief(rule.report) == {[
		"GPAI-707", 0,
		["models", 0, "facts", "model.input_modalities", 0],
		"warning",
	]} with input as document
}

test_passes_where_metadata_say_less if {
	rule.report == set() with input as _with({"model.input_modalities": [_in(1, ["text", "image"]), _metadata(["text"])]})
}

test_passes_on_the_same_in_any_order if {
	document := _with({"data.modalities": [_in(1, ["image", "text"]), _in(2, ["Text", "Image"])]})
	rule.report == set() with input as document
}

test_does_not_apply_without_a_form if {
	rule.report == set() with input as _with({"data.modalities": [_in(2, ["text"]), _in(0, ["image"])]})
}
