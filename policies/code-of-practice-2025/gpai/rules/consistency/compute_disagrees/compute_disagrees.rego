# METADATA
# title: Training compute agrees with parameters, tokens and thresholds
# description: |
#   Training compute decides whether a model is general-purpose and whether it carries systemic risk. What the
#   configuration declares, what the documents state and what follows from parameters and tokens have to fall on the same
#   side of each threshold, and within 30 % of each other unless the method explains the difference.
# related_resources:
# - description: Guidelines on the scope of the obligations for general-purpose AI models, Annex A
#   ref: https://digital-strategy.ec.europa.eu/en/library/guidelines-scope-obligations-providers-general-purpose-ai-models-under-ai-act
# custom:
#   rows: true
#   category: consistency
#   strength: law
#   measures: ["Transparency, Measure 1.1"]
#   articles: ["Article 51(2)", "Article 53(1)(a)"]
#   level: warning
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: []
#   since: 0.1.0
package gpai.rules.consistency.compute_disagrees

import data.gpai.lib.agreement
import data.gpai.lib.facts
import data.gpai.lib.finding
import data.gpai.lib.numbers as numerals
import data.gpai.reference.thresholds
import data.gpai.scope
import data.gpai.scope.compute

report contains finding.with_related(
	finding.at("GPAI-703", model, figure.evidence[0], sprintf(
		"The training compute of %s FLOP is more than %d %% away from what follows from parameters and tokens: %s.",
		[numerals.scientific(figure.low), _error, product.why],
	)),
	_places(product),
) if {
	some model in _checked
	[figure, product] := _pair(model)
	not _across(figure, product)
	not _explained(model)
	agreement.apart(figure.low, product.low, _error)
}

report contains finding.with_related(
	finding.at("GPAI-704", model, figure.evidence[0], sprintf(
		"The training compute of %s FLOP lies on one side of the threshold of %s FLOP for %s, what follows from parameters and tokens on the other: %s.",
		[numerals.scientific(figure.low), numerals.scientific(crossed.threshold), crossed.what, product.why],
	)),
	_places(product),
) if {
	some model in _checked
	[figure, product] := _pair(model)
	agreement.apart(figure.low, product.low, _error)
	some crossed in _gates
	_between(crossed.threshold, figure.low, product.low)
}

report contains finding.with_related(
	finding.at("GPAI-730", model, declared.evidence[0], sprintf(
		"The configuration declares %s FLOP of training compute, the documents state %s.",
		[numerals.scientific(declared.low), numerals.scientific(stated.low)],
	)),
	[{"message": "The documents state it here.", "at": path} | some path in stated.evidence],
) if {
	some model in input.models
	declared := compute.declared(model)
	stated := compute.stated(model)
	agreement.misrounded(declared.low, stated.low)
}

_error := thresholds.compute_error.value

_gates := [
	{"threshold": thresholds.gpai.value, "what": "general-purpose models"},
	{"threshold": thresholds.systemic.value, "what": "systemic risk"},
]

# A modifier's card gives the original's parameters and tokens and its own compute.
_checked contains model if {
	some model in input.models
	scope.answers[model.index].modifier.answer != "yes"
}

# The figure that somebody stands for and the product that is certain: one value of each input, active parameters known.
_pair(model) := [figure, product] if {
	figure := compute.best[model.index]
	figure.how in {"declared", "stated"}
	product := _product(model, figure)
	product.low > 0
	product.low == product.high
}

# The product for the variant that the figure is about; for a figure of the whole family, that of its largest member.
_product(model, figure) := [estimate | some estimate in compute.derived[model.index]; estimate.variant == figure.variant][0]

_product(model, figure) := largest if {
	every estimate in compute.derived[model.index] {
		estimate.variant != figure.variant
	}
	most := max([estimate.high | some estimate in compute.derived[model.index]])
	largest := [estimate | some estimate in compute.derived[model.index]; estimate.high == most][0]
	figure.variant == ""
}

_across(figure, product) if {
	some crossed in _gates
	_between(crossed.threshold, figure.low, product.low)
}

_between(threshold, one, other) if {
	one > threshold
	other <= threshold
}

_between(threshold, one, other) if {
	other > threshold
	one <= threshold
}

_explained(model) if facts.covered(model, "training.compute_method")

_explained(model) if model.declared.training_compute_method

_places(product) := [{"message": "It follows from this.", "at": path} | some path in product.evidence]
