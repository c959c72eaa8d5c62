package gpai.rules.consistency.representative_agrees_test

import data.gpai.lib.testing
import data.gpai.rules.consistency.representative_agrees as rule

_with(country, text) := testing.document_with(
	[testing.model(testing.in_force, {"provider.authorised_representative": [testing.fact(text)]})],
	{"configuration": {"provider": {
		"country": country,
		"authorised_representative": {"name": "Example Labs Europe SAS"},
	}}},
)

_at := ["models", 0, "facts", "provider.authorised_representative", 0]

test_fails_on_another_representative[text] if {
	some text in ["Other Trustees GmbH, info@trustees.example", "N/A"]
	testing.brief(rule.report) == {["GPAI-714", 0, _at, "warning"]} with input as _with("US", text)
}

test_passes_on_the_same_representative if {
	rule.report == set() with input as _with("US", "EXAMPLE LABS EUROPE S.A.S., Paris, eu@example.org")
}

test_does_not_apply_to_a_union_provider if {
	rule.report == set() with input as _with("FR", "N/A")
}
