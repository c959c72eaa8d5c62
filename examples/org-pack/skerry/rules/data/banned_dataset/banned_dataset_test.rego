package skerry.rules.data.banned_dataset_test

import data.gpai.lib.testing
import data.skerry.rules.data.banned_dataset as rule

# Rule, model and place; levels are settled by gpai-lint.
places := {array.slice(row, 0, 3) | some row in testing.brief(rule.report)}

trained_on(names) := testing.document([testing.model({}, {"data.datasets": [testing.fact(names)]})])

test_a_banned_dataset_is_reported if {
	every names in [["web", "archive/example-shadow-library"], "the Example Faces and other sets"] {
		document := trained_on(names)
		places == {["SKE-103", 0, ["models", 0, "facts", "data.datasets", 0]]} with input as document
	}
}

test_other_datasets_are_not if {
	document := trained_on(["Example Web Text 2025", "Counterexample Faces of Things"])
	places == set() with input as document
}

test_without_datasets_there_is_nothing_to_ban if {
	document := testing.document([testing.model({}, {})])
	places == set() with input as document
}
