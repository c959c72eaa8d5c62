package gpai.rules.law.systemic_risk_silence_test

import data.gpai.lib.testing
import data.gpai.rules.law.systemic_risk_silence as rule

_model := testing.model(testing.systemic, {})

_report(text) := testing.text_document("model_report", "MODEL_REPORT.md", [testing.section("Overview", text, [])])

_said := "Systemic risks were assessed in evaluations with adversarial testing; security measures protect the components."

test_fails_on_documents_that_pass_over_every_duty if {
	document := testing.document_with([_model], {"documents": [_report("It was finished in May.")]})
	testing.brief(rule.report) == {[row.id, 0, ["documents", 0, "sections", 0], "warning"] | some row in rule.rows} with input as document
}

test_fails_on_the_one_duty_that_is_left_out if {
	document := testing.document_with([_model], {"documents": [_report("Systemic risks were assessed in evaluations.")]})
	rule.report == {{
		"rule": "GPAI-625",
		"model": 0,
		"at": ["documents", 0, "sections", 0],
		"message": "The safety documents say nothing of the cybersecurity of the model and its infrastructure.",
		"level": "warning",
		"requirements": ["LAW-55.1d"],
	}} with input as document
}

test_passes_where_each_is_spoken_of if {
	rule.report == set() with input as testing.document_with([_model], {"documents": [_report(_said)]})
}

test_passes_where_a_document_cannot_be_read_here if {
	elsewhere := object.union(testing.text_document("safety_framework", "", []), {"readable": false})
	rule.report == set() with input as testing.document_with([_model], {"documents": [_report("It was finished in May."), elsewhere]})
}

test_says_nothing_without_a_safety_document if {
	rule.report == set() with input as testing.document([_model])
}

test_does_not_apply_without_systemic_risk if {
	document := testing.document_with([testing.model(testing.in_force, {})], {"documents": [_report("It was finished in May.")]})
	rule.report == set() with input as document
}
