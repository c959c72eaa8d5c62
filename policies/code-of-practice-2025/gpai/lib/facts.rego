# METADATA
# title: Facts
# description: |
#   What the repository says about a field of a model. Every function returns a list of `{"path", "fact"}`, in the order
#   of the input document, so that a finding or a `met` entry can name the place: `finding.at(id, model, entry.path, …)`.
package gpai.lib.facts

# METADATA
# description: Every reading of the field, whatever it amounts to.
all(model, field) := [{"path": ["models", model.index, "facts", field, i], "fact": fact} |
	some i, fact in model.facts[field]
]

# METADATA
# description: The readings that state something.
stated(model, field) := in_state(model, field, "stated")

# METADATA
# description: The readings where a template's text was left behind.
placeholder(model, field) := in_state(model, field, "placeholder")

# METADATA
# description: The readings that only point outside the repository.
elsewhere(model, field) := in_state(model, field, "elsewhere")

# METADATA
# description: The readings that no text can decide, such as a box ticked as a drawing.
undecidable(model, field) := in_state(model, field, "undecidable")

# METADATA
# description: The readings of one state.
in_state(model, field, state) := [entry |
	some entry in all(model, field)
	entry.fact.state == state
]

# METADATA
# description: The stated readings of several fields, field by field.
stated_any(model, fields) := [entry |
	some field in fields
	some entry in stated(model, field)
]

# METADATA
# description: The stated readings that stand in a document of one of the kinds.
stated_in(model, field, kinds) := [entry |
	some entry in stated(model, field)
	input.documents[entry.fact.document].kind in kinds
]

# METADATA
# description: The stated readings by one method (declared, measured or derived).
stated_by(model, field, method) := [entry |
	some entry in stated(model, field)
	entry.fact.method == method
]

# METADATA
# description: The stated readings whose value is a number.
numbers(model, field) := [entry |
	some entry in stated(model, field)
	is_number(entry.fact.value)
]

# METADATA
# description: The values of the stated readings, as a set.
values(model, field) := {entry.fact.value | some entry in stated(model, field)}

# METADATA
# description: Whether the field is stated, or its text at least exists outside the repository.
covered(model, field) if count(stated(model, field)) > 0

covered(model, field) if count(elsewhere(model, field)) > 0

# METADATA
# description: |
#   The paths at which the field is met: its stated readings, or, when there is none, those that point elsewhere.
evidence(model, field) := [entry.path | some entry in stated(model, field)] if count(stated(model, field)) > 0

evidence(model, field) := [entry.path | some entry in elsewhere(model, field)] if count(stated(model, field)) == 0

# METADATA
# description: The kind of the document that a reading stands in.
kind(entry) := input.documents[entry.fact.document].kind

# METADATA
# description: Whether a reading says that there is nothing ('N/A', 'none'), which names nobody and nothing.
says_nothing(entry) if {
	is_string(entry.fact.value)
	regex.match(`^\W*(n/?a|none|no|not applicable|not available|nil|-)\W*$`, lower(entry.fact.value))
}

says_nothing(entry) if entry.fact.value == []

# METADATA
# description: The stated readings that name something.
substantial(model, field) := [entry |
	some entry in stated(model, field)
	not says_nothing(entry)
]

# METADATA
# description: |
#   Whether a reading is certainly about the model that it is listed under: its document belongs to this model alone, or
#   the reading names a variant. A README shared by several models gives figures of one of them.
own(entry) if count(input.documents[entry.fact.document].models) < 2

own(entry) if entry.fact.variant != ""

# METADATA
# description: |
#   Whether two readings can be compared: documents of the same formal kind (two forms, two summaries) are about two
#   models or two versions, so they contradict each other in nothing.
comparable(one, other) if {
	own(one)
	own(other)
	not _of_another_version(one, other)
}

_of_another_version(one, other) if {
	one.fact.document != other.fact.document
	kind(one) == kind(other)
	kind(one) in {"model_documentation_form", "training_content_summary", "model_report"}
}
