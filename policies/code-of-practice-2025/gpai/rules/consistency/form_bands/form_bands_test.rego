package gpai.rules.consistency.form_bands_test

import data.gpai.lib.testing
import data.gpai.rules.consistency.form_bands as rule

_documents := [testing.card([]), testing.text_document("model_documentation_form", "form.md", [])]

_with(facts) := testing.document_with([testing.model(testing.in_force, facts)], {"documents": _documents})

_answer(value, text) := testing.fact_with(value, {"document": 1, "text": text})

_path(field) := ["models", 0, "facts", field, 0]

_size(ticked) := _with({"model.parameters_total": [
	_answer(70600000000, sprintf("70,600,000,000 ☐ 1-500M ☐ 500M-5B %s", [ticked])),
	testing.fact(70600000000),
]})

test_fails_on_a_wrong_size_band if {
	testing.brief(rule.report) == {[
		"GPAI-701", 0,
		_path("model.parameters_total"),
		"warning",
	]} with input as _size("☒ 5B-15B ☐ 50B-100B")
}

test_passes_on_the_right_size_band[ticked] if {
	some ticked in ["☐ 5B-15B ☒ 50B-100B", "☐ 5B-15B ☑ 50B – 100B", "☐ 50B-100B"]
	rule.report == set() with input as _size(ticked)
}

test_fails_on_a_wrong_order_of_magnitude if {
	document := _with({"training.compute_flop": [_answer(
		6300000000000000000000000,
		"6.3e24 FLOP ☐ 10^24 ☒ 10^26",
	)]})
	testing.brief(rule.report) == {["GPAI-702", 0, _path("training.compute_flop"), "warning"]} with input as document
}

test_passes_on_the_right_order_of_magnitude[text] if {
	some text in ["6.3e24 FLOP ☒ 10^24 ☐ 10^26", "6.3e24 ☒ 10²⁴", "6.3e24 ☒ 10^25", "6.3e24"]
	rule.report == set() with input as _with({"training.compute_flop": [_answer(6300000000000000000000000, text)]})
}

test_fails_on_a_wrong_time_band[text] if {
	some text in ["150 days ☒ 1-3 months ☐ 3-6 months", "2025-01-01 to 2025-05-31 ☒ 1-3 months"]
	document := _with({"training.period": [_answer(text, text)]})
	testing.brief(rule.report) == {["GPAI-705", 0, _path("training.period"), "warning"]} with input as document
}

test_passes_on_the_right_time_band[text] if {
	some text in ["150 days ☐ 1-3 months ☒ 3-6 months", "☒ 1-3 months", "90 days ☒ 1-3 months"]
	rule.report == set() with input as _with({"training.period": [_answer(text, text)]})
}

_structured(facts) := object.union(_with(facts), {"documents": [
	testing.card([]),
	testing.text_document("model_documentation_form", "model-documentation.yaml", []),
]})

test_fails_on_a_wrong_band_in_a_structured_form if {
	document := _structured({
		"model.parameters_total": [_answer(70600000000, "7.06e10"), _answer("5B-15B", "5B-15B")],
		"training.compute_flop": [_answer("1e26", "1e26"), _answer(6300000000000000000000000, "6.3e24")],
		"training.period": [_answer("1-3 months", "1-3 months"), _answer("text", "150 days of wall clock; 7.3e5 H100 days")],
	})
	{[violation.rule, violation.at] | some violation in rule.report} == {
		["GPAI-701", ["models", 0, "facts", "model.parameters_total", 1]],
		["GPAI-702", ["models", 0, "facts", "training.compute_flop", 0]],
		["GPAI-705", ["models", 0, "facts", "training.period", 0]],
	} with input as document
}

test_passes_on_the_right_bands_in_a_structured_form if {
	document := _structured({
		"model.parameters_total": [_answer(70600000000, "7.06e10"), _answer("50B-100B", "50B-100B")],
		"training.compute_flop": [_answer("10^24", "10^24"), _answer(6300000000000000000000000, "6.3e24")],
		"training.period": [_answer("3-6 months", "3-6 months"), _answer("text", "150 days of wall clock")],
	})
	rule.report == set() with input as document
}

_hardware(hours, devices) := _structured({
	"training.gpu_hours": [_answer(hours, "hours")],
	"training.hardware": [_answer(devices, devices)],
	"training.period": [_answer("text", "71 days of wall clock")],
})

test_fails_on_more_device_hours_than_the_days_hold if {
	testing.brief(rule.report) == {["GPAI-742", 0, _path("training.gpu_hours"), "warning"]} with input as _hardware(17400000, "1,024 H100")
}

test_passes_on_device_hours_that_the_days_hold[devices] if {
	some devices in ["10,240 H100", "A cluster of 1,024 H100", "two racks"]
	rule.report == set() with input as _hardware(17400000, devices)
}

test_does_not_apply_to_other_documents if {
	document := testing.document([testing.model(testing.in_force, {"training.period": [testing.fact_with(
		"150 days",
		{"text": "150 days ☒ 1-3 months"},
	)]})])
	rule.report == set() with input as document
}
