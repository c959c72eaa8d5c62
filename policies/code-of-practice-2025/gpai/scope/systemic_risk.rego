# METADATA
# title: Systemic risk
# description: |
#   Whether a general-purpose model carries systemic risk: designated, or presumed above 10^25 FLOP (Article 51). The
#   presumption stands until a rebuttal is accepted, which somebody has to attest for LAW-51.
package gpai.scope.systemic_risk

import data.gpai.lib.attestations
import data.gpai.lib.numbers as numerals
import data.gpai.reference.thresholds
import data.gpai.scope.compute
import data.gpai.scope.general_purpose
import data.gpai.scope.modifier
import data.gpai.scope.settled

# METADATA
# description: Whether each model carries systemic risk.
answer[model.index] := value if {
	some model in input.models
	value := _answer(model)
}

# METADATA
# description: Where each model's compute stands to the threshold, an object of `side` (above, near or below) and `estimate`.
presumption[model.index] := {"side": side, "estimate": estimate} if {
	some model in input.models
	estimate := compute.best[model.index]
	side := _side(estimate)
}

_limit := thresholds.systemic.value

_side(estimate) := "near" if {
	compute.against(estimate, _limit) == "below"
	estimate.high > (_limit * (100 - thresholds.compute_error.value)) / 100
} else := compute.against(estimate, _limit)

_answer(model) := settled.yes("The Commission has designated it.", "AI Act, Article 51(1)(b)", [settled.declared_at(model, "designated")]) if {
	model.declared.designated
} else := settled.no("It is not a general-purpose AI model.", "AI Act, Article 3(65)", general_purpose.answer[model.index].evidence) if {
	general_purpose.answer[model.index].answer == "no"
} else := _of_modified(model) if {
	modifier.answer[model.index].answer == "yes"
} else := settled.no(sprintf("The presumption is rebutted, as attested by '%s' on %s.", [rebuttal.attestation.by, rebuttal.attestation.date]), "AI Act, Article 52(2)", [
	rebuttal.path,
]) if {
	model.declared.systemic_risk == false
	rebuttal := attestations.valid("LAW-51", model)[0]
} else := _presumed(presumption[model.index].estimate) if {
	presumption[model.index].side == "above"
} else := _declared(model) if {
	_declared(model)
} else := settled.unknown(
	sprintf("%s, but it is based on '%s', and that may be the compute of the change alone; declare 'training_compute_flop' or 'systemic_risk'.", [
		compute.opening(presumption[model.index].estimate),
		modifier.bases(model)[0].name,
	]),
	"AI Act, Article 51(2)",
	presumption[model.index].estimate.evidence,
) if {
	count(modifier.bases(model)) > 0
	compute.of_change(presumption[model.index].estimate)
	not compute.out_of_reach(compute.size(model).parameters, _limit)
} else := _below(object.get(presumption, model.index, {}))

_presumed(estimate) := settled.yes(
	sprintf("High-impact capabilities are presumed: %s, more than %s.", [estimate.why, numerals.scientific(_limit)]),
	"AI Act, Article 51(2)",
	estimate.evidence,
)

_declared(model) := settled.yes("The configuration says so.", "AI Act, Article 51(1)", [settled.declared_at(model, "systemic_risk")]) if {
	model.declared.systemic_risk
} else := settled.no("The configuration says that it does not, and no known compute speaks against it.", "AI Act, Article 51(2)", [
	settled.declared_at(model, "systemic_risk"),
]) if {
	model.declared.systemic_risk == false
}

default _below(_) := {
	"answer": "unknown",
	"why": "Training compute is neither declared nor derivable from parameters and tokens of the same variant; declare 'training_compute_flop' or 'systemic_risk'.",
	"basis": "AI Act, Article 51(2)",
	"evidence": [],
}

_below(known) := settled.no(
	sprintf("%s, not more than %s, and no designation is declared.", [
		compute.opening(known.estimate),
		numerals.scientific(_limit),
	]),
	"AI Act, Article 51(2)", known.estimate.evidence,
) if {
	compute.against(known.estimate, _limit) == "below"
}

_below(known) := settled.unknown(
	sprintf("%s, within %d %% of %s; declare 'training_compute_flop' from your own records.", [
		compute.opening(known.estimate),
		thresholds.compute_error.value,
		numerals.scientific(_limit),
	]),
	"AI Act, Article 51(2)", known.estimate.evidence,
) if {
	compute.against(known.estimate, _limit) == "near"
}

# What the documents say of compute is mostly about the original: a modification inherits systemic risk only when it is
# large enough to make the modifier a provider.
_of_modified(model) := settled.yes("The configuration says so.", "AI Act, Article 51(1)", [settled.declared_at(model, "systemic_risk")]) if {
	model.declared.systemic_risk
} else := settled.yes(
	"The original has systemic risk, and the modification is large enough to make the modifier a provider.",
	"Guidelines, section 3.2.2",
	array.concat([settled.declared_at(model, "base_model_systemic_risk")], modifier.responsible[model.index].evidence),
) if {
	model.declared.base_model_systemic_risk
	modifier.responsible[model.index].answer == "yes"
} else := settled.no("The modification is too small to make the modifier a provider.", "Guidelines, section 3.2.2", modifier.responsible[model.index].evidence) if {
	modifier.responsible[model.index].answer == "no"
} else := settled.no("The configuration says that neither the modified model nor its original carries it.", "Guidelines, section 3.2.2", [
	settled.declared_at(model, "base_model_systemic_risk"),
]) if {
	model.declared.base_model_systemic_risk == false
	not _above(model)
} else := _declared(model) if {
	_declared(model)
} else := settled.unknown(
	"Whether the original carries systemic risk is not stated; set 'base_model_systemic_risk'.",
	"Guidelines, section 3.2.2",
	modifier.answer[model.index].evidence,
)

_above(model) if presumption[model.index].side == "above"
