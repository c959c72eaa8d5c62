package gpai.rules.transparency.contact_test

import data.gpai.lib.testing
import data.gpai.rules.transparency.contact as rule

_document(declared, facts) := testing.document([testing.model(declared, facts)])

test_fails_without_a_contact if {
	rule.report == {{
		"rule": "GPAI-105",
		"model": 0,
		"missing": "provider.contact",
		"message": "No public document says where the AI Office and downstream providers can ask for the model's documentation.",
		"level": "error",
		"requirements": ["T-1.2.a"],
	}} with input as _document(testing.in_force, {})
	rule.met == set() with input as _document(testing.in_force, {})
}

test_fails_with_a_placeholder_at_its_place if {
	facts := {"provider.contact": [testing.fact_with("[More Information Needed]", {"state": "placeholder"})]}
	testing.brief(rule.report) == {["GPAI-105", 0, ["models", 0, "facts", "provider.contact", 0], "error"]} with input as _document(testing.in_force, facts)
}

test_fails_with_a_contact_in_a_document_that_is_not_public if {
	facts := {"provider.contact": [testing.fact("ai@example.org")]}
	document := testing.document_with(
		[testing.model(testing.in_force, facts)],
		{"documents": [object.union(testing.card([]), {"public": false})]},
	)
	testing.brief(rule.report) == {["GPAI-105", 0, "provider.contact", "error"]} with input as document
}

test_passes_with_a_contact if {
	document := _document(testing.in_force, {"provider.contact": [testing.fact("Requests for documentation: ai@example.org")]})
	rule.report == set() with input as document
	rule.met == {{"requirement": "T-1.2.a", "model": 0, "at": ["models", 0, "facts", "provider.contact", 0]}} with input as document
}

test_an_address_for_anything_leaves_it_open if {
	document := _document(testing.in_force, {"provider.contact": [testing.fact("ai@example.org")]})
	rule.report == set() with input as document
	rule.met == set() with input as document
	rule.mentioned == {{"requirement": "T-1.2.a", "model": 0, "at": ["models", 0, "facts", "provider.contact", 0]}} with input as document
}

test_an_address_for_rightsholders_is_for_something_else if {
	document := testing.document_with(
		[testing.model(testing.in_force, {"provider.contact": [testing.fact("copyright@example.org")]})],
		{"documents": [testing.text_document("copyright_policy", "COPYRIGHT.md", [])]},
	)
	testing.brief(rule.report) == {["GPAI-105", 0, "provider.contact", "error"]} with input as document
	rule.mentioned == set() with input as document
}

test_passes_with_a_contact_in_the_configuration if {
	document := testing.document_with(
		[testing.model(testing.in_force, {})],
		{"configuration": {"provider": {"contact": "ai@example.org"}}},
	)
	rule.report == set() with input as document
	rule.met == {{"requirement": "T-1.2.a", "model": 0, "at": ["configuration", "provider", "contact"]}} with input as document
}

test_does_not_apply_to_a_model_that_is_no_general_purpose_model if {
	rule.report == set() with input as _document({"placed_on_market": true, "gpai": false}, {})
}
