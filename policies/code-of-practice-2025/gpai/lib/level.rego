# METADATA
# title: Levels
# description: |
#   How grave a finding is: strength of the rule × applicability to the model × date. A level is the lowest of several
#   caps, so that every doubt lowers it and nothing raises it:
#
#   | what                                                              | at most            |
#   |-------------------------------------------------------------------|--------------------|
#   | `custom.level` of the rule                                        | that level         |
#   | `custom.strength: encouraged`                                     | note               |
#   | `custom.strength: practice`, in the built-in pack                 | warning            |
#   | `custom.confidence: UNVERIFIED`                                   | note               |
#   | no requirement of the rule certainly applies to the model         | warning            |
#   | all its requirements certainly do not apply (good practice still) | note               |
#   | the rule rests on the Code alone and the provider did not sign it | note (a yardstick) |
#   | the duty is not yet due on `input.as_of`, or perhaps not yet      | warning            |
#   | the model reaches the Union market on a day to come               | warning            |
#
#   Duties of models with systemic risk begin before the market, and so does what depends on them.
#   A file that cannot be read is no question of law: `finding.unreadable` fails the check.
package gpai.lib.level

import data.gpai.lib.dates
import data.gpai.reference.dates as legal_dates
import data.gpai.requirements
import data.gpai.scope
import data.gpai.scope.market

_rank := {"note": 1, "warning": 2, "error": 3}

_name := {1: "note", 2: "warning", 3: "error"}

# METADATA
# description: The lower of two levels.
lower(one, other) := _name[min([_rank[one], _rank[other]])]

# METADATA
# description: The level of a finding of rule `id` for `model`.
of(id, model) := _name[min({_rank[cap] | some cap in caps(id, model)})]

# METADATA
# description: The level of a finding of rule `id` that concerns no model in particular.
of_rule(id) := _name[min({_rank[cap] | some cap in _caps_of_rule(id)})]

# METADATA
# description: All caps that hold for rule `id` and `model`.
caps(id, model) := _caps_of_rule(id) | _caps_of_model(id, model)

# A rule that nobody described cannot fail a build.
default _rule(_) := {"level": "warning", "strength": "practice", "requirements": []}

_rule(id) := _rules[id]

# A name of this package: where a variable indexes a reference that begins with `data`, Regorus goes through all modules.
_rules := data.gpai.metadata.rules

_answers := scope.answers

_requirements := requirements

_caps_of_rule(id) := {object.get(_rule(id), "level", "warning")} |
	{"note" | _rule(id).strength == "encouraged"} |
	{"warning" | _own_practice(_rule(id))} |
	{"note" | _rule(id).confidence == "UNVERIFIED"} |
	{"warning" | input.as_of < effective_on(id)}

# What an organisation demands in a pack of its own is no practice of ours: it may well fail a build.
_own_practice(rule) if {
	rule.strength == "practice"
	startswith(object.get(rule, "package", "gpai."), "gpai.")
}

_caps_of_model(id, model) := {"warning" | _doubtful(_rule(id), model)} |
	{"note" | _beside_the_point(_rule(id), model)} |
	{"note" | _yardstick(_rule(id), model)} |
	{"warning" | _before_legacy_date(_rule(id), model)} |
	{"warning" | _before_the_market(_rule(id), model)}

# METADATA
# description: The first day on which rule `id` can be an error.
effective_on(id) := object.get(_rule(id), "effective_on", "0001-01-01")

# Rules of our own practice hang on no requirement: nothing to doubt there.
_doubtful(rule, model) if {
	count(rule.requirements) > 0
	every requirement in rule.requirements {
		scope.applicability(requirement, model).answer != "yes"
	}
}

# A contradiction in a card is worth knowing even where no duty applies to the model. What settles scope is never beside
# the point: a figure that takes a model out of scope is just what has to be right.
_beside_the_point(rule, model) if {
	count(rule.requirements) > 0
	every requirement in rule.requirements {
		scope.applicability(requirement, model).answer == "no"
		not _settles_scope(requirement)
	}
}

_settles_scope(requirement) if _questions[requirement].settled == "classification"

_questions := data.gpai.status.questions

_yardstick(rule, model) if {
	rule.strength == "code"
	count(rule.requirements) > 0
	every requirement in rule.requirements {
		scope.commitment(requirement, model).answer == "no"
	}
}

# Models placed on the market before the chapter applied have until the legacy date (AI Act, Article 111(3)).
_before_legacy_date(rule, model) if {
	rule.strength in {"law", "code"}
	_answers[model.index].legacy.answer == "yes"
	input.as_of < legal_dates.legacy.date
}

# So may those of which nobody says when that was; what an organisation asks beside the law has no such date.
_before_legacy_date(rule, model) if {
	rule.strength in {"law", "code"}
	count(rule.requirements) > 0
	_answers[model.index].legacy.answer == "unknown"
	input.as_of < legal_dates.legacy.date
}

# Whoever has not placed a model on the market is not yet its provider (AI Act, Article 3(3)).
_before_the_market(rule, model) if {
	_coming[model.index]
	rule.strength in {"law", "code"}
	count(rule.requirements) > 0
	every requirement in rule.requirements {
		not "systemic_risk" in _requirements[requirement].applies_to
	}
}

_coming[model.index] if {
	some model in input.models
	input.as_of < dates.earliest(market.market_date(model).date)
}
