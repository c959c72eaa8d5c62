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

_listed(name, answer) := testing.document_with(
	[testing.model(testing.in_force, {"provider.code_signatory": [testing.fact(answer)]})],
	{
		"configuration": {"provider": {"name": name}},
		"documents": [testing.text_document("training_content_summary", "summary.md", [])],
	},
)

_list := [{"name": "Example Labs", "aliases": [], "chapters": ["copyright"]}]

test_fails_where_the_list_of_signatories_has_the_provider if {
	testing.brief(rule.report) == {["GPAI-735", 0, _at, "warning"]} with input as _listed("Example Labs", false)
		with data.gpai.reference.signatories.providers as _list
}

test_a_signature_may_be_younger_than_the_list if {
	rule.report == set() with input as _listed("Northern Models", true)
		with data.gpai.reference.signatories.providers as _list
	rule.report == set() with input as _listed("Northern Models", false)
		with data.gpai.reference.signatories.providers as _list
}

test_passes_on_one_answer if {
	rule.report == set() with input as _with({"transparency": false, "copyright": true}, true)
}

test_does_not_apply_without_a_configured_answer if {
	rule.report == set() with input as _with({"transparency": true}, false)
}
