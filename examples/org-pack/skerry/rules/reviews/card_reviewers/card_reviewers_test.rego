package skerry.rules.reviews.card_reviewers_test

import data.gpai.lib.testing
import data.skerry.rules.reviews.card_reviewers as rule

# Rule, model and place; levels are settled by gpai-lint.
places := {array.slice(row, 0, 3) | some row in testing.brief(rule.report)}

owned(text) := testing.document_with([testing.model({}, {})], {"documents": [
	testing.card([]),
	object.union(testing.text_document("codeowners", ".github/CODEOWNERS", [testing.section("", text, [])]), {"index": 1}),
]})

reported := {["SKE-102", 0, ["documents", 0]]}

test_a_card_of_others_is_reported if {
	every text in [
		"* @skerry/research",
		"/docs/ @skerry/compliance *.txt @skerry/legal",
		"* @skerry/compliance /README.md @skerry/research",
		"/README.md",
	] {
		document := owned(text)
		places == reported with input as document
	}
}

test_without_code_owners_it_is_reported if {
	document := testing.document([testing.model({}, {})])
	places == reported with input as document
}

test_a_card_with_a_reviewer_is_not if {
	every text in [
		"* @skerry/compliance",
		"/README.md @someone @skerry/legal",
		"* @skerry/research *.md @skerry/legal",
		"README* @skerry/legal /docs/ @skerry/research",
	] {
		document := owned(text)
		places == set() with input as document
	}
}

test_other_documents_need_none if {
	other := testing.text_document("changelog", "CHANGELOG.md", [])
	document := testing.document_with([testing.model({}, {})], {"documents": [other]})
	places == set() with input as document
}
