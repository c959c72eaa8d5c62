# METADATA
# title: Documents state the periods of the Code
# description: |
#   The Code sets periods: days for incident reports, weeks for confirming the Framework, years for keeping records. A
#   process that states another period will break the commitment the first time it is followed to the letter.
# related_resources:
# - description: Code of Practice, Safety and Security chapter
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   rows: true
#   category: safety_security
#   strength: code
#   articles: ["Article 55(1)"]
#   level: error
#   confidence: high
#   effective_on: 2025-08-02
#   since: 0.1.0
#   examples:
#     bad:
#       gpai-lint.yaml: |
#         provider: {name: Example Labs, country: FR, signatory: true}
#         models:
#         - {path: ., placed_on_market: true, gpai: true, systemic_risk: true}
#       README.md: |
#         # Example 400B
#         A text-generation model.
#       "{{file}}": |
#         {{title}}
#         {{example}}
#     good:
#       gpai-lint.yaml: |
#         provider: {name: Example Labs, country: FR, signatory: true}
#         models:
#         - {path: ., placed_on_market: true, gpai: true, systemic_risk: true}
#       README.md: |
#         # Example 400B
#         A text-generation model.
#       "{{file}}": |
#         {{title}}
#         {{example}}
package gpai.rules.safety_security.stated_limit

import data.gpai.lib.content
import data.gpai.lib.documents
import data.gpai.lib.durations
import data.gpai.lib.finding
import data.gpai.lib.passages
import data.gpai.lib.systemic
import data.gpai.reference.incident_deadlines
import data.gpai.reference.safety_documents
import data.gpai.reference.time_limits
import data.gpai.rules.safety_security.stated_limit.rows

# A wrong period, where it stands. One that a right one contradicts may speak of something else: a warning.
report contains systemic.moderated(finding.capped(_wrong(row, model, statement), _highest(row, model)), model) if {
	some model in systemic.models
	some row in rows
	_concerns(row, model)
	some statement in _statements[row.id][model.index]
	_breaks(row, statement.period.days)
}

# A document that has to state the period and does not.
report contains systemic.moderated(finding.capped(_unstated(row, model), "warning"), model) if {
	some model in systemic.models
	some row in rows
	row.required
	_concerns(row, model)
	content.legible(model, _kinds(row))
	count(_statements[row.id][model.index]) == 0
	count(content.answers(model, row.requirements)) == 0
}

report contains systemic.moderated(_undocumented(row, model), model) if {
	some model in systemic.models
	some row in rows
	row.required
	_concerns(row, model)
	not documents.any(model, _kinds(row))
	count(content.answers(model, row.requirements)) == 0
	not systemic.attested([safety_documents[row.document].requirement], model)
}

met contains {"requirement": requirement, "model": model.index, "at": statement.path} if {
	some model in systemic.models
	some row in rows
	not row.deed
	some statement in _kept(row, model)
	some requirement in row.requirements
}

# METADATA
# description: A period that is promised where the Code asks for the deed.
mentioned contains {
	"requirement": requirement,
	"model": model.index,
	"at": statement.path,
	"why": sprintf("The documents promise it within '%s'; that it was done shows in its day (`%s` of the model in gpai-lint.yaml).", [statement.period.text, row.deed]),
} if {
	some model in systemic.models
	some row in rows
	row.deed
	some statement in _kept(row, model)
	some requirement in row.requirements
}

# The statements of a period that has to be stated, where none of them breaks the limit.
_kept(row, model) := [statement |
	row.required
	every other in _statements[row.id][model.index] {
		not _breaks(row, other.period.days)
	}
	some statement in _statements[row.id][model.index]
]

inapplicable contains {"requirement": requirement, "model": model.index, "why": excuse.why, "at": excuse.at} if {
	some model in systemic.models
	some row in rows
	row.required
	some condition in object.get(row, "unless", [])
	excuse := systemic.excuse(condition, model)
	some requirement in row.requirements
}

# The kinds of document, the one meant first.
_ordered(row) := object.get(row, "kinds", safety_documents[row.document].kinds)

_kinds(row) := {kind | some kind in _ordered(row)}

_concerns(row, model) if {
	not systemic.attested(row.requirements, model)
	not systemic.excused(object.get(row, "unless", []), model)
}

# The row's period in the words and in the days of the reference table.
_limit(row) := {"words": words, "days": durations.days(limit.value, limit.unit), "comparison": limit.comparison} if {
	limit := time_limits[row.limit]
	words := _words(limit.value, limit.unit)
}

_limit(row) := {"words": _words(deadline.days, "day"), "days": deadline.days, "comparison": "at_most"} if {
	deadline := incident_deadlines[row.incident]
	deadline.days
}

_limit(row) := {"words": _words(deadline.weeks, "week"), "days": durations.days(deadline.weeks, "week"), "comparison": "at_most"} if {
	deadline := incident_deadlines[row.incident]
	deadline.weeks
}

_words(value, unit) := sprintf("%d %ss", [value, unit]) if value != 1

_words(1, unit) := sprintf("1 %s", [unit])

_breaks(row, period) if {
	_limit(row).comparison == "at_most"
	durations.exceeds(period, _limit(row).days)
}

_breaks(row, period) if {
	_limit(row).comparison in {"at_least", "example"}
	durations.falls_short(period, _limit(row).days)
}

_bounds := {"at_most": "it is at most", "at_least": "it is at least", "example": "the Code gives as an example"}

_wrong(row, model, statement) := finding.quoting(
	finding.at(row.id, model, statement.path, sprintf(
		"The text gives '%s' for %s; %s '%s'.",
		[statement.period.text, row.what, _bounds[_limit(row).comparison], _limit(row).words],
	)),
	statement.text,
)

_highest(row, model) := "warning" if {
	some statement in _statements[row.id][model.index]
	not _breaks(row, statement.period.days)
}

_highest(row, model) := "error" if {
	every statement in _statements[row.id][model.index] {
		_breaks(row, statement.period.days)
	}
}

_unstated(row, model) := finding.at(row.id, model, content.places(model, _ordered(row), row.requirements, row.near)[0], sprintf(
	"The %s gives no period for %s; %s '%s'.",
	[safety_documents[row.document].name, row.what, _bounds[_limit(row).comparison], _limit(row).words],
))

_undocumented(row, model) := finding.missing(row.id, model, safety_documents[row.document].field, sprintf(
	"There is %s that gives a period for %s; %s '%s'.",
	[systemic.absent(safety_documents[row.document]), row.what, _bounds[_limit(row).comparison], _limit(row).words],
))

# What the documents say of each row's period: the passage, its text and its period.
_statements[row.id][model.index] := array.concat(
	[{"path": clause.path, "text": clause.text, "period": clause.periods[0]} |
		some entry in passages.matching(model, _kinds(row), row.near)
		some clause in _clauses[entry.document][entry.path[3]]
		count(clause.periods) == 1
		_speaks_of(row, clause)
	],
	[{"path": answer.path, "text": answer.text, "period": periods[0]} |
		some answer in content.answers(model, row.requirements)
		periods := _answered(row, lower(answer.text))
		count(periods) == 1
	],
) if {
	some model in systemic.models
	some row in rows
}

# An answer bound to the row's requirement speaks of nothing else, unless another row shares the requirement.
_answered(row, text) := durations.in_text(text) if not _shared(row)

_answered(row, text) := [period |
	some part in _parts(text)
	_any(row.near, part)
	some period in durations.in_text(part)
] if {
	_shared(row)
}

_shared(row) if {
	some other in rows
	other.id != row.id
	some requirement in other.requirements
	requirement in row.requirements
}

_speaks_of(row, clause) if {
	_any(row.near, clause.beside)
	not _any(row.other, clause.text)
	every group in row.context {
		_any(group, clause.around)
	}
}

_any(patterns, text) if {
	some pattern in patterns
	regex.match(pattern, text)
}

# The sentences of each section that hold a period, as clauses. A sentence with one period is taken whole, and its headings
# may say what it is about; one with several is taken apart, and each part has to say it by itself.
_clauses[d][s] := [clause |
	some sentence in regex.split(`[.;!?]\s+|\n`, lower(section.text))
	some part in _parts(sentence)
	clause := {
		"path": ["documents", d, "sections", s],
		"text": part,
		"periods": durations.in_text(part),
		"around": concat(" ", [lower(concat(" ", section.path)), sentence]),
		"beside": concat(" ", array.concat([lower(section.title) | part == sentence], [part])),
	}
] if {
	some d, document in input.documents
	document.kind in _all_kinds
	some s, section in document.sections
}

_parts(sentence) := [sentence] if count(durations.in_text(sentence)) == 1

_parts(sentence) := regex.split(`,| and |\|| or `, sentence) if count(durations.in_text(sentence)) > 1

_all_kinds contains kind if {
	some row in rows
	some kind in _kinds(row)
}
