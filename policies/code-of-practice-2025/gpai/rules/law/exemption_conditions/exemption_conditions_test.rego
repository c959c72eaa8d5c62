package gpai.rules.law.exemption_conditions_test

import data.gpai.lib.testing
import data.gpai.rules.law.exemption_conditions as rule

_public := {
	"distribution.channels": [testing.fact("https://huggingface.co/example/example-7b")],
	"model.architecture": [testing.fact("decoder-only transformer")],
	"model.input_modalities": [testing.fact(["text"])],
	"use.intended": [testing.fact("Writing and answering")],
	"use.limitations": [testing.fact("English alone")],
	"use.technical_means": [testing.fact("Loaded with a library")],
}

_claim(members) := object.union(object.union(testing.in_force, {"open_source": true}), members)

test_fails_without_a_statement_on_monetisation if {
	document := testing.document([testing.model(_claim({}), _public)])
	testing.brief(rule.report) == {["GPAI-613", 0, "law.monetisation_statement", "warning"]} with input as document
}

test_fails_for_gated_access_without_a_purpose if {
	facts := object.union(_public, {"distribution.gated": [testing.fact(true)]})
	document := testing.document([testing.model(_claim({"monetised": false}), facts)])
	testing.brief(rule.report) == {["GPAI-613", 0, "law.monetisation_statement", "warning"]} with input as document
}

test_passes_for_gated_access_that_serves_security if {
	facts := object.union(_public, {"distribution.gated": [testing.fact(true)]})
	document := testing.document([testing.model(_claim({"monetised": false, "gated_for_security_only": true}), facts)])
	rule.report == set() with input as document
}

test_fails_for_a_monetised_model if {
	document := testing.document([testing.model(_claim({"monetised": true}), _public)])
	testing.brief(rule.report) == {[
		"GPAI-614", 0,
		["models", 0, "declared", "monetised"],
		"error",
	]} with input as document
}

test_fails_without_public_architecture if {
	facts := object.remove(_public, ["model.architecture"])
	document := testing.document([testing.model(_claim({"monetised": false}), facts)])
	testing.brief(rule.report) == {["GPAI-615", 0, "distribution.channels", "warning"]} with input as document
	{violation.message | some violation in rule.report} == {concat("", [
		"The open-source exemption is claimed, but these files do not make public architecture information.",
	])} with input as document
}

test_names_what_users_are_not_told if {
	facts := object.remove(_public, ["use.intended", "use.technical_means"])
	document := testing.document([testing.model(_claim({"monetised": false}), facts)])
	{violation.message | some violation in rule.report} == {concat("", [
		"The open-source exemption is claimed, but these files do not make public ",
		"information on its capabilities or information on how to integrate it.",
	])} with input as document
}

test_a_section_of_the_card_tells_users if {
	facts := object.remove(_public, ["use.intended", "use.technical_means"])
	card := testing.card([testing.section("What it can do", "It writes.", []), testing.section("How to use", "Load it.", [])])
	document := testing.document_with([testing.model(_claim({"monetised": false}), facts)], {"documents": [card]})
	rule.report == set() with input as document
	internal := testing.document_with([testing.model(_claim({"monetised": false}), facts)], {"documents": [object.union(card, {"public": false})]})
	count(rule.report) == 1 with input as internal
}

test_fails_for_systemic_risk if {
	declared := object.union(testing.systemic, {"open_source": true, "monetised": false})
	document := testing.document([testing.model(declared, _public)])
	testing.brief(rule.report) == {[
		"GPAI-616", 0,
		["models", 0, "declared", "open_source"],
		"error",
	]} with input as document
}

test_passes_with_all_conditions if {
	rule.report == set() with input as testing.document([testing.model(_claim({"monetised": false}), _public)])
}

test_does_not_apply_without_a_claim if {
	rule.report == set() with input as testing.document([testing.model(testing.in_force, {})])
}
