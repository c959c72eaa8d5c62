package gpai.rules.law.gap_analysis_test

import data.gpai.lib.testing
import data.gpai.rules.law.gap_analysis as rule

_signatory(answers) := {"configuration": {"provider": {"country": "FR", "signatory": answers}}}

_card := testing.card([])

test_fails_for_a_provider_that_signed_nothing if {
	document := testing.document_with([testing.model(testing.in_force, {})], _signatory(false))
	testing.brief(rule.report) == {["GPAI-617", 0, "law.gap_analysis", "warning"]} with input as document
	{violation.message | some violation in rule.report} == {concat("", [
		"The provider did not sign the Transparency chapter and the Copyright chapter of the Code, ",
		"and no gap analysis shows how the law is met instead.",
	])} with input as document
}

test_three_chapters_are_listed if {
	document := testing.document_with([testing.model(testing.systemic, {})], _signatory(false))
	{violation.message | some violation in rule.report} == {concat("", [
		"The provider did not sign the Transparency chapter, the Copyright chapter and the Safety and Security chapter ",
		"of the Code, and no gap analysis shows how the law is met instead.",
	])} with input as document
}

test_fails_for_the_chapter_left_out if {
	document := testing.document_with(
		[testing.model(testing.systemic, {})],
		_signatory({"transparency": true, "copyright": false, "safety_security": true}),
	)
	testing.brief(rule.report) == {["GPAI-617", 0, "law.gap_analysis", "warning"]} with input as document
}

test_passes_with_a_gap_analysis if {
	document := testing.document_with(
		[testing.model(testing.in_force, {})],
		object.union(
			_signatory(false),
			{"documents": [_card, testing.text_document("gap_analysis", "docs/gap-analysis.md", [])]},
		),
	)
	rule.report == set() with input as document
	rule.met == {
		{"requirement": "G-ADEQ", "model": 0, "at": ["documents", 1]},
		{"requirement": "LAW-53.4", "model": 0, "at": ["documents", 1]},
	} with input as document
}

test_passes_for_a_signatory_of_the_chapters_that_concern_the_model if {
	document := testing.document_with(
		[testing.model(testing.in_force, {})],
		_signatory({"transparency": true, "copyright": true, "safety_security": false}),
	)
	rule.report == set() with input as document
	rule.met == {{"requirement": requirement, "model": 0, "at": ["configuration", "provider", "signatory", chapter]} |
		some requirement in ["G-ADEQ", "LAW-53.4"]
		some chapter in ["transparency", "copyright"]
	} with input as document
}

test_does_not_apply_outside_the_union_market if {
	document := testing.document_with([testing.model({"placed_on_market": false}, {})], _signatory(false))
	rule.report == set() with input as document
}
