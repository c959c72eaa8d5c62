# METADATA
# title: Answers
# description: |
#   What a document amounts to as the answer to one question of a form: the readings of one or several fields, reduced to
#   one word. `stated` (something is said), `not_applicable` ("N/A"), `undecidable` (a tick that no text shows),
#   `elsewhere` (only a pointer out of the repository), `placeholder` (a template's text), `missing`.
package gpai.lib.answers

import data.gpai.lib.facts

# METADATA
# description: The readings of the fields, field by field.
readings(model, fields) := [entry |
	some field in fields
	some entry in facts.all(model, field)
]

# METADATA
# description: The readings that stand in a document of one of the kinds.
within(entries, kinds) := [entry |
	some entry in entries
	facts.kind(entry) in kinds
]

# METADATA
# description: The readings that amount to a state.
amounting(entries, wanted) := [entry |
	some entry in entries
	amount(entry.fact) == wanted
]

# METADATA
# scope: document
# description: What all the readings amount to together; one that says something outweighs all others.
state(entries) := [word | some word in _order; word in {amount(entry.fact) | some entry in entries}][0] if {
	count(entries) > 0
}

state([]) := "missing"

# METADATA
# description: What one reading amounts to.
amount(fact) := "not_applicable" if {
	fact.state in {"stated", "placeholder"}
	says_not_applicable(fact)
} else := "missing" if {
	fact.state == "stated"
	_blank(fact)
} else := fact.state

# METADATA
# scope: document
# description: Whether the text says that the question does not concern the model, with or without a reason after it.
says_not_applicable(fact) if {
	is_string(fact.value)
	regex.match(_not_applicable, lower(fact.value))
}

says_not_applicable(fact) if {
	not is_string(fact.value)
	fact.value in {null, []}
	regex.match(_not_applicable, lower(fact.text))
}

# METADATA
# description: How many words the answer has.
words(fact) := count(regex.find_n(`[\pL\pN][^\s]*`, fact.text, -1))

_order := ["stated", "not_applicable", "undecidable", "elsewhere", "placeholder", "missing"]

_not_applicable := `^[^a-z0-9]*(n ?/ ?a|n\.a\.|not applicable|does not apply|none|nil)([^a-z0-9]|$)`

# Neither a letter nor a digit.
_empty := `^[^\pL\pN]*$`

_blank(fact) if {
	is_string(fact.value)
	regex.match(_empty, fact.value)
}

_blank(fact) if {
	fact.value in {null, []}
	regex.match(_empty, fact.text)
}
