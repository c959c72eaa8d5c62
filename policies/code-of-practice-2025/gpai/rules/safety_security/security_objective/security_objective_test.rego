package gpai.rules.safety_security.security_objective_test

import data.gpai.lib.testing
import data.gpai.rules.safety_security.security_objective as rule

_model := testing.model(testing.systemic, {})

_framework(text) := [testing.text_document("safety_framework", "framework.md", [
	testing.section("Framework", "Our people take great care.", []),
	testing.section("Security measures", text, []),
])]

_rows(ids) := [row |
	some row in rule.rows
	row.id in ids
]

test_names_the_objectives_that_are_left_out if {
	rows := _rows({"GPAI-528"})
	document := testing.document_with([_model], {"documents": _framework("Patches are applied weekly, and mail is checked for phishing.")})
	rule.report == {{
		"rule": "GPAI-528",
		"model": 0,
		"at": ["documents", 0, "sections", 1],
		"message": "On general security the documents do not address 'unauthorised network access', 'malware and portable devices'.",
		"level": "note",
		"requirements": ["A-4.1(1)", "A-4.1(3)"],
	}} with input as document
		with data.gpai.rules.safety_security.security_objective.rows as rows
	{entry.requirement | some entry in rule.met} == {"A-4.1(2)", "A-4.1(4)"} with input as document
		with data.gpai.rules.safety_security.security_objective.rows as rows
}

test_passes_where_every_objective_is_addressed if {
	rows := _rows({"GPAI-528"})
	text := "Multi-factor authentication, phishing filters, no removable media, weekly patches."
	rule.report == set() with input as testing.document_with([_model], {"documents": _framework(text)})
		with data.gpai.rules.safety_security.security_objective.rows as rows
}

test_a_word_outside_any_passage_on_security_shows_nothing if {
	rows := _rows({"GPAI-531"})
	document := testing.document_with([_model], {"documents": [testing.text_document("safety_framework", "framework.md", [
		testing.section("Evaluations", "Agents are tested in a sandbox.", []),
		testing.section("Staff", "Background checks, insider awareness training and tamper checks of data.", []),
	])]})
	rule.report == set() with input as document
		with data.gpai.rules.safety_security.security_objective.rows as rows
	rule.met == set() with input as document
		with data.gpai.rules.safety_security.security_objective.rows as rows
	{entry.requirement | some entry in rule.mentioned} == {"A-4.4(1)", "A-4.4(2)", "A-4.4(3)", "A-4.4(4)"} with input as document
		with data.gpai.rules.safety_security.security_objective.rows as rows
}

test_every_row_notes_a_framework_that_is_silent if {
	document := testing.document_with([_model], {"documents": _framework("Some measures are in place.")})
	testing.brief(rule.report) == {[row.id, 0, ["documents", 0, "sections", 1], "note"] | some row in rule.rows} with input as document
}

test_says_nothing_without_a_document if {
	rule.report == set() with input as testing.document([_model])
}

test_ends_with_the_publication_of_the_parameters if {
	open := testing.model(object.union(testing.systemic, {"open_source": true}), {})
	document := testing.document_with([open], {"documents": _framework("Some measures are in place.")})
	rule.report == set() with input as document
	count(rule.inapplicable) == 25 with input as document
}

test_a_model_that_is_inferior_to_a_public_one_is_exempt if {
	configuration := object.union(testing.signatory, {"attestations": [{
		"requirement": "S-6",
		"statement": "The capabilities are inferior to those of Example Open 400B, whose parameters are publicly downloadable.",
		"by": "Chief scientist",
		"date": "2026-01-01",
	}]})
	exempt := testing.document_with([_model], {"documents": _framework("Some measures are in place."), "configuration": configuration})
	rule.report == set() with input as exempt
	{entry.why | some entry in rule.inapplicable} == {"The provider says that the model is inferior to one whose parameters are public."} with input as exempt
	claimed := testing.document_with([_model], {"documents": _framework("The model is inferior to Example Open 400B, an open model.")})
	count(rule.inapplicable) == 25 with input as claimed
	denied := testing.document_with([_model], {"documents": _framework("If a model is inferior to an open model, it is exempt.")})
	rule.inapplicable == set() with input as denied
}

test_does_not_apply_without_systemic_risk if {
	document := testing.document_with([testing.model(testing.in_force, {})], {"documents": _framework("Some measures are in place.")})
	rule.report == set() with input as document
	rule.inapplicable == set() with input as document
}
