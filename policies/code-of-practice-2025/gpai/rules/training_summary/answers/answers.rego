# METADATA
# title: Each field of the training summary is answered
# description: |
#   The public summary of training content follows the Commission's template, whose fields are to be answered by what the
#   summary itself says: a template's text, a mere pointer to another page or words without content leave a field open.
#   Fields that hang on a yes/no question are asked only where it is answered with yes.
# related_resources:
# - description: AI Act, Article 53(1)(d)
#   ref: https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# - description: Template for the public summary of training content
#   ref: https://digital-strategy.ec.europa.eu/en/library/explanatory-notice-and-template-public-summary-training-content-general-purpose-ai-models
# custom:
#   rows: true
#   category: training_summary
#   strength: law
#   articles: ["Article 53(1)(d)"]
#   level: error
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: [GPAI-201]
#   examples:
#     bad:
#       README.md: |
#         # Example 7B
#         A text-generation model.
#       TRAINING_SUMMARY.md: |
#         # Public summary of training content
#
#         {{example}}
#     good:
#       README.md: |
#         # Example 7B
#         A text-generation model.
#       TRAINING_SUMMARY.md: |
#         # Public summary of training content
#
#         {{example}}
#   since: 0.1.0
package gpai.rules.training_summary.answers

import data.gpai.lib.answers
import data.gpai.lib.documents
import data.gpai.lib.finding
import data.gpai.lib.passages
import data.gpai.lib.summary
import data.gpai.lib.vagueness
import data.gpai.reference.countries
import data.gpai.rules.training_summary.answers.parts
import data.gpai.rules.training_summary.answers.rows
import data.gpai.rules.training_summary.answers.welcome
import data.gpai.scope

report contains _settled(row, model, violation) if {
	some model in input.models
	some row in rows
	violation := _violation(row, model, states[model.index][row.id])
}

# METADATA
# description: |
#   What each field that is asked of a summary amounts to: `answered`, `gap` (it says why the information cannot be given),
#   `lacking`, `partial`, `neither` (an answer that is not yes and not no), or a word of `answers.state`.
states[model.index] := {row.id: state |
	some row in rows
	scope.applies(row.requirements[0], model)
	_asked(row, model)
	state := _state(row, model)
} if {
	some model in input.models
	count(documents.readable(model, summary.kinds)) > 0
}

met contains {"requirement": row.requirements[0], "model": model.index, "at": entry.path} if {
	some model in input.models
	some row in rows
	states[model.index][row.id] == "answered"
	some entry in array.slice(_answering(row, model), 0, 3)
}

met contains {"requirement": row.requirements[0], "model": model.index, "at": entry.path} if {
	some model in input.models
	some row in welcome
	some entry in answers.amounting(summary.readings(model, row.fields), "stated")
}

# A requirement all of whose fields hang on questions that are answered with no.
inapplicable contains {
	"requirement": requirement,
	"model": model.index,
	"at": denial.path,
	"why": "The summary answers with no the question that it hangs on.",
} if {
	some model in input.models
	some requirement, fields in _conditional
	every field in fields {
		summary.gate(model, field) == "no"
	}
	some field in fields
	some denial in summary.readings(model, [field])
}

inapplicable contains {
	"requirement": row.requirements[0],
	"model": model.index,
	"at": ["models", model.index],
	"why": "The summary names no modality of training data that it could be said of.",
} if {
	some model in input.models
	some row in rows
	_senseless(row, model)
}

inapplicable contains {"requirement": "PS-1.1.b", "model": model.index, "at": ["models", model.index], "why": reason} if {
	some model in input.models
	states[model.index]
	reason := _no_representative(model)
	not states[model.index]["GPAI-214"]
}

# METADATA
# description: |
#   The parts of the template that a summary leaves out altogether: no heading, and no field that says anything.
absent_parts[model.index] := [part |
	some part in parts
	count(_asked_of(part, model)) > 0
	every row in _asked_of(part, model) {
		states[model.index][row.id] == "missing"
	}
	count(passages.titled(model, summary.kinds, part.titles)) == 0
] if {
	some model in input.models
	states[model.index]
}

_asked_of(part, model) := [row |
	some row in rows
	row.part == part.part
	states[model.index][row.id]
]

# The questions on which all rows of a requirement hang.
_conditional[requirement] := fields if {
	some requirement in {row.requirements[0] | some row in rows; row.given}
	every row in _rows_of(requirement) {
		row.given
	}
	fields := {row.given | some row in _rows_of(requirement)}
}

_rows_of(requirement) := [row |
	some row in rows
	requirement in row.requirements
]

_asked(row, model) if {
	_opened(row, model)
	not _waived(row, model)
	not _pointless(row, model)
}

_opened(row, _) if not row.given

_opened(row, model) if summary.gate(model, row.given) == "yes"

# A question whose tick no text shows is answered with yes by those who go on to answer what follows from a yes.
_opened(row, model) if {
	summary.gate(model, row.given) == "unknown"
	answers.state(_readings(row, model)) in {"stated", "elsewhere", "placeholder"}
}

_waived(row, model) if {
	row.union
	_no_representative(model)
	answers.state(_readings(row, model)) == "missing"
}

# Who needs a representative cannot say that none is needed.
_owed(row, model) if {
	row.union
	scope.answers[model.index].third_country.answer == "yes"
	scope.answers[model.index].open_source_exempt.answer == "no"
}

# Where the datasets are found need not be said of none.
_pointless(row, model) if {
	some other in rows
	other.name == row.needs
	_state(other, model) != "answered"
}

_pointless(row, model) if _senseless(row, model)

# Pictures and measurements are in no language; who names one nevertheless is read.
_senseless(row, model) if {
	named := summary.modalities(model)
	count(named) > 0
	count(named - {modality | some modality in row.unasked_of}) == 0
	answers.state(_readings(row, model)) == "missing"
}

_no_representative(model) := "The provider is established in the Union." if {
	scope.answers[model.index].third_country.answer == "no"
} else := "The model is exempt from naming a representative as free and open-source." if {
	scope.answers[model.index].open_source_exempt.answer == "yes"
} else := sprintf("The provider gives an address in the Union ('%s').", [names[0]]) if {
	scope.answers[model.index].third_country.answer == "unknown"
	names := [country.name |
		some country in countries
		country.union
		some entry in summary.readings(model, ["provider.contact", "provider.name"])
		contains(entry.fact.text, country.name)
	]
	count(names) > 0
}

_readings(row, model) := summary.readings(model, row.fields)

_state(row, model) := _of_choice(row, model) if row.choice

_state(row, model) := _of_text(row, model, answers.state(_readings(row, model))) if not row.choice

_of_choice(row, model) := "answered" if {
	some entry in answers.amounting(_readings(row, model), "stated")
	is_boolean(entry.fact.value)
} else := "neither" if {
	count(answers.amounting(_readings(row, model), "stated")) > 0
} else := "gap" if {
	_explained_gap(row, model)
} else := answers.state(_readings(row, model))

_of_text(row, model, "stated") := "partial" if {
	count(_uncovered(row, model)) > 0
	count(_substantial(row, model)) > 0
} else := "answered" if {
	count(_substantial(row, model)) > 0
} else := "gap" if {
	_explained_gap(row, model)
} else := "lacking"

_of_text(row, model, "not_applicable") := "answered" if {
	row.na
	not _owed(row, model)
} else := "answered" if {
	row.na_unless
	not row.na_unless in summary.modalities(model)
} else := "not_applicable"

_of_text(_, _, state) := state if state in {"missing", "undecidable"}

_of_text(row, model, state) := "gap" if {
	state in {"placeholder", "elsewhere"}
	_explained_gap(row, model)
} else := state if state in {"elsewhere", "placeholder"}

# Models from before the duties applied may say why information cannot be given (PS-0.d).
_explained_gap(row, model) if {
	scope.answers[model.index].legacy.answer == "yes"
	some entry in _readings(row, model)
	vagueness.explains_gap(entry.fact)
}

_answering(row, model) := _substantial(row, model) if count(_substantial(row, model)) > 0

_answering(row, model) := answers.amounting(_readings(row, model), "not_applicable") if count(_substantial(row, model)) == 0

# The readings that say what the field asks for.
_substantial(row, model) := [entry |
	some entry in answers.amounting(_readings(row, model), "stated")
	not _insubstantial(row, model, entry.fact)
]

_insubstantial(row, _, fact) if answers.words(fact) < row.words

_insubstantial(row, _, fact) if {
	row.says
	not vagueness.says(fact, row.says)
}

_insubstantial(row, model, fact) if {
	row.concrete
	vagueness.evasive(fact, summary.own_names(model))
}

_insubstantial(row, _, fact) if {
	row.language
	not vagueness.names_language(fact)
}

_insubstantial(row, model, fact) if {
	row.names
	not vagueness.names_something(fact, summary.own_names(model))
}

_insubstantial(row, _, fact) if {
	row.domains
	not vagueness.lists_domains(fact)
}

_uncovered(row, model) := {modality |
	row.every == "modality"
	some modality in summary.modalities(model)
	not _covered(row, model, modality)
}

_covered(row, model, modality) if {
	some entry in _substantial(row, model)
	entry.fact.variant in {"", modality}
}

_violation(row, model, "missing") := _absence(row, model, sprintf(
	"The training summary does not say %s (%s of the template).",
	[row.what, row.part],
)) if {
	not row.part in {part.part | some part in absent_parts[model.index]}
}

_violation(row, model, "partial") := finding.at(row.id, model, _substantial(row, model)[0].path, sprintf(
	"The training summary does not say %s for '%s' (%s of the template).",
	[row.what, concat("', '", sort(_unsaid(row, model))), row.part],
)) if {
	count(_unsaid(row, model)) > 0
} else := finding.at(row.id, model, entry.path, sprintf(
	"The training summary says too little on %s for '%s' (%s of the template): it %s: '%s'.",
	[row.what, entry.fact.variant, row.part, object.get(row, "lacks", "holds no information"), summary.excerpt(entry.fact)],
)) if {
	entry := [short |
		some short in answers.amounting(_readings(row, model), "stated")
		short.fact.variant in _uncovered(row, model)
	][0]
}

_violation(row, model, "lacking") := _quoted(row, model, "stated", sprintf("says too little on %s (%s of the template): it %s", [
	row.what,
	row.part,
	object.get(row, "lacks", "holds no information"),
]))

_violation(row, model, "neither") := _quoted(row, model, "stated", sprintf(
	"answers neither yes nor no to %s (%s of the template)",
	[row.what, row.part],
))

_violation(row, model, "not_applicable") := _quoted(row, model, "not_applicable", sprintf(
	"gives no information on %s (%s of the template)",
	[row.what, row.part],
))

_violation(row, model, "placeholder") := _quoted(row, model, "placeholder", sprintf(
	"gives no answer on %s (%s of the template)",
	[row.what, row.part],
))

_violation(row, model, "elsewhere") := _quoted(row, model, "elsewhere", sprintf(
	"only points elsewhere on %s (%s of the template)",
	[row.what, row.part],
))

_quoted(row, model, state, statement) := finding.at(row.id, model, entry.path, sprintf(
	"The training summary %s: '%s'.",
	[statement, summary.excerpt(entry.fact)],
)) if {
	entry := answers.amounting(_readings(row, model), state)[0]
}

# The modalities of which nothing at all is said.
_unsaid(row, model) := _uncovered(row, model) - {entry.fact.variant |
	some entry in answers.amounting(_readings(row, model), "stated")
}

# The answer belongs below the question that it hangs on, or else into its part of the template.
_absence(row, model, message) := finding.missing_in(row.id, model, row.fields[0], places[0], message) if {
	places := array.concat(_questions(row, model), _chapters(row, model))
	count(places) > 0
} else := finding.missing(row.id, model, row.fields[0], message)

_questions(row, model) := [entry.path | some entry in summary.readings(model, [row.given])] if row.given

_questions(row, _) := [] if not row.given

_chapters(row, model) := [entry.path |
	some part in parts
	part.part == row.part
	some entry in passages.titled(model, summary.kinds, part.titles)
] if {
	row.part != "head"
} else := [entry.path |
	# The summary may be a chapter of a collection.
	some entry in array.concat(passages.titled(model, summary.kinds, ["summary"]), passages.of(model, summary.kinds))
]

# Whether a representative is needed hangs on a country that nobody stated.
_settled(row, model, violation) := finding.undecided(
	finding.capped(violation, "warning"),
	"Whether the provider is established outside the Union is not stated.",
) if {
	_country_unknown(row, model)
}

_settled(row, model, violation) := violation if not _country_unknown(row, model)

_country_unknown(row, model) if {
	row.union
	scope.answers[model.index].third_country.answer == "unknown"
}
