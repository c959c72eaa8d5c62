package gpai.rules.law.exemption_licence_review_test

import data.gpai.lib.testing
import data.gpai.rules.law.exemption_licence_review as rule

_claim := object.union(testing.in_force, {"open_source": true, "monetised": false})

_licensed(declared, id) := testing.document([testing.model(declared, {"distribution.licence": [testing.fact(id)]})])

_judged := {"attestations": [{
	"requirement": "G-OSS-OK",
	"statement": "The limits concern weapons alone.",
	"by": "A. Example, General Counsel",
	"date": "2026-01-10",
}]}

test_notes_a_licence_that_is_not_in_the_table if {
	testing.brief(rule.report) == {[
		"GPAI-612", 0,
		["models", 0, "facts", "distribution.licence", 0],
		"note",
	]} with input as _licensed(_claim, "LicenseRef-example-openrail")
}

test_passes_once_somebody_judged_it if {
	document := object.union(
		_licensed(_claim, "LicenseRef-example-openrail"),
		{"configuration": object.union(testing.signatory, _judged)},
	)
	rule.report == set() with input as document
}

test_passes_with_a_free_licence if {
	rule.report == set() with input as _licensed(_claim, "MIT")
}

test_does_not_apply_without_a_claim if {
	rule.report == set() with input as _licensed(testing.in_force, "LicenseRef-example-openrail")
}
