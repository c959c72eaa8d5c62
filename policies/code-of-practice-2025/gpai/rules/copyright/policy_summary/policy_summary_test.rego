package gpai.rules.copyright.policy_summary_test

import data.gpai.lib.testing
import data.gpai.rules.copyright.policy_summary as rule

_policy := testing.text_document("copyright_policy", "internal/policy.md", [])

_internal := object.union(_policy, {"public": false})

_with(documents) := testing.document_with([testing.model(testing.in_force, {})], {"documents": documents})

test_notes_a_policy_that_nobody_outside_can_read if {
	rule.report == {{
		"rule": "GPAI-303",
		"model": 0,
		"at": ["documents", 0],
		"message": "The copyright policy is not public, and no summary of it is published.",
		"level": "note",
		"requirements": ["C-1.1(2)"],
	}} with input as _with([_internal])
}

test_passes_with_a_public_policy if {
	rule.report == set() with input as _with([_policy])
	rule.met == {{"requirement": "C-1.1(2)", "model": 0, "at": ["documents", 0]}} with input as _with([_policy])
}

test_passes_with_a_public_summary if {
	document := _with([_internal, testing.text_document("copyright_policy_summary", "SUMMARY.md", [])])
	rule.report == set() with input as document
	rule.met == {{"requirement": "C-1.1(2)", "model": 0, "at": ["documents", 1]}} with input as document
}

test_does_not_apply_without_a_policy if {
	rule.report == set() with input as _with([testing.card([])])
}
