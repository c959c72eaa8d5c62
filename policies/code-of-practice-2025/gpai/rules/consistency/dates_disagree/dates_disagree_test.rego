package gpai.rules.consistency.dates_disagree_test

import data.gpai.lib.testing
import data.gpai.rules.consistency.dates_disagree as rule

_documents := [
	testing.card([]),
	testing.text_document("model_documentation_form", "form.md", []),
	testing.text_document("training_content_summary", "summary.md", []),
]

_with(declared, facts) := testing.document_with([testing.declaring(declared)], {"documents": _documents, "models": [
	testing.model(object.union(testing.in_force, declared), facts),
]})

_in(document, date) := testing.fact_with(date, {"document": document})

test_fails_on_two_release_dates if {
	document := _with({}, {"model.release_date": [_in(0, "2025-09-15"), _in(1, "2025-10-01")]})
	testing.brief(rule.report) == {[
		"GPAI-709", 0,
		["models", 0, "facts", "model.release_date", 1],
		"warning",
	]} with input as document
}

test_fails_on_a_market_date_against_the_configuration if {
	document := _with({}, {"model.union_market_date": [_in(2, "2025-11-01")]})
	testing.brief(rule.report) == {[
		"GPAI-723", 0,
		["models", 0, "declared", "union_market_date"],
		"warning",
	]} with input as document
}

test_passes_on_a_less_precise_date if {
	document := _with({"release_date": "2025-10-01"}, {"model.release_date": [_in(0, "2025-10"), _in(1, "2025")]})
	rule.report == set() with input as document
}

test_the_history_in_a_card_is_not_compared if {
	document := _with({}, {"model.release_date": [_in(0, "2025-10-01"), _in(0, "2024-03-01")]})
	rule.report == set() with input as document
}

test_does_not_apply_to_other_variants if {
	document := _with({}, {"model.release_date": [
		testing.fact_with("2025-09-15", {"variant": "7B", "document": 1}),
		testing.fact_with("2025-10-01", {"variant": "70B", "document": 1}),
	]})
	rule.report == set() with input as document
}
