# METADATA
# title: Each item of the Model Documentation Form is answered
# description: |
#   Signatories document every item of the Model Documentation Form by the day the model is placed on the market. The form
#   itself is one layout among others: any document that states an item answers it, be it a card, a configuration file or
#   the training summary. What answers has to be of the kind that is asked for: a date of training is no duration, "yes"
#   no description. An item that a public model card is expected to state gets a finding of its own; so does one that is
#   left as a placeholder, answered "N/A" where the form does not allow it, answered by something of another kind, or only
#   described elsewhere. What has left no trace otherwise is collected per section of the form (GPAI-110 to GPAI-118). Most
#   items are content that Annex XI or XII of the AI Act lists, so they bind who did not sign the Code as well; names,
#   digests, dependencies and the head of the form are the Code's own.
# related_resources:
# - description: Code of Practice, Transparency chapter, Measure 1.1 and Model Documentation Form
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# - description: AI Act, Annexes XI and XII
#   ref: https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   rows: true
#   category: transparency
#   strength: code
#   measures: ["Transparency, Measure 1.1"]
#   articles: ["Article 53(1)(a)", "Article 53(1)(b)", "Annex XI", "Annex XII"]
#   level: error
#   confidence: medium-high
#   effective_on: 2025-08-02
#   depends_on: [GPAI-101]
#   examples:
#     bad:
#       README.md: |
#         # Example 7B
#         A text-generation model.
#       model-documentation.yaml: |
#         version: 1
#         {{example}}
#     good:
#       README.md: |
#         # Example 7B
#         A text-generation model.
#       model-documentation.yaml: |
#         version: 1
#         {{example}}
#   since: 0.1.0
package gpai.rules.transparency.form_items

import data.gpai.lib.answers
import data.gpai.lib.documents
import data.gpai.lib.estimates
import data.gpai.lib.facts
import data.gpai.lib.finding
import data.gpai.lib.fit
import data.gpai.lib.form_evidence
import data.gpai.rules.transparency.form_items.rows
import data.gpai.scope

_form_kinds := {"model_documentation_form"}

# An item that left a trace, at the trace.
report contains finding.with_requirements(finding.at(row.id, model, found.path, message), _asked_here(row, model)) if {
	some model in input.models
	some row in rows
	word := states[model.index][row.id]
	not word in {"answered", "external", "missing", "partial", "unfit"}
	not _told_by_another(row, model)
	found := answers.amounting(readings(row, model), word)[0]
	message := _trace_message(word, row, found.fact.text)
}

# An item that is answered by something of another kind, at that.
report contains finding.capped(finding.with_requirements(finding.at(row.id, model, found.path, message), _asked_here(row, model)), "warning") if {
	some model in input.models
	some row in rows
	states[model.index][row.id] == "unfit"
	not _told_by_another(row, model)
	found := _unfit(row, model)[0]
	message := _trace_message("unfit", row, found.text)
}

# An item of several parts, one of which is left out, at what is there.
report contains finding.capped(finding.with_requirements(found, _asked_here(row, model)), "warning") if {
	some model in input.models
	some row in rows
	states[model.index][row.id] == "partial"
	not _told_by_another(row, model)
	found := finding.at(row.id, model, evidence[model.index][row.id][0], _partial_message(row, model))
}

# An item that a public card is expected to state, in a section that is answered otherwise.
report contains _absence(row, model) if {
	some model in input.models
	some row in rows
	row.id in own_absences[model.index]
}

# METADATA
# description: The items whose absence is a finding of its own, and not one of its section.
own_absences[model.index] := {row.id |
	some row in rows
	row.own
	states[model.index][row.id] == "missing"
	row.section in _begun[model.index]
} if {
	some model in input.models
}

# The sections of the form of which at least one item is answered.
_begun[model.index] := {row.section |
	some row in rows
	states[model.index][row.id] in {"answered", "partial", "elsewhere"}
} if {
	some model in input.models
}

# METADATA
# description: |
#   What is known of every item that is asked of a model, by row: `answered`, `partial` (a part of it is left out),
#   `unfit` (the form, or a passage bound to the item, gives something of another kind), `external` (the form exists where
#   nobody here has read it) or what `answers.state` says.
states[model.index] := {row.id: state |
	some row in rows
	asked(row, model)
	state := _state(row, model)
} if {
	some model in input.models

	# One question for all items: they pass the same gates.
	scope.applies("T-1.1.a", model)
}

# METADATA
# scope: document
# description: Whether the item is asked at all; the header's items only where the form itself is used.
asked(row, _) if not row.form_only

asked(row, model) if {
	row.form_only
	documents.any(model, _form_kinds)
}

# METADATA
# scope: document
# description: The readings of the fields of an item; those of the header count in the form alone.
readings(row, model) := answers.readings(model, row.fields) if not row.form_only

readings(row, model) := answers.within(answers.readings(model, row.fields), _form_kinds) if row.form_only

# METADATA
# description: The places that answer each item.
evidence[model.index] := {row.id: paths |
	some row in rows
	paths := array.concat(
		[entry.path | some entry in readings(row, model); _answers(entry.fact, row, model)],
		form_evidence.beside_facts(row, model),
	)
} if {
	some model in input.models
}

met contains {"requirement": row.requirements[0], "model": model.index, "at": path} if {
	some model in input.models
	some row in rows
	states[model.index][row.id] == "answered"
	some path in array.slice(evidence[model.index][row.id], 0, 3)
}

met contains {"requirement": "T-1.2.c", "model": model.index, "at": path} if {
	some model in input.models
	path := whole("T-1.2.c", model)
}

# METADATA
# scope: document
# description: The place of documentation in which every item that a requirement asks for is answered.
whole(requirement, model) := documentation[0].path if {
	items := {states[model.index][row.id] |
		some row in rows
		requirement in row.requirements
	}
	items == {"answered"}
	documentation := [entry |
		some kind in ["model_documentation_form", "model_card", "readme"]
		some entry in documents.of(model, {kind})
	]
}

# METADATA
# description: Items that are not asked, because the form itself is not used.
inapplicable contains {
	"requirement": row.requirements[0],
	"model": model.index,
	"at": ["models", model.index],
	"why": "It belongs to the head of the form, and the documentation has another layout.",
} if {
	some model in input.models
	states[model.index]
	some row in rows
	not asked(row, model)
}

_state(row, model) := "answered" if {
	count(evidence[model.index][row.id]) > 0
	count(_left_out(row, model)) == 0
} else := "partial" if {
	count(evidence[model.index][row.id]) > 0
} else := "unfit" if {
	count(_unfit(row, model)) > 0
} else := "external" if {
	count(documents.external(model, _form_kinds)) > 0
} else := answers.state([entry |
	some entry in readings(row, model)
	entry.fact.method != "derived"
	not _misses(entry.fact, row)
])

# What is meant as the answer to an item and is none: what the form says under it, and passages that are bound to it.
_unfit(row, model) := array.concat(
	[{"path": entry.path, "text": entry.fact.text} |
		some entry in _meant(row, model)
		_misses(entry.fact, row)
	],
	[{"path": ["bindings", i], "text": binding.text} |
		some i, binding in form_evidence.bindings(row, model)
		not fit.answers(binding.text, row)
	],
)

_meant(row, model) := readings(row, model) if row.anywhere

_meant(row, model) := answers.within(readings(row, model), _form_kinds) if not row.anywhere

# The parts of an item that nothing states; what answers it without being a fact is taken to state them all.
_left_out(row, model) := [part |
	count(form_evidence.beside_facts(row, model)) == 0
	some part in row.parts
	not _states(part, model)
]

_states(part, model) if {
	some entry in facts.stated_any(model, object.get(part, "fields", []))
	entry.fact.method != "derived"
}

_states(part, model) if {
	some entry in facts.stated_any(model, part.texts)
	some said in [entry.fact.value, entry.fact.text, entry.fact.variant]
	fit.answers(sprintf("%v", [said]), part)
}

_answers(fact, row, _) if {
	fact.method != "derived"
	answers.amount(fact) == "stated"
	not _misses(fact, row)
}

_answers(fact, row, _) if {
	row.link
	fact.state == "elsewhere"
	regex.match(_address, fact.text)
}

_answers(fact, row, _) if {
	answers.amount(fact) == "not_applicable"
	row.na
}

_answers(fact, row, model) if {
	answers.amount(fact) == "not_applicable"
	count(facts.stated(model, row.na_needs)) > 0
}

# A band follows from the figure, whether someone wrote the figure or it was computed.
_answers(fact, row, _) if {
	fact.method == "derived"
	fact.state == "stated"
	not row.estimate
}

# A text that is stated, and of another kind than the item asks for. What was read as a figure is one.
_misses(fact, row) if {
	fact.method != "derived"
	answers.amount(fact) == "stated"
	not is_number(fact.value)
	every text in _said(fact) {
		not fit.answers(text, row)
	}
}

_said(fact) := [fact.value] if is_string(fact.value)

_said(fact) := [fact.text, concat(", ", [name | some name in fact.value; is_string(name)])] if is_array(fact.value)

_said(fact) := [fact.text] if {
	not is_string(fact.value)
	not is_array(fact.value)
}

_address := `https?://`

_absence(row, model) := finding.with_requirements(
	finding.missing(row.id, model, row.fields[0], _missing_message(row, model)),
	_asked_here(row, model),
)

# The requirements of a row, and those beside it that nothing else answers.
_asked_here(row, model) := array.concat(row.requirements, [requirement |
	some requirement in row.beside
	not _answered_by_itself(requirement, model)
])

_answered_by_itself(requirement, model) if {
	some other in rows
	other.requirements[0] == requirement
	states[model.index][other.id] == "answered"
}

_missing_message(row, model) := sprintf("No document states %s (%s)%s.", [
	row.what,
	row.requirements[0],
	estimates.hint(object.get(row, "estimate", ""), model),
])

_partial_message(row, model) := sprintf("The documentation gives %s (%s), but not %s.", [
	object.get(row, "subject", row.what),
	row.requirements[0],
	concat(" and not ", [part.what | some part in _left_out(row, model)]),
])

_trace_message("placeholder", row, text) := sprintf(
	"The text that should state %s (%s) is still a placeholder: '%s'.",
	[row.what, row.requirements[0], _short(text)],
)

_trace_message("elsewhere", row, text) := sprintf(
	"The documentation only points elsewhere for %s (%s): '%s'.",
	[row.what, row.requirements[0], _short(text)],
)

_trace_message("not_applicable", row, text) := sprintf(
	"The documentation answers '%s' where the form asks for %s (%s) and allows no such answer.",
	[_short(text), row.what, row.requirements[0]],
)

_trace_message("unfit", row, text) := sprintf(
	"'%s' does not tell %s (%s).",
	[_short(text), row.what, row.requirements[0]],
)

_trace_message("undecidable", row, text) := sprintf(
	"The text does not show what was chosen as %s (%s): '%s'.",
	[row.what, row.requirements[0], _short(text)],
)

# The row whose own finding names this row's item too has the same trace.
_told_by_another(row, model) if {
	some other in _beside[row.requirements[0]]
	states[model.index][other] == states[model.index][row.id]
}

_beside[requirement] contains row.id if {
	some row in rows
	some requirement in row.beside
}

_short(text) := text if count(text) <= 80

_short(text) := concat("", [substring(text, 0, 79), "…"]) if count(text) > 80
