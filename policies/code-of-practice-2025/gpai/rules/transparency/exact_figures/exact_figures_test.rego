package gpai.rules.transparency.exact_figures_test

import data.gpai.lib.testing
import data.gpai.rules.transparency.exact_figures as rule

_form := testing.text_document("model_documentation_form", "form.md", [])

_with(form) := testing.document_with(
	[testing.model(testing.in_force, {
		"training.compute_flop": [testing.fact_with(2400000000000000000000000, {"text": "2.4e24 FLOP"})],
		"training.gpu_hours": [testing.fact_with(1180000, {"text": "1.18 million GPU hours"})],
	})],
	{"documents": [form]},
)

test_notes_exact_figures_in_a_public_form if {
	rule.report == {{
		"rule": "GPAI-173",
		"model": 0,
		"at": ["models", 0, "facts", "training.compute_flop", 0],
		"message": "The public form gives the training compute exactly ('2.4e24 FLOP'), which the form asks for the AI Office alone.",
		"level": "note",
		"requirements": ["T-1.2.c"],
		"related": [{
			"message": "The public form gives the training time in hardware hours exactly ('1.18 million GPU hours'), which the form asks for the AI Office alone.",
			"at": ["models", 0, "facts", "training.gpu_hours", 0],
			"occurrence": true,
		}],
	}} with input as _with(_form)
}

test_passes_where_a_card_publishes_the_same if {
	facts := {"data.tokens": [testing.fact(4000000000000), testing.fact_with(4000000000000, {"document": 1})]}
	document := testing.document_with([testing.model(testing.in_force, facts)], {"documents": [_form, testing.card([])]})
	rule.report == set() with input as document
}

test_passes_where_the_form_is_not_public if {
	rule.report == set() with input as _with(object.union(_form, {"public": false}))
}

test_does_not_apply_to_a_card if {
	rule.report == set() with input as _with(testing.card([]))
}

test_the_number_of_parameters_is_kept_back_by_those_who_keep_the_parameters[name] if {
	some name, case in {
		"closed": {"licence": "CC-BY-NC-4.0", "found": {["GPAI-173", 0, ["models", 0, "facts", "model.parameters_total", 0], "note"]}},
		"open": {"licence": "Apache-2.0", "found": set()},
	}
	facts := {
		"model.parameters_total": [testing.fact_with(7240000000, {"text": "7.24e9"})],
		"distribution.licence": [testing.fact(case.licence)],
	}
	document := testing.document_with([testing.model(testing.in_force, facts)], {"documents": [_form]})
	testing.brief(rule.report) == case.found with input as document
}

test_passes_where_no_figure_is_given if {
	facts := {"training.compute_flop": [testing.fact("N/A")]}
	document := testing.document_with([testing.model(testing.in_force, facts)], {"documents": [_form]})
	rule.report == set() with input as document
}
