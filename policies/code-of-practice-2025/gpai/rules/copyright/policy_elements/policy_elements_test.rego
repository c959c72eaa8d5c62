package gpai.rules.copyright.policy_elements_test

import data.gpai.lib.testing
import data.gpai.rules.copyright.policy_elements as rule

_policy(texts) := testing.text_document("copyright_policy", "COPYRIGHT_POLICY.md", [testing.section("Copyright policy", text, []) |
	some text in texts
])

_with(facts, documents) := testing.document_with([testing.model(testing.in_force, facts)], {"documents": documents})

_crawled := {"data.crawlers_used": [testing.fact(true)]}

_silent := "We hold the work of authors in high regard."

# One sentence for each element that is asked of a provider with crawlers and an open or unsettled licence.
_complete := [
	"The General Counsel is responsible for implementing this policy and the board oversees it.",
	"Our crawlers do not circumvent technological measures and stop at paywalls.",
	"Sites that are recognised as persistently and repeatedly infringing are excluded.",
	"ExampleBot follows robots.txt as RFC 9309 says.",
	"Other machine-readable reservations such as TDMRep are honoured, too.",
	"The user agent is ExampleBot/1.0.",
	"Changes to this page are announced in an Atom feed at feed.xml.",
	"Outputs that repeat training data verbatim are blocked.",
	"Using the model to infringe copyright is prohibited.",
	"Rightsholders reach us at copyright@example.org.",
	"Complaints about copyright are answered within 30 days.",
]

_found(report) := {violation.rule | some violation in report}

test_every_element_fails_in_a_policy_that_says_nothing if {
	document := _with(_crawled, [_policy([_silent])])
	asked := {row.id | some row in rule.rows; object.get(row, "licence", "open") == "open"}
	_found(rule.report) == asked with input as document
	{violation.level | some violation in rule.report} == {"error", "warning"} with input as document
	rule.met == set() with input as document
}

test_a_finding_says_what_is_missing if {
	rows := [row | some row in rule.rows; row.id == "GPAI-310"]
	rule.report == {{
		"rule": "GPAI-310",
		"model": 0,
		"missing": "copyright.responsibilities",
		"at": ["documents", 0],
		"message": "The copyright policy does not say who in the organisation is responsible for carrying out and overseeing it.",
		"level": "error",
		"requirements": ["C-1.1(1)"],
	}} with input as _with({}, [_policy([_silent])])
		with data.gpai.rules.copyright.policy_elements.rows as rows
}

test_sites_left_out_of_crawling_are_no_prohibited_use if {
	rows := [row | some row in rule.rows; row.id == "GPAI-319"]
	document := _with({}, [_policy(["Sites recognised as persistently infringing copyright are excluded."])])
	_found(rule.report) == {"GPAI-319"} with input as document
		with data.gpai.rules.copyright.policy_elements.rows as rows
}

test_passes_where_every_element_is_described if {
	document := _with(_crawled, [_policy(_complete)])
	rule.report == set() with input as document
	met := {entry.requirement | some entry in rule.met} with input as document
	met == {row.requirements[0] | some row in rule.rows}
}

test_evidence_stands_where_the_element_is_described if {
	rows := [row | some row in rule.rows; row.id == "GPAI-313"]
	document := _with(_crawled, [_policy([_silent, "ExampleBot follows robots.txt as RFC 9309 says."])])
	rule.met == {{"requirement": "C-1.3(1)(a)", "model": 0, "at": ["documents", 0, "sections", 1]}} with input as document
		with data.gpai.rules.copyright.policy_elements.rows as rows
		with data.gpai.rules.copyright.policy_elements.welcome as []
}

test_a_statement_in_the_training_summary_counts if {
	facts := object.union(_crawled, {"copyright.reservation_measures": [testing.fact("Crawling follows robots.txt.")]})
	document := _with(facts, [_policy([_silent])])
	not "GPAI-313" in _found(rule.report) with input as document
	{"requirement": "C-1.3(1)(a)", "model": 0, "at": ["models", 0, "facts", "copyright.reservation_measures", 0]} in rule.met with input as document
}

test_a_section_that_the_author_bound_counts if {
	bound := testing.section("Abschnitt 3", "Wir beachten die Vorbehalte der Rechteinhaber.", ["C-1.3(1)(a)"])
	document := _with(_crawled, [testing.text_document("copyright_policy", "policy.md", [bound])])
	not "GPAI-313" in _found(rule.report) with input as document
}

test_without_crawling_nothing_is_asked_on_crawling if {
	document := _with({"data.crawlers_used": [testing.fact(false)]}, [_policy([_silent])])
	_found(rule.report) == {"GPAI-310", "GPAI-317", "GPAI-319", "GPAI-320", "GPAI-321", "GPAI-322"} with input as document
	excused := {entry.requirement | some entry in rule.inapplicable} with input as document
	excused == {"C-1.2(1)(a)", "C-1.2(1)(b)", "C-1.3(1)(a)", "C-1.3(1)(b)", "C-1.3(4)"}
}

test_the_policy_itself_may_deny_crawling if {
	document := _with({}, [_policy(["We do not and will not engage in web-crawling activities."])])
	not "GPAI-313" in _found(rule.report) with input as document
}

test_while_crawling_is_unknown_its_elements_are_a_warning if {
	levels := {violation.rule: violation.level | some violation in rule.report} with input as _with({}, [_policy([_silent])])
	levels["GPAI-313"] == "warning"
	levels["GPAI-320"] == "error"
}

test_while_crawling_is_unknown_its_elements_decide_nothing if {
	open := {violation.rule | some violation in rule.report; violation.undecided} with input as _with({}, [_policy([_silent])])
	open == {row.id | some row in rule.rows; row.crawling}
	settled := {violation.rule | some violation in rule.report; violation.undecided} with input as _with(_crawled, [_policy([_silent])])
	settled == set()
}

test_words_without_what_is_done_show_nothing[id] if {
	some id, text in {
		"GPAI-311": "Some of the pages lie behind a paywall.",
		"GPAI-313": "A robots.txt is a file at the root of a site.",
		"GPAI-314": "Each image that the model makes carries C2PA metadata.",
		"GPAI-317": "Like all models it may repeat what it memorised verbatim.",
	}
	rows := [row | some row in rule.rows; row.id == id]
	document := _with(_crawled, [_policy([text])])
	rule.report == set() with input as document with data.gpai.rules.copyright.policy_elements.rows as rows
	rule.met == set() with input as document
		with data.gpai.rules.copyright.policy_elements.rows as rows
		with data.gpai.rules.copyright.policy_elements.welcome as []
	{entry.requirement | some entry in rule.mentioned} == {rows[0].requirements[0]} with input as document
		with data.gpai.rules.copyright.policy_elements.rows as rows
}

test_the_copyright_in_a_card_is_no_contact if {
	rows := [row | some row in rule.rows; row.id == "GPAI-320"]
	licence := testing.card([testing.section("License", "Copyright 2026 Example Labs, hello@example.org.", [])])
	document := _with({}, [licence])
	rule.met == set() with input as document
		with data.gpai.rules.copyright.policy_elements.rows as rows
		with data.gpai.rules.copyright.policy_elements.welcome as []
	contact := testing.card([testing.section("Contact", "Questions of rightsholders: hello@example.org.", [])])
	{entry.requirement | some entry in rule.met} == {"C-1.5(1)"} with input as _with({}, [contact])
		with data.gpai.rules.copyright.policy_elements.rows as rows
}

test_one_half_of_a_requirement_does_not_show_it if {
	rows := [row | some row in rule.rows; "C-1.3(4)" in row.requirements]
	document := _with(_crawled, [_policy(["The user agent is ExampleBot/1.0."])])
	_found(rule.report) == {"GPAI-316"} with input as document with data.gpai.rules.copyright.policy_elements.rows as rows
	rule.met == set() with input as document
		with data.gpai.rules.copyright.policy_elements.rows as rows
		with data.gpai.rules.copyright.policy_elements.welcome as []
}

test_a_restricted_licence_asks_for_a_prohibition_in_the_terms if {
	licence := {
		"id": "CC-BY-NC-4.0",
		"name": "Creative Commons Attribution Non Commercial 4.0",
		"subject": "model",
		"document": 1,
		"models": [0],
		"clauses": [],
		"location": testing.location,
	}
	terms := testing.text_document("terms_of_service", "TERMS.md", [testing.section("Use", "You must not infringe the copyright of others.", [])])
	without := object.union(_with({}, [_policy([_silent])]), {"licences": [licence]})
	"GPAI-318" in _found(rule.report) with input as without
	not "GPAI-319" in _found(rule.report) with input as without
	with_terms := object.union(_with({}, [_policy([_silent]), terms]), {"licences": [licence]})
	not "GPAI-318" in _found(rule.report) with input as with_terms
}

test_a_clause_on_litigation_prohibits_no_use if {
	rows := [row | some row in rule.rows; row.id == "GPAI-318"]
	licence := {
		"id": "CC-BY-NC-4.0",
		"name": "Creative Commons Attribution Non Commercial 4.0",
		"subject": "model",
		"document": 1,
		"models": [0],
		"clauses": [],
		"location": testing.location,
	}
	litigation := concat(" ", [
		"If you institute litigation alleging that the materials infringe intellectual property rights,",
		"your licence ends. You will not remove this notice.",
	])
	text := testing.text_document("license_file", "LICENSE", [testing.section("Terms", litigation, [])])
	document := object.union(_with({}, [_policy([_silent]), text]), {"licences": [licence]})
	_found(rule.report) == {"GPAI-318"} with input as document
		with data.gpai.rules.copyright.policy_elements.rows as rows
}

test_a_policy_that_nobody_here_has_read_leaves_elements_open if {
	policy := object.union(testing.text_document("copyright_policy", "", []), {"readable": false, "url": "https://example.org/copyright"})
	rule.report == set() with input as _with({}, [policy])
}

test_does_not_apply_to_a_model_that_is_no_general_purpose_model if {
	model := testing.model({"placed_on_market": true, "gpai": false}, {})
	rule.report == set() with input as testing.document_with([model], {"documents": [_policy([_silent])]})
}
