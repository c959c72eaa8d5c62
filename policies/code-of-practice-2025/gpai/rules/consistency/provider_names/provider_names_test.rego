package gpai.rules.consistency.provider_names_test

import data.gpai.lib.testing
import data.gpai.rules.consistency.provider_names as rule

_with(formal, public) := testing.document_with(
	[testing.model(testing.in_force, {"provider.name": [
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
		"GPAI-743", 0,
		["models", 0, "facts", "provider.name", 1],
		"warning",
	]} with input as _with("Example Labs SAS", "Northern Labs GmbH")
}

test_passes_with_a_name_in_common[public] if {
	some public in ["Example Labs SAS", "Example", "ExampleLabs", "The Example Labs group, Paris"]
	rule.report == set() with input as _with("Example Labs SAS", public)
}

test_does_not_apply_without_a_form if {
	document := testing.document([testing.model(testing.in_force, {"provider.name": [testing.fact("Example Labs")]})])
	rule.report == set() with input as document
}
