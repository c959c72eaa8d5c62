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

# An answer for each field that some item asks for.
_complete[field] := [testing.answer(field)] if {
	some row in rows
	some field in row.fields
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
	answered == {row.requirements[0] | some row in rows; not row.form_only} | {"T-1.2.c"}
}

test_complete_documentation_includes_the_head_of_the_form if {
	form := testing.text_document("model_documentation_form", "form.md", [])
	document := object.union(_document(_complete), {"documents": [form]})
	rule.report == set() with input as document
	answered := {entry.requirement | some entry in rule.met} with input as document
	answered == {row.requirements[0] | some row in rows} | {"T-1.2.c"}
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

test_a_licence_that_a_hub_has_no_name_for_is_named_by_what_stands_beside_it[name] if {
	message := "'other' does not tell the licence of the model (MDF-3.2a)."
	some name, case in {
		"alone": {"facts": {}, "licences": [], "found": {["GPAI-138", message]}},
		"beside a name": {"facts": {"distribution.licence": [testing.fact("other"), testing.fact("lark-1.0")]}, "licences": [], "found": set()},
		"beside a text": {"facts": {}, "licences": [{"models": [0], "subject": "model"}], "found": set()},
	}
	facts := object.union({"distribution.licence": [testing.fact("other")]}, case.facts)
	document := object.union(_document(facts), {"licences": case.licences})
	case.found == {[violation.rule, violation.message] | some violation in rule.report} with input as document
}

test_an_address_beside_it_leaves_the_type_of_licence_open if {
	facts := {"distribution.licence": [testing.fact("other")], "distribution.licence_url": [testing.fact("https://example.org")]}
	rule.states[0]["GPAI-138"] == "answered" with input as _document(facts)
	{"GPAI-139"} == {violation.rule | some violation in rule.report} with input as _document(facts)
}

test_energy_may_be_not_applicable_where_the_method_says_what_is_lacking if {
	facts := {
		"training.energy_mwh": [testing.fact("N/A")],
		"training.energy_method": [testing.fact("The compute provider does not disclose the power of its hardware")],
	}
	rule.report == set() with input as _document(facts)
	rule.states[0]["GPAI-163"] == "answered" with input as _document(facts)
}

test_restrictions_in_the_licence_are_a_policy_on_acceptable_use if {
	licence := {
		"id": "LicenseRef-example",
		"name": "Example License",
		"subject": "model",
		"document": 0,
		"models": [0],
		"location": testing.location,
		"clauses": [{"kind": "field_of_use", "text": "Prohibited uses", "location": testing.location}],
	}
	row := [each | some each in rule.rows; each.id == "GPAI-141"]
	document := testing.document_with([testing.model(testing.in_force, {})], {"licences": [licence]})
	rule.evidence[0]["GPAI-141"] == [["licences", 0, "clauses", 0]] with input as document
		with data.gpai.rules.transparency.form_items.rows as row
	of_data := testing.document_with(
		[testing.model(testing.in_force, {})],
		{"licences": [object.union(licence, {"subject": "data"})]},
	)
	rule.evidence[0]["GPAI-141"] == [] with input as of_data
		with data.gpai.rules.transparency.form_items.rows as row
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
		"6 × 7.3 billion parameters × 1.5 trillion tokens come to about 6.6e22 FLOP, to be confirmed or corrected.",
	])
}

test_tokens_of_fine_tuning_alone_make_no_estimate if {
	facts := {
		"training.gpu_hours": [testing.fact(1180000)],
		"model.parameters_total": [testing.fact(7300000000)],
		"data.tokens": [testing.fact(250000000)],
	}
	messages := {violation.rule: violation.message | some violation in rule.report} with input as _document(facts)
	messages["GPAI-161"] == "No document states the compute used for training (MDF-7.2b)."
	many := object.union(facts, {"data.tokens": [testing.fact(14600000000)]})
	told := {violation.rule: violation.message | some violation in rule.report} with input as _document(many)
	contains(told["GPAI-161"], "to be confirmed or corrected")
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
			"item": "GPAI-159",
			"message": "The documentation gives the training time (MDF-7.1b), but not in days of wall clock.",
		},
		"the band alone": {
			"facts": {"training.period": [testing.fact("1-3 months")], "training.gpu_hours": [testing.fact(1180000)]},
			"item": "GPAI-159",
			"message": "The documentation gives the training time (MDF-7.1b), but not in days of wall clock.",
		},
		"wall clock alone": {
			"facts": {"training.period": [testing.fact("From 2025-01-03 to 2025-03-04")]},
			"item": "GPAI-159",
			"message": "The documentation gives the training time (MDF-7.1b), but not in hardware days.",
		},
		"a bare name": {
			"facts": {"distribution.channels": [testing.fact("Example House")]},
			"item": "GPAI-136",
			"message": "The documentation gives the channels through which the model can be had (MDF-3.1a), but not the level of access they give (weights, black box).",
		},
		"training data alone": {
			"facts": {"data.tokens": [testing.fact(15000000000000)]},
			"item": "GPAI-153",
			"message": "The documentation gives the amount of training data (MDF-6.4b), but not that of testing and validation data.",
		},
		"the budgets of its phases": {
			"facts": {"data.phase_tokens": [testing.fact(2000000000000), testing.fact(200000000000)]},
			"item": "GPAI-153",
			"message": "The documentation gives the amount of training data (MDF-6.4b), but not that of testing and validation data.",
		},
	}
	{violation.level | some violation in rule.report; violation.message == case.message} == {"warning"} with input as _document(case.facts)
	rule.states[0][case.item] == "partial" with input as _document(case.facts)
}

test_one_gap_in_two_items_is_told_once if {
	facts := {"data.tokens": [testing.fact(15000000000000)]}
	partial := {[violation.rule, violation.requirements] |
		some violation in rule.report
		startswith(violation.message, "The documentation gives the amount")
	} with input as _document(facts)
	partial == {["GPAI-153", ["MDF-6.4b", "T-1.1.a", "MDF-6.4a"]]}
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
	some text in ["71 days of wall clock; 7.3e5 H100 days", "From May 2025 to July 2025, 4,900 GPU-hours", "10 weeks on 512 accelerators (36,000 accelerator days)", "100 epochs of ~8h each, 64 accelerator days"]
	rule.states[0]["GPAI-159"] == "answered" with input as _document({"training.period": [testing.fact(text)]})
}

test_days_on_a_number_of_devices_tell_the_hardware_days[text] if {
	some text, state in {
		"It took 48 hours with 16 NVIDIA V100 GPUs": "answered",
		"about 3 hours on a single RTX 3090": "answered",
		"10 hours on 8x A100 80GB": "answered",
		"10 hours on our GPUs": "partial",
		"16 days of wall clock for 3 epochs": "partial",
	}
	rule.states[0]["GPAI-159"] == state with input as _document({"training.period": [testing.fact(text)]})
}

test_a_channel_that_hands_out_files_or_answers_says_its_access[channel] if {
	some channel in ["Hugging Face", "Example API", "Weights on our site", "Example Assistant (web and app)", "https://files.example.org/lark-base.ckpt"]
	rule.states[0]["GPAI-136"] == "answered" with input as _document({"distribution.channels": [testing.fact([channel])]})
}

test_hardware_is_named_by_its_family_by_a_column_of_memory_and_in_chinese_too[text] if {
	some text in ["Ampere, Hopper", "One GPU with 24 GB", "14.0", "部署至少需要2张80G的显卡"]
	rule.states[0]["GPAI-145"] == "answered" with input as _document({"use.required_hardware": [testing.fact(text)]})
}

# A form, in which each passage is meant as the answer to its item.
_form := testing.text_document("model_documentation_form", "FORM.md", [])

_unfit := {
	"GPAI-120": ["document.last_updated", "recently"],
	"GPAI-121": ["document.version", "the latest"],
	"GPAI-122": ["provider.name", "https://example.org"],
	"GPAI-123": ["model.name", "A language model"],
	"GPAI-124": ["model.authenticity", "This is the genuine model."],
	"GPAI-128": ["model.architecture", "Very powerful."],
	"GPAI-129": ["model.design_specifications", "Yes."],
	"GPAI-131": ["model.context_length", "text"],
	"GPAI-135": ["model.parameters_total", "large"],
	"GPAI-137": ["distribution.channels", "Worldwide"],
	"GPAI-140": ["distribution.additional_assets", "Available"],
	"GPAI-145": ["use.required_hardware", "Python 3.10"],
	"GPAI-146": ["use.required_software", "One GPU with 24 GB"],
	"GPAI-147": ["training.process", "24 days"],
	"GPAI-151": ["data.statement", "15 trillion tokens"],
	"GPAI-158": ["training.period", "March 2023"],
	"GPAI-162": ["training.compute_method", "2.4 x 10^24 FLOP"],
	"GPAI-164": ["training.energy_method", "310 MWh"],
	"GPAI-166": ["inference.compute_method", "1.5e15 FLOP"],
}

test_what_is_of_another_kind_answers_nothing if {
	facts := {field: [testing.fact(text)] | some [field, text] in _unfit}
	found := rule.states[0] with input as object.union(_document(facts), {"documents": [_form]})
	{id | some id, _ in _unfit; found[id] != "unfit"} == set()
}

test_what_is_of_another_kind_is_told_where_it_was_meant_as_an_answer if {
	facts := {"training.compute_method": [testing.fact("2.4e24 FLOP")]}
	document := object.union(_document(facts), {"documents": [_form]})
	rule.report == {{
		"rule": "GPAI-162",
		"model": 0,
		"at": ["models", 0, "facts", "training.compute_method", 0],
		"message": "'2.4e24 FLOP' does not tell how the training compute was measured or estimated (MDF-7.3).",
		"level": "warning",
		"requirements": ["MDF-7.3", "T-1.1.a"],
	}} with input as document
	rule.report == set() with input as _document(facts)
	rule.states[0]["GPAI-162"] == "missing" with input as _document(facts)
}

test_an_address_is_an_answer_where_the_form_asks_for_a_link if {
	facts := {
		"use.acceptable_use_policy": [testing.fact_with("https://example.org/aup", {"state": "elsewhere"})],
		"training.process": [testing.fact_with("https://example.org/report", {"state": "elsewhere"})],
	}
	found := rule.states[0] with input as _document(facts)
	[found["GPAI-141"], found["GPAI-147"]] == ["answered", "elsewhere"]
}

test_the_largest_image_is_an_answer_as_a_number_of_tokens_is if {
	facts := {
		"model.architecture": [testing.fact("Latent diffusion")],
		"model.input_size": [testing.fact("512 x 512 pixels")],
		"model.output_size": [testing.fact("It generates images at 1024x1024.")],
	}
	found := rule.states[0] with input as _document(facts)
	[found["GPAI-131"], found["GPAI-133"]] == ["answered", "answered"]
}

test_a_finding_leaves_out_what_is_answered_beside_it if {
	facts := {"distribution.licence_type": [testing.fact("Free and open source")], "distribution.channels": [testing.fact("Example API")]}
	requirements := {violation.rule: violation.requirements | some violation in rule.report} with input as _document(facts)
	requirements["GPAI-138"] == ["MDF-3.2a", "T-1.1.a", "T-1.2.c"]
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

_bound(item, text) := object.union(_document({}), {"bindings": [{
	"item": item,
	"text": text,
	"document": 0,
	"models": [0],
	"location": testing.location,
}]})

test_a_binding_answers_an_item if {
	rule.states[0]["GPAI-163"] == "answered" with input as _bound("MDF-8.1", "It took 120 MWh")
}

test_a_binding_to_something_of_another_kind_is_told_at_the_binding if {
	document := _bound("MDF-8.1", "Our data centre is green")
	rule.report == {{
		"rule": "GPAI-163",
		"model": 0,
		"at": ["bindings", 0],
		"message": "'Our data centre is green' does not tell the energy used for training (MDF-8.1).",
		"level": "warning",
		"requirements": ["MDF-8.1", "T-1.1.a"],
	}} with input as document
	rule.met == set() with input as document
}

test_the_label_before_a_bound_passage_is_no_part_of_its_answer if {
	label := "Type and nature of AI systems in which the general-purpose AI model can be integrated"
	rule.states[0]["GPAI-143"] == "unfit" with input as _bound("MDF-4.3", concat(": ", [label, "Yes"]))
	rule.states[0]["GPAI-143"] == "answered" with input as _bound("MDF-4.3", concat(": ", [label, "Conversational assistants"]))
}

# The key of a form in YAML is read as a fact, or is not of the kind.
test_a_key_of_a_form_in_yaml_is_no_binding if {
	form := object.union(testing.text_document("model_documentation_form", "form.yaml", []), {"format": "yaml"})
	document := object.union(_bound("MDF-8.1", "120 MWh"), {"documents": [form]})
	rule.states[0]["GPAI-163"] == "missing" with input as document
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
