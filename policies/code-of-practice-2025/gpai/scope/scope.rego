# METADATA
# title: Scope
# description: |
#   What has to be settled before any duty. `answers[<model index>][<question>]` is
#   `{"answer": "yes" | "no" | "unknown", "why", "basis", "evidence": [paths]}`; `applicability` draws from the answers
#   whether a requirement applies to a model. Rules ask `applies`; levels ask `applicability` and `commitment`.
package gpai.scope

import data.gpai.requirements
import data.gpai.scope.general_purpose
import data.gpai.scope.market
import data.gpai.scope.modifier
import data.gpai.scope.open_source
import data.gpai.scope.provider
import data.gpai.scope.systemic_risk

# A name of this package: where a variable indexes a reference that begins with `data`, Regorus goes through all modules,
# and here that would be thousands of times.
_requirements := requirements

# METADATA
# description: |
#   The answers for each model, by question: those that packs give where they are allowed to (`data.gpai.given.scope`),
#   otherwise those found here.
answers[model.index] := object.union(_found[model.index], _given) if some model in input.models

# Without packs that answer anything there is no such data.
default _given := {}

_given := data.gpai.given.scope

_found[model.index] := {
	"placed_on_market": market.placed[model.index],
	"gpai": general_purpose.answer[model.index],
	"modifier": modifier.answer[model.index],
	"provider_duties": modifier.responsible[model.index],
	"systemic_risk": systemic_risk.answer[model.index],
	"open_source_licence": open_source.licence[model.index],
	"open_source_unmonetised": open_source.unmonetised[model.index],
	"open_source_published": open_source.published[model.index],
	"open_source_exempt": open_source.answer[model.index],
	"legacy": market.legacy[model.index],
	"in_force": market.in_force[model.index],
	"signatory_transparency": provider.signed("transparency", model),
	"signatory_copyright": provider.signed("copyright", model),
	"signatory_safety_security": provider.signed("safety_security", model),
	"sme": provider.sme,
	"small_mid_cap": provider.small_mid_cap,
	"third_country": provider.third_country,
} if {
	some model in input.models
}

# METADATA
# description: |
#   Whether a requirement is to be checked for a model: unless it certainly does not apply, and, for a duty of models with
#   systemic risk, only where systemic risk is established, since most models carry none.
applies(requirement, model) if _applying[model.index][object.get(_classes, requirement, "general")]

# The classes whose requirements are checked.
_applying[index][class] if {
	some index, by_class in class_gates
	some class, gate in by_class
	gate.answer != "no"
	not _unsettled_systemic(index, class)
}

_unsettled_systemic(index, "systemic_risk") if answers[index].systemic_risk.answer != "yes"

# METADATA
# description: |
#   Whether a requirement applies to a model, `{"answer", "why", "basis", "evidence", "question"}`: the first gate that is
#   shut, else the first that is in doubt, else yes.
applicability(requirement, model) := class_gates[model.index][class_of(requirement)]

# METADATA
# description: |
#   Whether the provider is bound to a requirement: by its signature under a chapter of the Code, or without one where an
#   annex of the AI Act lists the same content (`basis: annex`).
commitment(requirement, _) := {
	"answer": "yes",
	"why": "The annexes of the AI Act list it.",
	"basis": "AI Act, Article 53(1)(a) and (b)",
	"evidence": [],
} if {
	_requirements[requirement].basis == "annex"
}

commitment(requirement, model) := answer if {
	object.get(_requirements, [requirement, "basis"], "") != "annex"

	# Regorus would take a local variable inside the head's brackets for a fresh one.
	answer := answers[model.index][_signing[requirement]]
} else := {"answer": "yes", "why": "It does not depend on the Code.", "basis": "", "evidence": []} if {
	object.get(_requirements, [requirement, "basis"], "") != "annex"
}

# The question that tells of each requirement's chapter whether it is signed.
_signing[id] := question if {
	some id, row in requirements
	question := _chapters[row.chapter]
}

_chapters := {
	"transparency": "signatory_transparency",
	"copyright": "signatory_copyright",
	"safety_security": "signatory_safety_security",
}

# METADATA
# description: |
#   The class of a requirement: `general`, `systemic_risk` or `exemptible`. Those of one class pass the same gates, so each
#   class is settled once per model. A requirement that the catalogue does not know, as an organisation's own, is taken for
#   a duty of every provider.
class_of(requirement) := object.get(_classes, requirement, "general")

# A table and no function: levels and verdicts ask for it thousands of times.
_classes[id] := "systemic_risk" if {
	some id, row in requirements
	"systemic_risk" in row.applies_to
}

_classes[id] := "exemptible" if {
	some id, row in requirements
	row.open_source_exempt
	not "systemic_risk" in row.applies_to
}

_general := ["placed_on_market", "gpai", "provider_duties"]

# METADATA
# description: What decides whether a class of requirements applies to each model, as `applicability` gives it.
class_gates[model.index][class] := _first(passed) if {
	some model in input.models
	some class, passed in {
		"general": _in_favour(model, _general),
		"systemic_risk": _in_favour(model, array.concat(_general, ["systemic_risk"])),
		"exemptible": array.concat(_in_favour(model, _general), [_opposite(model)]),
	}
}

_in_favour(model, questions) := [object.union(answers[model.index][question], {"question": question}) |
	some question in questions
]

_turned := {"yes": "no", "no": "yes", "unknown": "unknown"}

# The exemption is the one gate that shuts on yes.
_opposite(model) := object.union(exempt, {"answer": _turned[exempt.answer], "question": "open_source_exempt"}) if {
	exempt := answers[model.index].open_source_exempt
}

_first(gates) := shut[0] if {
	shut := [gate | some gate in gates; gate.answer == "no"]
	count(shut) > 0
} else := open[0] if {
	open := [gate | some gate in gates; gate.answer == "unknown"]
	count(open) > 0
} else := gates[count(gates) - 1]
