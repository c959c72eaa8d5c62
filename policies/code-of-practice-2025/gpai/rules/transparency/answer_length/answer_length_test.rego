package gpai.rules.transparency.answer_length_test

import data.gpai.lib.testing
import data.gpai.rules.transparency.answer_length as rule

_form := testing.text_document("model_documentation_form", "form.md", [])

_with(declared, kind_of_document, text) := testing.document_with(
	[testing.model(declared, {"training.process": [testing.fact(text)]})],
	{"documents": [object.union(_form, {"kind": kind_of_document})]},
)

_long := concat(" ", [word | some _ in numbers.range(1, 60); word := "word"])

test_notes_a_short_answer if {
	rule.report == {{
		"rule": "GPAI-170",
		"model": 0,
		"at": ["models", 0, "facts", "training.process", 0],
		"message": "The answer on the stages and methods of training (MDF-5.1) has 2 words; the form recommends about 400.",
		"level": "note",
		"requirements": ["T-1.1.a"],
	}} with input as _with(testing.in_force, "model_documentation_form", "Three stages.")
}

test_passes_with_a_longer_answer if {
	rule.report == set() with input as _with(testing.in_force, "model_documentation_form", _long)
}

test_does_not_apply_to_a_card if {
	rule.report == set() with input as _with(testing.in_force, "model_card", "Three stages.")
}

test_does_not_apply_to_a_model_that_is_no_general_purpose_model if {
	declared := {"placed_on_market": true, "gpai": false}
	rule.report == set() with input as _with(declared, "model_documentation_form", "Three stages.")
}
