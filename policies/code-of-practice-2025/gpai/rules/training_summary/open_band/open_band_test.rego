package gpai.rules.training_summary.open_band_test

import data.gpai.lib.testing
import data.gpai.rules.training_summary.open_band as rule

_with(facts) := testing.document_with(
	[testing.model(testing.in_force, facts)],
	{"documents": [testing.text_document("training_content_summary", "summary.md", [])]},
)

_band(value) := {"data.size_band": [testing.fact_with(value, {"variant": "text"})]}

test_notes_the_largest_band_without_a_figure if {
	rule.report == {{
		"rule": "GPAI-209",
		"model": 0,
		"at": ["models", 0, "facts", "data.size_band", 0],
		"message": "The training summary ticks the largest band for 'text', which has no upper end, and gives no figure.",
		"level": "note",
		"requirements": ["PS-1.3.b"],
	}} with input as _with(_band(">1e13"))
}

test_passes_with_a_figure_beside_it if {
	facts := object.union(_band(">1e13"), {"data.tokens": [testing.fact_with(15000000000000, {"variant": "text"})]})
	rule.report == set() with input as _with(facts)
}

test_does_not_apply_to_a_closed_band if {
	rule.report == set() with input as _with(_band("1e9-1e13"))
}
