package gpai.rules.law.representative_mandate_test

import data.gpai.lib.testing
import data.gpai.rules.law.representative_mandate as rule

_path := ["configuration", "provider", "authorised_representative"]

_document(country, representative) := testing.document_with(
	[testing.model(testing.in_force, {})],
	{"configuration": {"provider": {"country": country, "authorised_representative": representative}}},
)

test_fails_with_a_mandate_after_the_market_date if {
	document := _document("US", {"name": "Example Europe", "country": "FR", "mandate_date": "2025-10-02"})
	testing.brief(rule.report) == {[
		"GPAI-619", 0,
		array.concat(_path, ["mandate_date"]),
		"error",
	]} with input as document
}

test_fails_with_a_representative_outside_the_union if {
	document := _document("US", {"name": "Example UK", "country": "GB", "mandate_date": "2025-09-01"})
	testing.brief(rule.report) == {["GPAI-620", 0, array.concat(_path, ["country"]), "error"]} with input as document
}

test_passes_with_a_mandate_in_time if {
	document := _document("US", {"name": "Example Europe", "country": "FR", "mandate_date": "2025-10-01"})
	rule.report == set() with input as document
}

test_a_legacy_model_has_until_the_duties_are_due if {
	document := object.union(
		_document("US", {"name": "Example Europe", "country": "FR", "mandate_date": "2026-05-01"}),
		{"models": [testing.declaring({"union_market_date": "2024-03-01"})]},
	)
	rule.report == set() with input as document
}

test_does_not_apply_to_a_union_provider if {
	document := _document("DE", {"name": "Example UK", "country": "GB", "mandate_date": "2026-05-01"})
	rule.report == set() with input as document
}
