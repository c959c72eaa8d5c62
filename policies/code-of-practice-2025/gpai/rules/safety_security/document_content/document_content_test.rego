package gpai.rules.safety_security.document_content_test

import data.gpai.lib.testing
import data.gpai.rules.safety_security.document_content as rule

_model := testing.model(testing.systemic, {})

_with(documents) := testing.document_with([_model], {"documents": documents})

_framework(sections) := testing.text_document("safety_framework", "framework.md", sections)

_report(sections) := testing.text_document("model_report", "report.md", sections)

_rows(ids) := [row |
	some row in rule.rows
	row.id in ids
]

_silent := testing.section("Framework", "Our people take great care in all that they do.", [])

test_every_row_fails_on_documents_that_say_nothing if {
	document := _with([
		_framework([_silent]),
		_report([_silent]),
		testing.text_document("incident_process", "incidents.md", [_silent]),
		testing.text_document("security_policy", "SECURITY.md", [_silent]),
	])
	conditional := {"GPAI-446", "GPAI-447", "GPAI-448"}
	{violation.rule | some violation in rule.report} == {row.id | some row in rule.rows} - conditional with input as document
	{violation.level | some violation in rule.report} == {"warning", "note"} with input as document
	rule.met == set() with input as document
}

test_a_missing_aspect_is_named_where_the_rest_stands if {
	document := _with([_framework([_silent, testing.section("Updates", "The board updates the Framework.", [])])])
	rows := _rows({"GPAI-409"})
	rule.report == {{
		"rule": "GPAI-409",
		"model": 0,
		"at": ["documents", 0, "sections", 1],
		"message": "The Safety and Security Framework does not cover: how an updated Framework is confirmed.",
		"level": "warning",
		"requirements": ["S-1.1(4)"],
	}} with input as document
		with data.gpai.rules.safety_security.document_content.rows as rows
}

test_passes_where_the_wording_is_found if {
	document := _with([_framework([testing.section("Updates", "The board approves every update of the Framework.", [])])])
	rows := _rows({"GPAI-409"})
	rule.report == set() with input as document
		with data.gpai.rules.safety_security.document_content.rows as rows
	rule.met == {{"requirement": "S-1.1(4)", "model": 0, "at": ["documents", 0, "sections", 0]}} with input as document
		with data.gpai.rules.safety_security.document_content.rows as rows
}

test_words_scattered_over_a_document_show_nothing if {
	document := _with([_framework([
		testing.section("Scope", "Access to our models is approved by a team.", []),
		testing.section("Models", "Every model is updated twice a year.", []),
	])])
	rows := _rows({"GPAI-409"})
	rule.report == set() with input as document
		with data.gpai.rules.safety_security.document_content.rows as rows
	rule.met == set() with input as document
		with data.gpai.rules.safety_security.document_content.rows as rows
	{entry.requirement | some entry in rule.mentioned} == {"S-1.1(4)"} with input as document
		with data.gpai.rules.safety_security.document_content.rows as rows
}

test_one_word_shows_its_subject_only_under_a_title_on_it if {
	rows := _rows({"GPAI-562"})
	passing := _with([_framework([_silent, testing.section("Access", "Each visit is logged.", [])])])
	rule.met == set() with input as passing
		with data.gpai.rules.safety_security.document_content.rows as rows
	titled := _with([_framework([_silent, testing.section("Decision log", "Each decision and its reasons.", [])])])
	rule.met == {{"requirement": "S-10.1/3", "model": 0, "at": ["documents", 0, "sections", 1]}} with input as titled
		with data.gpai.rules.safety_security.document_content.rows as rows
}

test_the_title_of_a_document_is_about_no_subject_of_it if {
	below := object.union(testing.section("Notes", "The board decides on updates and approvals.", []), {"path": ["Update of the Framework", "Notes"]})
	apart := object.union(testing.section("More", "We confirm receipt.", []), {"path": ["Update of the Framework", "More"]})
	document := _with([_framework([testing.section("Update of the Framework", "", []), below, apart])])
	rows := _rows({"GPAI-409"})
	rule.met == {{"requirement": "S-1.1(4)", "model": 0, "at": ["documents", 0, "sections", 1]}} with input as document
		with data.gpai.rules.safety_security.document_content.rows as rows
}

test_passes_where_the_author_binds_a_section if {
	document := _with([_framework([testing.section("Kapitel 4", "Wir handeln nach dem Plan von Anhang C.", ["S-1.1(1)"])])])
	rows := _rows({"GPAI-403"})
	rule.report == set() with input as document
		with data.gpai.rules.safety_security.document_content.rows as rows
	rule.met == {{"requirement": "S-1.1(1)", "model": 0, "at": ["documents", 0, "sections", 0]}} with input as document
		with data.gpai.rules.safety_security.document_content.rows as rows
}

test_a_bound_section_that_is_not_filled_in_is_no_evidence if {
	document := object.union(
		_with([_framework([testing.section("Trigger points", "[More Information Needed]", ["S-1.1(1)"])])]),
		{"placeholders": [{"text": "[More Information Needed]", "document": 0, "models": [0], "heading": ["Trigger points"]}]},
	)
	rows := _rows({"GPAI-403"})
	testing.brief(rule.report) == {["GPAI-403", 0, ["documents", 0, "sections", 0], "warning"]} with input as document
		with data.gpai.rules.safety_security.document_content.rows as rows
}

test_a_heading_speaks_for_the_sections_below_it if {
	below := object.union(testing.section("Development", "At every fourfold growth of compute.", []), {"path": ["Trigger points", "Development"]})
	document := _with([_framework([testing.section("Trigger points", "", []), below])])
	rows := _rows({"GPAI-403"})
	rule.report == set() with input as document
		with data.gpai.rules.safety_security.document_content.rows as rows
}

test_without_a_framework_the_field_is_missing if {
	rows := _rows({"GPAI-403"})
	testing.brief(rule.report) == {["GPAI-403", 0, "documents.safety_framework", "warning"]} with input as testing.document([_model])
		with data.gpai.rules.safety_security.document_content.rows as rows
}

test_a_framework_that_was_not_read_is_not_judged if {
	external := object.union(_framework([]), {"readable": false, "url": "https://example.org/framework"})
	rows := _rows({"GPAI-403"})
	rule.report == set() with input as _with([external])
		with data.gpai.rules.safety_security.document_content.rows as rows
}

test_a_framework_in_another_language_is_not_judged if {
	german := concat(" ", [sprintf("Wir nehmen die Sicherheit unserer Modelle in Abschnitt %d sehr ernst und handeln danach.", [n]) | some n in numbers.range(1, 12)])
	rows := _rows({"GPAI-403"})
	rule.report == set() with input as _with([_framework([testing.section("Rahmen", german, [])])])
		with data.gpai.rules.safety_security.document_content.rows as rows
}

test_an_attested_requirement_is_not_asked_for if {
	configuration := object.union(testing.signatory, {"attestations": [{
		"requirement": "S-1.1(1)",
		"statement": "Framework 1.2 states and justifies its trigger points.",
		"by": "Chief risk officer",
		"date": "2026-01-01",
	}]})
	document := object.union(_with([_framework([_silent])]), {"configuration": configuration})
	rows := _rows({"GPAI-403"})
	rule.report == set() with input as document
		with data.gpai.rules.safety_security.document_content.rows as rows
}

test_smaller_providers_need_no_executive_for_risk_alone[size] if {
	rows := _rows({"GPAI-541"})
	some size in ["small", "small-mid-cap"]
	plain := _sized(size, [testing.section("Governance", "Two managers share the work.", [])])
	rule.report == set() with input as plain
		with data.gpai.rules.safety_security.document_content.rows as rows
	rule.met == set() with input as plain
		with data.gpai.rules.safety_security.document_content.rows as rows
	bound := _sized(size, [testing.section("Governance", "Two managers share the work.", ["S-8.1/presume"])])
	{entry.requirement | some entry in rule.met} == {"S-8.1/presume"} with input as bound
		with data.gpai.rules.safety_security.document_content.rows as rows
	large := _sized("large", [testing.section("Governance", "Two managers share the work.", [])])
	testing.brief(rule.report) == {["GPAI-541", 0, ["documents", 0], "note"]} with input as large
		with data.gpai.rules.safety_security.document_content.rows as rows
}

_sized(size, sections) := object.union(_with([_framework(sections)]), {"configuration": object.union(
	testing.signatory,
	{"provider": object.union(testing.signatory.provider, {"size": size})},
)})

test_a_similarly_safe_model_needs_a_reference_and_no_evaluators if {
	document := _with([_framework([testing.section("Comparison", "The model is similarly safe to an older one.", [])])])
	rows := _rows({"GPAI-436", "GPAI-447", "GPAI-454"})
	testing.brief(rule.report) == {["GPAI-447", 0, ["documents", 0], "warning"]} with input as document
		with data.gpai.rules.safety_security.document_content.rows as rows
	{entry.requirement | some entry in rule.inapplicable} == {"S-3.5/2", "A-3.5"} with input as document
		with data.gpai.rules.safety_security.document_content.rows as rows
}

test_public_parameters_end_security_and_ask_for_robustness if {
	open := testing.model(object.union(testing.systemic, {"open_source": true}), {})
	document := testing.document_with([open], {"documents": [_framework([_silent])]})
	rows := _rows({"GPAI-446", "GPAI-526"})
	testing.brief(rule.report) == {["GPAI-446", 0, ["documents", 0], "warning"]} with input as document
		with data.gpai.rules.safety_security.document_content.rows as rows
	{entry.requirement | some entry in rule.inapplicable} == {"S-6", "S-6.1"} with input as document
		with data.gpai.rules.safety_security.document_content.rows as rows
}

test_does_not_apply_without_systemic_risk if {
	document := testing.document_with([testing.model(testing.in_force, {})], {"documents": [_framework([_silent])]})
	rule.report == set() with input as document
}

test_an_answer_in_the_record_needs_no_framework if {
	document := testing.document_with([_model], {
		"documents": [testing.text_document("safety_documentation", "safety-and-security.yaml", [])],
		"bindings": [{"item": "S-1.1(1)", "text": "At every fourfold growth of compute.", "document": 0, "models": [0]}],
	})
	rows := _rows({"GPAI-403", "GPAI-409"})
	testing.brief(rule.report) == {["GPAI-409", 0, "documents.safety_framework", "warning"]} with input as document
		with data.gpai.rules.safety_security.document_content.rows as rows
	rule.met == {{"requirement": "S-1.1(1)", "model": 0, "at": ["bindings", 0]}} with input as document
		with data.gpai.rules.safety_security.document_content.rows as rows
}

test_no_claim_to_be_similarly_safe_is_read_from_a_heading_or_a_denial if {
	document := _with([_framework([
		testing.section("Similarly safe models", "We make no claim that the model is similarly safe to another.", []),
		testing.section("Publication", "No summary is published if a model is similarly safe.", []),
	])])
	rows := _rows({"GPAI-447", "GPAI-454"})
	testing.brief(rule.report) == {["GPAI-454", 0, ["documents", 0], "warning"]} with input as document
		with data.gpai.rules.safety_security.document_content.rows as rows
}
