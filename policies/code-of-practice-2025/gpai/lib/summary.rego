# METADATA
# title: Training summary
# description: What the public summary of a model's training content says; facts of other documents do not count in it.
package gpai.lib.summary

import data.gpai.lib.answers
import data.gpai.lib.facts

# METADATA
# description: The kinds of document that are such a summary.
kinds := {"training_content_summary"}

# METADATA
# description: The readings of the fields in the summary, field by field.
readings(model, fields) := answers.within(answers.readings(model, fields), kinds)

# METADATA
# description: The answer of the summary to a yes/no question, "yes", "no" or "unknown".
gate(model, field) := "yes" if {
	some value in _values(model, field)
	value in {true, "other"}
} else := "no" if {
	false in _values(model, field)
} else := "unknown"

# METADATA
# description: The modalities of the training data, as the summary ticks them.
modalities(model) := {modality |
	some entry in facts.stated_in(model, "data.modalities", kinds)
	some modality in entry.fact.value
}

# METADATA
# description: The names of the provider and of the model, which any text of theirs may hold without saying anything.
own_names(model) := {name |
	some entry in facts.stated_any(model, ["provider.name", "model.name"])
	some word in array.concat([entry.fact.text], split(entry.fact.text, " "))
	name := lower(trim(word, " ,.;:()"))
	count(name) > 1
}

# METADATA
# description: The answer without its question, short enough for a message.
excerpt(fact) := _short(trim_space(regex.replace(replace(fact.text, "\n", " "), `^.*\?`, "")))

_short(text) := text if count(text) <= 100

_short(text) := concat("", [substring(text, 0, 99), "…"]) if count(text) > 100

_values(model, field) := {entry.fact.value | some entry in facts.stated_in(model, field, kinds)}
