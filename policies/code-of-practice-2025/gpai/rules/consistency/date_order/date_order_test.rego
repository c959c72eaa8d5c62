package gpai.rules.consistency.date_order_test

import data.gpai.lib.testing
import data.gpai.rules.consistency.date_order as rule

_with(facts) := testing.document([testing.model(testing.in_force, facts)])

_dated(dates) := {field: [testing.fact(date)] | some field, date in dates}

test_fails_on_a_release_after_the_market_date if {
	document := _with(_dated({"model.release_date": "2025-11-01", "model.union_market_date": "2025-10-01"}))
	testing.brief(rule.report) == {[
		"GPAI-736", 0,
		["models", 0, "facts", "model.release_date", 0],
		"warning",
	]} with input as document
}

test_fails_on_data_younger_than_the_model if {
	document := _with(_dated({"model.release_date": "2025-10-01", "data.cutoff": "2026-03"}))
	testing.brief(rule.report) == {["GPAI-737", 0, ["models", 0, "facts", "data.cutoff", 0], "warning"]} with input as document
}

test_fails_on_an_update_in_the_future if {
	document := _with(_dated({"document.last_updated": "2031-02-01"}))
	testing.brief(rule.report) == {[
		"GPAI-738", 0,
		["models", 0, "facts", "document.last_updated", 0],
		"warning",
	]} with input as document
}

test_passes_in_order if {
	rule.report == set() with input as _with(_dated({
		"data.cutoff": "2025-03",
		"model.release_date": "2025-10-01",
		"model.union_market_date": "2025-10-01",
		"document.last_updated": "2026-11-23",
	}))
}

test_passes_where_a_date_is_not_precise_enough if {
	rule.report == set() with input as _with(_dated({"model.release_date": "2025", "data.cutoff": "2025-11"}))
}

test_does_not_apply_where_several_releases_are_dated if {
	rule.report == set() with input as _with({
		"model.release_date": [testing.fact("2024-01-01"), testing.fact("2025-10-01")],
		"data.cutoff": [testing.fact("2025-03")],
	})
}
