package gpai.rules.law.exemption_licence_test

import data.gpai.lib.testing
import data.gpai.rules.law.exemption_licence as rule

_claim := object.union(testing.in_force, {"open_source": true, "monetised": false})

_licensed(declared, id, clauses) := testing.document_with([testing.model(declared, {})], {"licences": [{
	"id": id,
	"name": id,
	"subject": "model",
	"document": 0,
	"models": [0],
	"clauses": clauses,
	"location": testing.location,
}]})

_user_scale := {"kind": "user_scale", "text": "700 million monthly active users", "location": testing.location}

test_fails_at_the_clause if {
	document := _licensed(_claim, "LicenseRef-example-community", [_user_scale])
	testing.brief(rule.report) == {["GPAI-611", 0, ["licences", 0, "clauses", 0], "error"]} with input as document
	messages := {violation.message | some violation in rule.report} with input as document
	messages == {concat("", [
		"The open-source exemption is claimed, but the licence does not carry it. ",
		"The licence is 'LicenseRef-example-community': it depends on the number of users.",
	])}
}

test_fails_on_a_licence_that_is_only_named if {
	facts := {"distribution.licence": [testing.fact("CC-BY-NC-4.0")]}
	document := testing.document([testing.model(_claim, facts)])
	testing.brief(rule.report) == {[
		"GPAI-611", 0,
		["models", 0, "facts", "distribution.licence", 0],
		"error",
	]} with input as document
}

test_passes_with_a_free_licence if {
	rule.report == set() with input as _licensed(_claim, "Apache-2.0", [{
		"kind": "attribution",
		"text": "retain notices",
		"location": testing.location,
	}])
}

test_does_not_apply_without_a_claim if {
	rule.report == set() with input as _licensed(testing.in_force, "LicenseRef-example-community", [_user_scale])
}
