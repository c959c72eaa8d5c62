package gpai.rules.documents.unread_file_test

import data.gpai.lib.testing
import data.gpai.rules.documents.unread_file as rule

_with(file) := testing.document_with([testing.model({}, {})], {"unread": [{
	"file": file,
	"reason": "expected ',' or '}'",
	"location": testing.location,
}]})

test_fails_on_a_file_that_cannot_be_read if {
	testing.brief(rule.report) == {["GPAI-802", null, ["unread", 0], "error"]} with input as _with("config.json")
}

test_fails_on_a_file_of_our_own_format[file] if {
	some file in ["model-documentation.yaml", "docs/training-summary.yml", "safety-and-security.yaml"]
	testing.brief(rule.report) == {["GPAI-803", null, ["unread", 0], "error"]} with input as _with(file)
}

test_ends_with_one_full_stop_or_the_question_of_the_reason if {
	document := testing.document_with([testing.model({}, {})], {"unread": [
		{"file": "config.json", "reason": "It ends too early", "location": testing.location},
		{"file": "training-summary.yaml", "reason": "There is no key 'a' here. Did you mean 'b'?", "location": testing.location},
	]})
	{violation.message | some violation in rule.report} == {
		"The file cannot be read: It ends too early.",
		"The file does not follow its format: There is no key 'a' here. Did you mean 'b'?",
	} with input as document
}

test_passes_when_everything_was_read if {
	rule.report == set() with input as testing.document([testing.model({}, {})])
}

test_does_not_apply_without_models if {
	rule.report == set() with input as testing.document_with([], {"unread": []})
}
