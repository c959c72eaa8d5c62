# METADATA
# title: Settled questions
# description: |
#   The shape of a scope answer: `answer` is yes, no or unknown, `why` a sentence with the numbers, `basis` the provision,
#   `evidence` the paths on which it rests. Nothing else builds answers.
package gpai.scope.settled

# METADATA
# description: The question is answered with yes.
yes(why, basis, evidence) := {"answer": "yes", "why": why, "basis": basis, "evidence": evidence}

# METADATA
# description: The question is answered with no.
no(why, basis, evidence) := {"answer": "no", "why": why, "basis": basis, "evidence": evidence}

# METADATA
# description: Neither the configuration nor the files answer the question; `why` says what is missing.
unknown(why, basis, evidence) := {"answer": "unknown", "why": why, "basis": basis, "evidence": evidence}

# METADATA
# description: Where the configuration declares `key` of a model.
declared_at(model, key) := ["configuration", "models", model.declared.entry, key] if {
	is_number(model.declared.entry)
} else := ["models", model.index, "declared", key]
