package gpai.rules.transparency.documentation_stale_test

import data.gpai.lib.testing
import data.gpai.rules.transparency.documentation_stale as rule

_with(declared, updated) := testing.document_with(
	[testing.model(object.union(testing.in_force, declared), {"document.last_updated": [testing.fact(updated)]})],
	{"documents": [testing.text_document("model_documentation_form", "form.md", [])]},
)

test_fails_where_the_model_was_trained_further if {
	document := _with({"further_training_date": "2026-05-01"}, "2025-09-20")
	rule.report == {{
		"rule": "GPAI-103",
		"model": 0,
		"at": ["models", 0, "facts", "document.last_updated", 0],
		"message": "The documentation was last updated on '2025-09-20', before the further training of the model on '2026-05-01'.",
		"level": "error",
		"requirements": ["T-1.1.b"],
	}} with input as document
	rule.met == set() with input as document
}

test_documentation_that_is_ready_for_the_release_is_in_time if {
	document := _with({"release_date": "2025-10-01"}, "2025-09-20")
	rule.report == set() with input as document
	rule.met == set() with input as document
	since := _with({"release_date": "2025-10-01"}, "2025-10-01")
	{entry.requirement | some entry in rule.met} == {"T-1.1.b"} with input as since
}

test_warns_where_the_release_came_months_later if {
	testing.brief(rule.report) == {["GPAI-103", 0, ["models", 0, "facts", "document.last_updated", 0], "warning"]} with input as _with({"release_date": "2025-10-01"}, "2025-06-30")
	rule.report == set() with input as _with({"release_date": "2025-10-01"}, "2025-07-01")
}

test_training_that_is_still_to_come_dates_nothing if {
	rule.report == set() with input as _with({"further_training_date": "2027-01-10"}, "2026-05-04")
}

test_passes_with_an_update_since if {
	document := _with({"further_training_date": "2026-05-01"}, "2026-05-04")
	rule.report == set() with input as document
	rule.met == {{
		"requirement": "T-1.1.b",
		"model": 0,
		"at": ["models", 0, "facts", "document.last_updated", 0],
	}} with input as document
}

test_does_not_apply_where_nothing_dates_the_model if {
	document := _with({}, "2025-09-20")
	rule.report == set() with input as document
	rule.met == set() with input as document
}
