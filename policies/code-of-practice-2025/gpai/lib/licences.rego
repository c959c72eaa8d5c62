# METADATA
# title: Licences
# description: |
#   How a model's licences stand to the four freedoms of the open-source exemption. Licences for code or data are left
#   aside; where some licence is certainly the model's, those of unknown subject are too.
package gpai.lib.licences

import data.gpai.lib.facts
import data.gpai.reference

# METADATA
# description: |
#   The readings of each model's licences, `{"reading": fulfils | review | fails, "what", "reason", "path", "id"}`;
#   `path` leads to the clause where there is one.
readings[model.index] := array.concat(_from_texts(model), _from_names(model)) if some model in input.models

# METADATA
# description: The licence texts that are the model's, `{"path", "licence"}`.
texts(model) := of_model if {
	of_model := _texts(model, {"model"})
	count(of_model) > 0
} else := _texts(model, {"unknown"})

# METADATA
# description: The licence ids that the model's documents name in their metadata or text, as `{"path", "fact"}`.
names(model) := [entry |
	some entry in facts.stated(model, "distribution.licence")
	is_string(entry.fact.value)
	not entry.fact.variant in {"code", "data"}

	# What was measured is the text itself, which `texts` has; a data card speaks of its data.
	entry.fact.method == "declared"
	facts.kind(entry) != "data_card"
]

_texts(model, subjects) := [{"path": ["licences", i], "licence": licence} |
	some i, licence in input.licences
	licence.subject in subjects
	model.index in licence.models
]

# Clauses that take a freedom away (Guidelines, section 4.2.1).
_failing_clauses := {
	"user_scale": "it depends on the number of users",
	"revenue": "it depends on revenue",
	"non_commercial": "it excludes commercial use",
	"research_only": "it allows research alone",
	"no_distribution": "it forbids distribution",
	"no_derivatives": "it forbids modification",
	"separate_commercial": "it asks for a separate commercial licence",
}

_from_texts(model) := [reading |
	some entry in texts(model)
	some reading in _readings_of(entry)
]

_readings_of(entry) := failing if {
	failing := [{
		"reading": "fails",
		"what": _what(entry.licence),
		"reason": _failing_clauses[clause.kind],
		"path": array.concat(entry.path, ["clauses", i]),
		"id": entry.licence.id,
	} |
		some i, clause in entry.licence.clauses
		_failing_clauses[clause.kind]
		_row(entry.licence.id).reading != "fulfils"
	]
	count(failing) > 0
} else := [{
	"reading": _row(entry.licence.id).reading,
	"what": _what(entry.licence),
	"reason": _sentence(_row(entry.licence.id).reason),
	"path": entry.path,
	"id": entry.licence.id,
}]

# A name alone counts where no text says more.
_from_names(model) := [{
	"reading": _row(entry.fact.value).reading,
	"what": sprintf("The licence is given as '%s'", [_given(entry.fact)]),
	"reason": _sentence(_row(entry.fact.value).reason),
	"path": entry.path,
	"id": entry.fact.value,
} |
	some entry in names(model)
	not entry.fact.value in {found.licence.id | some found in texts(model)}
	not _explained(model, entry.fact.value)
]

# 'other' means: see the text.
_explained(model, "other") if count(texts(model)) > 0

_explained(model, "LicenseRef-other") if count(texts(model)) > 0

_row(id) := reference.licences[id] if {
	reference.licences[id]
} else := {"reading": "fails", "reason": "By its name it excludes commercial use."} if {
	_for_others(lower(id))
} else := {"reading": "review", "reason": "that names none."} if {
	lower(id) in {"other", "custom", "unknown"}
} else := {"reading": "review", "reason": "it is not in the table of known licences."}

# A licence of whatever name that is not for commerce: "Example Non-Commercial License", "research use only".
_for_others(name) if {
	regex.match(`\bnon-?commercial\b|\b(research|academic|educational)( (use|purposes?))? only\b`, name)
	not regex.match(`\bcommercial (and|or|&) non-?commercial|\bnon-?commercial (and|or|&) commercial`, name)
}

# METADATA
# description: What to call a licence text in a sentence; an id of our own making is for programs.
called(licence) := licence.id if {
	not startswith(licence.id, "LicenseRef-")
} else := licence.name if {
	licence.name != ""
} else := "a licence that is not known" if {
	licence.id == "LicenseRef-unknown"
} else := licence.id

_name(licence) := licence.name if {
	licence.name != ""
} else := called(licence)

_what(licence) := "The licence has a text of its own and no name" if {
	licence.id == "LicenseRef-unknown"
	licence.name == ""
} else := sprintf("The licence is '%s'", [_name(licence)])

# The words of the document where they are no sentence; an id of our own making is for programs.
_given(fact) := fact.value if {
	not startswith(fact.value, "LicenseRef-")
} else := fact.text if {
	count(fact.text) <= 40
} else := trim_prefix(fact.value, "LicenseRef-")

_sentence(reason) := trim_right(concat("", [lower(substring(reason, 0, 1)), substring(reason, 1, -1)]), ".")
