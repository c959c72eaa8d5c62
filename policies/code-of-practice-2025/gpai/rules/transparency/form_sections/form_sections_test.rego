package gpai.rules.transparency.form_sections_test

import data.gpai.lib.testing
import data.gpai.rules.transparency.form_items
import data.gpai.rules.transparency.form_sections as rule

_document(facts) := testing.document([testing.model(testing.in_force, facts)])

_complete[field] := [testing.answer(field)] if {
	some row in form_items.rows
	some field in row.fields
}

_without(section) := object.remove(_complete, {field |
	some row in form_items.rows
	row.section == section
	some field in row.fields
})

test_fails_once_per_section_on_a_card_that_says_nothing if {
	{violation.rule | some violation in rule.report} == {
		"GPAI-111",
		"GPAI-112",
		"GPAI-113",
		"GPAI-114",
		"GPAI-115",
		"GPAI-116",
		"GPAI-117",
		"GPAI-118",
	} with input as _document({})
}

test_a_section_without_trace_is_one_finding_with_all_its_items if {
	rule.report == {{
		"rule": "GPAI-118",
		"model": 0,
		"missing": "training.energy_mwh",
		"message": concat("", [
			"No document answers 4 items of the form's section 'Energy consumption (during training and inference)': ",
			"the energy used for training (MDF-8.1); how the energy was measured or estimated (MDF-8.2); ",
			"the compute used for inference on a benchmark task (MDF-8.3); the task and the hardware of the inference benchmark (MDF-8.4).",
		]),
		"remediation": concat(" ", [
			"Write into the model card or model-documentation.yaml, for instance:",
			`"Training energy: 120 MWh (measured at the rack, PUE 1.2)";`,
			`"Energy was estimated from GPU hours, board power and a PUE of 1.2";`,
			`"Inference compute: 1.5e15 FLOP for generating 100,000 tokens"; "Inference benchmark: generating 100,000 tokens on 8 H100".`,
			"Where the form is kept elsewhere, name it in gpai-lint.yaml: `documents: {model_documentation_form: {url: https://…, public: false}}`.",
		]),
		"level": "error",
		"requirements": ["MDF-8.1", "MDF-8.2", "MDF-8.3", "MDF-8.4", "T-1.1.a"],
	}} with input as _document(_without("energy"))
}

test_a_section_shows_what_follows_from_stated_figures if {
	facts := object.union(
		_without("energy"),
		{"training.gpu_hours": [testing.fact(1180000)], "training.hardware": [testing.fact("2,048 H100-80GB")]},
	)
	messages := [violation.message | some violation in rule.report] with input as _document(facts)
	endswith(messages[0], concat(" ", [
		"the task and the hardware of the inference benchmark (MDF-8.4). From what is stated,",
		"1.2 million GPU hours at 700 W of board power would be about 826 MWh before overheads, to be confirmed or corrected.",
	]))
}

test_a_single_item_is_said_in_a_sentence if {
	facts := object.remove(_complete, {"training.compute_method"})
	messages := {violation.message | some violation in rule.report} with input as _document(facts)
	messages == {"No document states how the training compute was measured or estimated (MDF-7.3)."}
}

test_what_the_code_alone_asks_is_a_note_for_who_did_not_sign if {
	unsigned := {"configuration": {"provider": {"signatory": false}}}
	dependencies := object.union(_document(object.remove(_complete, {"model.base_model"})), unsigned)
	testing.brief(rule.report) == {["GPAI-111", 0, "model.base_model", "note"]} with input as dependencies
	methods := object.union(_document(object.remove(_complete, {"training.compute_method"})), unsigned)
	testing.brief(rule.report) == {["GPAI-117", 0, "training.compute_method", "error"]} with input as methods
}

test_items_that_are_never_an_error_alone_stay_a_warning if {
	facts := object.remove(_complete, {"distribution.additional_assets"})
	testing.brief(rule.report) == {["GPAI-113", 0, "distribution.additional_assets", "warning"]} with input as _document(facts)
}

test_passes_where_everything_is_stated if {
	rule.report == set() with input as _document(_complete)
}

test_does_not_apply_to_a_model_that_is_no_general_purpose_model if {
	model := testing.model({"placed_on_market": true, "gpai": false}, {})
	rule.report == set() with input as testing.document([model])
}
