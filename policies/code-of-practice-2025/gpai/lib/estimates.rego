# METADATA
# title: Estimates
# description: |
#   How a figure that nobody states could be estimated from others that stand in the repository. An estimate is never an
#   answer; it goes into the message of the finding, with its inputs, for the provider to confirm or correct.
package gpai.lib.estimates

import data.gpai.lib.facts
import data.gpai.lib.numbers as quantities
import data.gpai.reference.board_power
import data.gpai.scope.compute

# METADATA
# scope: document
# description: The end of a message that shows an estimate with its inputs, empty where none can be made.
default hint(_, _) := ""

hint("compute", model) := sprintf("; %s, to be confirmed or corrected", [estimate.why]) if {
	estimate := compute.best[model.index]
	estimate.how in {"derived", "hardware"}
	not _of_few_tokens(estimate)
}

hint("energy", model) := sprintf("; %s GPU hours at %d W of board power would be about %s MWh before overheads, to be confirmed or corrected", [
	quantities.grouped(hours),
	board.watts,
	quantities.grouped(round((hours * board.watts) / 1000000)),
]) if {
	hours := _agreed(facts.numbers(model, "training.gpu_hours"))
	board := _board(model)
	hours * board.watts >= 1000000
}

# Fewer tokens than parameters are those of fine-tuning, whose compute would be taken for all of it: models of early
# days were trained on one or two for each parameter.
_of_few_tokens(estimate) if {
	estimate.how == "derived"
	estimate.tokens_per_parameter < 1
}

_agreed(entries) := highest if {
	values := {entry.fact.value | some entry in entries}
	highest := max(values)
	highest > 0
	quantities.within(min(values), highest, 10)
}

_board(model) := boards[0] if {
	texts := [lower(entry.fact.text) | some entry in facts.stated(model, "training.hardware")]
	hardware := replace(concat(" ", texts), "-", " ")
	boards := [board |
		some board in board_power.rows
		contains(hardware, board.accelerator)
		not _part_of_another(board.accelerator, hardware)
	]
	count(boards) == 1
}

# "gh200" contains "h200" and is another board.
_part_of_another(name, hardware) if {
	some other in board_power.rows
	other.accelerator != name
	contains(other.accelerator, name)
	contains(hardware, other.accelerator)
}
