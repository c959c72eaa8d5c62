package gpai.rules.consistency.provenance_disagrees_test

import data.gpai.lib.testing
import data.gpai.rules.consistency.provenance_disagrees as rule

_documents := [
	testing.card([]),
	testing.text_document("model_documentation_form", "form.md", []),
	testing.text_document("training_content_summary", "summary.md", []),
	testing.text_document("copyright_policy", "copyright.md", []),
]

_with(facts) := testing.document_with([testing.model(testing.in_force, facts)], {"documents": _documents})

_in(document, value) := testing.fact_with(value, {"document": document})

test_fails_on_a_ticked_source_that_is_denied if {
	document := _with({
		"data.provenance": [_in(1, ["publicly available datasets", "synthetic data"])],
		"data.public_datasets_used": [_in(2, true)],
		"data.synthetic_used": [_in(2, false)],
	})
	testing.brief(rule.report) == {[
		"GPAI-708", 0,
		["models", 0, "facts", "data.synthetic_used", 0],
		"warning",
	]} with input as document
}

test_fails_on_an_affirmed_source_that_is_not_ticked if {
	document := _with({
		"data.provenance": [_in(1, ["publicly available datasets"])],
		"data.crawlers_used": [_in(2, true)],
	})
	testing.brief(rule.report) == {["GPAI-708", 0, ["models", 0, "facts", "data.provenance", 0], "warning"]} with input as document
}

test_one_yes_answers_a_tick_for_several_questions if {
	document := _with({
		"data.provenance": [_in(1, ["user data"])],
		"data.user_interactions_used": [_in(2, false)],
		"data.service_data_used": [_in(2, true)],
	})
	rule.report == set() with input as document
}

test_passes_where_both_agree if {
	document := _with({
		"data.provenance": [_in(1, ["publicly available datasets"])],
		"data.public_datasets_used": [_in(2, true)],
		"data.synthetic_used": [_in(2, false)],
	})
	rule.report == set() with input as document
}

test_fails_on_two_answers_to_one_question if {
	document := _with({"data.crawlers_used": [_in(2, false), _in(3, true)]})
	testing.brief(rule.report) == {["GPAI-732", 0, ["models", 0, "facts", "data.crawlers_used", 0], "warning"]} with input as document
}

test_does_not_apply_to_free_text if {
	document := _with({
		"data.provenance": [_in(1, ["The following data sets were used"])],
		"data.crawlers_used": [_in(2, true)],
	})
	rule.report == set() with input as document
}
