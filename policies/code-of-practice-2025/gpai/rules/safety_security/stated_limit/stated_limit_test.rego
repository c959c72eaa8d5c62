package gpai.rules.safety_security.stated_limit_test

import data.gpai.lib.testing
import data.gpai.rules.safety_security.stated_limit as rule

_model := testing.model(testing.systemic, {})

_process(sections) := testing.document_with([_model], {"documents": [testing.text_document("incident_process", "incidents.md", sections)]})

_policy(text) := testing.document_with([_model], {"documents": [testing.text_document("security_policy", "SECURITY.md", [testing.section("Disclosure", text, [])])]})

_rows(ids) := [row |
	some row in rule.rows
	row.id in ids
]

_deadlines := {"GPAI-553", "GPAI-554", "GPAI-555", "GPAI-556"}

test_fails_where_a_period_is_too_long if {
	document := _process([testing.section("Deadlines", "A disruption of critical infrastructure is reported within 20 days.", [])])
	rows := _rows({"GPAI-553"})
	rule.report == {{
		"rule": "GPAI-553",
		"model": 0,
		"at": ["documents", 0, "sections", 0],
		"quote": "a disruption of critical infrastructure is reported within 20 days.",
		"message": "The text gives '20 days' for the first report on a disruption of critical infrastructure; it is at most '2 days'.",
		"level": "error",
		"requirements": ["S-9.3/2d"],
	}} with input as document
		with data.gpai.rules.safety_security.stated_limit.rows as rows
	rule.met == set() with input as document
		with data.gpai.rules.safety_security.stated_limit.rows as rows
}

test_fails_in_the_rows_of_a_table if {
	text := concat("\n", [
		"Incident | First report",
		"Critical infrastructure | 2 days",
		"Cybersecurity breach | 7 days",
		"Death of a person | 10 days",
		"Serious harm to health | 30 days",
	])
	document := _process([testing.section("Deadlines", text, [])])
	rows := _rows(_deadlines)
	testing.brief(rule.report) == {
		["GPAI-554", 0, ["documents", 0, "sections", 0], "error"],
		["GPAI-556", 0, ["documents", 0, "sections", 0], "error"],
	} with input as document
		with data.gpai.rules.safety_security.stated_limit.rows as rows
	{entry.requirement | some entry in rule.met} == {"S-9.3/2d", "S-9.3/10d"} with input as document
		with data.gpai.rules.safety_security.stated_limit.rows as rows
}

test_takes_a_sentence_with_several_periods_apart if {
	text := "We report within two days for critical infrastructure, five days for cybersecurity breaches, twenty days for a death and 15 days for serious harm."
	rows := _rows(_deadlines)
	testing.brief(rule.report) == {["GPAI-555", 0, ["documents", 0, "sections", 0], "error"]} with input as _process([testing.section("Deadlines", text, [])])
		with data.gpai.rules.safety_security.stated_limit.rows as rows
}

test_hours_and_shorter_periods_pass if {
	text := "Critical infrastructure: 48 hours.\nCybersecurity breach: 72 hours.\nDeath: one week.\nSerious harm: two weeks."
	rows := _rows(_deadlines)
	rule.report == set() with input as _process([testing.section("Deadlines", text, [])])
		with data.gpai.rules.safety_security.stated_limit.rows as rows
}

test_business_days_are_longer_than_days if {
	rows := _rows({"GPAI-554"})
	document := _process([testing.section("Cybersecurity breaches", "They are reported within 5 business days.", [])])
	testing.brief(rule.report) == {["GPAI-554", 0, ["documents", 0, "sections", 0], "error"]} with input as document
		with data.gpai.rules.safety_security.stated_limit.rows as rows
}

test_light_evaluations_are_no_assessments_of_the_framework if {
	rows := _rows({"GPAI-417"})
	evaluations := testing.document_with([_model], {"documents": [testing.text_document("safety_framework", "f.md", [
		testing.section("Framework", "Lighter evaluations run every four weeks.", []),
	])]})
	testing.brief(rule.report) == {["GPAI-417", 0, ["documents", 0], "warning"]} with input as evaluations
		with data.gpai.rules.safety_security.stated_limit.rows as rows
	rule.met == set() with input as evaluations
		with data.gpai.rules.safety_security.stated_limit.rows as rows
	assessment := testing.document_with([_model], {"documents": [testing.text_document("safety_framework", "f.md", [
		testing.section("Assessment", "The Framework is assessed every twelve months, and sooner after serious incidents.", []),
	])]})
	rule.report == set() with input as assessment
		with data.gpai.rules.safety_security.stated_limit.rows as rows
}

test_the_experience_of_evaluators_is_no_interval if {
	text := "Teams join people who evaluated models for three years with experts who published in it.\nControlled studies last four weeks."
	document := testing.document_with([_model], {"documents": [testing.text_document("safety_framework", "f.md", [
		testing.section("Framework", text, []),
	])]})
	rows := [object.union(row, {"required": false}) | some row in _rows({"GPAI-417", "GPAI-457", "GPAI-555"})]
	rule.report == set() with input as document
		with data.gpai.rules.safety_security.stated_limit.rows as rows
}

test_a_period_for_something_else_is_left_alone if {
	text := "Reports on critical infrastructure are retained for five years.\nReports on critical infrastructure are made within two days."
	rows := _rows({"GPAI-553"})
	rule.report == set() with input as _process([testing.section("Deadlines", text, [])])
		with data.gpai.rules.safety_security.stated_limit.rows as rows
}

test_a_contradiction_is_a_warning if {
	text := "Critical infrastructure: two days.\nIncidents of critical infrastructure: nine days."
	rows := _rows({"GPAI-553"})
	testing.brief(rule.report) == {["GPAI-553", 0, ["documents", 0, "sections", 0], "warning"]} with input as _process([testing.section("Deadlines", text, [])])
		with data.gpai.rules.safety_security.stated_limit.rows as rows
}

test_a_process_has_to_state_its_periods if {
	rows := _rows({"GPAI-553", "GPAI-559"})
	testing.brief(rule.report) == {
		["GPAI-553", 0, ["documents", 0], "warning"],
		["GPAI-559", 0, ["documents", 0], "warning"],
	} with input as _process([testing.section("Deadlines", "We report without undue delay.", [])])
		with data.gpai.rules.safety_security.stated_limit.rows as rows
}

test_a_retention_that_is_too_short_fails if {
	rows := _rows({"GPAI-559"})
	document := _process([testing.section("Records", "Incident documentation is kept for three years.", [])])
	testing.brief(rule.report) == {["GPAI-559", 0, ["documents", 0, "sections", 0], "error"]} with input as document
		with data.gpai.rules.safety_security.stated_limit.rows as rows
}

test_the_disclosure_procedure_may_not_delay_for_90_days if {
	rows := _rows({"GPAI-457"})
	testing.brief(rule.report) == {["GPAI-457", 0, ["documents", 0, "sections", 0], "error"]} with input as _policy("We ask you not to publish for 90 days.")
		with data.gpai.rules.safety_security.stated_limit.rows as rows
	rule.report == set() with input as _policy("Publication is delayed by 30 business days at most. We acknowledge reports within 90 days.")
		with data.gpai.rules.safety_security.stated_limit.rows as rows
}

test_the_framework_keeps_the_periods_of_its_commitment if {
	text := concat("\n", [
		"The Framework is confirmed within four weeks of notification and two weeks before placing on the market.",
		"The Framework is assessed annually.",
		"The AI Office gets access to each confirmed update within five business days.",
	])
	document := testing.document_with([_model], {"documents": [testing.text_document("safety_framework", "framework.md", [testing.section("Process", text, [])])]})
	rows := _rows({"GPAI-415", "GPAI-416", "GPAI-417", "GPAI-418"})
	rule.report == set() with input as document
		with data.gpai.rules.safety_security.stated_limit.rows as rows
}

test_without_a_process_the_field_is_missing if {
	rows := _rows({"GPAI-553"})
	testing.brief(rule.report) == {["GPAI-553", 0, "documents.incident_process", "error"]} with input as testing.document([_model])
		with data.gpai.rules.safety_security.stated_limit.rows as rows
}

test_does_not_apply_without_systemic_risk if {
	documents := [testing.text_document("incident_process", "incidents.md", [testing.section("Deadlines", "Critical infrastructure: 20 days.", [])])]
	rule.report == set() with input as testing.document_with([testing.model(testing.in_force, {})], {"documents": documents})
}

_record(item, text) := testing.document_with([_model], {
	"documents": [testing.text_document("safety_documentation", "safety-and-security.yaml", [])],
	"bindings": [{"item": item, "text": text, "document": 0, "models": [0]}],
})

test_a_wrong_answer_in_the_record_fails if {
	document := _record("S-9.3/2d", "20 days")
	rows := _rows({"GPAI-553"})
	testing.brief(rule.report) == {["GPAI-553", 0, ["bindings", 0], "error"]} with input as document
		with data.gpai.rules.safety_security.stated_limit.rows as rows
}

test_a_right_answer_in_the_record_passes if {
	document := _record("S-9.3/2d", "2 days")
	rows := _rows({"GPAI-553"})
	rule.report == set() with input as document
		with data.gpai.rules.safety_security.stated_limit.rows as rows
	rule.met == {{"requirement": "S-9.3/2d", "model": 0, "at": ["bindings", 0]}} with input as document
		with data.gpai.rules.safety_security.stated_limit.rows as rows
}

test_an_answer_that_two_rows_share_is_taken_apart if {
	document := _record("S-9.3/follow", "Intermediate reports every four weeks, a final report within 90 days.")
	rows := _rows({"GPAI-557", "GPAI-558"})
	testing.brief(rule.report) == {["GPAI-558", 0, ["bindings", 0], "error"]} with input as document
		with data.gpai.rules.safety_security.stated_limit.rows as rows
}

test_a_promise_shows_no_deed if {
	text := "The AI Office gets access to the Framework within five business days of its confirmation."
	framework := testing.text_document("safety_framework", "framework.md", [testing.section("AI Office", text, [])])
	document := testing.document_with([_model], {"documents": [framework]})
	rows := _rows({"GPAI-418"})
	rule.report == set() with input as document
		with data.gpai.rules.safety_security.stated_limit.rows as rows
	rule.met == set() with input as document
		with data.gpai.rules.safety_security.stated_limit.rows as rows
	rule.mentioned == {{
		"requirement": "S-1.4",
		"model": 0,
		"at": ["documents", 0, "sections", 0],
		"why": "The documents promise it within 'five business days'; that it was done shows in its day (`framework_sent_date` of the model in gpai-lint.yaml).",
	}} with input as document
		with data.gpai.rules.safety_security.stated_limit.rows as rows
}
