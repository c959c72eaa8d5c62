# METADATA
# title: Direct verdicts
# description: |
#   What rules, attestations and scope say of a requirement, without regard to its parts:
#   `verdicts[<model index>][<requirement>]` is `{"verdict", "why", "evidence"}`.
package gpai.status.direct

import data.gpai.lib.attestations
import data.gpai.requirements
import data.gpai.scope
import data.gpai.scope.market
import data.gpai.scope.settled

# Names of this package for what lies in others. Where a variable indexes a reference that begins with `data`, Regorus goes
# through all modules, and here that would be hundreds of times per model.
_requirements := requirements

_questions := data.gpai.status.questions

_answers := scope.answers

verdicts[model.index] := object.union(_by_class[model.index], own) if {
	some model in input.models
	own := {id: verdict |
		some id in _spoken_of[model.index]
		verdict := _verdict(model, id, _requirements[id])
	}
}

# What something speaks of by its id. All other requirements of a class have the same verdict.
_spoken_of[model.index] := ids if {
	some model in input.models

	# Comprehensions: to Regorus a rule of two levels that has no member is undefined, and not empty as to OPA.
	ids := union({
		{id | some id, value in _findings[model.index]; value},
		{id | some id, value in _evidence[model.index]; value},
		{id | some id, value in _undecided[model.index]; value},
		{id | some id, value in _mentions[model.index]; value},
		{id | some id, value in _excuses[model.index]; value},
		object.keys(_questions),
		object.keys(_conditions),
		{id | some id in attestations.requirements; _requirements[id]},
		{"G-PLACE"},
	})
}

_by_class[model.index] := {id: verdict |
	some id, open in _open
	verdict := object.get(by_class, scope.class_of(id), open)
} if {
	some model in input.models
	by_class := {class: verdict |
		some class, gate in scope.class_gates[model.index]
		verdict := _of_class(model, class, gate)
	}
}

_of_class(model, class, gate) := {
	"verdict": "not_applicable",
	"why": concat(" ", [_leads[gate.question], gate.why]),
	"evidence": gate.evidence,
} if {
	gate.answer == "no"
} else := _unsettled_risk(model) if {
	class == "systemic_risk"
	_answers[model.index].systemic_risk.answer == "unknown"
}

_unsettled_risk(model) := {
	"verdict": "undecidable",
	"why": concat(" ", ["Whether the model carries systemic risk is not settled.", _answers[model.index].systemic_risk.why]),
	"evidence": [],
}

# The verdict on a requirement of which nothing speaks, whatever the model.
_open[id] := {
	"verdict": "undecidable",
	"why": sprintf("The files do not decide it; an attestation would have to say: %s", [statement]),
	"evidence": [],
} if {
	some id, statement in _statements
	not _informing[id]
}

_open[id] := {
	"verdict": "not_applicable",
	"why": "It informs and asks nothing of the provider.",
	"evidence": [],
} if {
	some id in _informing
}

_informing contains id if {
	some id, row in requirements
	row.strength == "info"
	not row.attestation
}

_informing contains id if {
	some id, row in requirements
	count(row.check_kind) == 0
}

# What an attestation would have to say, to go on in a sentence.
_statements[id] := concat("", [lower(substring(row.attestation, 0, 1)), substring(row.attestation, 1, -1)]) if {
	some id, row in requirements
	row.attestation
}

_statements[id] := "in which document this is said, where that is kept, and since when." if {
	some id, row in requirements
	not row.attestation
}

# METADATA
# description: The ids of the rules that speak of each requirement, in order.
rules_of[id] := rules if {
	some id, _ in requirements
	rules := sort(object.get(_speaking, id, []))
}

# One pass over the rules: asking every rule for every requirement would be hundreds of times as much.
_speaking[id] contains rule if {
	some rule, metadata in data.gpai.metadata.rules
	some id in metadata.requirements
}

# METADATA
# description: Whether the provider is bound to the chapter of a requirement, or its chapter needs no signature.
committed(model, id) if scope.commitment(id, model).answer != "no"

# METADATA
# description: Whether the reliefs for small and medium-sized enterprises and small mid-caps are the provider's.
smaller(model) if _answers[model.index].sme.answer == "yes"

smaller(model) if _answers[model.index].small_mid_cap.answer == "yes"

# METADATA
# description: The day from which the duties for a model are due.
due(model) := market.due(model)

_verdict(model, id, row) := verdict if {
	verdict := _not_applicable[model.index][id]
} else := {
	"verdict": "not_met",
	"why": _told(decisive),
	"evidence": [path | some violation in decisive; some path in _paths(violation)],
} if {
	decisive := _findings[model.index][id]
} else := {
	"verdict": "met",
	"why": _shown(paths),
	"evidence": paths,
} if {
	paths := _evidence[model.index][id]
} else := {
	"verdict": "met",
	"why": sprintf("Attested by '%s' on %s: '%s'.", [attested.attestation.by, attested.attestation.date, trim_right(attested.attestation.statement, ".")]),
	"evidence": [attested.path],
} if {
	attestations.requirements[id]
	attested := attestations.valid(id, model)[0]
} else := verdict if {
	verdict := _by_question(model, _questions[id])
} else := _unsettled_risk(model) if {
	"systemic_risk" in row.applies_to
	_answers[model.index].systemic_risk.answer == "unknown"
} else := _open[id] if {
	_informing[id]
} else := {
	"verdict": "undecidable",
	"why": concat(" ", [open[0].undecided, open[0].message]),
	"evidence": [path | some violation in open; some path in _paths(violation)],
} if {
	open := _undecided[model.index][id]
} else := {
	"verdict": "undecidable",
	"why": sprintf("%s An attestation would have to say: %s", [_short_of(model, id), _statements[id]]),
	"evidence": array.slice(paths, 0, 3),
} if {
	paths := _mentions[model.index][id]
} else := _open[id]

# What is there, and what it does not show.
_short_of(model, id) := why if {
	why := sort({entry.why | some entry in data.gpai.main.mentioned; entry.model == model.index; entry.requirement == id})[0]
} else := sprintf("The files touch on it without a passage that shows it: bind the passage that does ('<!-- gpai: %s -->'), or attest it.", [id])

# The reason that comes first outweighs the others: the lists are in the opposite order.
_not_applicable[model.index] := object.union_n([_excused(model), _unclaimed(model), _beside(model), _shut(model)]) if {
	some model in input.models
}

# Requirements that a scope question settles are asked before it shuts their own gate.
_shut(model) := {id: verdict |
	some class, gate in scope.class_gates[model.index]
	gate.answer == "no"
	some id in _spoken_of[model.index]
	scope.class_of(id) == class
	not _settles(id, gate.question)
	verdict := {
		"verdict": "not_applicable",
		"why": concat(" ", [_lead(id, gate.question), gate.why]),
		"evidence": gate.evidence,
	}
}

# Those that apply only where one of some questions is answered with yes.
_beside(model) := {id: verdict |
	some id, questions in _conditions
	answers := [answer |
		some question in questions
		answer := _answers[model.index][question]
	]
	count(answers) > 0
	every answer in answers {
		answer.answer == "no"
	}
	verdict := {"verdict": "not_applicable", "why": answers[0].why, "evidence": answers[0].evidence}
}

_conditions := object.union({id: [question] | some id, question in data.gpai.status.only_if}, data.gpai.status.only_if_any)

_unclaimed(model) := {id: verdict |
	model.declared.open_source == false
	some id, question in _questions
	question.settled == "condition"
	verdict := {
		"verdict": "not_applicable",
		"why": "The configuration does not rely on the open-source exemption.",
		"evidence": [settled.declared_at(model, "open_source")],
	}
}

_excused(model) := {id: verdict |
	some id, excuses in _excuses[model.index]
	told := [excuse | some excuse in excuses]
	verdict := {
		"verdict": "not_applicable",
		"why": told[0].why,
		"evidence": [excuse.at | some excuse in told],
	}
}

_excuses[excuse.model][excuse.requirement] contains excuse if some excuse in data.gpai.main.inapplicable

_settles(id, question) if {
	_questions[id].question == question
	not _questions[id].gated
}

# Whether a model is on the market comes before every other question.
_settles("G-PLACE", "gpai") := true

_lead("LAW-54", "open_source_exempt") := "The model is exempt as free and open-source (Article 54(6))."

_lead(id, question) := _leads[question] if [id, question] != ["LAW-54", "open_source_exempt"]

_leads := {
	"placed_on_market": "The model is not placed on the Union market.",
	"gpai": "The model is no general-purpose AI model.",
	"provider_duties": "The duties of a provider do not fall on this modifier.",
	"systemic_risk": "The model carries no systemic risk.",
	"open_source_exempt": "The model is exempt as free and open-source (Article 53(2)).",
}

# Findings that decide a requirement, by model; those on the repository concern every model. An absence that a valid
# attestation makes good decides nothing.
_findings[model.index][id] := found if {
	some model in input.models
	some id in _named
	found := [violation |
		some violation in _deciding[id]
		violation.model in {model.index, null}
	]
	count(found) > 0
}

_named contains id if some id, _ in _deciding

_deciding[id] contains violation if {
	some violation in data.gpai.main.gathered
	_decides(violation.rule)
	not violation.undecided
	not data.gpai.main.attested(violation)
	some id in violation.requirements
}

# Findings that wait for something else to be settled.
_undecided[model.index][id] := found if {
	some model in input.models
	some id in {requirement |
		some violation in data.gpai.main.gathered
		violation.undecided
		some requirement in violation.requirements
	}
	found := [violation |
		some violation in data.gpai.main.gathered
		violation.undecided
		id in violation.requirements
		violation.model in {model.index, null}
	]
	count(found) > 0
}

_decides(rule) if object.get(data.gpai.metadata.rules, [rule, "decides"], true)

_evidence[index][id] := [path | some path in paths] if {
	some index, by_requirement in _shown_at
	some id, paths in by_requirement
}

_shown_at[entry.model][entry.requirement] contains entry.at if some entry in data.gpai.main.met

_mentions[index][id] := [path | some path in paths] if {
	some index, by_requirement in _mentioned_at
	some id, paths in by_requirement
}

_mentioned_at[entry.model][entry.requirement] contains entry.at if some entry in data.gpai.main.mentioned

_paths(violation) := array.concat([violation.at | violation.at], [place.at | some place in object.get(violation, "related", [])])

_told(violations) := violations[0].message if {
	count(violations) == 1
} else := sprintf("%s There are %d findings on it.", [violations[0].message, count(violations)])

_shown(paths) := "The files hold evidence for it." if {
	count(paths) == 1
} else := sprintf("The files hold evidence for it in %d places.", [count(paths)])

# A classification is met once it is settled, a condition only by a yes; one that fails binds nobody, because nothing
# can be relied upon.
_by_question(model, row) := {
	"verdict": "met",
	"why": concat(" ", ["It is settled.", answer.why]),
	"evidence": answer.evidence,
} if {
	row.settled == "classification"
	answer := _answers[model.index][row.question]
	answer.answer != "unknown"
	not _unrecorded(model, row)
} else := {
	"verdict": "undecidable",
	"why": concat(" ", ["The decision itself is not recorded.", answer.why]),
	"evidence": answer.evidence,
} if {
	row.settled == "classification"
	answer := _answers[model.index][row.question]
	answer.answer != "unknown"
} else := {
	"verdict": "met",
	"why": answer.why,
	"evidence": answer.evidence,
} if {
	row.settled == "condition"
	answer := _answers[model.index][row.question]
	answer.answer == "yes"
} else := {
	"verdict": "not_applicable",
	"why": concat(" ", ["The open-source exemption cannot be relied upon.", answer.why]),
	"evidence": answer.evidence,
} if {
	row.settled == "condition"
	answer := _answers[model.index][row.question]
	answer.answer == "no"
} else := {
	"verdict": "undecidable",
	"why": _answers[model.index][row.question].why,
	"evidence": _answers[model.index][row.question].evidence,
}

_unrecorded(model, row) if {
	row.recorded
	not _recorded(model, row.question)
}

_recorded(model, key) if is_boolean(model.declared[key])
