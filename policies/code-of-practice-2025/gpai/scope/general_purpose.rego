# METADATA
# title: General-purpose models
# description: |
#   Whether a model is a general-purpose AI model: the provider's recorded decision, else the indicative test of the
#   guidelines (more than 10^23 FLOP, and language, images or video as output). Compute alone never decides.
package gpai.scope.general_purpose

import data.gpai.lib.numbers as numerals
import data.gpai.reference.thresholds
import data.gpai.scope.compute
import data.gpai.scope.modality
import data.gpai.scope.modifier
import data.gpai.scope.settled

# METADATA
# description: Whether each model is a general-purpose AI model.
answer[model.index] := value if {
	some model in input.models
	value := _answer(model)
}

# METADATA
# description: The indicative test alone, whatever the configuration decides, for each model.
indicated[model.index] := value if {
	some model in input.models
	value := _indicated(model)
}

_decision := "AI Act, Article 3(63)"

_test := "Guidelines, paragraphs 17 to 20"

_limit := thresholds.gpai.value

_answer(model) := settled.yes(concat("", ["The configuration records the decision that it is.", _reasons(model)]), _decision, [
	settled.declared_at(model, "gpai"),
]) if {
	model.declared.gpai
} else := settled.no(concat("", ["The configuration records the decision that it is not.", _reasons(model)]), _decision, [
	settled.declared_at(model, "gpai"),
]) if {
	model.declared.gpai == false
	_reasoned(model)
} else := settled.unknown(
	sprintf("The configuration says that it is not, without reasons, but %s.", [_decapitalised(indicated[model.index].why)]),
	_decision,
	array.concat([settled.declared_at(model, "gpai")], indicated[model.index].evidence),
) if {
	model.declared.gpai == false
	indicated[model.index].answer == "yes"
} else := settled.no("The configuration says that it is not, and nothing in the files speaks against it.", _decision, [
	settled.declared_at(model, "gpai"),
]) if {
	model.declared.gpai == false
} else := indicated[model.index]

_reasoned(model) if trim_space(model.declared.gpai_reasons) != ""

_reasons(model) := sprintf(" Its reasons: '%s'.", [trim_right(trim_space(model.declared.gpai_reasons), ".")]) if {
	_reasoned(model)
} else := ""

_indicated(model) := settled.yes(
	sprintf("%s, more than %s, and %s.", [
		compute.opening(estimate),
		numerals.scientific(_limit),
		generates.why,
	]),
	_test, array.concat(estimate.evidence, generates.evidence),
) if {
	estimate := compute.best[model.index]
	generates := modality.generates[model.index]
	compute.against(estimate, _limit) == "above"
	generates.answer == "yes"
} else := settled.unknown(
	sprintf("%s, but %s that may be the compute of a change alone; declare 'training_compute_flop' or the decision 'gpai'.", [
		compute.opening(estimate),
		_doubt(model),
	]),
	_test, estimate.evidence,
) if {
	estimate := compute.best[model.index]
	compute.against(estimate, _limit) == "below"
	_may_be_of_change(model, estimate)
	not compute.out_of_reach(compute.size(model).parameters, _limit)
} else := settled.no(
	sprintf("By the indicative test it is not: %s, not more than %s.", [
		estimate.why,
		numerals.scientific(_limit),
	]),
	_test, estimate.evidence,
) if {
	estimate := compute.best[model.index]
	compute.against(estimate, _limit) == "below"
} else := settled.no(sprintf("By the indicative test it is not: %s.", [generates.why]), _test, generates.evidence) if {
	generates := modality.generates[model.index]
	generates.answer == "no"
} else := settled.no(
	sprintf(
		"By the indicative test it is not: with %s parameters it would take more than %s tokens to reach %s FLOP, more than any training set has.",
		[numerals.grouped(size.parameters), numerals.grouped(thresholds.largest_training_set.value), numerals.scientific(_limit)],
	),
	_test,
	size.evidence,
) if {
	not compute.best[model.index]
	size := compute.size(model)
	compute.out_of_reach(size.parameters, _limit)
} else := settled.no(
	sprintf("By the indicative test it is not: %s, and no training compute speaks against it.", [generates.why]),
	_test,
	generates.evidence,
) if {
	generates := modality.generates[model.index]
	generates.answer == "narrow"
	not compute.best[model.index]
} else := settled.unknown(
	sprintf("%s, more than %s, but %s; record the decision as 'gpai' with 'gpai_reasons'.", [
		compute.opening(estimate),
		numerals.scientific(_limit),
		modality.generates[model.index].why,
	]),
	_test, estimate.evidence,
) if {
	estimate := compute.best[model.index]
	compute.against(estimate, _limit) == "above"
} else := settled.unknown(
	sprintf("%s, too near to %s to decide; declare 'training_compute_flop' or the decision 'gpai'.", [
		compute.opening(estimate),
		numerals.scientific(_limit),
	]),
	_test, estimate.evidence,
) if {
	estimate := compute.best[model.index]
} else := settled.unknown(
	"Training compute is neither declared nor stated, and parameters and training tokens of the same variant are not both known; declare 'training_compute_flop' or the decision 'gpai'.",
	_test,
	modality.generates[model.index].evidence,
)

# Figures beside another provider's model may be those of what was done to it, and so may few tokens for the size.
_may_be_of_change(model, estimate) if {
	count(modifier.bases(model)) > 0
	compute.of_change(estimate)
}

_may_be_of_change(model, estimate) if {
	modifier.answer[model.index].answer == "yes"
	estimate.how in {"derived", "hardware"}
}

_may_be_of_change(_, estimate) if {
	estimate.how == "derived"
	compute.of_change(estimate)
}

_doubt(model) := sprintf("it is based on '%s', and", [bases[0].name]) if {
	bases := modifier.bases(model)
	count(bases) > 0
} else := "the tokens are few for the model's size, and"

_decapitalised(text) := trim_right(concat("", [lower(substring(text, 0, 1)), substring(text, 1, -1)]), ".")
