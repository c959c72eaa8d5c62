# METADATA
# title: Bands and quantities of the form hold the exact values
# description: |
#   The Model Documentation Form asks for model size, training time and compute twice: exactly for the AI Office, and as a
#   band or an order of magnitude for others. The band has to hold the exact value, and the days of training the hours of
#   the hardware.
# related_resources:
# - description: Code of Practice, Model Documentation Form
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   rows: true
#   category: consistency
#   strength: code
#   measures: ["Transparency, Measure 1.1"]
#   articles: ["Article 53(1)(a)", "Annex XI"]
#   level: warning
#   confidence: medium-high
#   effective_on: 2025-08-02
#   depends_on: []
#   since: 0.1.0
package gpai.rules.consistency.form_bands

import data.gpai.lib.bands
import data.gpai.lib.dates
import data.gpai.lib.facts
import data.gpai.lib.finding
import data.gpai.lib.numbers as numerals
import data.gpai.reference.form_bands as scales

report contains finding.with_related(
	finding.at("GPAI-701", model, form.path, sprintf(
		"The band '%s' is ticked, but the model has %s parameters.",
		[ticked[0].label, numerals.grouped(counts[0].fact.value)],
	)),
	[{"message": "The parameters are counted here.", "at": counts[0].path}],
) if {
	some model in input.models
	form := _banded(model, "model.parameters_total", scales.parameters.bands)[0]
	ticked := _ticked_sizes(model)
	count(ticked) == 1
	counts := _counts(model)
	count(counts) > 0
	every entry in counts {
		not bands.holds(ticked[0], entry.fact.value)
	}
}

report contains finding.at("GPAI-702", model, form.path, sprintf(
	"The order of magnitude 10^%d is ticked, but the training compute is given as %s FLOP.",
	[order, numerals.scientific(form.fact.value)],
)) if {
	some model in input.models
	form := _in_form(model, "training.compute_flop")[0]
	order := _order(form.fact.text)
	is_number(form.fact.value)
	form.fact.value > 0

	# 9.6e24 is of the order 10^24 cut off, and 10^25 rounded; both are accepted.
	not order in {numerals.exponent(form.fact.value), numerals.exponent(form.fact.value * 2)}
}

# A structured form has the order of magnitude and the figure in fields of their own.
report contains finding.with_related(
	finding.at("GPAI-702", model, form.path, sprintf(
		"The order of magnitude is given as '%s', but the training compute as %s FLOP.",
		[form.fact.text, numerals.scientific(exact[0].fact.value)],
	)),
	[{"message": "The figure stands here.", "at": exact[0].path}],
) if {
	some model in input.models
	some form in _in_form(model, "training.compute_flop")
	order := _bare_order(form.fact.text)
	exact := [entry |
		some entry in _in_form(model, "training.compute_flop")
		entry.fact.document == form.fact.document
		is_number(entry.fact.value)
		entry.fact.value > 0
		not _bare_order(entry.fact.text)
	]
	count(exact) > 0
	every entry in exact {
		not order in {numerals.exponent(entry.fact.value), numerals.exponent(entry.fact.value * 2)}
	}
}

report contains finding.with_related(
	finding.at("GPAI-705", model, form.path, sprintf(
		"The band '%s' is ticked, but the training took %d days.",
		[ticked[0].label, days],
	)),
	[{"message": "The days stand here.", "at": precise.path} | precise.path != form.path],
) if {
	some model in input.models
	form := _banded(model, "training.period", scales.training_time.bands)[0]
	ticked := _bands_of(form, scales.training_time.bands)
	count(ticked) == 1
	precise := [entry |
		some entry in _in_form(model, "training.period")
		entry.fact.document == form.fact.document
		_days(entry.fact.text)
	][0]
	days := _days(precise.fact.text)
	not bands.holds(ticked[0], days)
}

# No device works longer than the training lasts.
report contains finding.with_related(
	finding.at("GPAI-742", model, hours.path, sprintf(
		"The training took %s device hours, more than %s devices can give in %d days.",
		[numerals.grouped(hours.fact.value), numerals.grouped(devices), days],
	)),
	[
		{"message": "The days of wall clock stand here.", "at": precise.path},
		{"message": "The devices are counted here.", "at": hardware.path},
	],
) if {
	some model in input.models
	hours := _only(model, "training.gpu_hours")
	hardware := _only(model, "training.hardware")
	devices := _devices(hardware.fact.text)
	precise := [entry | some entry in _in_form(model, "training.period"); _days(entry.fact.text)][0]
	days := _days(precise.fact.text)

	# Both figures may be rounded.
	hours.fact.value > ((devices * days) * 24) * 1.1
}

# The one statement of a form on something; several may be about stages.
_only(model, field) := entries[0] if {
	entries := _in_form(model, field)
	count(entries) == 1
}

# A number of devices and nothing else that is counted.
_devices(text) := to_number(replace(found[0][1], ",", "")) if {
	found := regex.find_all_string_submatch_n(`^\s*([0-9][0-9,]*) (?:x |× )?(?:nvidia |amd |google )?(?:[abhv][0-9]{2,3}|gb?h?[0-9]{2,3}|mi[0-9]{3}x?|tpu|gpu|accelerator)`, lower(text), 2)
	count(found) == 1
}

_in_form(model, field) := facts.stated_in(model, field, {"model_documentation_form"})

# The statements that tick a band or are the name of one; without any, the first statement is where one would stand.
_banded(model, field, scale) := array.concat(
	[entry | some entry in _in_form(model, field); count(_bands_of(entry, scale)) > 0],
	_in_form(model, field),
)

_bands_of(entry, scale) := array.concat(bands.ticked(entry.fact.text, scale), bands.named(entry.fact.text, scale))

# Readers give a fact for each number of the answer, with the words around it: the tick stands in some of them.
_ticked_sizes(model) := [band |
	some band in scales.parameters.bands
	_is_ticked(model, band)
]

_is_ticked(model, band) if {
	some entry in _in_form(model, "model.parameters_total")
	count(_bands_of(entry, [band])) > 0
}

# All counts of the model that are none of the scale's own bounds.
_counts(model) := [entry |
	some entry in facts.numbers(model, "model.parameters_total")
	not entry.fact.value in _bounds
	entry.fact.value > 0
]

_bounds := {bound |
	some band in scales.parameters.bands
	some bound in [band.at_least, band.at_most]
	is_number(bound)
}

_superscripts := {"⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9"}

_order(text) := to_number(digits[0][2]) if {
	plain := strings.replace_n(_superscripts, text)
	digits := regex.find_all_string_submatch_n(`(☒|☑|✓|✔|\[x\])\s*10\s*\^?\s*([0-9]{2})`, lower(plain), 2)
	count(digits) == 1
}

_bare_order(text) := to_number(found[0][1]) if {
	found := regex.find_all_string_submatch_n(`^\s*(?:1(?:\.0+)?\s*e\+?|(?:1\s*[×x*·]\s*)?10\s*\^?\s*)([0-9]{2})\s*(?:flops?)?\s*$`, lower(strings.replace_n(_superscripts, text)), 2)
	count(found) == 1
}

_days(text) := to_number(found[0][1]) if {
	found := regex.find_all_string_submatch_n(`(?:^|[\s(~])([0-9]+)\s*(?:wall[- ]?clock |calendar )?days`, lower(text), 2)
	count(found) == 1
} else := dates.days_between(found[0], found[1]) if {
	found := regex.find_n(`[0-9]{4}-[0-9]{2}-[0-9]{2}`, text, 3)
	count(found) == 2
}
