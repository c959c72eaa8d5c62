# METADATA
# title: Figures on the same thing agree
# description: |
#   The same quantity of the same model stands in several places: in the card, in the form, in the training summary, in a
#   configuration file or in the headers of the weights. Where two of them cannot both be right, at least one reader is
#   misled. Rounding and nominal sizes ('8B' for 8.03 billion) are no contradiction. Each quantity is a rule of its own,
#   from the table beside this file.
# related_resources:
# - description: Code of Practice, Transparency chapter, Measure 1.3 (quality of information)
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   rows: true
#   category: consistency
#   strength: code
#   measures: ["Transparency, Measure 1.3"]
#   articles: ["Article 53(1)(a)"]
#   level: warning
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: []
#   since: 0.1.0
package gpai.rules.consistency.figures_disagree

import data.gpai.lib.agreement
import data.gpai.lib.facts
import data.gpai.lib.finding
import data.gpai.lib.numbers as numerals
import data.gpai.rules.consistency.figures_disagree.rows

report contains finding.with_related(
	finding.at(row.id, model, first.path, sprintf("%s here as %s, elsewhere as %s.", [
		_subject(row, first),
		_written(row, first),
		concat(" and ", [value | some value in _distinct([_written(row, other) | some other in others])]),
	])),
	[{"message": sprintf("Here it is %s.", [_written(row, other)]), "at": other.path} | some other in others],
) if {
	some model in input.models
	some row in rows
	some _, all_entries in agreement.by_variant(model, row.field)
	compared := [entry | some entry in all_entries; _comparable(model, entry)]
	listing := _listing(compared)
	entries := [entry | some entry in compared; not entry.fact.document in listing]
	first := entries[0]
	others := [other |
		some other in entries
		facts.comparable(first, other)
		_contradict(row, first, other)
		not _told_apart(row, entries, first, other)
	]
	count(others) > 0
}

# Who gives two figures in one line or sentence tells two things: all and the active ones, two members, before and after
# a change.
_told_apart(row, entries, first, other) if {
	some beside in entries
	beside.path != other.path
	beside.fact.document == other.fact.document
	_in_one_breath(beside.fact, other.fact)
	not _contradict(row, first, beside)
}

# Sections of one name under headings that differ in a word, as "Stats" of a French corpus and a German one, are about
# two things.
_told_apart(_, _, first, other) if {
	first.fact.document == other.fact.document
	one := split(first.fact.location.anchor, "/")
	another := split(other.fact.location.anchor, "/")
	count(one) == count(another)
	one[count(one) - 1] == another[count(another) - 1]
	some i
	_parallel(one[i], another[i])
}

_parallel(one, other) if {
	words := split(trim_prefix(one, "#"), " ")
	others := split(trim_prefix(other, "#"), " ")
	count(words) > 2
	count(words) == count(others)
	count([i | some i, word in words; word != others[i]]) == 1
}

_in_one_breath(one, other) if one.location.line == other.location.line

# The text of a figure in prose is its sentence, which may run over lines; that of a cell is shorter.
_in_one_breath(one, other) if {
	one.text == other.text
	count(one.text) > 40
}

# What a reader derived is no statement; a count without embeddings, of a part or of the active parameters is another
# quantity; packed weights hold fewer elements than the model has parameters; a data card counts the data set and not
# what one model saw of it.
_comparable(model, entry) if {
	entry.fact.method != "derived"
	facts.kind(entry) != "data_card"
	not regex.match(_another_quantity, lower(concat(" ", [entry.fact.text, entry.fact.location.anchor])))
	not _packed(model, entry)
	not _band_bound(entry)
}

_another_quantity := concat("|", [
	`embedding`,
	`激活`,
	`\b(vision|visual|image|audio|speech|video|text|prompt)[ -]?(en|de)coder`,
	`\b(en|de)coder (size|param)`,
	`\b(projector|connector|adapter|vae|vocoder|teacher|draft model)\b`,
	`\bparam[a-z]* ?\((llm|lm|language model|backbone)\)`,
])

# The documents with three different exact counts of one quantity, or three figures of which no two agree: such a one
# counted many things, models or versions.
_listing(entries) := {document |
	some document, values in _exact_values(entries)
	count(values) > 2
} | {document |
	some document in {entry.fact.document | some entry in entries}
	values := {entry.fact.value | some entry in entries; entry.fact.document == document}
	apart := {value | some value in values; not _agrees_with_less(value, values)}
	count(apart) > 2
}

_agrees_with_less(value, values) if {
	some other in values
	other < value
	not agreement.contradict(other, value)
}

_exact_values(entries) := {document: values |
	exact := [entry | some entry in entries; agreement.figures(entry.fact.value) > 4]
	some document in {entry.fact.document | some entry in exact}
	values := {entry.fact.value | some entry in exact; entry.fact.document == document}
}

_packed(model, entry) if {
	entry.fact.method == "measured"
	count(model.facts["model.quantisation"]) > 0
}

# A number that only names a band of the form or the template ('50B-100B'), or a bound, is none of the model's.
_band_bound(entry) if {
	count(entry.fact.text) < 80
	regex.match(`[0-9]\s*[mbt]?\s*[-–]\s*[0-9]+\s*[mbt]\b|\b(more|less) than\b|\bup to\b|[<>≥≤]`, lower(entry.fact.text))
}

_contradict(row, one, other) if {
	object.get(row, "comparison", "nominal") == "nominal"
	_counted_apart(one, other)
	agreement.contradict(one.fact.value, other.fact.value)
}

_contradict(row, one, other) if {
	row.comparison == "coarse"
	agreement.contradict(one.fact.value, other.fact.value)
	agreement.apart(one.fact.value, other.fact.value, 25)
}

_contradict(row, one, other) if {
	row.comparison == "exact"
	agreement.misrounded(one.fact.value, other.fact.value)
}

# Weights in the repository may be a part or another precision of what is described: only gross differences count, and a
# measured count is compared with what is written, never with another measured one.
_counted_apart(one, other) if {
	one.fact.method == "declared"
	other.fact.method == "declared"
}

_counted_apart(one, other) if {
	one.fact.method != other.fact.method
	abs(one.fact.value - other.fact.value) * 4 > max([one.fact.value, other.fact.value])
}

_subject(row, entry) := sprintf("%s stands", [row.quantity]) if entry.fact.variant == ""

_subject(row, entry) := sprintf("%s (%s) stands", [row.quantity, entry.fact.variant]) if entry.fact.variant != ""

_written(row, entry) := sprintf("'%s'", [entry.fact.text]) if {
	count(entry.fact.text) <= 30
	row.id
} else := sprintf("'%s %s'", [_number(entry.fact.value), row.unit])

_number(value) := numerals.scientific(value) if value >= 1000000000000000

_number(value) := numerals.grouped(value) if value < 1000000000000000

_distinct(values) := [value |
	some i, value in values
	not value in {earlier | some earlier in array.slice(values, 0, i)}
]
