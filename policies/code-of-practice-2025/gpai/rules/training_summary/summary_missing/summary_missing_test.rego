package gpai.rules.training_summary.summary_missing_test

import data.gpai.lib.testing
import data.gpai.rules.training_summary.summary_missing as rule

_with(declared, documents) := testing.document_with([testing.model(object.union(testing.in_force, declared), {})], {"documents": documents})

_summary := testing.text_document("training_content_summary", "TRAINING_SUMMARY.md", [])

test_fails_without_a_summary if {
	document := _with({}, [testing.card([])])
	testing.brief(rule.report) == {["GPAI-201", 0, "data.training_summary", "error"]} with input as document
	messages := {violation.message | some violation in rule.report} with input as document
	messages == {"There is no public summary of the content used for training the model."}
	rule.met == set() with input as document
}

test_warns_before_the_market_date if {
	document := _with({"union_market_date": "2027-01-10"}, [testing.card([])])
	testing.brief(rule.report) == {["GPAI-201", 0, "data.training_summary", "warning"]} with input as document
}

test_fails_with_a_summary_that_is_not_public if {
	document := _with({}, [object.union(_summary, {"public": false})])
	rule.report == {{
		"rule": "GPAI-201",
		"model": 0,
		"at": ["documents", 0],
		"message": "The summary of the training content is marked as not public, yet it has to be published.",
		"level": "error",
		"requirements": ["PS-0.b"],
	}} with input as document
}

test_a_public_summary_that_is_not_dated_does_not_show_that_it_was_there_in_time if {
	rule.report == set() with input as _with({}, [_summary])
	rule.met == set() with input as _with({}, [_summary])
	rule.mentioned == {{
		"requirement": "PS-0.b",
		"model": 0,
		"at": ["documents", 0],
		"why": "The summary is public, but nothing shows that it was by the day of placing on the Union market.",
	}} with input as _with({}, [_summary])
}

test_passes_with_a_public_summary_before_the_day if {
	document := _with({"union_market_date": "2027-01-10"}, [_summary])
	rule.report == set() with input as document
	rule.met == {{"requirement": "PS-0.b", "model": 0, "at": ["documents", 0]}} with input as document
}

test_passes_with_a_public_summary_of_the_day if {
	facts := {"document.last_updated": [testing.fact("2025-10-01")]}
	document := testing.document_with([testing.model(testing.in_force, facts)], {"documents": [_summary]})
	rule.met == {{"requirement": "PS-0.b", "model": 0, "at": ["models", 0, "facts", "document.last_updated", 0]}} with input as document
}

test_applies_to_open_source_models_too if {
	document := _with({"open_source": true, "monetised": false}, [testing.card([])])
	testing.brief(rule.report) == {["GPAI-201", 0, "data.training_summary", "error"]} with input as document
}

test_does_not_apply_to_a_model_that_is_no_general_purpose_model if {
	rule.report == set() with input as _with({"gpai": false}, [testing.card([])])
}
