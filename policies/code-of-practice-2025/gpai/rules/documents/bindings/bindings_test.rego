package gpai.rules.documents.bindings_test

import data.gpai.lib.testing
import data.gpai.rules.documents.bindings as rule

_with(item, text) := testing.document_with([testing.model({}, {})], {"bindings": [{
	"item": item,
	"text": text,
	"document": 0,
	"models": [0],
	"location": testing.location,
}]})

test_fails_on_an_item_that_does_not_exist if {
	testing.brief(rule.report) == {["GPAI-804", 0, ["bindings", 0], "warning"]} with input as _with("MDF-9.9", "Energy")
	{violation.message | some violation in rule.report} == {"There is no item 'MDF-99.1'."} with input as _with("MDF-99.1", "")
}

test_suggests_what_is_near[item] if {
	some item, message in {
		"mdf-8.1": "There is no item 'mdf-8.1'; did you mean 'MDF-8.1'?",
		"MDF8.1": "There is no item 'MDF8.1'; did you mean 'MDF-8.1'?",
		"C-1.3.1.a": "There is no item 'C-1.3.1.a'; did you mean 'C-1.3(1)(a)'?",
		"MDF-8.9": "There is no item 'MDF-8.9'; those beside it are 'MDF-8.1', 'MDF-8.2', 'MDF-8.3', 'MDF-8.4'.",
		"GPAI-138": "There is no item 'GPAI-138'; that is a rule, and passages are bound to items such as MDF-8.1.",
	}
	{violation.message | some violation in rule.report} == {message} with input as _with(item, "Energy")
}

test_suggests_the_items_that_begin_so if {
	{violation.message | some violation in rule.report} == {concat("", [
		"There is no item 'MDF-2.7'; items that begin so are 'MDF-2.7a', 'MDF-2.7b'.",
	])} with input as _with("MDF-2.7", "Size")
}

test_fails_before_nothing if {
	testing.brief(rule.report) == {["GPAI-805", 0, ["bindings", 0], "warning"]} with input as _with("MDF-8.1", " ")
}

test_passes_on_an_item_with_text if {
	rule.report == set() with input as _with("MDF-8.1", "Training used 2,638 MWh.")
}

test_does_not_apply_without_bindings if {
	rule.report == set() with input as testing.document([testing.model({}, {})])
}
