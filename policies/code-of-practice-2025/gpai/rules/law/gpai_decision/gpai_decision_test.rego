package gpai.rules.law.gpai_decision_test

import data.gpai.lib.testing
import data.gpai.rules.law.gpai_decision as rule

_large := {"gpai": false, "training_compute_flop": 720000000000000000000000, "modalities": {"output": ["text"]}}

test_fails_without_reasons_against_the_test if {
	document := testing.document([testing.declaring(_large)])
	testing.brief(rule.report) == {[
		"GPAI-603", 0,
		["models", 0, "declared", "gpai"],
		"warning",
	]} with input as document
}

test_passes_with_reasons if {
	reasoned := object.union(_large, {"gpai_reasons": "It plays chess and nothing else."})
	rule.report == set() with input as testing.document([testing.declaring(reasoned)])
}

test_passes_where_nothing_speaks_against_the_decision if {
	rule.report == set() with input as testing.document([testing.declaring({"gpai": false})])
}

test_does_not_apply_to_a_declared_general_purpose_model if {
	rule.report == set() with input as testing.document([testing.declaring(object.union(_large, {"gpai": true}))])
}

test_a_recorded_decision_in_a_document_is_evidence if {
	document := testing.document_with([testing.model({}, {})], {"documents": [
		testing.text_document("applicability_decision", "docs/decision.md", []),
	]})
	rule.met == {{"requirement": "LAW-3.63", "model": 0, "at": ["documents", 0]}} with input as document
}
