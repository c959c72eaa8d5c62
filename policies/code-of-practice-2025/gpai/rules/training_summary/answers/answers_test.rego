package gpai.rules.training_summary.answers_test

import data.gpai.lib.testing
import data.gpai.rules.training_summary.answers as rule
import data.gpai.rules.training_summary.answers.rows

_summary := testing.text_document("training_content_summary", "TRAINING_SUMMARY.md", [])

_with(facts) := testing.document_with([testing.model(testing.in_force, facts)], {"documents": [_summary]})

_text := "Encyclopaedic articles, source code and fiction such as novels, found at https://example.org/data"

# An answer to every field, each of the questions answered with yes.
_complete := object.union(
	{field: [testing.fact(_text)] |
		some row in rows
		not row.choice
		some field in row.fields
	},
	object.union(
		{field: [testing.fact(true)] |
			some row in rows
			row.choice
			some field in row.fields
		},
		{
			"data.modalities": [testing.fact(["text"])],
			"data.languages": [testing.fact(["en", "fr"])],
			"data.size_band": [testing.fact_with("1e9-1e13", {"variant": "text"})],
			"data.collection_period": [testing.fact("From 11/2022 to 05/2025")],
			"data.top_domains": [testing.fact("a.example.org, b.example.org, example.net, example.com, example.eu")],
			"data.crawler_behaviour": [testing.fact("Follows robots.txt and stops at paywalls")],
			"copyright.reservation_measures": [testing.fact("Crawling follows robots.txt and TDMRep")],
			"data.illegal_content_measures": [testing.fact("Domains on blocklists were removed")],
		},
	),
)

_found(report) := {violation.rule | some violation in report}

_messages(report) := {violation.rule: violation.message | some violation in report}

test_passes_where_every_field_is_answered if {
	rule.report == set() with input as _with(_complete)
	met := {entry.requirement | some entry in rule.met} with input as _with(_complete)
	met == {row.requirements[0] | some row in rows}
}

test_fails_on_a_blank_field if {
	row := [each | some each in rows; each.id == "GPAI-217"]
	rule.report == {{
		"rule": "GPAI-217",
		"model": 0,
		"missing": "model.union_market_date",
		"message": "The training summary does not say when the model was placed on the Union market (section 1.2 of the template).",
		"level": "error",
		"requirements": ["PS-1.2.c"],
	}} with input as _with({"model.name": [testing.fact("Example 7B")]})
		with data.gpai.rules.training_summary.answers.rows as row
		with data.gpai.rules.training_summary.answers.parts as []
}

test_a_missing_answer_belongs_below_its_question_or_into_its_part_of_the_template if {
	facts := object.remove(_complete, ["data.public_datasets_modalities", "model.union_market_date", "document.version"])
	summary := testing.text_document("training_content_summary", "TRAINING_SUMMARY.md", [
		testing.section("Notice", "", []),
		testing.section("Summary of training content", "", []),
		testing.section("1.2 Model identification", "", []),
	])
	document := testing.document_with([testing.model(testing.in_force, facts)], {"documents": [summary]})
	{violation.rule: violation.at | some violation in rule.report} == {
		"GPAI-210": ["documents", 0, "sections", 1],
		"GPAI-217": ["documents", 0, "sections", 2],
		"GPAI-224": ["models", 0, "facts", "data.public_datasets_used", 0],
	} with input as document
}

test_languages_are_not_asked_of_data_that_is_in_none if {
	row := [each | some each in rows; each.id == "GPAI-222"]
	_found(rule.report) == {"GPAI-222"} with input as _of_modalities(["audio", "image"])
		with data.gpai.rules.training_summary.answers.rows as row
		with data.gpai.rules.training_summary.answers.parts as []
	rule.report == set() with input as _of_modalities(["image", "other"])
		with data.gpai.rules.training_summary.answers.rows as row
		with data.gpai.rules.training_summary.answers.parts as []
	"PS-1.3.e" in {entry.requirement | some entry in rule.inapplicable} with input as _of_modalities(["image", "other"])
		with data.gpai.rules.training_summary.answers.rows as row
		with data.gpai.rules.training_summary.answers.parts as []
}

_of_modalities(modalities) := _with({"data.modalities": [testing.fact(modalities)]})

test_facts_of_other_documents_do_not_answer if {
	facts := object.union(_complete, {"document.version": [testing.fact_with("1.0", {"document": 1})]})
	document := testing.document_with([testing.model(testing.in_force, facts)], {"documents": [_summary, testing.card([])]})
	_found(rule.report) == {"GPAI-210"} with input as document
}

test_a_placeholder_is_no_answer if {
	facts := object.union(_complete, {"provider.contact": [testing.fact_with("[to be completed]", {"value": null, "state": "placeholder"})]})
	rule.report == {{
		"rule": "GPAI-213",
		"model": 0,
		"at": ["models", 0, "facts", "provider.contact", 0],
		"message": "The training summary gives no answer on how the provider can be reached (section 1.1 of the template): '[to be completed]'.",
		"level": "error",
		"requirements": ["PS-1.1.a"],
	}} with input as _with(facts)
}

test_a_pointer_elsewhere_is_no_answer if {
	facts := object.union(_complete, {"data.crawler_names": [testing.fact_with("See our website.", {"value": null, "state": "elsewhere"})]})
	_messages(rule.report) == {"GPAI-234": "The training summary only points elsewhere on which crawlers were used (section 2.3 of the template): 'See our website.'."} with input as _with(facts)
}

test_not_applicable_is_no_answer_on_crawlers_that_were_used if {
	facts := object.union(_complete, {"data.crawler_names": [testing.fact("N/A")]})
	_messages(rule.report) == {"GPAI-234": "The training summary gives no information on which crawlers were used (section 2.3 of the template): 'N/A'."} with input as _with(facts)
}

test_not_applicable_is_an_answer_on_the_representative if {
	facts := object.union(_complete, {"provider.authorised_representative": [testing.fact("Not applicable (provider established in the Union)")]})
	rule.report == set() with input as _with(facts)
}

test_not_applicable_is_no_answer_of_who_needs_a_representative if {
	facts := object.union(_complete, {"provider.authorised_representative": [testing.fact("N/A")]})
	abroad := object.union(_with(facts), {"configuration": {"provider": {"country": "US"}}})
	{[violation.rule, violation.level] | some violation in rule.report} == {["GPAI-214", "error"]} with input as abroad
	unknown := object.union(object.remove(_with(facts), ["configuration"]), {"configuration": {}})
	rule.report == set() with input as unknown
}

test_a_representative_that_may_not_be_needed_decides_nothing if {
	facts := object.remove(_complete, ["provider.authorised_representative"])
	unknown := object.union(object.remove(_with(facts), ["configuration"]), {"configuration": {}})
	{[violation.rule, violation.level, violation.undecided] | some violation in rule.report} == {[
		"GPAI-214",
		"warning",
		"Whether the provider is established outside the Union is not stated.",
	]} with input as unknown
}

test_vague_answers_are_lacking if {
	vague := {
		"GPAI-220": {"data.content_types": [testing.fact_with("Web data", {"variant": "text"})]},
		"GPAI-222": {"data.languages": [testing.fact(["A breadth of languages from all over the world"])]},
		"GPAI-225": {"data.datasets": [testing.fact("Our datasets include data across various sectors of society.")]},
		"GPAI-232": {
			"data.private_third_party_datasets": [testing.fact("N/A")],
			"data.private_third_party_description": [testing.fact("Partners gave access to data that spans a diverse set of domains.")],
		},
		"GPAI-236": {"data.crawler_behaviour": [testing.fact("The crawlers discover and scan websites.")]},
		"GPAI-237": {"data.collection_period": [testing.fact("The knowledge cut-off is 01/2025.")]},
		"GPAI-240": {"data.top_domains": [testing.fact("The most relevant domains are those of public bodies and forums.")]},
		"GPAI-251": {"copyright.reservation_measures": [testing.fact("We follow all the laws on copyright reservations.")]},
	}
	every id, facts in vague {
		_found(rule.report) == {id} with input as _with(object.union(_complete, facts))
	}
}

test_datasets_without_a_link_are_named_but_not_found if {
	facts := object.union(_complete, {"data.datasets": [testing.fact("The data includes text from Common Crawl.")]})
	_found(rule.report) == {"GPAI-226"} with input as _with(facts)
}

test_each_modality_needs_its_size_and_content if {
	facts := object.union(_complete, {
		"data.modalities": [testing.fact(["text", "image"])],
		"data.size_band": [testing.fact_with("1e9-1e13", {"variant": "text"})],
		"data.size": [],
		"data.tokens": [],
	})
	_messages(rule.report) == {"GPAI-219": "The training summary does not say how large the training data is for 'image' (section 1.3 of the template)."} with input as _with(facts)
}

test_what_is_said_of_a_modality_in_a_word_is_quoted if {
	facts := object.union(_complete, {
		"data.modalities": [testing.fact(["text", "image"])],
		"data.content_types": [
			testing.fact_with("Web pages, code and books", {"variant": "text"}),
			testing.fact_with("photographs", {"variant": "image"}),
		],
		"data.size_band": [testing.fact("1e9-1e13")],
	})
	some violation in rule.report with input as _with(facts)
	violation.rule == "GPAI-220"
	violation.at == ["models", 0, "facts", "data.content_types", 1]
	violation.message == concat("", [
		"The training summary says too little on which types of content the training data holds for 'image' ",
		"(section 1.3 of the template): it is hardly longer than a label: 'photographs'.",
	])
}

test_a_file_with_the_domains_answers_for_them if {
	every answer in ["see domains.csv", "Domains (data/top_domains.json)", "here (https://example.org/domains.csv)"] {
		rule.report == set() with input as _with(object.union(_complete, {"data.top_domains": [testing.fact(answer)]}))
	}
	robots := {"data.top_domains": [testing.fact("Those whose robots.txt lets our crawlers in")]}
	_found(rule.report) == {"GPAI-240"} with input as _with(object.union(_complete, robots))
}

test_an_answer_that_is_not_yes_and_not_no_is_none if {
	facts := object.union(_complete, {"data.licensed_used": [testing.fact_with("other", {"text": "Have you concluded agreements? Other (see below)"})]})
	_messages(rule.report) == {"GPAI-228": concat("", [
		"The training summary answers neither yes nor no to whether commercial licences were concluded with rightsholders ",
		"(section 2.2.1 of the template): 'Other (see below)'.",
	])} with input as _with(facts)
}

test_a_no_spares_what_hangs_on_it if {
	facts := object.union(
		object.remove(_complete, {field | some row in rows; row.given == "data.crawlers_used"; some field in row.fields}),
		{"data.crawlers_used": [testing.fact(false)]},
	)
	rule.report == set() with input as _with(facts)
	excused := {entry.requirement | some entry in rule.inapplicable} with input as _with(facts)
	excused == {"PS-2.3.b", "PS-2.3.c", "PS-2.3.d", "PS-2.3.e"}
}

test_an_unread_tick_decides_nothing if {
	drawn := testing.fact_with("Yes No", {"value": null, "state": "undecidable"})
	facts := object.union(_complete, {"data.crawlers_used": [drawn]})
	rule.report == set() with input as _with(facts)
	rule.states[0]["GPAI-233"] == "undecidable" with input as _with(facts)
	rule.states[0]["GPAI-237"] == "answered" with input as _with(facts)
}

test_older_models_may_explain_a_gap if {
	lost := testing.fact_with("This cannot be provided: the records were lost.", {"value": null, "state": "placeholder"})
	facts := object.union(_complete, {"data.top_domains": [lost]})
	older := testing.model(object.union(testing.in_force, {"union_market_date": "2024-05-01"}), facts)
	rule.report == set() with input as testing.document_with([older], {"documents": [_summary]})
	_found(rule.report) == {"GPAI-240"} with input as _with(facts)
}

test_a_provider_in_the_union_needs_no_representative if {
	facts := object.remove(_complete, {"provider.authorised_representative"})
	rule.report == set() with input as _with(facts)
	{entry.requirement | some entry in rule.inapplicable} == {"PS-1.1.b"} with input as _with(facts)
}

test_an_address_outside_the_union_needs_a_representative if {
	facts := object.remove(_complete, {"provider.authorised_representative"})
	document := object.union(
		object.remove(_with(facts), {"configuration"}),
		{"configuration": {"provider": {"name": "Example Labs", "country": "US"}}},
	)
	testing.brief(rule.report) == {["GPAI-214", 0, "provider.authorised_representative", "error"]} with input as document
}

test_while_the_country_is_unknown_a_missing_representative_is_a_warning if {
	facts := object.remove(_complete, {"provider.authorised_representative"})
	document := object.union(object.remove(_with(facts), {"configuration"}), {"configuration": {}})
	testing.brief(rule.report) == {["GPAI-214", 0, "provider.authorised_representative", "warning"]} with input as document
}

test_an_absent_part_is_no_finding_per_field if {
	facts := object.remove(_complete, {field | some row in rows; row.part == "section 2.6"; some field in row.fields})
	rule.report == set() with input as _with(facts)
	{part.part | some part in rule.absent_parts[0]} == {"section 2.6"} with input as _with(facts)
}

test_does_not_apply_without_a_summary if {
	rule.report == set() with input as testing.document([testing.model(testing.in_force, {})])
}

test_does_not_apply_to_a_model_that_is_no_general_purpose_model if {
	model := testing.model({"placed_on_market": true, "gpai": false}, {"model.name": [testing.fact("Example")]})
	rule.report == set() with input as testing.document_with([model], {"documents": [_summary]})
}
