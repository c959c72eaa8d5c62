package gpai.rules.transparency.size_per_modality_test

import data.gpai.lib.testing
import data.gpai.rules.transparency.size_per_modality as rule

_with(kind_of_document, facts) := testing.document_with(
	[testing.model(testing.in_force, facts)],
	{"documents": [testing.text_document(kind_of_document, "form.md", [])]},
)

_modalities := {"model.input_modalities": [testing.fact(["text", "image", "audio"])]}

_text := testing.fact_with(32768, {"text": "32768 tokens"})

_of(modality, text) := testing.fact_with(text, {"variant": modality})

test_notes_the_modalities_without_a_size if {
	facts := object.union(_modalities, {"model.context_length": [_text, _of("image", "1024 x 1024 pixels")]})
	rule.report == {{
		"rule": "GPAI-175",
		"model": 0,
		"at": ["models", 0, "facts", "model.context_length", 0],
		"message": "The form gives the largest input, but not that of 'audio' (MDF-2.4).",
		"level": "note",
		"requirements": ["MDF-2.4"],
	}} with input as _with("model_documentation_form", facts)
}

test_notes_the_output_as_well if {
	facts := {"model.output_modalities": [testing.fact(["text", "audio"])], "model.max_output": [_text]}
	testing.brief(rule.report) == {["GPAI-175", 0, ["models", 0, "facts", "model.max_output", 0], "note"]} with input as _with(
		"model_documentation_form",
		facts,
	)
}

test_passes_with_a_size_for_each if {
	facts := object.union(_modalities, {"model.context_length": [_text, _of("image", "1024 x 1024 pixels"), _of("", "audio: N/A")]})
	rule.report == set() with input as _with("model_documentation_form", facts)
}

test_passes_for_text_alone if {
	facts := {"model.input_modalities": [testing.fact(["text"])], "model.context_length": [_text]}
	rule.report == set() with input as _with("model_documentation_form", facts)
}

test_does_not_apply_to_a_card_or_without_a_size if {
	rule.report == set() with input as _with("model_card", object.union(_modalities, {"model.context_length": [_text]}))
	rule.report == set() with input as _with("model_documentation_form", _modalities)
}
