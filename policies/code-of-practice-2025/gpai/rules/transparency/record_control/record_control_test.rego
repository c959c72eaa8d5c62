package gpai.rules.transparency.record_control_test

import data.gpai.lib.testing
import data.gpai.rules.transparency.record_control as rule

_form(text) := testing.text_document("model_documentation_form", "form.md", [testing.section("Head", text, [])])

_with(declared, documents) := testing.document_with([testing.model(declared, {})], {"documents": documents})

test_notes_a_form_that_nobody_controls if {
	document := _with(testing.in_force, [_form("Document version: 1.0")])
	rule.report == {{
		"rule": "GPAI-107",
		"model": 0,
		"at": ["documents", 0],
		"message": "Nothing shows who controls the model documentation: no owner in CODEOWNERS, no reviewer, no protection against change.",
		"level": "note",
		"requirements": ["T-1.3.a"],
	}} with input as document
	rule.met == set() with input as document
}

test_passes_with_a_reviewer_and_a_standard if {
	document := _with(testing.in_force, [_form("Reviewed by J. Doe on 2026-02-01 under ISO/IEC 42001.")])
	rule.report == set() with input as document
	rule.met == {
		{"requirement": "T-1.3.a", "model": 0, "at": ["documents", 0, "sections", 0]},
		{"requirement": "T-1.3.b", "model": 0, "at": ["documents", 0, "sections", 0]},
	} with input as document
}

_owned(pattern) := _with(testing.in_force, [
	object.union(_form("Document version: 1.0"), {"path": "docs/form.md"}),
	testing.text_document("codeowners", "CODEOWNERS", [testing.section("", sprintf("# owners\n%s @example/compliance", [pattern]), [])]),
])

test_passes_with_owners_of_the_documentation[pattern] if {
	some pattern in ["*", "/docs/form.md", "form.md", "*.md", "/docs/", "docs/**"]
	rule.report == set() with input as _owned(pattern)
	rule.met == {{"requirement": "T-1.3.a", "model": 0, "at": ["documents", 1]}} with input as _owned(pattern)
}

test_owners_of_other_files_show_nothing[pattern] if {
	some pattern in ["/src/", "*.py", "doc", "/docs/formula.md"]
	testing.brief(rule.report) == {["GPAI-107", 0, ["documents", 0], "note"]} with input as _owned(pattern)
	rule.met == set() with input as _owned(pattern)
}

test_reviews_of_something_else_and_licence_tags_show_nothing if {
	document := _with(testing.in_force, [_form("SPDX-License-Identifier: Apache-2.0. The paper was reviewed by three referees.")])
	{violation.rule | some violation in rule.report} == {"GPAI-107"} with input as document
	rule.met == set() with input as document
}

test_does_not_apply_without_the_form if {
	rule.report == set() with input as _with(testing.in_force, [testing.card([])])
}
