package gpai.rules.consistency.risks_in_report_test

import data.gpai.lib.testing
import data.gpai.rules.consistency.risks_in_report as rule

_with(declared, report) := testing.document_with([testing.model(declared, {})], {"documents": [
	testing.text_document("safety_framework", "framework.md", [testing.section("Risks", "We assess CBRN risks.", [])]),
	testing.text_document("model_report", "report.md", [testing.section("Results", report, [])]),
]})

test_fails_on_a_risk_the_report_passes_over if {
	testing.brief(rule.report) == {["GPAI-716", 0, ["documents", 1], "warning"]} with input as _with(
		testing.systemic,
		"No tier was reached.",
	)
}

test_passes_on_a_risk_the_report_treats if {
	rule.report == set() with input as _with(testing.systemic, "CBRN: no tier was reached.")
}

test_does_not_apply_without_systemic_risk if {
	rule.report == set() with input as _with(testing.in_force, "No tier was reached.")
}
