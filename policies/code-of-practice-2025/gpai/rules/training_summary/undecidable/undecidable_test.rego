package gpai.rules.training_summary.undecidable_test

import data.gpai.lib.testing
import data.gpai.rules.training_summary.undecidable as rule

_drawn := testing.fact_with("Were crawlers used? Yes No", {"value": null, "state": "undecidable"})

_with(kind_of_document) := testing.document_with(
	[testing.model(testing.in_force, {"data.crawlers_used": [_drawn], "data.synthetic_used": [testing.fact(true)]})],
	{"documents": [testing.text_document(kind_of_document, "summary.pdf", [])]},
)

test_notes_ticks_that_the_text_does_not_show if {
	rule.report == {{
		"rule": "GPAI-207",
		"model": 0,
		"at": ["models", 0, "facts", "data.crawlers_used", 0],
		"message": "The text of the training summary does not show which box is ticked, so this question stays undecided: 'Yes No'.",
		"level": "note",
		"requirements": [],
		"related": [],
	}} with input as _with("training_content_summary")
}

test_passes_where_every_tick_is_text if {
	document := testing.document_with(
		[testing.model(testing.in_force, {"data.synthetic_used": [testing.fact(true)]})],
		{"documents": [testing.text_document("training_content_summary", "summary.pdf", [])]},
	)
	rule.report == set() with input as document
}

test_does_not_apply_to_other_documents if {
	rule.report == set() with input as _with("model_documentation_form")
}
