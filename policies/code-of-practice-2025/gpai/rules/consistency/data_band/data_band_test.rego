package gpai.rules.consistency.data_band_test

import data.gpai.lib.testing
import data.gpai.rules.consistency.data_band as rule

_with(band, tokens) := testing.document([testing.model(testing.in_force, {
	"data.size_band": [testing.fact_with(band, {"variant": "text"})],
	"data.tokens": [testing.fact(value) | some value in tokens],
})])

test_fails_outside_the_band if {
	testing.brief(rule.report) == {[
		"GPAI-706", 0,
		["models", 0, "facts", "data.size_band", 0],
		"warning",
	]} with input as _with("1e9-1e13", [15000000000000])
}

test_passes_inside_the_band if {
	rule.report == set() with input as _with(">1e13", [15000000000000])
}

test_fails_on_a_box_ticked_in_the_text if {
	text := "☐ Less than 1 billion tokens ☒ 1 billion to 10 trillion tokens ☐ More than 10 trillion tokens"
	document := testing.document_with([testing.model(testing.in_force, {
		"data.size": [testing.fact_with(text, {"variant": "text"})],
		"data.tokens": [testing.fact(15000000000000), testing.fact_with(1000000000, {"variant": "text"})],
	})], {"documents": [testing.text_document("training_content_summary", "summary.md", [])]})
	testing.brief(rule.report) == {["GPAI-706", 0, ["models", 0, "facts", "data.size", 0], "warning"]} with input as document
}

test_passes_on_the_bound if {
	rule.report == set() with input as _with("1e9-1e13", [10000000000000])
}

test_passes_where_one_of_several_counts_fits if {
	rule.report == set() with input as _with("1e9-1e13", [15000000000000, 9800000000000])
}

test_does_not_apply_without_a_count if {
	rule.report == set() with input as _with("<1e9", [])
}
