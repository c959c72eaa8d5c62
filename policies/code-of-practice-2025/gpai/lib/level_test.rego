package gpai.lib.level_test

import data.gpai.lib.level
import data.gpai.lib.testing

# One rule of each strength, as the metadata would describe it.
_rules := {
	"LAW": {"id": "LAW", "level": "error", "strength": "law", "requirements": ["LAW-53.1d"], "effective_on": "2025-08-02"},
	"CODE": {"id": "CODE", "level": "error", "strength": "code", "requirements": ["C-1.1(1)"], "effective_on": "2025-08-02"},
	"ENCOURAGED": {"id": "ENCOURAGED", "level": "error", "strength": "encouraged", "requirements": ["C-1.1(2)"]},
	"PRACTICE": {"id": "PRACTICE", "level": "error", "strength": "practice", "requirements": []},
	"UNVERIFIED": {
		"id": "UNVERIFIED",
		"level": "error",
		"strength": "code",
		"requirements": ["T-1.3.b"],
		"confidence": "UNVERIFIED",
	},
	"SYSTEMIC": {"id": "SYSTEMIC", "level": "error", "strength": "law", "requirements": ["LAW-52"], "effective_on": "2025-08-02"},
	"MODEST": {"id": "MODEST", "level": "note", "strength": "law", "requirements": ["LAW-53.1d"]},
}

_level(id, declared, members) := found if {
	document := testing.document_with([testing.model(declared, {})], members)
	found := level.of(id, document.models[0]) with input as document with data.gpai.metadata.rules as _rules
}

_new := object.union(testing.in_force, {"union_market_date": "2025-08-20"})

_legacy := object.union(testing.in_force, {"union_market_date": "2024-03-01"})

# Each day of the law's calendar: the level of a binding rule for a new model and for one of before the duties.
test_days[day] if {
	some day, expected in {
		"2025-07-01": {"new": "warning", "legacy": "warning"},
		"2025-09-01": {"new": "error", "legacy": "warning"},
		"2026-11-23": {"new": "error", "legacy": "warning"},
		"2027-09-01": {"new": "error", "legacy": "error"},
	}
	some id in ["LAW", "CODE"]
	_level(id, _new, {"as_of": day}) == expected.new
	_level(id, _legacy, {"as_of": day}) == expected.legacy
}

test_the_duties_of_a_provider_begin_with_the_market if {
	coming := object.union(testing.systemic, {"union_market_date": "2026-11-24"})
	{_level(id, coming, {"as_of": "2026-11-23"}) | some id in ["LAW", "CODE"]} == {"warning"}
	{_level(id, coming, {"as_of": "2026-11-24"}) | some id in ["LAW", "CODE"]} == {"error"}
	_level("SYSTEMIC", coming, {"as_of": "2026-11-23"}) == "error"
}

test_an_unknown_market_date_may_be_an_early_one if {
	undated := object.union(object.remove(testing.in_force, ["union_market_date"]), {"placed_on_market": true})
	_level("LAW", undated, {"as_of": "2026-11-23"}) == "warning"
	_level("LAW", undated, {"as_of": "2027-08-02"}) == "error"
}

test_strength[id] if {
	some id, expected in {
		"LAW": "error",
		"CODE": "error",
		"ENCOURAGED": "note",
		"PRACTICE": "warning",
		"UNVERIFIED": "note",
		"MODEST": "note",
		"NOT-DESCRIBED": "warning",
	}
	_level(id, _new, {}) == expected
}

test_doubt_lowers_to_a_warning if {
	_level("LAW", {}, {}) == "warning"
	_level("LAW", object.remove(_new, ["placed_on_market", "union_market_date"]), {}) == "warning"
}

test_a_duty_that_does_not_apply_leaves_a_note if {
	_level("LAW", {"placed_on_market": false}, {}) == "note"
}

test_the_code_is_a_yardstick_for_who_did_not_sign if {
	_level("CODE", _new, {"configuration": {"provider": {"signatory": false}}}) == "note"
	_level("LAW", _new, {"configuration": {"provider": {"signatory": false}}}) == "error"
}

test_lower if {
	level.lower("error", "warning") == "warning"
	level.lower("note", "warning") == "note"
}
