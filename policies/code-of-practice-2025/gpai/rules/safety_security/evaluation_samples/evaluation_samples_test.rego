package gpai.rules.safety_security.evaluation_samples_test

import data.gpai.lib.testing
import data.gpai.rules.safety_security.evaluation_samples as rule

_model := testing.model(testing.systemic, {})

_report(text) := testing.document_with([_model], {"documents": [testing.text_document("model_report", "report.md", [testing.section("Evaluations", text, [])])]})

test_fails_with_three_samples if {
	document := _report("For each evaluation we show three randomly selected samples.")
	rule.report == {{
		"rule": "GPAI-518",
		"model": 0,
		"at": ["documents", 0, "sections", 0],
		"quote": "three randomly selected samples",
		"message": "The report speaks of 'three randomly selected samples'; each relevant evaluation needs at least '5'.",
		"level": "error",
		"requirements": ["S-7.3(1)(f)"],
	}} with input as document
	rule.met == set() with input as document
}

test_warns_where_samples_are_not_mentioned if {
	testing.brief(rule.report) == {["GPAI-518", 0, ["documents", 0], "warning"]} with input as _report("The scores are given in annex A.")
}

test_fails_without_a_report if {
	testing.brief(rule.report) == {["GPAI-518", 0, "documents.model_report", "error"]} with input as testing.document([_model])
}

test_passes_with_five_samples if {
	document := _report("Annex B holds 5 input and output pairs per evaluation, drawn at random, and 10 random transcripts.")
	rule.report == set() with input as document
	rule.met == {{"requirement": "S-7.3(1)(f)", "model": 0, "at": ["documents", 0, "sections", 0]}} with input as document
}

test_random_samples_without_a_number_show_nothing if {
	document := _report("Random samples of each evaluation are in annex B.")
	rule.report == set() with input as document
	rule.met == set() with input as document
}

test_does_not_apply_without_systemic_risk if {
	document := testing.document_with([testing.model(testing.in_force, {})], {"documents": []})
	rule.report == set() with input as document
}
