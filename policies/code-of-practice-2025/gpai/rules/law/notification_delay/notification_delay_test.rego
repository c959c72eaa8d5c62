package gpai.rules.law.notification_delay_test

import data.gpai.lib.testing
import data.gpai.rules.law.notification_delay as rule

_with(members) := testing.document([testing.model(object.union(testing.systemic, members), {})])

test_fails_after_fifteen_days if {
	document := _with({"threshold_known_date": "2025-08-20", "notification_date": "2025-09-04"})
	testing.brief(rule.report) == {[
		"GPAI-605", 0,
		["models", 0, "declared", "notification_date"],
		"error",
	]} with input as document
}

test_fails_when_the_two_weeks_are_over_without_a_notification if {
	document := object.union(_with({"threshold_known_date": "2025-08-20"}), {"as_of": "2025-09-04"})
	testing.brief(rule.report) == {[
		"GPAI-605", 0,
		["models", 0, "declared", "threshold_known_date"],
		"error",
	]} with input as document
}

test_the_two_weeks_begin_with_the_duty if {
	in_time := _with({"threshold_known_date": "2024-05-01", "notification_date": "2025-08-16"})
	rule.report == set() with input as in_time
	late := _with({"threshold_known_date": "2024-05-01", "notification_date": "2025-08-17"})
	{violation.message | some violation in rule.report} == {concat("", [
		"The Commission was notified on 2025-08-17, 15 days after the duty began to apply on 2025-08-02; ",
		"at most 14 are allowed.",
	])} with input as late
}

test_passes_on_the_fourteenth_day if {
	rule.report == set() with input as _with({"threshold_known_date": "2025-08-20", "notification_date": "2025-09-03"})
}

test_passes_when_notified_before_the_threshold_was_met if {
	rule.report == set() with input as _with({"threshold_known_date": "2025-08-20", "notification_date": "2025-08-01"})
}

test_does_not_apply_without_systemic_risk if {
	late := {"threshold_known_date": "2025-08-20", "notification_date": "2025-12-01"}
	rule.report == set() with input as testing.document([testing.declaring(late)])
}
