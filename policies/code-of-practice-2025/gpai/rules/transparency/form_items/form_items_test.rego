package gpai.rules.transparency.form_items_test

import data.gpai.lib.testing
import data.gpai.rules.transparency.form_items as rule
import data.gpai.rules.transparency.form_items.rows

# Neither the configuration nor the declaration answers an item.
_model(facts) := testing.model(object.remove(testing.in_force, {"union_market_date"}), facts)

# On a day on which the duties are due for every model, whenever it reached the market.
_document(facts) := object.union(
	object.remove(testing.document([_model(facts)]), {"configuration"}),
	{"configuration": {}, "as_of": "2027-09-01"},
)

# A fact for each field that some item asks for; the licence and the policy are stated, too.
_complete[field] := [testing.fact(object.get(_parted, field, "Something that says enough"))] if {
	some row in rows
	some field in row.fields
}

# Answers on items that ask for more than one thing.
_parted := {
	"distribution.channels": "Weights on example.org",
	"training.period": "24 days of wall clock, 4.9e4 H100 days",
}

test_an_expected_item_fails_where_its_section_is_begun if {
	facts := {"model.architecture": [testing.fact("Decoder-only transformer")]}
	testing.brief(rule.report) == {
		["GPAI-131", 0, "model.context_length", "error"],
		["GPAI-134", 0, "model.parameters_total", "error"],
	} with input as _document(facts)
	rule.met == {{"requirement": "MDF-2.1", "model": 0, "at": ["models", 0, "facts", "model.architecture", 0]}} with input as _document(facts)
}

test_a_finding_says_what_and_names_the_items_that_the_same_words_answer if {
	facts := {"model.architecture": [testing.fact("Decoder-only transformer")], "model.context_length": [testing.fact(32768)]}
	rule.report == {{
		"rule": "GPAI-134",
		"model": 0,
		"missing": "model.parameters_total",
		"message": "No document states the total number of parameters (MDF-2.7a).",
		"level": "error",
		"requirements": ["MDF-2.7a", "T-1.1.a", "MDF-2.7b", "T-1.2.c"],
	}} with input as _document(facts)
}

test_a_model_without_any_item_has_no_finding_per_item if {
	rule.report == set() with input as _document({})
}

test_passes_where_everything_is_stated if {
	document := _document(_complete)
	rule.report == set() with input as document
	answered := {entry.requirement | some entry in rule.met} with input as document
	answered == {row.requirements[0] | some row in rows; not row.form_only} | {"T-1.1.a", "T-1.2.c"}
}

test_complete_documentation_includes_the_head_of_the_form if {
	form := testing.text_document("model_documentation_form", "form.md", [])
	document := object.union(_document(_complete), {"documents": [form]})
	rule.report == set() with input as document
	answered := {entry.requirement | some entry in rule.met} with input as document
	answered == {row.requirements[0] | some row in rows} | {"T-1.1.a", "T-1.2.c"}
}

test_the_head_is_not_asked_without_the_form if {
	rule.inapplicable == {{
		"requirement": requirement,
		"model": 0,
		"at": ["models", 0],
		"why": "It belongs to the head of the form, and the documentation has another layout.",
	} |
		some requirement in {"MDF-0.1", "MDF-0.2"}
	} with input as _document({})
}

test_a_placeholder_fails_at_its_place if {
	facts := {"training.energy_mwh": [testing.fact_with("[More Information Needed]", {"state": "placeholder"})]}
	rule.report == {{
		"rule": "GPAI-163",
		"model": 0,
		"at": ["models", 0, "facts", "training.energy_mwh", 0],
		"message": "The text that should state the energy used for training (MDF-8.1) is still a placeholder: '[More Information Needed]'.",
		"level": "error",
		"requirements": ["MDF-8.1", "T-1.1.a"],
	}} with input as _document(facts)
}

test_a_pointer_elsewhere_fails_with_another_message if {
	facts := {"training.process": [testing.fact_with("See the technical report.", {"state": "elsewhere"})]}
	messages := {violation.message | some violation in rule.report} with input as _document(facts)
	messages == {"The documentation only points elsewhere for the stages and methods of training (MDF-5.1): 'See the technical report.'."}
}

test_a_tick_without_text_fails_with_another_message if {
	facts := {"data.modalities": [testing.fact_with("Text Image", {"state": "undecidable"})]}
	messages := {violation.message | some violation in rule.report} with input as _document(facts)
	messages == {"The text does not show what was chosen as the modalities of the training data (MDF-6.1): 'Text Image'."}
}

test_not_applicable_is_no_answer_where_the_form_does_not_allow_it if {
	facts := {"training.compute_flop": [testing.fact("N/A")]}
	messages := {violation.message | some violation in rule.report} with input as _document(facts)
	messages == {"The documentation answers 'N/A' where the form asks for the compute used for training (MDF-7.2b) and allows no such answer."}
}

test_not_applicable_is_an_answer_where_the_form_allows_it if {
	facts := {"model.base_model": [testing.fact("None. Trained from scratch")]}
	not "GPAI-127" in {violation.rule | some violation in rule.report} with input as _document(facts)
	rule.states[0]["GPAI-127"] == "answered" with input as _document(facts)
}

test_energy_may_be_not_applicable_where_the_method_says_what_is_lacking if {
	facts := {
		"training.energy_mwh": [testing.fact("N/A")],
		"training.energy_method": [testing.fact("The compute provider does not disclose the power of its hardware")],
	}
	rule.report == set() with input as _document(facts)
	rule.states[0]["GPAI-163"] == "answered" with input as _document(facts)
}

test_missing_compute_shows_the_estimate if {
	facts := {
		"training.gpu_hours": [testing.fact(1180000)],
		"model.parameters_total": [testing.fact(7300000000)],
		"data.tokens": [testing.fact(1500000000000)],
	}
	messages := {violation.rule: violation.message | some violation in rule.report} with input as _document(facts)
	messages["GPAI-161"] == concat("", [
		"No document states the compute used for training (MDF-7.2b); ",
		"6 × 7.3 billion parameters × 1.5 trillion tokens would be about 6.6e22 FLOP, to be confirmed or corrected.",
	])
}

test_missing_energy_shows_the_estimate if {
	facts := {
		"training.energy_method": [testing.fact("Estimated from hardware hours")],
		"training.gpu_hours": [testing.fact(1180000)],
		"training.hardware": [testing.fact("2,048 H100-80GB")],
	}
	messages := {violation.rule: violation.message | some violation in rule.report} with input as _document(facts)
	messages["GPAI-163"] == concat("", [
		"No document states the energy used for training (MDF-8.1); ",
		"1.2 million GPU hours at 700 W of board power would be about 826 MWh before overheads, to be confirmed or corrected.",
	])
}

test_a_derived_figure_is_no_statement if {
	derived := testing.fact_with(66000000000000000000000, {"method": "derived", "formula": "6 × parameters × tokens"})
	facts := {"training.gpu_hours": [testing.fact(1180000)], "training.compute_flop": [derived]}
	{violation.rule | some violation in rule.report} == {"GPAI-159", "GPAI-161"} with input as _document(facts)
}

test_an_item_of_two_parts_is_answered_by_both[name] if {
	some name, case in {
		"hardware alone": {
			"facts": {"training.gpu_hours": [testing.fact(1180000)]},
			"message": "The documentation gives the training time (MDF-7.1b), but not in days of wall clock.",
		},
		"the band alone": {
			"facts": {"training.period": [testing.fact("1-3 months")], "training.gpu_hours": [testing.fact(1180000)]},
			"message": "The documentation gives the training time (MDF-7.1b), but not in days of wall clock.",
		},
		"wall clock alone": {
			"facts": {"training.period": [testing.fact("From 2025-01-03 to 2025-03-04")]},
			"message": "The documentation gives the training time (MDF-7.1b), but not in hardware days.",
		},
		"a bare name": {
			"facts": {"distribution.channels": [testing.fact("Example House")]},
			"message": "The documentation gives the channels through which the model can be had (MDF-3.1a), but not the level of access they give (weights, black box).",
		},
	}
	found := {violation.message: violation.level | some violation in rule.report} with input as _document(case.facts)
	found[case.message] == "warning"
	some id in ["GPAI-159", "GPAI-136"]
	rule.states[0][id] == "partial" with input as _document(case.facts)
}

test_a_date_is_no_training_time[text] if {
	some text in ["Aurora was trained in March 2025", "February 2025, trained on data that cuts off at the end of 2024"]
	rule.states[0]["GPAI-159"] == "missing" with input as _document({"training.period": [testing.fact(text)]})
}

test_the_hours_of_wall_clock_may_stand_beside_those_of_the_hardware if {
	spoken := {"training.gpu_hours": [testing.fact_with(576587, {"text": "It took about 576,587 GPU hours (1,186 hours)"})]}
	rule.states[0]["GPAI-159"] == "answered" with input as _document(spoken)
	silent := {"training.gpu_hours": [testing.fact_with(576587, {"text": "It took 576,587 H100 hours"})]}
	rule.states[0]["GPAI-159"] == "partial" with input as _document(silent)
}

test_both_parts_may_stand_in_one_answer[text] if {
	some text in ["71 days of wall clock; 7.3e5 H100 days", "From May 2025 to July 2025, 4,900 GPU-hours", "10 weeks on 512 accelerators (36,000 accelerator days)"]
	rule.states[0]["GPAI-159"] == "answered" with input as _document({"training.period": [testing.fact(text)]})
}

test_a_channel_that_hands_out_files_or_answers_says_its_access[channel] if {
	some channel in ["Hugging Face", "Example API", "Weights on our site", "Example Assistant (web and app)"]
	rule.states[0]["GPAI-136"] == "answered" with input as _document({"distribution.channels": [testing.fact([channel])]})
}

test_the_annexes_bind_who_did_not_sign if {
	facts := {
		"model.architecture": [testing.fact("Decoder-only transformer")],
		"model.context_length": [testing.fact(32768)],
		"model.authenticity": [testing.fact_with("[digest]", {"state": "placeholder"})],
	}
	document := object.union(_document(facts), {"configuration": {"provider": {"signatory": false}}})
	{[violation.rule, violation.level] | some violation in rule.report} == {["GPAI-134", "error"], ["GPAI-124", "note"]} with input as document
}

test_the_configuration_answers_too if {
	model := testing.model(object.union(testing.in_force, {"release_date": "2025-09-30"}), {})
	document := testing.document([model])
	rule.met == {
		{"requirement": "MDF-1.1", "model": 0, "at": ["configuration", "provider", "name"]},
		{"requirement": "MDF-1.4", "model": 0, "at": ["models", 0, "declared", "release_date"]},
		{"requirement": "MDF-1.5", "model": 0, "at": ["models", 0, "declared", "union_market_date"]},
	} with input as document
}

test_a_binding_answers_an_item if {
	binding := {"item": "MDF-8.1", "text": "120 MWh", "document": 0, "models": [0], "location": testing.location}
	document := object.union(_document({}), {"bindings": [binding]})
	rule.states[0]["GPAI-163"] == "answered" with input as document
}

test_a_form_that_nobody_here_has_read_leaves_items_open if {
	form := object.union(testing.text_document("model_documentation_form", "", []), {"readable": false, "url": "https://example.org/form"})
	document := object.union(_document({}), {"documents": [form]})
	rule.report == set() with input as document
	rule.states[0]["GPAI-163"] == "external" with input as document
}

test_does_not_apply_to_a_model_that_is_no_general_purpose_model if {
	model := testing.model({"placed_on_market": true, "gpai": false}, {"model.architecture": [testing.fact("CNN")]})
	rule.report == set() with input as testing.document([model])
	rule.states == {} with input as testing.document([model])
}
