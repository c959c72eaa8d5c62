package gpai.main_test

import data.gpai.lib.testing
import data.gpai.main

_third_country := {"provider": {"name": "Example Labs", "country": "US", "signatory": true}}

_document := testing.document_with([testing.model(testing.in_force, {})], {"configuration": _third_country})

_rules(report) := {violation.rule | some violation in report}

test_findings_of_all_rules_come_together if {
	rules := _rules(main.report) with input as _document
	"GPAI-601" in rules
	"GPAI-301" in rules
}

test_a_finding_is_left_out_where_its_cause_is_told if {
	with_dependency := {"GPAI-601": {"depends_on": ["GPAI-301"], "level": "error", "strength": "law", "requirements": ["LAW-54"]}}
	told := _rules(main.report) with input as _document with data.gpai.metadata.rules as object.union(
		data.gpai.metadata.rules,
		with_dependency,
	)
	not "GPAI-601" in told
	"GPAI-301" in told
}

test_nothing_is_missed_of_a_model_that_nothing_shows if {
	readme := testing.text_document("readme", "README.md", [])
	document := testing.document_with([testing.model({}, {})], {"documents": [readme]})
	rules := _rules(main.report) with input as document
	"GPAI-101" in rules
	not "GPAI-301" in rules
	not "GPAI-201" in rules
}

test_an_attested_absence_is_left_out if {
	document := testing.document_with([testing.model(testing.in_force, {})], {"configuration": object.union(_third_country, {"attestations": [{
		"requirement": "LAW-54",
		"statement": "The mandate is kept by the legal department.",
		"by": "A. Example, General Counsel",
		"date": "2026-01-10",
	}]})})
	rules := _rules(main.report) with input as document
	not "GPAI-601" in rules
}

test_one_scope_and_one_status_per_model if {
	second := object.union(testing.model({"placed_on_market": false}, {}), {"index": 1, "path": "second"})
	document := testing.document_with([testing.model(testing.in_force, {}), second], {})
	scope := main.scope with input as document
	[answers.placed_on_market.answer | some answers in scope] == ["yes", "no"]
	status := main.status with input as document
	[count(rows) | some rows in status] == [count(data.gpai.requirements), count(data.gpai.requirements)]
}

test_nothing_without_models if {
	document := testing.document_with([], {"documents": []})
	main.report == set() with input as document
	main.scope == [] with input as document
	main.status == [] with input as document
}
