package gpai.rules.consistency.datasets_not_in_summary_test

import data.gpai.lib.testing
import data.gpai.rules.consistency.datasets_not_in_summary as rule

_named := testing.fact_with("example-org/web-2024, example-org/source-code", {"value": ["example-org/web-2024", "example-org/source-code"]})

_summary(text) := object.union(
	testing.text_document("training_content_summary", "TRAINING_SUMMARY.md", [testing.section("2.1", text, [])]),
	{"index": 1},
)

_with(listed, text) := testing.document_with(
	[testing.model(testing.in_force, {"data.datasets": array.concat([_named], [testing.fact_with(each, {"document": 1}) | some each in listed])})],
	{"documents": [testing.card([]), _summary(text)]},
)

test_notes_a_dataset_that_the_summary_does_not_mention if {
	rule.report == {{
		"rule": "GPAI-741",
		"model": 0,
		"at": ["models", 0, "facts", "data.datasets", 0],
		"message": "The card names datasets that the training summary does not mention: 'example-org/source-code'.",
		"level": "note",
		"requirements": ["PS-2.1.b"],
		"related": [{"message": "The summary lists its datasets here.", "at": ["models", 0, "facts", "data.datasets", 1]}],
	}} with input as _with(["Web 2024"], "We used Web 2024.")
}

test_passes_where_the_summary_mentions_each if {
	rule.report == set() with input as _with(["Web 2024"], "We used Web 2024 and a little source code.")
}

test_does_not_apply_without_a_list_in_a_summary if {
	rule.report == set() with input as _with([], "We used much.")
	document := testing.document([testing.model(testing.in_force, {"data.datasets": [_named]})])
	rule.report == set() with input as document
}
