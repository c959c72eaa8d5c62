package gpai.rules.safety_security.duty_date_test

import data.gpai.lib.testing
import data.gpai.rules.safety_security.duty_date as rule

_declaring(members) := testing.document([testing.model(object.union(testing.systemic, members), {})])

_kept := {
	"notification_date": "2025-10-01",
	"framework_confirmed_date": "2025-10-20",
	"framework_sent_date": "2025-10-27",
	"union_market_date": "2025-11-10",
	"framework_assessed_date": "2026-10-01",
	"model_report_sent_date": "2025-11-10",
	"model_report_updated_date": "2026-10-01",
}

_place(key) := ["models", 0, "declared", key]

test_passes_where_every_period_is_kept if {
	rule.report == set() with input as _declaring(_kept)
	{[entry.requirement, entry.at[3]] | some entry in rule.met} == {
		["S-1.1/time", "framework_confirmed_date"],
		["S-1.1/time", "union_market_date"],
		["S-1.4", "framework_sent_date"],
		["S-1.3/assess", "framework_assessed_date"],
		["S-7.7/send", "model_report_sent_date"],
		["S-7.6/6m", "model_report_updated_date"],
	} with input as _declaring(_kept)
}

test_what_is_planned_is_not_met_yet if {
	document := object.union(_declaring(_kept), {"as_of": "2025-10-21"})
	{[entry.requirement, entry.at[3]] | some entry in rule.met} == {["S-1.1/time", "framework_confirmed_date"]} with input as document
	rule.inapplicable == set() with input as document
}

test_the_report_of_the_market_day_needs_no_renewal_yet if {
	first := object.union(object.remove(_kept, {"model_report_updated_date"}), {"model_report_sent_date": "2026-09-11"})
	document := _declaring(object.union(first, {"union_market_date": "2026-09-15"}))
	{entry.at[3] | some entry in rule.met; entry.requirement == "S-7.6/6m"} == {"model_report_sent_date"} with input as document
	silent := _declaring(object.union(object.remove(first, {"model_report_sent_date"}), {"union_market_date": "2026-09-15"}))
	{entry | some entry in rule.met; entry.requirement == "S-7.6/6m"} == set() with input as silent
}

test_no_delay_was_used_where_the_report_came_in_time if {
	rule.inapplicable == {{
		"requirement": "S-7.7/delay",
		"model": 0,
		"why": "The AI Office got the Model Report on 2025-11-10, by the day of placing on the market, so no delay was used.",
		"at": _place("model_report_sent_date"),
	}} with input as _declaring(_kept)
	rule.inapplicable == set() with input as _declaring(object.union(_kept, {"model_report_sent_date": "2025-11-11"}))
}

test_fails_where_every_period_is_broken if {
	document := _declaring({
		"notification_date": "2025-09-01",
		"framework_confirmed_date": "2025-11-03",
		"framework_sent_date": "2025-11-11",
		"union_market_date": "2025-11-10",
		"framework_assessed_date": "2025-11-22",
		"model_report_sent_date": "2025-12-02",
		"model_report_updated_date": "2026-05-22",
	})
	testing.brief(rule.report) == {
		["GPAI-570", 0, _place("framework_confirmed_date"), "error"],
		["GPAI-571", 0, _place("union_market_date"), "error"],
		["GPAI-572", 0, _place("framework_sent_date"), "error"],
		["GPAI-573", 0, _place("framework_assessed_date"), "error"],
		["GPAI-574", 0, _place("model_report_sent_date"), "error"],
		["GPAI-575", 0, _place("model_report_updated_date"), "warning"],
	} with input as document
	rule.met == set() with input as document
}

test_nothing_had_to_precede_the_market_day_of_an_older_model if {
	document := _declaring({
		"union_market_date": "2024-05-01",
		"notification_date": "2025-08-12",
		"framework_confirmed_date": "2025-09-01",
		"framework_sent_date": "2025-09-05",
		"framework_assessed_date": "2026-08-01",
		"model_report_sent_date": "2025-09-05",
		"model_report_updated_date": "2026-08-01",
	})
	rule.report == set() with input as document
	{entry.requirement | some entry in rule.met} == {"S-1.4", "S-1.3/assess", "S-7.6/6m"} with input as document
}

test_a_delay_that_may_be_allowed_decides_nothing if {
	delayed := _declaring(object.union(_kept, {"model_report_sent_date": "2025-12-01"}))
	{[violation.rule, violation.level, violation.undecided] | some violation in rule.report} == {[
		"GPAI-574",
		"warning",
		"A delay of up to '15 business days' is allowed where the AI Office accepts it and got an interim report at once.",
	]} with input as delayed
	not "S-7.7/send" in {entry.requirement | some entry in rule.met} with input as delayed
}

test_the_market_day_starts_the_first_year if {
	document := _declaring({"union_market_date": "2025-11-01"})
	{[violation.rule, violation.message] | some violation in rule.report} == {
		["GPAI-573", "The Framework's assessment is due: '2025-11-01' lies more than '12 months' back."],
		["GPAI-575", "The Model Report's renewal is due: '2025-11-01' lies more than '6 months' back."],
	} with input as document
}

test_five_business_days_span_a_weekend if {
	document := _declaring(object.union(_kept, {"framework_sent_date": "2025-10-28"}))
	{[violation.rule, violation.message] | some violation in rule.report} == {[
		"GPAI-572",
		"The AI Office got the Framework on '2025-10-28', counted from '2025-10-20'; the period is at most '5 business days'.",
	]} with input as document
}

test_an_attestation_settles_the_renewal if {
	configuration := object.union(testing.signatory, {"attestations": [{
		"requirement": "S-7.6/6m",
		"statement": "The model is not among our most capable ones.",
		"by": "Chief risk officer",
		"date": "2026-10-01",
	}]})
	document := object.union(_declaring({"union_market_date": "2026-05-01"}), {"configuration": configuration})
	rule.report == set() with input as document
}

test_days_that_are_not_declared_are_not_judged if {
	rule.report == set() with input as testing.document([testing.model(object.remove(testing.systemic, ["union_market_date"]), {})])
}

test_does_not_apply_without_systemic_risk if {
	document := testing.document([testing.model(object.union(testing.in_force, {"framework_confirmed_date": "2025-10-20", "framework_sent_date": "2026-01-20"}), {})])
	rule.report == set() with input as document
}

test_days_in_the_record_count if {
	document := testing.document_with([testing.model(object.union(testing.systemic, {"framework_confirmed_date": "2025-09-01", "union_market_date": "2026-10-01"}), {})], {
		"documents": [testing.text_document("safety_documentation", "safety-and-security.yaml", [])],
		"bindings": [{"item": "S-1.4", "text": "2025-10-01", "document": 0, "models": [0]}],
	})
	testing.brief(rule.report) == {["GPAI-572", 0, ["bindings", 0], "error"]} with input as document
}
