package gpai.rules.transparency.downstream_deadline_test

import data.gpai.lib.testing
import data.gpai.rules.transparency.downstream_deadline as rule

_with(declared, text) := testing.document_with(
	[testing.model(declared, {})],
	{"documents": [testing.card([testing.section("Documentation requests", text, [])])]},
)

test_fails_with_a_longer_time if {
	document := _with(testing.in_force, "Downstream providers who request documentation get an answer within 30 days.")
	rule.report == {{
		"rule": "GPAI-106",
		"model": 0,
		"at": ["documents", 0, "sections", 0],
		"message": "Downstream providers are promised an answer within '30 days'; the Code allows 14 days at the most.",
		"level": "error",
		"requirements": ["T-1.2.d"],
	}} with input as document
	rule.met == set() with input as document
}

test_fourteen_working_days_are_too_long if {
	document := _with(testing.in_force, "We answer requests for information by downstream providers within 14 business days.")
	count(rule.report) == 1 with input as document
}

test_passes_with_fourteen_days if {
	document := _with(testing.in_force, "Downstream providers who request documentation get an answer within 14 days.")
	rule.report == set() with input as document
	rule.met == {{"requirement": "T-1.2.d", "model": 0, "at": ["documents", 0, "sections", 0]}} with input as document
}

test_does_not_apply_to_other_requests if {
	document := _with(testing.in_force, "Requests for information by rightsholders about copyright are answered within 30 days.")
	rule.report == set() with input as document
	rule.met == set() with input as document
}
