package gpai.status_test

import data.gpai.lib.testing
import data.gpai.requirements
import data.gpai.status

_row(id, document) := found if {
	rows := status.verdicts[0] with input as document
	found := [row | some row in rows; row.id == id][0]
}

_verdict(id, document) := _row(id, document).verdict

_configured(provider, others) := object.union({"provider": provider}, others)

_third_country := {"name": "Example Labs", "country": "US", "signatory": true}

_document(declared, facts, configuration) := testing.document_with(
	[testing.model(declared, facts)],
	{"configuration": configuration},
)

_new := _document(testing.in_force, {}, _configured(_third_country, {}))

_attested(requirement, members) := {"attestations": [object.union(
	{
		"requirement": requirement,
		"statement": "It is kept by the legal department.",
		"by": "A. Example, General Counsel",
		"date": "2026-01-10",
	},
	members,
)]}

test_every_requirement_has_one_verdict_with_a_sentence if {
	rows := status.verdicts[0] with input as _new
	[row.id | some row in rows] == [id | some id, _ in requirements]
	every row in rows {
		row.verdict in {"met", "not_met", "undecidable", "not_applicable"}
		endswith(row.why, ".")
		is_array(row.evidence)
		is_array(row.rules)
	}
}

test_not_met_by_a_finding if {
	row := _row("LAW-54", _new)
	row.verdict == "not_met"
	row.why == "The provider is established outside the Union ('US') and names no authorised representative in the Union."
	"GPAI-601" in row.rules
}

test_met_by_evidence if {
	facts := {"copyright.contact": [testing.fact("copyright@example.org")]}
	row := _row("C-1.5(1)", _document(testing.in_force, facts, _configured(_third_country, {})))
	row.verdict == "met"
	row.evidence == [["models", 0, "facts", "copyright.contact", 0]]
}

test_not_applicable_with_the_reason[name] if {
	some name, case in {
		"a Union provider": {
			"id": "LAW-54",
			"document": testing.document([testing.model(testing.in_force, {})]),
			"why": "The provider is established in the Union, in France.",
		},
		"not on the market": {
			"id": "PS-1.3.b",
			"document": testing.document([testing.model({"placed_on_market": false}, {})]),
			"why": "The model is not placed on the Union market. The configuration says that it is not.",
		},
		"no systemic risk": {
			"id": "S-1.4",
			"document": testing.document([testing.model(testing.in_force, {})]),
			"why": concat(" ", [
				"The model carries no systemic risk.",
				"The configuration says that it does not, and no known compute speaks against it.",
			]),
		},
		"a new model": {
			"id": "G-LEGACY",
			"document": testing.document([testing.model(testing.in_force, {})]),
			"why": "It was placed on the Union market on 2025-10-01, when the duties applied already.",
		},
		"the exemption is not relied upon": {
			"id": "G-OSS-LIC",
			"document": testing.document([testing.model(testing.in_force, {})]),
			"why": "The configuration does not rely on the open-source exemption.",
		},
		"a statement of the law": {
			"id": "LAW-101",
			"document": testing.document([testing.model(testing.in_force, {})]),
			"why": "It informs and asks nothing of the provider.",
		},
	}
	row := _row(case.id, case.document)
	row.verdict == "not_applicable"
	row.why == case.why
}

test_the_exemption_takes_away_the_documentation_and_leaves_the_rest if {
	declared := {
		"placed_on_market": true,
		"gpai": true,
		"role": "provider",
		"training_compute_flop": 720000000000000000000000,
		"monetised": false,
		"open_source": true,
		"union_market_date": "2025-10-01",
	}
	document := _document(
		declared,
		{
			"distribution.channels": [testing.fact(["https://huggingface.co/example/example-7b"])],
			"distribution.licence": [testing.fact("Apache-2.0")],
			"model.architecture": [testing.fact("decoder-only transformer")],
			"model.input_modalities": [testing.fact(["text"])],
			"use.intended": [testing.fact("Writing and answering")],
			"use.limitations": [testing.fact("English alone")],
			"use.technical_means": [testing.fact("Loaded with a library")],
		},
		_configured(_third_country, {}),
	)
	_verdict("MDF-2.1", document) == "not_applicable"
	_verdict("LAW-53.1a", document) == "not_applicable"
	_verdict("LAW-54", document) == "not_applicable"
	_verdict("LAW-53.2", document) == "met"
	_verdict("C-1.1(1)", document) == "not_met"
	startswith(_row("MDF-2.1", document).why, "The model is exempt as free and open-source (Article 53(2)).")
	startswith(_row("LAW-54", document).why, "The model is exempt as free and open-source (Article 54(6)).")
}

test_attestations[name] if {
	some name, case in {
		"valid": {"members": {}, "verdict": "met"},
		"on its last day": {"members": {"expires": "2026-11-23"}, "verdict": "met"},
		"expired": {"members": {"expires": "2026-11-22"}, "verdict": "undecidable"},
		"in the future": {"members": {"date": "2026-11-24"}, "verdict": "undecidable"},
		"of another model": {"members": {"model": "elsewhere"}, "verdict": "undecidable"},
	}
	document := _document(
		testing.in_force,
		{},
		_configured(_third_country, _attested("LAW-53.7", case.members)),
	)
	_verdict("LAW-53.7", document) == case.verdict
}

test_an_attestation_makes_good_an_absence_and_says_who if {
	document := _document(
		testing.systemic,
		{},
		_configured(_third_country, _attested("LAW-52", {})),
	)
	row := _row("LAW-52", document)
	row.verdict == "met"
	row.why == "Attested by 'A. Example, General Counsel' on 2026-01-10: 'It is kept by the legal department'."
	row.evidence == [["configuration", "attestations", 0]]
}

test_a_contradiction_cannot_be_attested_away if {
	declared := object.union(testing.systemic, {"systemic_risk": false})
	configuration := _configured(_third_country, _attested("LAW-52", {}))
	late := object.union(declared, {"threshold_known_date": "2025-08-01", "notification_date": "2025-10-01"})
	_verdict("LAW-52", _document(late, {}, configuration)) == "not_met"
}

test_undecidable_says_what_an_attestation_would_say if {
	row := _row("LAW-53.7", _new)
	row.verdict == "undecidable"
	startswith(row.why, "The files do not decide it; an attestation would have to say: ")
}

test_scope_questions if {
	_verdict("LAW-3.63", _new) == "met"
	_verdict("G-PLACE", _new) == "met"
	_verdict("G-MOD", _new) == "not_applicable"
	_row("G-GPAI", _new).why == "It is settled. The configuration records the decision that it is."
	unsettled := testing.document([testing.model({}, {})])
	_verdict("LAW-3.63", unsettled) == "undecidable"
	_verdict("G-PLACE", unsettled) == "undecidable"
	_verdict("S-1.4", unsettled) == "undecidable"
}

test_an_indicated_but_unrecorded_decision_is_no_record if {
	document := testing.document([testing.model(
		{"training_compute_flop": 720000000000000000000000},
		{"model.output_modalities": [testing.fact(["text"])]},
	)])
	_verdict("G-GPAI", document) == "met"
	row := _row("LAW-3.63", document)
	row.verdict == "undecidable"
	startswith(row.why, "The decision itself is not recorded.")
}

test_the_law_follows_from_the_items_that_spell_it_out if {
	row := _row("LAW-AXI-1", _new)
	row.verdict == "not_met"
	regex.match(`^Of the 39 items that spell it out [0-9]+ are not met: 'MDF-.* more\.`, row.why)
	"GPAI-111" in row.rules
}

_parts(verdicts) := {"0": {part: {"verdict": verdict, "why": "So.", "evidence": [["documents", position]]} |
	some position, [part, verdict] in verdicts
}}

_umbrella(id, verdicts) := found if {
	rows := status.verdicts[0] with input as _safety
		with data.gpai.status.direct.verdicts as [object.union(_open_verdict(id), _parts(verdicts)["0"])]
	found := [row | some row in rows; row.id == id][0]
}

_open_verdict(id) := {id: {"verdict": "undecidable", "why": "The files do not decide it.", "evidence": []}}

_safety := _document(testing.systemic, {}, _configured(_third_country, {}))

test_parts_speak_only_where_nothing_else_does if {
	all_met := _umbrella("LAW-55.1a", [["S-3.2", "met"], ["A-3.1", "met"], ["A-3.2", "met"], ["A-3.3", "not_applicable"]])
	all_met.verdict == "met"
	all_met.why == "All 3 items that spell it out are met: 'A-3.1', 'A-3.2', 'S-3.2'."
	all_met.evidence == [["documents", 0], ["documents", 1], ["documents", 2]]
	all_met.rules == ["GPAI-432", "GPAI-449", "GPAI-450", "GPAI-623"]
}

test_one_part_that_is_not_met_decides_with_its_rules if {
	failed := _umbrella("LAW-55.1a", [["S-3.2", "met"], ["A-3.1", "not_met"], ["A-3.2", "undecidable"], ["A-3.3", "met"]])
	failed.verdict == "not_met"
	failed.why == "Of the 4 items that spell it out 1 is not met: 'A-3.1'."
	failed.evidence == [["documents", 1]]
	failed.rules == ["GPAI-449", "GPAI-623"]
}

test_where_all_parts_fail_none_is_met if {
	failed := _umbrella("LAW-55.1a", [["S-3.2", "not_met"], ["A-3.1", "not_met"]])
	failed.why == "None of the 2 items that spell it out is met: 'A-3.1', 'S-3.2'."
	single := _umbrella("LAW-AXI-2", [["S-10.1/1", "not_met"]])
	single.why == "The item that spells it out is not met: 'S-10.1/1'."
}

test_what_is_open_among_the_parts_is_listed if {
	open := _umbrella("LAW-55.1a", [["S-3.2", "met"], ["A-3.1", "met"], ["A-3.2", "undecidable"], ["A-3.3", "undecidable"]])
	open.verdict == "undecidable"
	open.why == "Of the 4 items that spell it out 2 are met; open: 'A-3.2', 'A-3.3'."
	open.rules == ["GPAI-450", "GPAI-451", "GPAI-623"]
}

test_a_single_part_is_spoken_of_as_one if {
	one := _umbrella("LAW-AXI-2", [["S-10.1/1", "met"]])
	one.verdict == "met"
	one.why == "The item that spells it out is met: 'S-10.1/1'."
}

test_what_the_code_asks_beyond_the_article_decides_nothing if {
	beyond := _umbrella("LAW-55.1a", [["S-3.2", "met"], ["A-3.5", "not_met"], ["S-3.5/2", "not_met"]])
	beyond.verdict == "met"
}

test_a_chapter_that_was_not_signed_is_a_yardstick if {
	document := _document(testing.in_force, {}, _configured({"country": "FR", "signatory": false}, {}))
	row := _row("T-1.2.a", document)
	row.verdict == "not_met"
	endswith(row.why, "This compares the model with a chapter of the Code that the provider did not sign.")
	safety := _document(testing.systemic, {}, _configured({"country": "FR", "signatory": false}, {}))
	_verdict("S-9.1", safety) == "not_met"
	_verdict("LAW-55.1c", safety) == "not_met"
	_verdict("LAW-55.1a", safety) == "undecidable"
}

test_the_annexes_bind_without_a_signature if {
	document := _document(testing.in_force, {}, _configured({"country": "FR", "signatory": false}, {}))
	row := _row("MDF-2.1", document)
	row.verdict == "not_met"
	not contains(row.why, "did not sign")
	_verdict("LAW-AXI-1", document) == "not_met"
	contains(_row("MDF-1.3", document).why, "did not sign")
}

test_a_commitment_is_not_met_where_its_measures_are_not if {
	verdicts := object.union(_parts([["S-1.1(1)", "not_met"], ["S-1.4", "met"]])["0"], {"S-1": {
		"verdict": "undecidable",
		"why": "The files do not decide it.",
		"evidence": [],
	}})
	rows := status.verdicts[0] with input as _safety with data.gpai.status.direct.verdicts as [verdicts]
	[row.verdict | some row in rows; row.id == "S-1"] == ["not_met"]
	kept := object.union(verdicts, {"S-1.1(1)": {"verdict": "undecidable", "why": "So.", "evidence": []}})
	open := status.verdicts[0] with input as _safety with data.gpai.status.direct.verdicts as [kept]
	[row.verdict | some row in open; row.id == "S-1"] == ["undecidable"]
}

test_a_document_that_is_there_meets_no_commitment if {
	document := _document(testing.in_force, {}, _configured({"country": "FR", "signatory": true}, {}))
	{id | some id in ["T-1", "C-1", "S-1", "S-7"]; _verdict(id, document) == "met"} == set()
}

test_the_reliefs_concern_smaller_companies_alone[size] if {
	some size, verdict in {"large": "not_applicable", "small": "met", "small-mid-cap": "met"}
	document := _document(testing.systemic, {}, _configured({"country": "FR", "signatory": true, "size": size}, {}))
	_verdict("S-0.2", document) == verdict
}

test_words_without_a_passage_leave_it_open_and_say_where if {
	framework := testing.text_document("safety_framework", "framework.md", [testing.section("Access", "Each visit is logged.", [])])
	document := testing.document_with([testing.model(testing.systemic, {})], {"documents": [framework]})
	row := _row("S-10.1/3", document)
	row.verdict == "undecidable"
	row.evidence == [["documents", 0, "sections", 0]]
	startswith(row.why, "The files touch on it without a passage that shows it: bind the passage that does ('<!-- gpai: S-10.1/3 -->')")
}

test_a_finding_that_waits_for_another_answer_leaves_it_open if {
	waiting := {
		"rule": "GPAI-313",
		"model": 0,
		"missing": "copyright.robots",
		"message": "The policy does not say it.",
		"level": "warning",
		"requirements": ["C-1.3(1)(a)"],
		"undecided": "Nobody says whether anything was crawled.",
	}
	rows := status.verdicts[0] with input as _new with data.gpai.rules.copyright.policy_elements.report as {waiting}
	[[row.verdict, row.why] | some row in rows; row.id == "C-1.3(1)(a)"] == [[
		"undecidable",
		"Nobody says whether anything was crawled. The policy does not say it.",
	]]
}

test_reliefs_and_due_days_are_said if {
	small := _document(testing.systemic, {}, _configured({"country": "FR", "signatory": true, "size": "small"}, {}))
	contains(_row("S-7", small).why, "Relief for smaller companies: ")
	large := _document(testing.systemic, {}, _configured({"country": "FR", "signatory": true, "size": "large"}, {}))
	not contains(_row("S-7", large).why, "Relief for smaller companies: ")
	harmless := _document(testing.in_force, {}, _configured({"country": "FR", "signatory": true, "size": "small"}, {}))
	not contains(_row("S-7", harmless).why, "Relief for smaller companies: ")
	legacy := object.union(testing.in_force, {"union_market_date": "2024-03-01"})
	endswith(
		_row("LAW-54", _document(legacy, {}, _configured(_third_country, {}))).why,
		"It is due from 2027-08-02.",
	)
}

test_a_fact_can_make_a_requirement_fall_away if {
	excuse := {"requirement": "PS-2.3.b", "model": 0, "why": "Nothing was crawled.", "at": ["models", 0]}
	rows := status.verdicts[0] with input as _new
		with data.gpai.rules.documents.unread_file.inapplicable as {excuse}
	[row.verdict | some row in rows; row.id == "PS-2.3.b"] == ["not_applicable"]
	[row.why | some row in rows; row.id == "PS-2.3.b"] == ["Nothing was crawled."]
}
