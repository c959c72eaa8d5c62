package gpai.rules.safety_security.specified_risk_test

import data.gpai.lib.testing
import data.gpai.rules.safety_security.specified_risk as rule

_model := testing.model(testing.systemic, {})

_framework(sections) := testing.document_with([_model], {"documents": [testing.text_document("safety_framework", "framework.md", sections)]})

_whole := "Scenarios, tiers, an evaluation, an estimate of severity, and mitigations are given."

test_fails_where_no_risk_is_named if {
	document := _framework([testing.section("Risks", "We assess privacy and bias.", [])])
	testing.brief(rule.report) == {[id, 0, ["documents", 0], "error"] |
		some id in ["GPAI-427", "GPAI-428", "GPAI-429", "GPAI-430"]
	} with input as document
}

test_fails_without_a_framework_and_a_report if {
	testing.brief(rule.report) == {[id, 0, "documents.safety_framework", "error"] |
		some id in ["GPAI-427", "GPAI-428", "GPAI-429", "GPAI-430"]
	} with input as testing.document([_model])
}

test_a_risk_that_is_only_named_was_not_assessed if {
	document := _framework([
		testing.section("CBRN", _whole, []),
		testing.section("Loss of control", _whole, []),
		testing.section("Cyber offence", _whole, []),
		testing.section("Harmful manipulation", "We evaluate persuasion and mitigate it in several scenarios.", []),
	])
	rule.report == {{
		"rule": "GPAI-430",
		"model": 0,
		"at": ["documents", 0, "sections", 3],
		"message": "The specified risk 'harmful manipulation' is named without 'tiers', 'an estimate'.",
		"level": "warning",
		"requirements": ["A-1.4(4)"],
	}} with input as document
	{entry.requirement | some entry in rule.met} == {"S-2.1(2)", "A-1.4(1)", "A-1.4(2)", "A-1.4(3)"} with input as document
}

test_passes_where_all_four_are_assessed if {
	document := _framework([testing.section("Specified risks", concat(" ", ["CBRN, loss of control, cyber offence and harmful manipulation.", _whole]), [])])
	rule.report == set() with input as document
	{entry.requirement | some entry in rule.met} == {"S-2.1(2)", "A-1.4(1)", "A-1.4(2)", "A-1.4(3)", "A-1.4(4)"} with input as document
}

test_sections_below_the_risk_count if {
	below := object.union(testing.section("Findings", _whole, []), {"path": ["CBRN", "Findings"]})
	rows := [row | some row in rule.rows; row.id == "GPAI-427"]
	rule.report == set() with input as _framework([testing.section("CBRN", "", []), below])
		with data.gpai.rules.safety_security.specified_risk.rows as rows
}

test_a_binding_stands_for_the_whole_risk if {
	rows := [row | some row in rule.rows; row.id == "GPAI-428"]
	document := _framework([testing.section("Chapter 5", "Treated in annex D of this document.", ["A-1.4(2)"])])
	rule.report == set() with input as document
		with data.gpai.rules.safety_security.specified_risk.rows as rows
}

test_does_not_apply_without_systemic_risk if {
	rule.report == set() with input as testing.document([testing.model(testing.in_force, {})])
}
