package gpai.rules.training_summary.late_test

import data.gpai.lib.testing
import data.gpai.rules.training_summary.late as rule

_summary := testing.text_document("training_content_summary", "TRAINING_SUMMARY.md", [])

_with(placed, version, updated) := testing.document_with(
	[testing.model(
		object.union(testing.in_force, {"union_market_date": placed}),
		{"document.version": [testing.fact(version)], "document.last_updated": [testing.fact(updated)]},
	)],
	{"documents": [_summary]},
)

test_fails_with_a_first_version_after_the_market_date if {
	rule.report == {{
		"rule": "GPAI-202",
		"model": 0,
		"at": ["models", 0, "facts", "document.last_updated", 0],
		"message": "The first version of the training summary is dated '2026-03-01', after the model was placed on the Union market on '2025-10-01'.",
		"level": "warning",
		"requirements": ["PS-0.b"],
	}} with input as _with("2025-10-01", "V1", "2026-03-01")
}

test_passes_with_a_first_version_in_time if {
	rule.report == set() with input as _with("2025-10-01", "1.0", "2025-09-01")
}

test_passes_with_a_later_version if {
	rule.report == set() with input as _with("2025-10-01", "2.0", "2026-03-01")
}

test_does_not_apply_to_models_from_before_the_duties if {
	rule.report == set() with input as _with("2024-10-01", "1.0", "2026-03-01")
}
