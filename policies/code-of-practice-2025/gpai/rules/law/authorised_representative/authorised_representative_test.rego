package gpai.rules.law.authorised_representative_test

import data.gpai.lib.testing
import data.gpai.rules.law.authorised_representative as rule

_representative := {"name": "Example Labs Europe SAS", "address": "1 rue de la Paix, Paris", "mandate_date": "2025-09-01"}

_provider(members) := {"provider": object.union({"name": "Example Labs", "country": "US"}, members)}

test_fails_without_a_representative if {
	document := testing.document_with([testing.model(testing.in_force, {})], {"configuration": _provider({})})
	testing.brief(rule.report) == {["GPAI-601", 0, "provider.authorised_representative", "error"]} with input as document
	rule.met == set() with input as document
}

test_warns_while_it_is_not_settled_whether_the_model_is_placed_on_the_market if {
	document := testing.document_with([testing.model({}, {})], {"configuration": _provider({})})
	testing.brief(rule.report) == {["GPAI-601", 0, "provider.authorised_representative", "warning"]} with input as document
}

test_passes_with_a_representative_in_the_configuration if {
	document := testing.document_with(
		[testing.model(testing.in_force, {})],
		{"configuration": _provider({"authorised_representative": _representative})},
	)
	rule.report == set() with input as document
	rule.met == {{
		"requirement": "LAW-54",
		"model": 0,
		"at": ["configuration", "provider", "authorised_representative"],
	}} with input as document
}

test_a_name_in_a_document_shows_no_mandate if {
	facts := {"provider.authorised_representative": [testing.fact("Example Labs Europe SAS")]}
	document := testing.document_with([testing.model(testing.in_force, facts)], {"configuration": _provider({})})
	rule.report == set() with input as document
	rule.met == set() with input as document
	rule.mentioned == {{
		"requirement": "LAW-54",
		"model": 0,
		"at": ["models", 0, "facts", "provider.authorised_representative", 0],
		"why": "A representative is named, but no day of a mandate shows that it was appointed before the model was placed on the Union market.",
	}} with input as document
	mandated := testing.document_with(
		[testing.model(testing.in_force, facts)],
		{"configuration": _provider({"authorised_representative": _representative})},
	)
	count(rule.met) == 2 with input as mandated
	rule.mentioned == set() with input as mandated
}

test_a_mandate_shows_nothing_where_the_market_day_is_unknown if {
	document := testing.document_with(
		[testing.undeclaring({"union_market_date"})],
		{"configuration": _provider({"authorised_representative": _representative})},
	)
	rule.met == set() with input as document
	{entry.requirement | some entry in rule.mentioned} == {"LAW-54"} with input as document
}

test_a_mandate_to_come_shows_nothing_yet if {
	coming := object.union(_representative, {"mandate_date": "2026-12-01"})
	document := testing.document_with(
		[testing.model(testing.in_force, {})],
		{"configuration": _provider({"authorised_representative": coming})},
	)
	rule.report == set() with input as document
	rule.met == set() with input as document
}

test_does_not_apply_to_a_union_provider if {
	document := testing.document([testing.model(testing.in_force, {})])
	rule.report == set() with input as document
}
