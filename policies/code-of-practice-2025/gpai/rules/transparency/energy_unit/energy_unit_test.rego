package gpai.rules.transparency.energy_unit_test

import data.gpai.lib.testing
import data.gpai.rules.transparency.energy_unit as rule

_with(document_kind, text) := testing.document_with(
	[testing.model(testing.in_force, {"training.energy_mwh": [testing.fact_with(120, {"text": text})]})],
	{"documents": [testing.text_document(document_kind, "form.md", [])]},
)

test_notes_another_unit_in_the_form if {
	rule.report == {{
		"rule": "GPAI-172",
		"model": 0,
		"at": ["models", 0, "facts", "training.energy_mwh", 0],
		"message": "The form asks for the training energy in MWh; here stands '120,000 kWh'.",
		"level": "note",
		"requirements": ["MDF-8.1"],
	}} with input as _with("model_documentation_form", "120,000 kWh")
}

test_passes_with_megawatt_hours if {
	rule.report == set() with input as _with("model_documentation_form", "120 MWh")
}

test_does_not_apply_to_a_card if {
	rule.report == set() with input as _with("model_card", "120,000 kWh")
}
