package gpai.rules.law.systemic_risk_denied_test

import data.gpai.lib.testing
import data.gpai.rules.law.systemic_risk_denied as rule

_denied := object.union(testing.systemic, {"systemic_risk": false})

_rebuttal := {"attestations": [{
	"requirement": "LAW-51",
	"statement": "The Commission accepted the rebuttal.",
	"by": "A. Example, General Counsel",
	"date": "2026-01-10",
}]}

test_fails_against_declared_compute if {
	document := testing.document([testing.model(_denied, {})])
	testing.brief(rule.report) == {[
		"GPAI-608", 0,
		["models", 0, "declared", "systemic_risk"],
		"error",
	]} with input as document
}

test_fails_against_a_text_that_denies_it if {
	facts := {"safety.systemic_risk_statement": [testing.fact("It is not a model with systemic risk.")]}
	document := testing.document([testing.model(testing.systemic, facts)])
	testing.brief(rule.report) == {[
		"GPAI-608", 0,
		["models", 0, "facts", "safety.systemic_risk_statement", 0],
		"error",
	]} with input as document
}

test_passes_where_a_text_finds_no_further_risk if {
	facts := {"safety.systemic_risk_statement": [testing.fact("We found no systemic risk beyond the four specified ones.")]}
	rule.report == set() with input as testing.document([testing.model(testing.systemic, facts)])
}

test_passes_after_an_accepted_rebuttal if {
	document := testing.document_with(
		[testing.model(_denied, {})],
		{"configuration": object.union(testing.signatory, _rebuttal)},
	)
	rule.report == set() with input as document
}

test_does_not_apply_below_the_threshold if {
	document := testing.document([testing.declaring({"training_compute_flop": 3800000000000000000000000})])
	rule.report == set() with input as document
}
