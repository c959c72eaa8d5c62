package gpai.rules.law.presumption_claim_test

import data.gpai.lib.testing
import data.gpai.rules.law.presumption_claim as rule

_saying(text) := testing.document_with(
	[testing.model(testing.in_force, {})],
	{"documents": [testing.card([testing.section("Compliance", text, [])])]},
)

test_fails_on_a_claim[text] if {
	some text in [
		"Having signed the Code of Practice, we enjoy a presumption of conformity.",
		"The Code of Practice is our safe harbour.",
	]
	testing.brief(rule.report) == {[
		"GPAI-618", 0,
		["documents", 0, "sections", 0],
		"warning",
	]} with input as _saying(text)
}

test_passes_when_the_text_says_the_opposite if {
	rule.report == set() with input as _saying("Signing the Code of Practice gives no presumption of conformity.")
}

test_does_not_apply_to_other_presumptions if {
	rule.report == set() with input as _saying("A harmonised standard gives presumption of conformity.")
}

test_is_no_error_before_its_day_either if {
	document := object.union(_saying("The Code of Practice is our safe harbour."), {"as_of": "2025-09-01"})
	testing.brief(rule.report) == {["GPAI-618", 0, ["documents", 0, "sections", 0], "warning"]} with input as document
}
