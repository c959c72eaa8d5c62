package gpai.rules.consistency.table_totals_test

import data.gpai.lib.testing
import data.gpai.rules.consistency.table_totals as rule

_cell(value, variant, line) := testing.fact_with(value, {
	"variant": variant,
	"location": object.union(testing.location, {"line": line, "end_line": line, "anchor": "#Hardware/Time (GPU hours)"}),
})

_table(total) := testing.document([testing.model(testing.in_force, {"training.gpu_hours": [
	_cell(184320, "7B", 47),
	_cell(1720320, "70B", 49),
	_cell(total, "", 50),
]})])

test_fails_where_a_row_is_missing if {
	testing.brief(rule.report) == {[
		"GPAI-720", 0,
		["models", 0, "facts", "training.gpu_hours", 2],
		"warning",
	]} with input as _table(3311616)
	messages := {violation.message | some violation in rule.report} with input as _table(3311616)
	messages == {"The total of the training hours is given as '3311616', but the 2 rows above it come to 1904640."}
}

test_passes_where_the_rows_add_up if {
	rule.report == set() with input as _table(1904640)
}

test_passes_within_rounding if {
	rule.report == set() with input as _table(1900000)
}

test_does_not_apply_to_a_figure_elsewhere if {
	document := testing.document([testing.model(testing.in_force, {"training.gpu_hours": [
		_cell(184320, "7B", 47),
		_cell(1720320, "70B", 49),
		testing.fact(3311616),
	]})])
	rule.report == set() with input as document
}

test_does_not_apply_to_a_single_row if {
	document := testing.document([testing.model(testing.in_force, {"training.gpu_hours": [
		_cell(184320, "7B", 47),
		_cell(3311616, "", 50),
	]})])
	rule.report == set() with input as document
}
