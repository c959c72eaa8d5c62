package gpai.rules.consistency.document_currency_test

import data.gpai.lib.testing
import data.gpai.rules.consistency.document_currency as rule

_with(kind, declared, updated) := testing.document_with(
	[testing.model(object.union(testing.in_force, declared), {"document.last_updated": [testing.fact(updated)]})],
	{"documents": [testing.text_document(kind, "document.md", [])]},
)

_trained := {"further_training_date": "2026-05-01"}

_at := ["models", 0, "facts", "document.last_updated", 0]

test_fails_on_a_card_older_than_the_training if {
	document := _with("model_card", _trained, "2025-09-01")
	testing.brief(rule.report) == {["GPAI-713", 0, _at, "warning"]} with input as document
}

test_the_training_summary_has_six_months[as_of] if {
	some as_of, expected in {"2026-10-31": set(), "2026-11-02": {["GPAI-713", 0, _at, "warning"]}}
	document := object.union(_with("training_content_summary", _trained, "2025-09-01"), {"as_of": as_of})
	testing.brief(rule.report) == expected with input as document
}

test_passes_on_a_later_update if {
	document := _with("model_report", _trained, "2026-05-10")
	rule.report == set() with input as document
	rule.met == {{"requirement": "G-LIFE", "model": 0, "at": _at}} with input as document
}

test_does_not_apply_without_further_training if {
	document := _with("model_report", {}, "2025-09-01")
	rule.report == set() with input as document
	rule.met == set() with input as document
}
