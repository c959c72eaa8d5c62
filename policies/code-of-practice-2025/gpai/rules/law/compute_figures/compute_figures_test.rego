package gpai.rules.law.compute_figures_test

import data.gpai.lib.testing
import data.gpai.rules.law.compute_figures as rule

_declared := object.remove(testing.systemic, ["training_compute_flop"])

_stating(text) := testing.document([testing.model(
	object.union(_declared, {"notification_date": "2025-08-28", "training_compute_method": "6ND"}),
	{"training.compute_flop": [testing.fact_with(38000000000000000000000000, {"text": text})]},
)])

_path := ["models", 0, "facts", "training.compute_flop", 0]

test_fails_with_one_figure[text] if {
	some text in ["4e25 FLOP", "4 × 10^25", "10^25 FLOP", "about 5 x 10^25 FLOPs"]
	testing.brief(rule.report) == {["GPAI-606", 0, _path, "warning"]} with input as _stating(text)
	rule.met == set() with input as _stating(text)
}

test_passes_with_two[text] if {
	some text in ["3.8e25 FLOP", "3.8 × 10^25", "38e24", "3,8·10^25"]
	rule.report == set() with input as _stating(text)
	rule.met == {{"requirement": "G-NOTIFY", "model": 0, "at": _path}} with input as _stating(text)
}

test_does_not_apply_without_systemic_risk if {
	facts := {"training.compute_flop": [testing.fact_with(400000000000000000000000, {"text": "4e23"})]}
	rule.report == set() with input as testing.document([testing.model(testing.in_force, facts)])
}
