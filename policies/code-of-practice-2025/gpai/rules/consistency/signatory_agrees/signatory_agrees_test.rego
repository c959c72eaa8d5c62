package gpai.rules.consistency.signatory_agrees_test

import data.gpai.lib.testing
import data.gpai.rules.consistency.signatory_agrees as rule

_with(configured, answer) := testing.document_with(
	[testing.model(testing.in_force, {"provider.code_signatory": [testing.fact(answer)]})],
	{
		"configuration": {"provider": {"signatory": configured}},
		"documents": [testing.text_document("training_content_summary", "summary.md", [])],
	},
)

_at := ["models", 0, "facts", "provider.code_signatory", 0]

test_fails_on_two_answers[name] if {
	some name, document in {
		"all": _with(true, false),
		"by chapter": _with({"copyright": false}, true),
	}
	testing.brief(rule.report) == {["GPAI-735", 0, _at, "warning"]} with input as document
}

test_passes_on_one_answer if {
	rule.report == set() with input as _with({"transparency": false, "copyright": true}, true)
}

test_does_not_apply_without_a_configured_answer if {
	rule.report == set() with input as _with({"transparency": true}, false)
}
