package gpai.rules.consistency.legacy_claim_test

import data.gpai.lib.testing
import data.gpai.rules.consistency.legacy_claim as rule

_with(date, text) := testing.document_with([testing.declaring({"union_market_date": date})], {"documents": [
	testing.text_document("training_content_summary", "summary.md", [testing.section("Data sets", text, [])]),
]})

_claim := "As the model was placed on the market before 2 August 2025, this information is not available."

_at := ["documents", 0, "sections", 0]

test_fails_for_a_later_model if {
	testing.brief(rule.report) == {["GPAI-718", 0, _at, "warning"]} with input as _with("2026-02-01", _claim)
	rule.met == set() with input as _with("2026-02-01", _claim)
}

test_passes_for_a_legacy_model if {
	rule.report == set() with input as _with("2024-02-01", _claim)
	rule.met == {{"requirement": "G-LEGACY", "model": 0, "at": _at}} with input as _with("2024-02-01", _claim)
}

test_does_not_apply_without_a_claim if {
	rule.report == set() with input as _with("2026-02-01", "All data sets are listed.")
}
