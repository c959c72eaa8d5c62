package gpai.rules.law.notification_test

import data.gpai.lib.testing
import data.gpai.rules.law.notification as rule

test_fails_without_a_notification if {
	document := testing.document([testing.model(testing.systemic, {})])
	testing.brief(rule.report) == {["GPAI-604", 0, "law.notification_date", "error"]} with input as document
	rule.met == set() with input as document
}

test_passes_with_a_notification if {
	dates := {"notification_date": "2025-08-28", "threshold_known_date": "2025-08-20"}
	document := testing.document([testing.model(object.union(testing.systemic, dates), {})])
	rule.report == set() with input as document
	rule.met == {{"requirement": "LAW-52", "model": 0, "at": ["models", 0, "declared", key]} |
		some key, _ in dates
	} with input as document
	rule.mentioned == set() with input as document
}

test_a_notification_alone_shows_no_two_weeks if {
	document := testing.document([testing.model(object.union(testing.systemic, {"notification_date": "2025-08-28"}), {})])
	rule.report == set() with input as document
	rule.met == set() with input as document
	rule.mentioned == {{
		"requirement": "LAW-52",
		"model": 0,
		"at": ["models", 0, "declared", "notification_date"],
	}} with input as document
}

test_does_not_apply_without_systemic_risk if {
	rule.report == set() with input as testing.document([testing.model(testing.in_force, {})])
}

test_is_silent_while_systemic_risk_is_unknown if {
	rule.report == set() with input as testing.document([testing.undeclaring(["systemic_risk"])])
}
