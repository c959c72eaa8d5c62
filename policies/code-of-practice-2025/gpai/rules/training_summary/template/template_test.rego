package gpai.rules.training_summary.template_test

import data.gpai.lib.testing
import data.gpai.rules.training_summary.answers
import data.gpai.rules.training_summary.template as rule

_with(declared, titles) := testing.document_with(
	[testing.model(object.union(testing.in_force, declared), {})],
	{"documents": [testing.text_document("training_content_summary", "summary.md", [testing.section(title, "", []) | some title in titles])]},
)

_titles := [
	"1.1 Provider identification",
	"1.2 Model identification",
	"1.3 Modalities, overall training data size and other characteristics",
	"2.1 Publicly available datasets",
	"2.2.1 Datasets commercially licensed by rightsholders",
	"2.2.2 Private datasets obtained from other third parties",
	"2.3 Data crawled and scraped from online sources",
	"2.4 User data",
	"2.5 Synthetic data",
	"2.6 Other sources of data",
	"3.1 Respect of reservation of rights",
	"3.2 Removal of illegal content",
]

test_fails_where_a_part_is_left_out if {
	rule.report == {{
		"rule": "GPAI-206",
		"model": 0,
		"at": ["documents", 0],
		"message": "The training summary leaves out section 2.6 ('other sources'), section 3.2 ('removal of illegal content') of the template.",
		"level": "error",
		"requirements": ["PS-0.a", "PS-2.6", "PS-3.2"],
	}} with input as _with({}, [title | some title in _titles; not title in {"2.6 Other sources of data", "3.2 Removal of illegal content"}])
}

test_passes_with_all_parts if {
	document := _with({}, _titles)
	rule.report == set() with input as document
	rule.met == {{"requirement": "PS-0.a", "model": 0, "at": ["documents", 0]}} with input as document
	answers.absent_parts[0] == [] with input as document
}

test_does_not_apply_without_a_summary if {
	rule.report == set() with input as testing.document([testing.model(testing.in_force, {})])
}
