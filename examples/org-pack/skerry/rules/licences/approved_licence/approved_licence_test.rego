package skerry.rules.licences.approved_licence_test

import data.gpai.lib.testing
import data.skerry.rules.licences.approved_licence as rule

# Rule, model and place; levels are settled by gpai-lint.
places := {array.slice(row, 0, 3) | some row in testing.brief(rule.report)}

released(licence) := testing.document([testing.model({}, {"distribution.licence": [testing.fact(licence)]})])

test_another_licence_is_reported if {
	document := released("CC-BY-NC-4.0")
	places == {["SKE-101", 0, ["models", 0, "facts", "distribution.licence", 0]]} with input as document
}

test_an_approved_licence_is_not if {
	document := released("Apache-2.0")
	places == set() with input as document
}

test_without_a_licence_there_is_nothing_to_approve if {
	document := testing.document([testing.model({}, {})])
	places == set() with input as document
}
