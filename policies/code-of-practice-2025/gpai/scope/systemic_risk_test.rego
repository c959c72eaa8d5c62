package gpai.scope.systemic_risk_test

import data.gpai.lib.testing
import data.gpai.scope.systemic_risk

_answer(parameters, tokens, facts) := answer if {
	model := testing.model({"role": "provider"}, object.union(
		{
			"model.parameters_total": [testing.fact(parameters)],
			"data.tokens": [testing.fact(tokens)],
			"model.output_modalities": [testing.fact(["text"])],
		},
		facts,
	))
	answer := systemic_risk.answer[0].answer with input as testing.document([model])
}

_based := {"model.base_model": [testing.fact("example/base")]}

test_the_compute_of_a_change_tells_nothing_of_the_whole if {
	_answer(490000000000, 40000000000, _based) == "unknown"
}

test_compute_without_a_base_is_that_of_the_whole if {
	_answer(490000000000, 40000000000, {}) == "no"
}

test_a_model_too_small_for_the_threshold_carries_none_whatever_its_base if {
	_answer(7000000000, 10000000000, _based) == "no"
}

test_the_reason_begins_as_a_sentence if {
	declared := testing.model({"role": "provider", "gpai": true, "training_compute_flop": 2000000000000000000000000}, {})
	why := systemic_risk.answer[0].why with input as testing.document([declared])
	startswith(why, "The configuration declares 2.0e24 FLOP")
}
