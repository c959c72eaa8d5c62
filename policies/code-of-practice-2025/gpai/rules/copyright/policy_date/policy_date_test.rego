package gpai.rules.copyright.policy_date_test

import data.gpai.lib.testing
import data.gpai.rules.copyright.policy_date as rule

_policy := testing.text_document("copyright_policy", "COPYRIGHT_POLICY.md", [])

_with(declared, facts) := testing.document_with(
	[testing.model(object.union(testing.in_force, declared), facts)],
	{"documents": [_policy]},
)

_updated(date) := {"document.last_updated": [testing.fact(date)]}

test_remarks_on_a_policy_that_is_older_than_a_year if {
	rule.report == {{
		"rule": "GPAI-302",
		"model": 0,
		"at": ["models", 0, "facts", "document.last_updated", 0],
		"message": "The copyright policy was last updated on '2024-05-01', more than a year ago.",
		"level": "note",
		"requirements": ["C-1.1(1)"],
	}} with input as _with({}, _updated("2024-05-01"))
}

test_warns_of_a_policy_that_is_older_than_the_training if {
	messages := {violation.message | some violation in rule.report} with input as _with({"further_training_date": "2026-06-01"}, _updated("2026-05-01"))
	messages == {"The copyright policy was last updated on '2026-05-01', before the further training of the model on '2026-06-01'."}
}

test_notes_a_policy_without_a_date if {
	rule.report == {{
		"rule": "GPAI-302",
		"model": 0,
		"missing": "document.last_updated",
		"at": ["documents", 0],
		"message": "The copyright policy bears no date.",
		"level": "note",
		"requirements": ["C-1.1(1)"],
	}} with input as _with({}, {})
}

test_passes_with_a_recent_date if {
	rule.report == set() with input as _with({}, _updated("2026-05-01"))
}

test_does_not_apply_without_a_policy if {
	document := testing.document([testing.model(testing.in_force, _updated("2024-05-01"))])
	rule.report == set() with input as document
}
