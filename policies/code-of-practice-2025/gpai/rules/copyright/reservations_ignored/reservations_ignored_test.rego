package gpai.rules.copyright.reservations_ignored_test

import data.gpai.lib.testing
import data.gpai.rules.copyright.reservations_ignored as rule

_with(declared, text) := testing.document_with(
	[testing.model(declared, {})],
	{"documents": [testing.card([testing.section("Training data", text, [])])]},
)

test_fails_where_robots_txt_is_ignored if {
	rule.report == {{
		"rule": "GPAI-304",
		"model": 0,
		"at": ["documents", 0, "sections", 0],
		"quote": "ignore robots",
		"message": "The text says that crawling disregards reservations or access limits: 'ignore robots'.",
		"level": "error",
		"requirements": ["C-1.3(1)(a)"],
	}} with input as _with(testing.in_force, "Pages were crawled with settings that ignore robots.txt. Text was kept.")
}

test_fails_where_paywalls_are_bypassed if {
	requirements := {violation.requirements | some violation in rule.report} with input as _with(testing.in_force, "The crawler bypasses paywalls.")
	requirements == {["C-1.2(1)(a)"]}
}

test_fails_on_a_setting if {
	count(rule.report) == 1 with input as _with(testing.in_force, "ROBOTSTXT_OBEY = False")
}

test_passes_where_the_text_says_the_opposite if {
	every text in {
		"Our crawlers never ignore robots.txt.",
		"The crawler does not bypass paywalls, logins or captchas.",
		"Measures prevent crawlers from circumventing the paywall.",
		"Crawling follows robots.txt.",
	} {
		rule.report == set() with input as _with(testing.in_force, text)
	}
}

test_does_not_apply_to_a_model_that_is_no_general_purpose_model if {
	rule.report == set() with input as _with({"placed_on_market": true, "gpai": false}, "Crawlers ignore robots.txt.")
}
