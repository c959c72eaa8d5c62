package gpai.rules.law.systemic_risk_near_test

import data.gpai.lib.testing
import data.gpai.rules.law.systemic_risk_near as rule

_document(flop) := testing.document([testing.declaring({"training_compute_flop": flop})])

test_warns_within_thirty_percent[place] if {
	some place, flop in {"just within": 7100000000000000000000000, "at the threshold": 10000000000000000000000000}
	testing.brief(rule.report) == {[
		"GPAI-609", 0,
		["models", 0, "declared", "training_compute_flop"],
		"warning",
	]} with input as _document(flop)
}

test_passes_far_below if {
	rule.report == set() with input as _document(6900000000000000000000000)
}

test_does_not_apply_above if {
	rule.report == set() with input as testing.document([testing.model(testing.systemic, {})])
}

test_does_not_apply_to_a_modifier if {
	document := testing.document([testing.declaring({"role": "modifier", "training_compute_flop": 8000000000000000000000000})])
	rule.report == set() with input as document
}
