package gpai.rules.consistency.crawler_names_test

import data.gpai.lib.testing
import data.gpai.rules.consistency.crawler_names as rule

_with(facts, text) := testing.document_with([testing.model(testing.in_force, facts)], {"documents": [
	testing.text_document("training_content_summary", "summary.md", []),
	testing.text_document("crawler_disclosure", "docs/crawlers.md", [testing.section("Crawlers", text, [])]),
]})

_named(name) := {"data.crawler_names": [testing.fact([name])]}

test_fails_on_a_name_that_is_not_disclosed if {
	testing.brief(rule.report) == {[
		"GPAI-712", 0,
		["models", 0, "facts", "data.crawler_names", 0],
		"warning",
	]} with input as _with(_named("HarvestBot"), "ExampleBot follows robots.txt.")
}

test_fails_on_a_denial_beside_a_disclosure if {
	document := _with({"data.crawlers_used": [testing.fact(false)]}, "ExampleBot follows robots.txt.")
	testing.brief(rule.report) == {["GPAI-712", 0, ["models", 0, "facts", "data.crawlers_used", 0], "warning"]} with input as document
}

test_passes_on_a_disclosed_name if {
	rule.report == set() with input as _with(_named("ExampleBot"), "Our crawler is `Example-Bot/1.0`.")
}

test_does_not_apply_without_a_disclosure if {
	document := testing.document_with([testing.model(testing.in_force, _named("HarvestBot"))], {"documents": [
		testing.text_document("training_content_summary", "summary.md", []),
	]})
	rule.report == set() with input as document
}
