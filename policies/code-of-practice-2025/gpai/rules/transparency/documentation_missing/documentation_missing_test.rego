package gpai.rules.transparency.documentation_missing_test

import data.gpai.lib.testing
import data.gpai.rules.transparency.documentation_missing as rule

_weights := testing.text_document("weights", "model.safetensors", [])

_with(declared, documents) := testing.document_with([testing.model(declared, {})], {"documents": documents})

test_fails_where_nothing_describes_the_model if {
	document := _with(testing.in_force, [_weights])
	rule.report == {{
		"rule": "GPAI-101",
		"model": 0,
		"missing": "model.documentation",
		"message": "No document tells the architecture, size, training or data of the model 'Example 7B'; there is neither a model card nor a documentation form.",
		"level": "error",
		"requirements": ["T-1", "T-1.1.a", "T-1.2.c", "T-1.2.e", "LAW-53.1a", "LAW-53.1b", "LAW-AXI-1", "LAW-AXII"],
	}} with input as document
	rule.met == set() with input as document
}

test_documentation_is_missed_where_the_model_is_named if {
	model := testing.model(testing.in_force, {"model.name": [testing.fact("Example 7B")]})
	document := testing.document_with([model], {"documents": [_weights]})
	[violation.at | some violation in rule.report] == [["models", 0, "facts", "model.name", 0]] with input as document
}

test_a_model_without_a_name_is_called_the_model if {
	document := testing.document_with(
		[object.union(testing.model(testing.in_force, {}), {"name": "."})],
		{"documents": [_weights]},
	)
	{violation.message | some violation in rule.report} == {concat("", [
		"No document tells the architecture, size, training or data of the model; ",
		"there is neither a model card nor a documentation form.",
	])} with input as document
}

test_passes_with_a_card if {
	document := _with(testing.in_force, [testing.card([])])
	rule.report == set() with input as document
	rule.met == {
		{"requirement": "T-1.2.e", "model": 0, "at": ["documents", 0]},
	} with input as document
}

test_a_form_that_is_not_public_is_documentation_but_not_published if {
	form := object.union(testing.text_document("model_documentation_form", "form.yaml", []), {"public": false})
	document := _with(testing.in_force, [form])
	rule.report == set() with input as document
	rule.met == set() with input as document
}

test_does_not_apply_to_a_model_that_is_no_general_purpose_model if {
	rule.report == set() with input as _with({"placed_on_market": true, "gpai": false}, [_weights])
}

_readme := testing.text_document("readme", "README.md", [])

_said(facts) := testing.document_with([testing.model(testing.in_force, facts)], {"documents": [_readme]})

test_a_readme_that_says_next_to_nothing_of_the_model_is_no_documentation if {
	facts := {
		"model.name": [testing.fact("Example 7B")],
		"model.release_date": [testing.fact("2026-03")],
		"use.technical_means": [testing.fact("npm run dev")],
	}
	testing.brief(rule.report) == {["GPAI-101", 0, "model.documentation", "error"]} with input as _said(facts)
}

test_a_readme_about_something_else_shows_no_model if {
	facts := {"use.technical_means": [testing.fact("pip install example")]}
	document := testing.document_with([testing.model({}, facts)], {"documents": [_readme]})
	{violation.message | some violation in rule.report} == {concat("", [
		"No model is described here: there is no model card, no documentation form, no configuration and no weights, ",
		"and the README at its root tells nothing of one's architecture, size, training or data.",
	])} with input as document
}

test_a_readme_that_describes_the_model_is_documentation if {
	facts := {"model.architecture": [testing.fact("decoder-only")]}
	rule.report == set() with input as _said(facts)
}
