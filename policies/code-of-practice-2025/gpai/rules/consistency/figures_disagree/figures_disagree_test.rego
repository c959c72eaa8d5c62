package gpai.rules.consistency.figures_disagree_test

import data.gpai.lib.testing
import data.gpai.rules.consistency.figures_disagree as rule

# Each statement stands in a line of its own.
_stating(field, entries) := testing.document([testing.model(testing.in_force, {field: [_in_line(entry, i + 1) |
	some i, entry in entries
]})])

_in_line(entry, line) := object.union(entry, {"location": {"line": line}})

_path(field, i) := ["models", 0, "facts", field, i]

_measured(value) := testing.fact_with(value, {"method": "measured"})

_of(variant, value) := testing.fact_with(value, {"variant": variant})

test_fails_on_parameters_that_cannot_both_be_right[name] if {
	some name, entries in {
		"nominal sizes": [testing.fact(8000000000), testing.fact(1300000000)],
		"three digits": [_of("turbo", 809000000), _of("turbo", 798000000)],
		"weights": [testing.fact(70000000000), _measured(8030261248)],
	}
	document := _stating("model.parameters_total", entries)
	testing.brief(rule.report) == {[
		"GPAI-719", 0,
		_path("model.parameters_total", 0),
		"warning",
	]} with input as document
}

test_says_both_places if {
	prose := testing.fact_with(8000000000, {"text": "Example Chat is an 8B parameter long-context instruct model."})
	document := _stating("model.parameters_total", [prose, testing.fact_with(1300000000, {"text": "1.3B"})])
	related := {place.at | some violation in rule.report; some place in violation.related} with input as document
	related == {_path("model.parameters_total", 1)}
	messages := {violation.message | some violation in rule.report} with input as document
	messages == {"The number of parameters stands here as '8 billion parameters', elsewhere as '1.3B'."}
}

test_passes_on_rounding_and_other_variants[name] if {
	some name, entries in {
		"rounded": [testing.fact(8000000000), testing.fact(8030261248)],
		"nominal": [testing.fact(7000000000), testing.fact(8540000000)],
		"other variant": [_of("7B", 7000000000), _of("70B", 70000000000)],
		"weights of another precision": [testing.fact(671000000000), _measured(684531386000)],
		"two counts of weights": [_measured(8030261248), _measured(1003782656)],
		"without embeddings": [testing.fact(70000000), testing.fact_with(18900000, {"text": "18.9M (non-embedding)"})],
		"the active ones": [testing.fact(40000000000), testing.fact_with(3700000000, {"text": "激活参数量: 3.7B"})],
		"a part": [testing.fact(632000000), testing.fact_with(311000000, {"text": "Encoder size: 311M"})],
		"a part by its label": [testing.fact(321000000000), testing.fact_with(316000000000, {
			"text": "316B",
			"location": {"anchor": "#Aurora/Total Parameters (LLM)"},
		})],
		"a band": [testing.fact(70000000000), testing.fact_with(5000000000, {"text": "500M - 5B"})],
	}
	rule.report == set() with input as _stating("model.parameters_total", entries)
}

test_two_figures_in_one_line_are_of_two_things if {
	one := _in_line(testing.fact(8000000000), 3)
	other := _in_line(testing.fact(1300000000), 3)
	rule.report == set() with input as testing.document([testing.model(testing.in_force, {"model.parameters_total": [one, other]})])
	apart := _in_line(testing.fact(1300000000), 5)
	count(rule.report) == 1 with input as testing.document([testing.model(testing.in_force, {"model.parameters_total": [one, apart]})])
	known := testing.document([testing.model(testing.in_force, {"model.parameters_total": [
		_in_line(testing.fact(1300000000), 3),
		_in_line(testing.fact(1300000000), 9),
		_in_line(testing.fact(6700000000), 9),
	]})])
	rule.report == set() with input as known
}

test_two_figures_in_one_sentence_over_several_lines_are_of_two_things if {
	sentence := "The series has two versions: Aurora (100B), made for data centres, and Aurora-Mini (9B), made for phones."
	document := _stating("model.parameters_total", [
		testing.fact_with(100000000000, {"text": sentence}),
		testing.fact_with(9000000000, {"text": sentence}),
	])
	rule.report == set() with input as document
	cells := _stating("model.parameters_total", [
		testing.fact_with(100000000000, {"text": "see above"}),
		testing.fact_with(9000000000, {"text": "see above"}),
	])
	count(rule.report) == 1 with input as cells
}

_headed(heading, line, value) := testing.fact_with(value, {"location": {
	"line": line,
	"anchor": sprintf("#Aurora/%s/Stats", [heading]),
}})

test_sections_of_one_name_are_told_apart_by_what_they_stand_under[name] if {
	some name, case in {
		"two corpora": [["German press archive", "French press archive"], 0],
		"two parts of a card": [["Overview of it", "What it is"], 1],
	}
	[headings, expected] := case
	facts := [_headed(headings[0], 1, 8035986369), _headed(headings[1], 2, 11052528456)]
	document := testing.document([testing.model(testing.in_force, {"data.tokens": facts})])
	reported := rule.report with input as document
	count(reported) == expected
}

test_passes_on_counts_of_several_things if {
	counts := [testing.fact(2350234427), testing.fact(2050057573), testing.fact(13138379147)]
	rule.report == set() with input as _stating("data.tokens", counts)
}

test_fails_on_one_of_several_figures_that_are_rounded if {
	document := _stating("data.tokens", [testing.fact(15000000000000), testing.fact(15600000000000), testing.fact(2000000000000)])
	count(rule.report) == 1 with input as document
}

test_packed_weights_count_for_nothing if {
	document := testing.document([testing.model(testing.in_force, {
		"model.parameters_total": [testing.fact(8000000000), _measured(1003782656)],
		"model.quantisation": [testing.fact("gptq")],
	})])
	rule.report == set() with input as document
}

test_fails_on_each_quantity[field] if {
	some field, expected in {
		"data.tokens": ["GPAI-726", [15000000000000, 2000000000000]],
		"training.gpu_hours": ["GPAI-728", [1200000, 300000]],
		"training.carbon_tco2e": ["GPAI-729", [24.7, 93]],
	}
	[id, values] := expected
	document := _stating(field, [testing.fact(value) | some value in values])
	testing.brief(rule.report) == {[id, 0, _path(field, 0), "warning"]} with input as document
}

test_fails_on_the_budget_of_a_phase if {
	document := _stating("data.phase_tokens", [
		_of("initial pretraining", 3500000000000),
		_of("annealing", 500000000000),
		_of("initial pretraining", 3000000000000),
	])
	testing.brief(rule.report) == {["GPAI-727", 0, _path("data.phase_tokens", 0), "warning"]} with input as document
}

# Of each member one, or the bounds of each half of a family.
test_three_sizes_of_which_no_two_agree_are_those_of_a_family if {
	sizes := [40000000, 300000000, 1000000000]
	rule.report == set() with input as _stating("model.parameters_total", [
	_in_line(testing.fact(size), i + 5) | some i, size in sizes])
	rounded := [7000000000, 6900000000, 13000000000]
	count(rule.report) == 1 with input as _stating("model.parameters_total", [
	_in_line(testing.fact(size), i + 5) | some i, size in rounded])
}

test_unique_and_seen_tokens_may_differ if {
	rule.report == set() with input as _stating("data.tokens", [testing.fact(366000000000), testing.fact(350000000000)])
}

test_is_a_note_where_no_duty_applies if {
	facts := {"model.parameters_total": [testing.fact(8000000000), _in_line(testing.fact(1300000000), 5)]}
	document := testing.document([testing.model({"placed_on_market": false}, facts)])
	testing.brief(rule.report) == {["GPAI-719", 0, _path("model.parameters_total", 0), "note"]} with input as document
}

test_does_not_apply_to_a_data_card_or_a_single_figure if {
	rule.report == set() with input as _stating("model.parameters_total", [testing.fact(8000000000)])
	facts := {"data.tokens": [testing.fact(15000000000000), testing.fact_with(1000000000, {"document": 1})]}
	document := testing.document_with([testing.model(testing.in_force, facts)], {"documents": [
		testing.card([]),
		object.union(testing.text_document("data_card", "DATA.md", []), {"index": 1}),
	]})
	rule.report == set() with input as document
}
