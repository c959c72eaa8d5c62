package gpai.rules.copyright.policy_missing_test

import data.gpai.lib.testing
import data.gpai.rules.copyright.policy_missing as rule

_with(declared, documents) := testing.document_with([testing.model(declared, {})], {"documents": documents})

_policy := testing.text_document("copyright_policy", "COPYRIGHT_POLICY.md", [])

test_fails_without_a_policy if {
	document := _with(testing.in_force, [testing.card([])])
	rule.report == {{
		"rule": "GPAI-301",
		"model": 0,
		"missing": "copyright.policy",
		"message": "There is no copyright policy: no document describes how the provider complies with Union law on copyright.",
		"level": "error",
		"requirements": ["C-1", "C-1.1(1)", "LAW-53.1c"],
	}} with input as document
}

test_passes_with_a_policy if {
	rule.report == set() with input as _with(testing.in_force, [_policy])
}

test_passes_with_a_policy_that_is_a_chapter_of_the_form if {
	chapter := testing.section("B) Copyright policy", concat(" ", [word | some _ in numbers.range(1, 100); word := "measures"]), [])
	document := _with(testing.in_force, [testing.text_document("model_documentation_form", "form.pdf", [chapter])])
	rule.report == set() with input as document
}

test_a_pointer_in_another_document_is_no_policy if {
	pointer := testing.section("Copyright policy", "See our website.", [])
	document := _with(testing.in_force, [testing.text_document("model_documentation_form", "form.pdf", [pointer])])
	testing.brief(rule.report) == {["GPAI-301", 0, "copyright.policy", "error"]} with input as document
}

test_applies_to_open_source_models_too if {
	declared := object.union(testing.in_force, {"open_source": true, "monetised": false})
	testing.brief(rule.report) == {["GPAI-301", 0, "copyright.policy", "error"]} with input as _with(declared, [testing.card([])])
}

test_does_not_apply_to_a_model_that_is_no_general_purpose_model if {
	rule.report == set() with input as _with({"placed_on_market": true, "gpai": false}, [testing.card([])])
}
