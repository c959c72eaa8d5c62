package gpai.rules.transparency.documentation_late_test

import data.gpai.lib.testing
import data.gpai.rules.transparency.documentation_late as rule

_with(declared, version, updated) := testing.document_with(
	[testing.model(declared, {"document.version": [testing.fact(version)], "document.last_updated": [testing.fact(updated)]})],
	{"documents": [testing.text_document("model_documentation_form", "form.md", [])]},
)

test_fails_where_the_first_version_is_later_than_the_market_date if {
	rule.report == {{
		"rule": "GPAI-102",
		"model": 0,
		"at": ["models", 0, "facts", "document.last_updated", 0],
		"message": "The form's first version is dated '2026-02-01', after the model was placed on the Union market on '2025-10-01'.",
		"level": "warning",
		"requirements": ["T-1.1.a"],
	}} with input as _with(testing.in_force, "v1.0", "2026-02-01")
}

test_passes_with_a_first_version_in_time if {
	rule.report == set() with input as _with(testing.in_force, "1.0", "2025-09-20")
}

test_passes_with_a_later_version if {
	rule.report == set() with input as _with(testing.in_force, "1.3", "2026-02-01")
}

test_does_not_apply_without_a_market_date if {
	rule.report == set() with input as _with({"placed_on_market": true, "gpai": true}, "1.0", "2026-02-01")
}
