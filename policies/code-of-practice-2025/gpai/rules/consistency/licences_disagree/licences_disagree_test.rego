package gpai.rules.consistency.licences_disagree_test

import data.gpai.lib.testing
import data.gpai.rules.consistency.licences_disagree as rule

_text(id, subject) := {
	"id": id,
	"name": id,
	"subject": subject,
	"document": 1,
	"models": [0],
	"clauses": [],
	"location": testing.location,
}

_with(names, texts, path) := testing.document_with([testing.model(testing.in_force, {"distribution.licence": names})], {
	"documents": [testing.card([]), testing.text_document("license_file", path, [])],
	"licences": texts,
})

_at(i) := ["models", 0, "facts", "distribution.licence", i]

test_fails_beside_the_text_of_another_licence[subject] if {
	some subject in ["unknown", "model"]
	document := _with([testing.fact("MIT")], [_text("Apache-2.0", subject)], "LICENSE")
	testing.brief(rule.report) == {["GPAI-710", 0, _at(0), "warning"]} with input as document
}

test_fails_on_metadata_that_the_text_of_the_card_contradicts if {
	metadata := testing.fact_with("Apache-2.0", {"location": object.union(testing.location, {"anchor": "/license"})})
	document := _with([metadata, testing.fact("MIT")], [_text("MIT", "model")], "LICENSE-MODEL")
	testing.brief(rule.report) == {["GPAI-710", 0, _at(0), "warning"]} with input as document
}

test_fails_on_a_public_licence_called_proprietary if {
	document := _with([testing.fact("Proprietary")], [_text("LicenseRef-creativeml-openrail-m", "model")], "LICENSE")
	testing.brief(rule.report) == {["GPAI-710", 0, _at(0), "warning"]} with input as document
}

test_passes[name] if {
	some name, document in {
		"the same licence": _with([testing.fact("MIT")], [_text("MIT", "unknown")], "LICENSE"),
		"two forms of one": _with([testing.fact("GPL-3.0")], [_text("GPL-3.0-only", "unknown")], "LICENSE"),
		"the code's licence": _with([testing.fact("Apache-2.0")], [_text("MIT", "code")], "LICENSE-CODE"),
		"a licence of another folder": _with([testing.fact("Apache-2.0")], [_text("GPL-3.0", "unknown")], "src/LICENSE"),
		"both are named": _with(
			[testing.fact("Apache-2.0"), testing.fact("MIT")],
			[_text("MIT", "unknown")],
			"LICENSE",
		),
		"both are named, and one is the model's": _with(
			[testing.fact("Apache-2.0"), testing.fact("MIT")],
			[_text("MIT", "model")],
			"LICENSE-MODEL",
		),
		"other": _with([testing.fact("other")], [_text("MIT", "unknown")], "LICENSE"),
	}
	rule.report == set() with input as document
}

test_fails_on_the_licence_of_the_data if {
	document := object.union(
		_with([testing.fact("ODC-By-1.0")], [_text("CC-BY-NC-4.0", "data")], "DATA_LICENSE"),
		{"documents": [
			testing.text_document("data_card", "datasheet.md", []),
			testing.text_document("license_file", "DATA_LICENSE", []),
		]},
	)
	testing.brief(rule.report) == {["GPAI-739", 0, _at(0), "warning"]} with input as document
}

test_fails_where_metadata_and_form_differ if {
	metadata := testing.fact_with("MIT", {"location": object.union(testing.location, {"anchor": "/license"})})
	document := object.union(
		_with([metadata, testing.fact_with("Apache-2.0", {"document": 1})], [], "x"),
		{"documents": [testing.card([]), testing.text_document("model_documentation_form", "form.md", [])]},
	)
	testing.brief(rule.report) == {["GPAI-710", 0, _at(0), "warning"]} with input as document
}

test_does_not_apply_without_a_text if {
	rule.report == set() with input as _with([testing.fact("MIT")], [], "LICENSE")
}
