# METADATA
# title: Status
# description: |
#   The verdict on every requirement of the catalogue for every model: `verdicts[<model index>]` is a list of
#   `{"id", "verdict", "why", "evidence": [paths], "rules": [ids]}`. In this order: a requirement that scope takes away is
#   not applicable; a finding that names it makes it not met; evidence or a valid attestation makes it met; a settled
#   scope question or the parts that spell it out may decide it; the rest is undecidable. Nothing is met by silence.
package gpai.status

import data.gpai.requirements
import data.gpai.status.direct

verdicts[model.index] := [verdict |
	some id, _ in requirements
	verdict := _completed(model, id)
] if {
	some model in input.models
}

_completed(model, id) := {
	"id": id,
	"verdict": spoken.verdict,
	"why": concat(" ", array.concat([spoken.why], _remarks(model, id, spoken.verdict))),
	"evidence": spoken.evidence,
	"rules": object.get(direct.rules_of, id, []),
} if {
	spoken := _spoken(model, id)
}

# What the rules, the attestations and scope say of a requirement stands; its parts speak only where those are silent.
_spoken(model, id) := own if {
	own := direct.verdicts[model.index][id]
	own.verdict != "undecidable"
} else := by_parts if {
	by_parts := _by_parts(model, id)
} else := direct.verdicts[model.index][id]

# METADATA
# description: The parts of the chapters that spell out each requirement of the law.
parts[id] := [part |
	some part, row in requirements
	_is_part(part, row, umbrella)
] if {
	some id, umbrella in data.gpai.status.umbrellas
}

_is_part(part, _, umbrella) if {
	not umbrella.audience
	strings.any_prefix_match(part, umbrella.prefixes)
}

_is_part(part, row, umbrella) if {
	row.audience[umbrella.audience]
	strings.any_prefix_match(part, umbrella.prefixes)
}

_is_part(part, row, umbrella) if {
	umbrella.audience
	not row.audience
	strings.any_prefix_match(part, umbrella.prefixes)
}

# The encouraged and the merely informing parts do not count.
_counted(model, id) := [{"id": part, "verdict": direct.verdicts[model.index][part].verdict} |
	some part in parts[id]
	requirements[part].strength == "must"
	direct.verdicts[model.index][part].verdict != "not_applicable"
]

_by_parts(model, id) := {
	"verdict": "not_met",
	"why": sprintf("%d of the %d items that spell it out are not met, for instance '%s'.", [count(failed), count(counted), failed[0].id]),
	"evidence": [],
} if {
	counted := _counted(model, id)
	failed := [part | some part in counted; part.verdict == "not_met"]
	count(failed) > 0
	_binding(model, failed)
} else := {
	"verdict": "met",
	"why": sprintf("All %d items that spell it out are met.", [count(counted)]),
	"evidence": [],
} if {
	counted := _counted(model, id)
	count(counted) > 0
	every part in counted {
		part.verdict == "met"
	}
} else := {
	"verdict": "undecidable",
	"why": sprintf("Of the %d items that spell it out %d are met, and the rest cannot all be decided.", [count(counted), count(good)]),
	"evidence": [],
} if {
	counted := _counted(model, id)
	good := [part | some part in counted; part.verdict == "met"]
	count(good) > 0
}

# Who has not signed a chapter may meet the law by other means: the chapter is a yardstick and no verdict.
_binding(model, failed) if {
	some part in failed
	direct.committed(model, part.id)
}

_remarks(model, id, verdict) := array.concat(_relief(model, id), _due(model, verdict))

_relief(model, id) := [remark |
	remark := sprintf("Relief for smaller companies: %s", [requirements[id].sme_note])
	direct.smaller(model)
]

_due(model, verdict) := [sprintf("It is due from %s.", [direct.due(model)]) |
	verdict in {"not_met", "undecidable"}
	input.as_of < direct.due(model)
]
