package gpai.rules.transparency.significant_figures_test

import data.gpai.lib.testing
import data.gpai.rules.transparency.significant_figures as rule

_with(declared, field, facts) := testing.document([testing.model(declared, {field: facts})])

test_notes_a_quantity_with_one_figure if {
	fact := testing.fact_with(7000000000, {"text": "7 billion"})
	rule.report == {{
		"rule": "GPAI-171",
		"model": 0,
		"at": ["models", 0, "facts", "model.parameters_total", 0],
		"message": "'7 billion' shows one significant figure; the form asks for 2 (MDF-2.7a).",
		"level": "note",
		"requirements": ["MDF-2.7a"],
	}} with input as _with(testing.in_force, "model.parameters_total", [fact])
}

test_tells_the_number_where_the_text_is_a_sentence[name] if {
	some name, case in {
		"readable": {"value": 3000000000000, "text": "trained on 3T multilingual corpus", "field": "data.tokens", "told": "'3T'"},
		"fraction": {"value": 500000000, "text": "with 0.5 billion parameters", "field": "model.parameters_total", "told": "'0.5 billion'"},
		"other number": {"value": 500000000, "text": "on 4 GPUs and with 0.5B parameters", "field": "model.parameters_total", "told": "'0.5B'"},
		"other words": {"value": 5000000000, "text": "avec 5 milliards de paramètres", "field": "model.parameters_total", "told": "'5 billion'"},
		"beyond": {"value": 6000000000000000000000000, "text": "which took 6 × 10^24 FLOP", "field": "training.compute_flop", "told": "…"},
	}
	sentence := sprintf("Aurora is a language model of the newest generation, %s, and answers in forty languages of five continents.", [case.text])
	document := _with(testing.in_force, case.field, [testing.fact_with(case.value, {"text": sentence})])
	[message] := [violation.message | some violation in rule.report] with input as document
	contains(message, case.told)
	not contains(message, "continents")
}

test_tells_one_of_the_sizes_of_a_family if {
	fact := testing.fact_with(500000000, {"text": "6 model sizes, including 0.5B, 1.8B and 72B;"})
	document := _with(testing.in_force, "model.parameters_total", [fact])
	[message] := [violation.message | some violation in rule.report] with input as document
	startswith(message, "'0.5B' shows one significant figure")
}

test_the_exponent_adds_no_figure if {
	fact := testing.fact_with(6000000000000000000000000, {"text": "6 × 10^24 FLOP"})
	{violation.rule | some violation in rule.report} == {"GPAI-171"} with input as _with(testing.in_force, "training.compute_flop", [fact])
}

test_passes_with_two_figures_somewhere if {
	coarse := testing.fact_with(7000000000, {"text": "7B"})
	fine := testing.fact_with(7300000000, {"text": "7.3B"})
	rule.report == set() with input as _with(testing.in_force, "model.parameters_total", [coarse, fine])
}

test_passes_with_a_count_from_the_weights if {
	coarse := testing.fact_with(7000000000, {"text": "7B"})
	measured := testing.fact_with(7241732096, {"method": "measured"})
	rule.report == set() with input as _with(testing.in_force, "model.parameters_total", [coarse, measured])
}

test_does_not_apply_where_nothing_is_stated if {
	rule.report == set() with input as _with(testing.in_force, "model.parameters_total", [])
}

test_judges_the_quantity_and_no_other_number_of_the_sentence if {
	fine := testing.fact_with(124000000, {"text": "This is the smallest version of Example-2, with 124M parameters."})
	rule.report == set() with input as _with(testing.in_force, "model.parameters_total", [fine])
	coarse := testing.fact_with(4000000000000, {"text": "As of July 3rd, 2022, it has seen 4 trillion tokens."})
	{violation.rule | some violation in rule.report} == {"GPAI-171"} with input as _with(testing.in_force, "data.tokens", [coarse])
}

test_a_text_without_the_figure_is_not_judged if {
	fact := testing.fact_with(7000000000, {"text": "seven billion parameters, 3 experts"})
	rule.report == set() with input as _with(testing.in_force, "model.parameters_total", [fact])
}
