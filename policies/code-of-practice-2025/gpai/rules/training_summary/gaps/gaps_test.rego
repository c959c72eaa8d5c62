package gpai.rules.training_summary.gaps_test

import data.gpai.lib.testing
import data.gpai.rules.training_summary.answers.rows
import data.gpai.rules.training_summary.gaps as rule

_summary := testing.text_document("training_content_summary", "TRAINING_SUMMARY.md", [])

_version := [row | some row in rows; row.id == "GPAI-210"]

_with(placed, facts) := testing.document_with(
	[testing.model(object.union(testing.in_force, {"union_market_date": placed}), facts)],
	{"documents": [_summary]},
)

test_fails_with_a_blank_field_in_the_summary_of_an_older_model if {
	rule.report == {{
		"rule": "GPAI-204",
		"model": 0,
		"at": ["documents", 0],
		"message": "The model was on the market before 2 August 2025, but its training summary leaves open without a reason which version it is.",
		"level": "warning",
		"requirements": ["PS-0.d", "G-LEGACY"],
	}} with input as _with("2024-05-01", {})
		with data.gpai.rules.training_summary.answers.rows as _version
}

test_names_the_first_fields_of_many if {
	messages := [violation.message | some violation in rule.report] with input as _with("2024-05-01", {})
	count(messages) == 1
	regex.match(`leaves open without a reason which version it is, .+ and [0-9]+ more\.$`, messages[0])
}

test_passes_where_every_field_is_answered if {
	document := _with("2024-05-01", {"document.version": [testing.fact("1.0")]})
	rule.report == set() with input as document
		with data.gpai.rules.training_summary.answers.rows as _version
	rule.met == {{"requirement": "PS-0.d", "model": 0, "at": ["documents", 0]}} with input as document
		with data.gpai.rules.training_summary.answers.rows as _version
}

test_does_not_apply_to_newer_models if {
	rule.report == set() with input as _with("2025-10-01", {})
		with data.gpai.rules.training_summary.answers.rows as _version
}
