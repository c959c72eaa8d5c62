package gpai.rules.safety_security.other_criteria_test

import data.gpai.lib.testing
import data.gpai.rules.safety_security.other_criteria as rule

_model := testing.model(testing.systemic, {})

_framework(sections) := testing.document_with([_model], {"documents": [testing.text_document("safety_framework", "framework.md", sections)]})

_tiered(title) := testing.section(title, "Three tiers are defined by capabilities; tier 3 has not been reached.", [])

_specified := ["CBRN", "Loss of control", "Cyber offence", "Harmful manipulation"]

test_fails_where_a_specified_risk_has_no_tiers[name] if {
	some name, text in {
		"not defined": "For this risk we do not define tiers; experts decide case by case.",
		"instead of": "Experts decide here instead of tiers.",
		"not suitable": "Risk tiers are not suitable here. Experts decide.",
		"named in the sentence": "For harmful manipulation there are no capability tiers.",
	}
	violation := [found | some found in rule.report][0] with input as _framework([testing.section("Harmful manipulation", text, [])])
	object.remove(violation, ["quote"]) == {
		"rule": "GPAI-441",
		"model": 0,
		"at": ["documents", 0, "sections", 0],
		"message": "The text sets no tiers for the specified risk 'harmful manipulation', and other criteria cannot stand in for them there.",
		"level": "warning",
		"requirements": ["S-4.1(1)(b)"],
	}
	contains(lower(text), violation.quote)
}

test_passes_with_tiers_for_all_four if {
	document := _framework([_tiered(title) | some title in _specified])
	rule.report == set() with input as document
	rule.met == {{"requirement": "S-4.1(1)(b)", "model": 0, "at": ["documents", 0, "sections", s]} | some s, _ in _specified} with input as document
}

test_three_of_four_show_nothing if {
	document := _framework([_tiered(title) | some title in array.slice(_specified, 0, 3)])
	rule.report == set() with input as document
	rule.met == set() with input as document
}

test_a_binding_shows_it if {
	document := _framework([testing.section("Kapitel 4", "Stufen gelten ausnahmslos für alle vier Risiken.", ["S-4.1(1)(b)"])])
	rule.met == {{"requirement": "S-4.1(1)(b)", "model": 0, "at": ["documents", 0, "sections", 0]}} with input as document
}

test_other_criteria_are_allowed_for_other_risks if {
	document := _framework([testing.section("Power concentration", "For this risk we do not define tiers.", [])])
	rule.report == set() with input as document
}

test_a_tier_that_was_not_reached_is_a_tier if {
	document := _framework([testing.section("Cyber offence", "No tier has been exceeded. No further tiers are set.", [])])
	rule.report == set() with input as document
}

test_an_attestation_settles_it if {
	attestation := {
		"requirement": "S-4.1(1)(b)",
		"statement": "Tiers for this risk are kept with the AI Office.",
		"by": "A. Example, General Counsel",
		"date": "2026-01-10",
	}
	document := object.union(
		_framework([testing.section("Cyber offence", "Experts decide instead of tiers.", [])]),
		{"configuration": object.union(testing.signatory, {"attestations": [attestation]})},
	)
	rule.report == set() with input as document
}

test_does_not_apply_without_systemic_risk if {
	sections := [testing.section("Cyber offence", "Experts decide instead of tiers.", [])]
	document := object.union(_framework(sections), {"models": [testing.model(testing.in_force, {})]})
	rule.report == set() with input as document
	rule.met == set() with input as document
}
