package gpai.rules.documents.undecidable_answer_test

import data.gpai.lib.testing
import data.gpai.rules.documents.undecidable_answer as rule

_open := testing.fact_with(null, {"state": "undecidable", "text": "☐ Yes ☐ No"})

_with(facts) := testing.document([testing.model({}, facts)])

test_notes_answers_once_per_document if {
	document := _with({"data.crawlers_used": [_open], "data.synthetic_used": [_open]})
	testing.brief(rule.report) == {[
		"GPAI-806", 0,
		["models", 0, "facts", "data.crawlers_used", 0],
		"note",
	]} with input as document
	{violation.related | some violation in rule.report} == {[{
		"message": "The answer to this question cannot be read from the text.",
		"at": ["models", 0, "facts", "data.synthetic_used", 0],
		"occurrence": true,
	}]} with input as document
}

test_passes_on_answers_that_can_be_read if {
	rule.report == set() with input as _with({"data.crawlers_used": [testing.fact(false)]})
}

test_does_not_apply_without_answers if {
	rule.report == set() with input as _with({})
}
