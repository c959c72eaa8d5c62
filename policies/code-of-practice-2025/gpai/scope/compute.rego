# METADATA
# title: Training compute
# description: |
#   How many floating-point operations went into a model, as bounds with their inputs. In this order: what the
#   configuration declares, what a document states, six operations per parameter and token (active parameters of a sparse
#   model, figures of one and the same variant), and, where hours and one kind of accelerator are named, the hardware's
#   peak. The first that exists counts; where several exist and disagree, the consistency rules say so.
package gpai.scope.compute

import data.gpai.lib.facts
import data.gpai.lib.numbers as numerals
import data.gpai.reference.thresholds
import data.gpai.scope.settled

# METADATA
# description: |
#   The best estimate for each model: `{"low", "high", "how", "why", "evidence", "variant"}`; absent without any figure.
best[model.index] := value if {
	some model in input.models
	value := _best(model)
}

# METADATA
# description: The `why` of an estimate as it begins a sentence, with a capital.
opening(estimate) := concat("", [upper(substring(estimate.why, 0, 1)), substring(estimate.why, 1, -1)])

# METADATA
# description: |
#   Whether an estimate may be that of a change alone: the hours and the few tokens that a derived model states are those
#   of its own training.
of_change(estimate) if estimate.how == "hardware"

of_change(estimate) if estimate.tokens_per_parameter < thresholds.least_tokens_per_parameter.value

# METADATA
# description: Whether not even the largest training set would take a model of this size to a threshold.
out_of_reach(parameters, threshold) if {
	flop_per_token := thresholds.operations_per_parameter_and_token.value * parameters
	flop_per_token * thresholds.largest_training_set.value <= threshold
}

# METADATA
# description: |
#   Where the estimate stands to a threshold: above, below, or near (its bounds or its error reach over the threshold).
against(estimate, threshold) := "above" if estimate.low > threshold

against(estimate, threshold) := "below" if estimate.high <= _safe(estimate, threshold)

against(estimate, threshold) := "near" if {
	estimate.low <= threshold
	estimate.high > _safe(estimate, threshold)
}

# A figure that somebody stands for is compared as it is; one that we computed may be wrong by the tolerated error.
_safe(estimate, threshold) := threshold if estimate.how in {"declared", "stated"}

_safe(estimate, threshold) := (threshold * (100 - thresholds.compute_error.value)) / 100 if {
	estimate.how in {"derived", "hardware"}
}

_best(model) := declared(model) if {
	declared(model)
} else := stated(model) if {
	stated(model)
} else := _largest(derived[model.index]) if {
	count(derived[model.index]) > 0
} else := _hardware(model)

# METADATA
# description: What the configuration declares; undefined without it.
declared(model) := {
	"low": flop,
	"high": flop,
	"how": "declared",
	"why": sprintf("the configuration declares %s FLOP of training compute", [numerals.scientific(flop)]),
	"evidence": [settled.declared_at(model, "training_compute_flop")],
	"variant": "",
} if {
	flop := model.declared.training_compute_flop
}

# METADATA
# description: What the documents state, of a family for its largest member; undefined without it.
stated(model) := {
	"low": largest.fact.value,
	"high": largest.fact.value,
	"how": "stated",
	"why": sprintf("%s FLOP of training compute are stated%s", [
		numerals.scientific(largest.fact.value),
		_of_variant(largest.fact.variant),
	]),
	"evidence": [largest.path],
	"variant": _variant(largest),
} if {
	entries := [entry |
		some entry in facts.numbers(model, "training.compute_flop")
		facts.own(entry)
		entry.fact.method != "derived"
		entry.fact.value > 0
	]
	most := max([entry.fact.value | some entry in entries])
	largest := [entry | some entry in entries; entry.fact.value == most][0]
}

_largest(estimates) := [estimate |
	some estimate in estimates
	estimate.high == max([other.high | some other in estimates])
][0]

# METADATA
# description: Estimates from parameters and tokens for each model, one for each variant of which both are known.
derived[model.index] := [estimate |
	some variant in _variants(model)
	estimate := _product(model, variant)
] if {
	some model in input.models
}

_product(model, variant) := {
	"low": low,
	"high": high,
	"how": "derived",
	"why": sprintf("6 × %s %s × %s tokens%s come to %s", [
		_span(_least(parameters.entries), _most(parameters.entries)),
		parameters.what,
		_span(_most(tokens), _most(told)),
		_of_variant(parameters.entries[0].fact.variant),
		_about(low, high),
	]),
	"evidence": array.concat([entry.path | some entry in parameters.entries], [entry.path | some entry in told]),
	"variant": variant,
	"tokens_per_parameter": _most(told) / _least(parameters.entries),
} if {
	parameters := _parameters(model, variant)
	tokens := _tokens(model, variant)
	told := array.concat(tokens, _more_tokens(model, variant, _most(tokens)))
	factor := thresholds.operations_per_parameter_and_token.value
	low := ((factor * _least(parameters.entries)) * _most(tokens)) * parameters.floor
	high := (factor * _most(parameters.entries)) * _most(told)
	high > 0
}

# Figures of no variant may leave out what the text tells of a member by its name, and the largest counts.
_more_tokens(model, variant, most) := [entry |
	variant == ""
	some entry in facts.numbers(model, "data.tokens")
	facts.own(entry)
	entry.fact.value > most
]

_variants(model) := {_variant(entry) |
	some entry in facts.stated_any(model, ["model.parameters_total", "model.parameters_active"])
}

_variant(entry) := lower(trim_space(entry.fact.variant))

# Active parameters where they are stated; a sparse model of which only the total is known gives an upper bound alone.
_parameters(model, variant) := {"what": "active parameters", "floor": 1, "entries": active} if {
	active := _of(model, "model.parameters_active", variant)
	count(active) > 0
} else := {"what": "total parameters of a sparse model", "floor": 0, "entries": total} if {
	sparse(model)
	total := _total(model, variant)
	count(total) > 0
} else := {"what": "parameters", "floor": 1, "entries": total} if {
	total := _total(model, variant)
	count(total) > 0
}

# What was counted in the weights is better than what somebody wrote.
_total(model, variant) := measured if {
	measured := [entry | some entry in _of(model, "model.parameters_total", variant); entry.fact.method == "measured"]
	count(measured) > 0
} else := _of(model, "model.parameters_total", variant)

# A family often says once how many tokens all its members saw; a training summary says it by modality.
_tokens(model, variant) := own if {
	own := _of(model, "data.tokens", variant)
	count(own) > 0
} else := shared if {
	shared := array.concat(_of(model, "data.tokens", ""), _of(model, "data.tokens", "text"))
	count(shared) > 0
}

_of(model, field, variant) := [entry |
	some entry in facts.numbers(model, field)
	facts.own(entry)
	_variant(entry) == variant
	entry.fact.value > 0
]

# METADATA
# description: Whether the model is a mixture of experts, so that fewer parameters work than there are.
sparse(model) if count(facts.stated(model, "model.parameters_active")) > 0

sparse(model) if {
	some entry in facts.stated_any(model, ["model.architecture", "model.name"])
	regex.match(`mixture.of.experts|\bmoe\b|[0-9]x[0-9]+(\.[0-9]+)?b`, lower(entry.fact.text))
}

sparse(model) if regex.match(`[0-9]x[0-9]+(\.[0-9]+)?b`, lower(model.name))

# METADATA
# description: The parameters of the largest variant that is described, with their places.
size(model) := {"parameters": most, "evidence": [entry.path | some entry in entries; entry.fact.value == most]} if {
	entries := [entry | some entry in facts.numbers(model, "model.parameters_total"); facts.own(entry); entry.fact.value > 0]
	most := max([entry.fact.value | some entry in entries])

	# Weights that are far too large for them show that these are the parameters of a part.
	every entry in facts.numbers(model, "model.weights_bytes") {
		entry.fact.value < most * 16
	}
}

_hardware(model) := {
	"low": (at_peak * hardware.utilisation_floor_percent) / 100,
	"high": at_peak,
	"how": "hardware",
	"why": sprintf("%s hours on '%s' are at most %s FLOP at their peak, and at least %d %% of that", [
		numerals.grouped(hours.fact.value),
		accelerator,
		numerals.scientific(at_peak),
		hardware.utilisation_floor_percent,
	]),
	"evidence": [hours.path, named.path],
	"variant": _variant(hours),
} if {
	entries := [entry | some entry in facts.numbers(model, "training.gpu_hours"); facts.own(entry)]
	most := max([entry.fact.value | some entry in entries])
	hours := [entry | some entry in entries; entry.fact.value == most][0]
	named := facts.stated(model, "training.hardware")[0]

	# Unmistakable only: every passage on hardware names this one accelerator and no other.
	names := {name |
		some entry in facts.stated(model, "training.hardware")
		some name, peak in hardware.peaks
		regex.match(peak.pattern, lower(entry.fact.text))
	}
	count(names) == 1
	some accelerator in names
	at_peak := (hours.fact.value * 3600) * hardware.peaks[accelerator].flop_per_second
}

hardware := data.gpai.scope.hardware

_least(entries) := min([entry.fact.value | some entry in entries])

_most(entries) := max([entry.fact.value | some entry in entries])

_span(least, most) := numerals.grouped(least) if numerals.grouped(least) == numerals.grouped(most)

_span(least, most) := sprintf("%s to %s", [numerals.grouped(least), numerals.grouped(most)]) if {
	numerals.grouped(least) != numerals.grouped(most)
}

_about(low, high) := sprintf("about %s FLOP", [numerals.scientific(high)]) if {
	low > 0
	numerals.scientific(low) == numerals.scientific(high)
}

_about(low, high) := sprintf("%s to %s FLOP", [numerals.scientific(low), numerals.scientific(high)]) if {
	low > 0
	numerals.scientific(low) != numerals.scientific(high)
}

_about(0, high) := sprintf("at most %s FLOP", [numerals.scientific(high)])

_of_variant("") := ""

_of_variant(variant) := sprintf(" (variant '%s')", [variant]) if variant != ""
