package gpai.rules.training_summary.update_test

import data.gpai.lib.testing
import data.gpai.rules.training_summary.update as rule

_summary := testing.text_document("training_content_summary", "TRAINING_SUMMARY.md", [])

_updated := {"document.last_updated": [testing.fact("2025-09-01")]}

_with(declared, facts) := testing.document_with(
	[testing.model(object.union(testing.in_force, declared), object.union(_updated, facts))],
	{"documents": [_summary, testing.card([])]},
)

test_fails_six_months_after_further_training if {
	document := _with({"further_training_date": "2026-01-10"}, {})
	rule.report == {{
		"rule": "GPAI-203",
		"model": 0,
		"at": ["models", 0, "facts", "document.last_updated", 0],
		"message": concat("", [
			"The training summary was last updated on '2025-09-01', but the model was trained further on '2026-01-10'; ",
			"an update was due by 2026-07-10 at the latest.",
		]),
		"level": "error",
		"requirements": ["PS-0.c"],
	}} with input as document
	rule.met == set() with input as document
}

test_a_later_end_of_the_data_elsewhere_is_a_warning if {
	document := _with({}, {"data.cutoff": [testing.fact_with("2026-03", {"document": 1})]})
	testing.brief(rule.report) == {["GPAI-203", 0, ["models", 0, "facts", "document.last_updated", 0], "warning"]} with input as document
}

test_passes_within_six_months if {
	rule.report == set() with input as _with({"further_training_date": "2026-10-01"}, {})
}

test_passes_with_an_update_since if {
	document := _with({"further_training_date": "2025-08-10"}, {})
	rule.report == set() with input as document
	rule.met == {{"requirement": "PS-0.c", "model": 0, "at": ["models", 0, "facts", "document.last_updated", 0]}} with input as document
}

test_an_update_after_more_than_six_months_shows_no_update_in_time if {
	document := _with({"further_training_date": "2025-01-10"}, {})
	rule.met == set() with input as document
	{entry.requirement | some entry in rule.mentioned} == {"PS-0.c"} with input as document
}

test_does_not_apply_without_a_sign_of_further_training if {
	document := _with({}, {})
	rule.report == set() with input as document
	{entry.requirement | some entry in rule.inapplicable} == {"PS-0.c"} with input as document
}
