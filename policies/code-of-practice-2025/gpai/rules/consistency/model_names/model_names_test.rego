package gpai.rules.consistency.model_names_test

import data.gpai.lib.testing
import data.gpai.rules.consistency.model_names as rule

_with(formal, public) := testing.document_with(
	[testing.model(testing.in_force, {"model.name": [
		testing.fact_with(formal, {"document": 1}),
		testing.fact_with(public, {"document": 0}),
	]})],
	{"documents": [
		testing.text_document("training_content_summary", "summary.md", []),
		testing.text_document("model_documentation_form", "form.md", []),
	]},
)

test_fails_without_a_word_in_common if {
	testing.brief(rule.report) == {[
		"GPAI-724", 0,
		["models", 0, "facts", "model.name", 1],
		"warning",
	]} with input as _with("Kestrel 7B", "Osprey 70B Instruct")
}

test_passes_with_a_word_in_common if {
	rule.report == set() with input as _with("Kestrel 1", "Kestrel-7B, Kestrel-70B-Instruct")
}

test_does_not_apply_without_a_form if {
	document := testing.document([testing.model(testing.in_force, {"model.name": [testing.fact("Kestrel 7B")]})])
	rule.report == set() with input as document
}
