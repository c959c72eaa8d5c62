package gpai.rules.transparency.retention_test

import data.gpai.lib.testing
import data.gpai.rules.transparency.retention as rule

_with(declared, text) := testing.document_with(
	[testing.model(declared, {})],
	{"documents": [testing.text_document("retention_policy", "RETENTION.md", [testing.section("Document retention", text, [])])]},
)

test_fails_with_a_shorter_period if {
	document := _with(testing.in_force, "Earlier versions of the model documentation are kept for three years.")
	rule.report == {{
		"rule": "GPAI-104",
		"model": 0,
		"at": ["documents", 0, "sections", 0],
		"message": "The model documentation is to be kept for 'three years'; the Code asks for ten years from placing on the market.",
		"level": "error",
		"requirements": ["T-1.1.c"],
	}} with input as document
	rule.met == set() with input as document
}

test_passes_with_ten_years if {
	document := _with(testing.in_force, "Earlier versions of the model documentation are kept for ten years after the model was placed on the market.")
	rule.report == set() with input as document
	rule.met == {{"requirement": "T-1.1.c", "model": 0, "at": ["documents", 0, "sections", 0]}} with input as document
}

test_passes_where_another_record_is_kept_for_less if {
	document := _with(testing.in_force, "Documents are kept for ten years. User prompts in our documents are kept for 30 days.")
	rule.report == set() with input as document
}

test_does_not_apply_to_a_model_that_is_no_general_purpose_model if {
	document := _with({"placed_on_market": true, "gpai": false}, "Model documentation is kept for three years.")
	rule.report == set() with input as document
}
