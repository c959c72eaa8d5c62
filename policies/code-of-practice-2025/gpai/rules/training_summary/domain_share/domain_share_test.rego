package gpai.rules.training_summary.domain_share_test

import data.gpai.lib.testing
import data.gpai.rules.training_summary.domain_share as rule

_with(size, text) := testing.document_with(
	[testing.model(testing.in_force, {"data.top_domains": [testing.fact(text)]})],
	{
		"documents": [testing.text_document("training_content_summary", "summary.md", [])],
		"configuration": {"provider": {"size": size}},
	},
)

test_fails_where_a_large_provider_takes_the_relief if {
	rule.report == {{
		"rule": "GPAI-260",
		"model": 0,
		"at": ["models", 0, "facts", "data.top_domains", 0],
		"message": "The list of domains covers the share that only small and medium-sized enterprises may give.",
		"level": "error",
		"requirements": ["PS-2.3.e"],
	}} with input as _with("large", "Top 1,000 domains: example.org, example.com")
}

test_passes_for_a_small_provider if {
	rule.report == set() with input as _with("small", "Top 5 % of the domains: example.org, example.com")
}

test_passes_with_the_full_share if {
	rule.report == set() with input as _with("large", "Top 10 % of the domains: example.org, example.com")
}

test_a_provider_of_unknown_size_gets_a_note if {
	document := testing.document_with(
		[testing.model(testing.in_force, {"data.top_domains": [testing.fact("Top 1,000 domains")]})],
		{"documents": [testing.text_document("training_content_summary", "summary.md", [])]},
	)
	testing.brief(rule.report) == {["GPAI-260", 0, ["models", 0, "facts", "data.top_domains", 0], "note"]} with input as document
}

test_does_not_apply_without_a_list_or_in_other_documents if {
	rule.report == set() with input as _with("large", "")
	document := testing.document_with(
		[testing.model(testing.in_force, {"data.top_domains": [testing.fact("Top 1,000 domains")]})],
		{"configuration": {"provider": {"size": "large"}}},
	)
	rule.report == set() with input as document
}
