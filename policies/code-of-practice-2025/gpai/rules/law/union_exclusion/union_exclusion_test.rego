package gpai.rules.law.union_exclusion_test

import data.gpai.lib.testing
import data.gpai.rules.law.union_exclusion as rule

_licensed(declared, text) := testing.document_with([testing.model(declared, {})], {"documents": [testing.text_document(
	"license_file",
	"LICENSE",
	[testing.section("Example Licence", text, [])],
)]})

_excluding := "THIS AGREEMENT DOES NOT APPLY IN THE EUROPEAN UNION."

test_fails_where_the_model_is_on_the_market if {
	testing.brief(rule.report) == {[
		"GPAI-621", 0,
		["documents", 0, "sections", 0],
		"warning",
	]} with input as _licensed(testing.in_force, _excluding)
}

test_passes_where_it_is_not if {
	rule.report == set() with input as _licensed({"placed_on_market": false}, _excluding)
}

test_passes_without_an_exclusion if {
	rule.report == set() with input as _licensed(testing.in_force, "You comply with the law of the European Union.")
}

test_does_not_apply_while_nothing_is_declared if {
	rule.report == set() with input as _licensed({}, _excluding)
}
