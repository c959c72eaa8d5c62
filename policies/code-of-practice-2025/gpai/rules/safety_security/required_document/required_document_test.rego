package gpai.rules.safety_security.required_document_test

import data.gpai.lib.testing
import data.gpai.rules.safety_security.required_document as rule

_model := testing.model(testing.systemic, {})

_with(documents) := testing.document_with([_model], {"documents": documents})

_file(kind) := testing.text_document(kind, sprintf("%s.md", [kind]), [testing.section("Title", "Some text that says something.", [])])

test_fails_without_any_document if {
	testing.brief(rule.report) == {
		["GPAI-401", 0, "documents.safety_framework", "error"],
		["GPAI-437", 0, "documents.external_eval_criteria", "warning"],
		["GPAI-439", 0, "documents.security_policy", "warning"],
		["GPAI-501", 0, "documents.model_report", "error"],
		["GPAI-544", 0, "documents.whistleblower_policy", "note"],
		["GPAI-550", 0, "documents.incident_process", "error"],
		["GPAI-563", 0, "documents.safety_framework", "warning"],
		["GPAI-564", 0, "documents.model_report", "warning"],
	} with input as testing.document([_model])
	rule.met == set() with input as testing.document([_model])
}

test_passes_with_every_document if {
	document := _with([_file(kind) |
		some kind in [
			"safety_framework",
			"model_report",
			"incident_process",
			"security_policy",
			"external_eval_criteria",
			"whistleblower_policy",
		]
	])
	rule.report == set() with input as document
	{entry.requirement | some entry in rule.met} == {
		"S-3.5/3",
		"S-8.3",
		"S-10.2",
	} with input as document
}

test_a_confidential_framework_needs_a_public_summary if {
	confidential := object.union(_file("safety_framework"), {"public": false})
	document := _with([confidential, _file("model_report")])
	testing.brief(rule.report) & {["GPAI-563", 0, "documents.safety_framework", "warning"]} == {["GPAI-563", 0, "documents.safety_framework", "warning"]} with input as document
	summarised := _with([confidential, _file("model_report"), _file("framework_public_summary")])
	{violation.rule | some violation in rule.report} == {"GPAI-437", "GPAI-439", "GPAI-544", "GPAI-550"} with input as summarised
}

test_a_section_of_the_framework_can_stand_in if {
	document := _with([
		testing.text_document("safety_framework", "framework.md", [
			testing.section("Serious incidents", "Every serious incident is reported to the AI Office.", []),
			testing.section("External evaluators", "Evaluators can apply at any time.", []),
			testing.section("Coordinated disclosure", "Findings are handled by coordinated disclosure.", []),
			testing.section("Concerns", "The whistleblower channel is open to everybody.", []),
		]),
		_file("model_report"),
	])
	rule.report == set() with input as document
}

test_a_card_that_says_where_vulnerabilities_are_reported_has_a_procedure[text] if {
	some text in [
		"Please report security vulnerabilities to us.",
		"Security issues: security@example.org",
		"Findings are rewarded in our bug bounty program.",
	]
	document := _with([
		testing.text_document("model_card", "README.md", [testing.section("Ethics", text, [])]),
		_file("safety_framework"),
		_file("model_report"),
	])
	not "GPAI-439" in {violation.rule | some violation in rule.report} with input as document
}

test_a_word_in_passing_stands_in_and_shows_nothing if {
	document := _with([
		testing.text_document("safety_framework", "framework.md", [testing.section("Culture", "Workers know the whistleblower channel.", [])]),
		_file("model_report"),
	])
	not "GPAI-544" in {violation.rule | some violation in rule.report} with input as document
	not "S-8.3" in {entry.requirement | some entry in rule.met} with input as document
	rule.mentioned == {{"requirement": "S-8.3", "model": 0, "at": ["documents", 0, "sections", 0]}} with input as document
}

test_an_unfilled_section_does_not_stand_in if {
	document := testing.document_with([_model], {
		"documents": [
			testing.text_document("safety_framework", "framework.md", [testing.section("Serious incidents", "[More Information Needed]", [])]),
			_file("model_report"),
			_file("security_policy"),
			_file("external_eval_criteria"),
			_file("whistleblower_policy"),
		],
		"placeholders": [{"text": "[More Information Needed]", "document": 0, "models": [0], "heading": ["Serious incidents"]}],
	})
	testing.brief(rule.report) == {["GPAI-550", 0, "documents.incident_process", "error"]} with input as document
}

test_what_nobody_configured_is_a_warning_at_most if {
	facts := {
		"training.compute_flop": [testing.fact(38000000000000000000000000)],
		"model.output_modalities": [testing.fact(["text"])],
		"model.union_market_date": [testing.fact("2025-10-01")],
	}
	{[violation.rule, violation.level] | some violation in rule.report} == {
		["GPAI-401", "warning"],
		["GPAI-437", "warning"],
		["GPAI-439", "warning"],
		["GPAI-501", "warning"],
		["GPAI-544", "note"],
		["GPAI-550", "warning"],
		["GPAI-563", "warning"],
		["GPAI-564", "warning"],
	} with input as testing.document([testing.model({"entry": 0}, facts)])
}

test_an_attestation_stands_in if {
	configuration := object.union(testing.signatory, {"attestations": [{
		"requirement": "S-1",
		"statement": "Framework 1.2 is in force.",
		"by": "Chief risk officer",
		"date": "2026-01-01",
	}]})
	document := testing.document_with([_model], {"configuration": configuration})
	not "GPAI-401" in {violation.rule | some violation in rule.report} with input as document
}

test_nothing_need_be_published_of_a_similarly_safe_model if {
	framework := testing.text_document("safety_framework", "framework.md", [testing.section("Comparison", "The model is similarly safe to Example 6B.", [])])
	document := _with([framework, _file("model_report"), _file("incident_process"), _file("whistleblower_policy")])
	{violation.rule | some violation in rule.report} == {"GPAI-437", "GPAI-439"} with input as document
	{entry.requirement | some entry in rule.inapplicable} == {"S-10.2"} with input as document
}

test_does_not_apply_without_systemic_risk if {
	rule.report == set() with input as testing.document([testing.model(testing.in_force, {})])
}
