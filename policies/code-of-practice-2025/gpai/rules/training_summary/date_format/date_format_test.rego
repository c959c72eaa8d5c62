package gpai.rules.training_summary.date_format_test

import data.gpai.lib.testing
import data.gpai.rules.training_summary.date_format as rule

_summary := testing.text_document("training_content_summary", "summary.md", [])

_with(summary, written) := testing.document_with(
	[testing.model(testing.in_force, {"document.last_updated": [testing.fact_with("2025-09-01", {"text": written})]})],
	{"documents": [summary]},
)

test_notes_another_format if {
	rule.report == {{
		"rule": "GPAI-208",
		"model": 0,
		"at": ["models", 0, "facts", "document.last_updated", 0],
		"message": "The training summary writes '1 September 2025' where the template asks for the format DD/MM/YY.",
		"level": "note",
		"requirements": ["PS-H.2"],
		"related": [],
	}} with input as _with(_summary, "1 September 2025")
}

test_passes_with_the_format_of_the_template if {
	rule.report == set() with input as _with(_summary, "01/09/25")
}

test_does_not_apply_to_yaml if {
	rule.report == set() with input as _with(object.union(_summary, {"format": "yaml"}), "2025-09-01")
}
