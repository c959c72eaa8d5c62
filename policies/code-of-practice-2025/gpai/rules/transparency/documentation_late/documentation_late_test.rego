package gpai.rules.transparency.documentation_late_test

import data.gpai.lib.testing
import data.gpai.rules.transparency.documentation_late as rule
import data.gpai.rules.transparency.form_items.rows

_with(declared, version, updated) := testing.document_with(
	[testing.model(declared, {"document.version": [testing.fact(version)], "document.last_updated": [testing.fact(updated)]})],
	{"documents": [testing.text_document("model_documentation_form", "form.md", [])]},
)

test_fails_where_the_first_version_is_later_than_the_market_date if {
	rule.report == {{
		"rule": "GPAI-102",
		"model": 0,
		"at": ["models", 0, "facts", "document.last_updated", 0],
		"message": "The form's first version is dated '2026-02-01', after the model was placed on the Union market on '2025-10-01'.",
		"level": "warning",
		"requirements": ["T-1.1.a"],
	}} with input as _with(testing.in_force, "v1.0", "2026-02-01")
}

test_passes_with_a_first_version_in_time if {
	rule.report == set() with input as _with(testing.in_force, "1.0", "2025-09-20")
}

test_passes_with_a_later_version if {
	rule.report == set() with input as _with(testing.in_force, "1.3", "2026-02-01")
}

test_a_model_from_before_the_duties_has_until_they_are_due if {
	rule.report == set() with input as _with(object.union(testing.in_force, {"union_market_date": "2024-03-01"}), "1.0", "2026-02-01")
}

test_does_not_apply_without_a_market_date if {
	rule.report == set() with input as _with({"placed_on_market": true, "gpai": true}, "1.0", "2026-02-01")
}

# An answer for each field that some item of the form asks for.
_complete[field] := [testing.answer(field)] if {
	some row in rows
	some field in row.fields
}

_documented(facts) := testing.document([testing.model(object.remove(testing.in_force, {"union_market_date"}), facts)])

test_whole_documentation_shows_in_time_by_its_date[updated] if {
	some updated, shown in {"2026-02-27": true, "2026-03-01": true, "2026-03-02": false, "2026-03": false}
	document := _documented(object.union(_complete, {"document.last_updated": [testing.fact(updated)]}))
	met := {entry.at | some entry in rule.met; entry.requirement == "T-1.1.a"} with input as document
	met == {["models", 0, "facts", "document.last_updated", 0] | shown}
	whys := {entry.why | some entry in rule.mentioned} with input as document
	whys == {"Every item is documented, but no date of the documentation shows that it was by the day of placing on the Union market."}
}

test_whole_documentation_before_the_day_is_in_time if {
	facts := object.union(object.remove(_complete, {"document.last_updated"}), {"model.union_market_date": [testing.fact("2027-10-01")]})
	{entry.at | some entry in rule.met; entry.requirement == "T-1.1.a"} == {["documents", 0]} with input as _documented(facts)
}

test_documentation_with_a_gap_shows_nothing if {
	facts := object.remove(_complete, {"model.architecture"})
	rule.met == set() with input as _documented(facts)
	rule.mentioned == set() with input as _documented(facts)
}
