# METADATA
# title: Status
# description: |
#   The verdict on every requirement of the catalogue for every model: `verdicts[<model index>]` is a list of
#   `{"id", "verdict", "why", "remarks", "evidence": [paths], "rules": [ids]}`, where `why` ends with the remarks that many
#   requirements share (a relief, a day to come). In this order: a requirement that scope takes away is
#   not applicable; a finding that names it makes it not met; evidence or a valid attestation makes it met; a settled
#   scope question or the parts that spell it out may decide it; the rest is undecidable. Nothing is met by silence.
package gpai.status

import data.gpai.requirements
import data.gpai.status.direct

# Names of this package for what lies in others. Where a variable indexes a reference that begins with `data`, Regorus goes
# through all modules, and here that would be hundreds of times per model.
_requirements := requirements

_verdicts := direct.verdicts

_rules_of := direct.rules_of

_reliefs := data.gpai.status.reliefs

verdicts[model.index] := [object.get(_completed[model.index], id, plain) |
	some id, own in _verdicts[model.index]
	plain := {
		"id": id,
		"verdict": own.verdict,
		"why": own.why,
		"remarks": [],
		"evidence": own.evidence,
		"rules": _rules_of[id],
	}
] if {
	some model in input.models
}

# The verdicts to which there is more than what is said directly: parts that speak, and remarks.
_completed[model.index] := {id: verdict |
	some id in _to_complete(model)
	own := _verdicts[model.index][id]
	spoken := object.get(_summed_up[model.index], id, own)
	remarks := _remarks(model, id, spoken.verdict)
	verdict := {
		"id": id,
		"verdict": spoken.verdict,
		"why": concat(" ", array.concat([spoken.why], remarks)),
		"remarks": remarks,
		"evidence": spoken.evidence,
		"rules": sort({rule | some rule in _rules_of[id]} | {rule | some rule in object.get(spoken, "rules", [])}),
	}
} if {
	some model in input.models
}

_to_complete(model) := object.keys(_verdicts[model.index]) if {
	_relieved[model.index]
} else := object.keys(_verdicts[model.index]) if {
	_not_yet_due[model.index]
} else := object.keys(_summed_up[model.index]) | {id |
	some id, word in _words[model.index]
	word == "not_met"
}

# What the rules, the attestations and scope say of a requirement stands; its parts speak where those are silent.
_summed_up[model.index] := {id: spoken |
	some id, _ in parts
	_words[model.index][id] == "undecidable"
	spoken := _in_sum(model, id, _counted(model, id))
} if {
	some model in input.models
}

# METADATA
# description: The parts of the chapters that spell out each requirement of the law.
parts[id] := sort(_spelling_out(umbrella) | {part | some part in umbrella.also}) if {
	some id, umbrella in data.gpai.status.umbrellas
}

_spelling_out(umbrella) := {part |
	some part in _beginning_with(umbrella.prefixes)
	_listed_in_annex(_requirements[part], umbrella)
	_concerns(_requirements[part], umbrella)
} if {
	umbrella.annex
} else := {part | some part in _beginning_with(umbrella.prefixes)}

# One search per umbrella through all ids, a line each: to ask of each id whether it begins so takes ten times as long.
_beginning_with(prefixes) := regex.find_n(
	sprintf(`(?m)^(?:%s).*$`, [concat("|", [replace(prefix, ".", `\.`) | some prefix in prefixes])]),
	_ids,
	-1,
)

_ids := concat("\n", [id | some id, _ in requirements])

_listed_in_annex(row, umbrella) if strings.any_prefix_match(row.articles, umbrella.annex)

_concerns(_, umbrella) if not umbrella.audience

_concerns(row, umbrella) if row.audience[umbrella.audience]

# The encouraged and the merely informing parts do not count.
_counted(model, id) := [{"id": part, "verdict": verdict} |
	some part in _binding_parts[id]
	verdict := _words[model.index][part]
	verdict != "not_applicable"
]

_binding_parts[id] := [part | some part in spelling; _requirements[part].strength == "must"] if some id, spelling in parts

_words[model.index] := {id: own.verdict | some id, own in _verdicts[model.index]} if some model in input.models

_in_sum(model, id, counted) := {
	"verdict": "not_met",
	"why": sprintf("%s: %s.", [_failing(failed, counted), _listed(failed)]),
	"evidence": _evidence(model, failed),
	"rules": _rules(failed),
} if {
	failed := [part | some part in counted; part.verdict == "not_met"]
	count(failed) > 0
	_binding(model, id, failed)
} else := {
	"verdict": "met",
	"why": sprintf("%s met: %s.", [_some_of(counted, counted), _listed(counted)]),
	"evidence": _evidence(model, counted),
	"rules": _rules(counted),
} if {
	count(counted) > 0
	every part in counted {
		part.verdict == "met"
	}
} else := {
	"verdict": "undecidable",
	"why": sprintf("%s met; open: %s.", [_some_of(good, counted), _listed(open)]),
	"evidence": _evidence(model, good),
	"rules": _rules(open),
} if {
	good := [part | some part in counted; part.verdict == "met"]
	open := [part | some part in counted; part.verdict != "met"]
	count(good) > 0
}

_failing(failed, counted) := sprintf("None of the %d items that spell it out is met", [count(counted)]) if {
	count(counted) > 1
	count(failed) == count(counted)
} else := sprintf("%s not met", [_some_of(failed, counted)])

_some_of(_, counted) := "The item that spells it out is" if count(counted) == 1

_some_of(chosen, counted) := sprintf("All %d items that spell it out are", [count(counted)]) if {
	count(counted) > 1
	count(chosen) == count(counted)
}

_some_of(chosen, counted) := sprintf("Of the %d items that spell it out %d %s", [count(counted), count(chosen), _verb(chosen)]) if {
	count(counted) > 1
	count(chosen) < count(counted)
}

_verb(chosen) := "is" if count(chosen) == 1

_verb(chosen) := "are" if count(chosen) != 1

# A long list is cut: each item has a line of its own in the same report.
_longest := 8

_listed(chosen) := concat(", ", [sprintf("'%s'", [part.id]) | some part in chosen]) if count(chosen) <= _longest

_listed(chosen) := sprintf("%s and %d more", [
	concat(", ", [sprintf("'%s'", [part.id]) | some part in array.slice(chosen, 0, _longest)]),
	count(chosen) - _longest,
]) if {
	count(chosen) > _longest
}

# One place for each item, each place once.
_evidence(model, chosen) := [path |
	some path in {_verdicts[model.index][part.id].evidence[0] | some part in chosen}
]

_rules(chosen) := [rule |
	some part in chosen
	some rule in _rules_of[part.id]
]

# Who has not signed a chapter may meet the law by other means: the chapter is a yardstick and no verdict on the law.
_binding(model, id, failed) if {
	_requirements[id].basis == "law"
	some part in failed
	direct.committed(model, part.id)
}

_binding(_, id, _) if _requirements[id].basis != "law"

_remarks(model, id, verdict) := array.concat(
	array.concat(_relief(model, id, verdict), _compared(model, id, verdict)),
	_due(model, verdict),
)

# Without a signature nobody owes what the Code asks beyond the law.
_compared(model, id, verdict) := ["This compares the model with a chapter of the Code that the provider did not sign." |
	verdict == "not_met"
	not direct.committed(model, id)
]

_relief(model, id, verdict) := [remark |
	_relieved[model.index]
	verdict != "not_applicable"
	_sized(id)
	remark := sprintf("Relief for smaller companies: %s", [_requirements[id].sme_note])
]

_sized(id) if not _reliefs[id]

_sized(id) if input.configuration.provider.size in _reliefs[id]

_due(model, verdict) := [remark |
	verdict in {"not_met", "undecidable"}
	remark := sprintf("It is due from %s.", [_not_yet_due[model.index]])
]

_relieved[model.index] if {
	some model in input.models
	direct.smaller(model)
}

_not_yet_due[model.index] := day if {
	some model in input.models
	day := direct.due(model)
	input.as_of < day
}
