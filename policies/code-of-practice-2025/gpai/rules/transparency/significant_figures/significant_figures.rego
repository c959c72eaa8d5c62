# METADATA
# title: Quantities are stated with the figures that the form asks for
# description: |
#   The form asks for parameters, data, compute and energy to two significant figures; one figure leaves a third of the
#   quantity open, which decides on which side of a threshold a model lies.
# related_resources:
# - description: Code of Practice, Transparency chapter, Model Documentation Form
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   id: GPAI-171
#   name: form-significant-figures
#   category: transparency
#   strength: code
#   requirements: [MDF-2.7a, MDF-6.4b, MDF-7.2b, MDF-8.1, MDF-8.3]
#   measures: ["Transparency, Measure 1.1"]
#   articles: ["Annex XI"]
#   level: note
#   confidence: medium-high
#   effective_on: 2025-08-02
#   depends_on: []
#   decides: false
#   remediation: |
#     Write the quantity with at least two significant figures, as in "2.4e24 FLOP" or "7.3 billion parameters".
#   examples:
#     bad:
#       README.md: |
#         # Example 7B
#
#         Total parameters: 7 billion
#     good:
#       README.md: |
#         # Example 7B
#
#         Total parameters: 7.3 billion
#   since: 0.1.0
package gpai.rules.transparency.significant_figures

import data.gpai.lib.facts
import data.gpai.lib.finding
import data.gpai.lib.numbers as quantities
import data.gpai.requirements
import data.gpai.scope

_field_of := {
	"MDF-2.7a": "model.parameters_total",
	"MDF-6.4b": "data.tokens",
	"MDF-7.2b": "training.compute_flop",
	"MDF-8.1": "training.energy_mwh",
	"MDF-8.3": "inference.compute_flop",
}

report contains finding.with_requirements(
	finding.at("GPAI-171", model, entries[0].path, sprintf(
		"'%s' shows one significant figure; the form asks for %d (%s).",
		[_written(entries[0].fact), least, item],
	)),
	[item],
) if {
	some model in input.models
	some item, field in _field_of
	scope.applies(item, model)
	least := requirements[item].format.min_significant_figures
	entries := [entry | some entry in facts.numbers(model, field); facts.own(entry)]
	count(entries) > 0
	every entry in entries {
		_coarse(entry.fact, least)
	}
}

# A count taken from the artifact itself is exact, and a text that does not show the figure itself cannot be judged.
_coarse(fact, least) if {
	fact.method != "measured"
	shown := _shown(fact)
	count(shown) > 0
	max(shown) < least
}

# The figures of the numbers in the text that are this quantity, whatever its unit and scale: in "Example-2 has 124M
# parameters" those of the second.
_shown(fact) := [quantities.significant_figures(written) |
	some written in regex.find_n(`0\.[0-9]+|[1-9][0-9]*(?:,[0-9]{3})*(?:\.[0-9]+)?`, _quantity(fact.text), -1)
	number := to_number(replace(written, ",", ""))
	number > 0
	fact.value > 0
	abs(_mantissa(number) - _mantissa(fact.value)) < 0.01
]

_mantissa(number) := number / quantities.power_of_ten(quantities.exponent(number))

# The mantissa alone counts: in "6e24" the exponent adds no figure, and neither does the ten of "6 × 10^24".
_quantity(text) := regex.replace(lower(text), `(e\+?|[×x*·] ?10 ?\^? ?)[0-9]+`, "")

# A whole sentence is no figure, and neither are the sizes of a family: the number is told instead as it is written there,
# or in full as long as that can be read.
_written(fact) := fact.text if {
	_is_figure(fact.text)
} else := _literals(fact)[0] if {
	count(_literals(fact)) > 0
} else := fact.text if {
	count(fact.text) <= 60
} else := quantities.grouped(fact.value) if {
	fact.value < 1000000000000000
} else := concat("", [substring(fact.text, 0, 119), "…"])

_is_figure(text) if {
	count(text) <= 60
	count(regex.find_n(`[0-9][0-9.,]*[ -]?(?:[KMBT]\b|[mbtr]{1,2}illion)`, text, -1)) < 2
}

# The numbers of a text that are this quantity, with the scale that is written with them: "0.5 billion".
_literals(fact) := [written |
	some written in regex.find_n(`(?:0\.[0-9]+|[1-9][0-9]*(?:,[0-9]{3})*(?:\.[0-9]+)?)[ -]?(?:[KMBT]\b|[mbtr]{1,2}illion)`, fact.text, -1)
	number := to_number(replace(regex.find_n(`[0-9][0-9.,]*`, written, 1)[0], ",", ""))
	number > 0
	fact.value > 0
	abs(_mantissa(number) - _mantissa(fact.value)) < 0.01
]
