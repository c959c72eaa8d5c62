package gpai.rules.documents.placeholder_text_test

import data.gpai.lib.testing
import data.gpai.rules.documents.placeholder_text as rule

_left(text, document) := {
	"text": text,
	"document": document,
	"models": [0],
	"heading": ["Training data"],
	"location": testing.location,
}

_with(placeholders) := testing.document_with(
	[testing.model({}, {})],
	{
		"documents": [testing.card([]), testing.text_document("readme", "docs/README.md", [])],
		"placeholders": placeholders,
	},
)

test_fails_once_per_document if {
	document := _with([
		_left("[More Information Needed]", 0),
		_left("TBD", 0),
		_left("{{ model_id }}", 1),
	])
	testing.brief(rule.report) == {
		["GPAI-801", 0, ["placeholders", 0], "warning"],
		["GPAI-801", 0, ["placeholders", 2], "warning"],
	} with input as document
	{[violation.message, violation.related] | some violation in rule.report} == {
		["Template text was left behind: '[More Information Needed]'.", [{
			"message": "Template text was left behind: 'TBD'.",
			"at": ["placeholders", 1],
			"occurrence": true,
		}]],
		["Template text was left behind: '{{ model_id }}'.", []],
	} with input as document
}

test_passes_without_a_placeholder if {
	rule.report == set() with input as _with([])
}

test_does_not_apply_to_a_repository_without_documents if {
	rule.report == set() with input as testing.document_with([testing.model({}, {})], {"documents": []})
}
