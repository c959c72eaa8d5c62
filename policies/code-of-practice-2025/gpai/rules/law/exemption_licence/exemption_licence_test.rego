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

# What the document writes, or the id without the prefix where that is a sentence.
test_tells_of_a_named_licence_what_a_reader_understands[text] if {
	some text, told in {
		"llama2": "'llama2'",
		"Aurora is released under the community license that its base model has.": "'llama-2'",
	}
	fact := testing.fact_with("LicenseRef-llama-2", {"text": text})
	document := testing.document([testing.model(_claim, {"distribution.licence": [fact]})])
	[message] := [violation.message | some violation in rule.report] with input as document
	contains(message, sprintf("given as %s: beyond 700 million", [told]))
}

test_a_licence_fails_by_a_name_that_excludes_commerce[name] if {
	some name, failures in {
		"Aurora Non-Commercial License Agreement": 1,
		"research use only": 1,
		"Aurora License": 0,
		"free for commercial and non-commercial use": 0,
	}
	document := testing.document([testing.model(_claim, {"distribution.licence": [testing.fact(name)]})])
	reported := rule.report with input as document
	count(reported) == failures
}

test_a_text_without_a_name_is_called_so if {
	document := _licensed(_claim, "LicenseRef-unknown", [_user_scale])
	nameless := json.patch(document, [{"op": "replace", "path": "/licences/0/name", "value": ""}])
	[message] := [violation.message | some violation in rule.report] with input as nameless
	endswith(message, "The licence has a text of its own and no name: it depends on the number of users.")
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
