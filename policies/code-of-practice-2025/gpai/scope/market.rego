# METADATA
# title: The market
# description: Whether and since when a model is placed on the Union market (Article 3(9), Guidelines, section 3.1).
package gpai.scope.market

import data.gpai.lib.dates
import data.gpai.lib.facts
import data.gpai.lib.passages
import data.gpai.reference.dates as days
import data.gpai.scope.settled

# METADATA
# description: Whether each model is placed on the Union market, or is about to be.
placed[model.index] := value if {
	some model in input.models
	value := _placed(model)
}

# METADATA
# description: Whether each model was placed on the market before the duties applied.
legacy[model.index] := value if {
	some model in input.models
	value := _legacy(model)
}

# METADATA
# description: Whether the duties for each model are due on the day of the check.
in_force[model.index] := value if {
	some model in input.models
	value := _in_force(model)
}

# METADATA
# description: The day from which the duties are due for a model.
due(model) := days.legacy.date if legacy[model.index].answer == "yes"

due(model) := days.obligations.date if legacy[model.index].answer != "yes"

# METADATA
# description: |
#   Whether what bears a date was there in time: by the day of placing on the Union market or, for a model from before the
#   duties applied, by the day from which they are due. Unknown dates show nothing.
in_time(model, date) if dates.latest(date) <= _deadline(model)

# METADATA
# description: Whether that day is still to come, so that what is there is there in time.
time_left(model) if input.as_of <= _deadline(model)

_deadline(model) := days.legacy.date if legacy[model.index].answer == "yes"

_deadline(model) := dates.earliest(market_date(model).date) if legacy[model.index].answer == "no"

_basis := "Guidelines, sections 3.1.1 to 3.1.3"

_placed(model) := settled.yes("The configuration says that it is.", _basis, [settled.declared_at(model, "placed_on_market")]) if {
	model.declared.placed_on_market
} else := settled.no("The configuration says that it is not.", _basis, [settled.declared_at(model, "placed_on_market")]) if {
	model.declared.placed_on_market == false
} else := settled.yes(sprintf("The Union market date is %s.", [model.declared.union_market_date]), _basis, [
	settled.declared_at(model, "union_market_date"),
]) if {
	model.declared.union_market_date
} else := settled.yes(sprintf("The Union market date is stated as %s.", [dated[0].fact.value]), _basis, [dated[0].path]) if {
	dated := _dated(model, "model.union_market_date")
	count(dated) > 0
} else := settled.no("The terms exclude distribution and use in the Union.", _basis, exclusions[model.index]) if {
	count(exclusions[model.index]) > 0
} else := settled.unknown(
	"Neither the configuration nor the files say whether it is supplied in the Union; set 'placed_on_market' or 'union_market_date' for the model.",
	_basis,
	[entry.path | some entry in facts.stated(model, "distribution.channels")],
)

# METADATA
# description: The paths of the terms that exclude the Union, for each model.
exclusions[model.index] := array.concat(
	[entry.path |
		some entry in passages.matching(model, {"license_file", "terms_of_service", "acceptable_use_policy"}, _excluding)
	],
	[entry.path |
		some entry in facts.stated(model, "distribution.geography")
		regex.match(`(not|except|excluding|excluded|outside) [a-z, ]*(european union|eu\b)`, lower(entry.fact.value))
	],
) if {
	some model in input.models
}

# A licence that does not apply in the Union at all, or whose territory leaves it out.
_excluding := [
	`does not apply in the european union`,
	`territory.*(excluding|except|other than|outside) [a-z, ]*european union`,
	`(must|shall|may) not (distribute|use)[^.]{0,80}in the european union`,
]

_legacy_basis := "AI Act, Article 111(3)"

_legacy(model) := _by_market_date(model) if {
	_by_market_date(model)
} else := _by_release_date(model) if {
	_by_release_date(model)
} else := settled.unknown(
	"No date of placing on the Union market is declared or stated; set 'union_market_date' for the model.",
	_legacy_basis,
	[],
)

_by_market_date(model) := settled.yes(
	sprintf("It was placed on the Union market on %s, before the duties applied, and has to comply by %s.", [market.date, days.legacy.date]),
	_legacy_basis,
	market.evidence,
) if {
	market := market_date(model)
	dates.before(market.date, days.obligations.date)
} else := settled.no(
	sprintf("It was placed on the Union market on %s, when the duties applied already.", [market.date]),
	_legacy_basis,
	market.evidence,
) if {
	market := market_date(model)
	dates.earliest(market.date) >= days.obligations.date
} else := settled.unknown(
	sprintf("The Union market date '%s' does not tell whether it lies before %s; state the day.", [market.date, days.obligations.date]),
	_legacy_basis,
	market.evidence,
) if {
	market := market_date(model)
}

# A model cannot reach the Union before its release, but an early release alone does not say when it reached the Union.
_by_release_date(model) := settled.no(
	sprintf("It was released on %s, when the duties applied already.", [release.date]),
	_legacy_basis,
	release.evidence,
) if {
	release := release_date(model)
	dates.earliest(release.date) >= days.obligations.date
} else := settled.yes(
	sprintf("It was released on %s, before the duties applied, no later Union market date is stated, and it has to comply by %s.", [release.date, days.legacy.date]),
	_legacy_basis,
	release.evidence,
) if {
	release := release_date(model)
	dates.before(release.date, days.obligations.date)
	placed[model.index].answer == "yes"
}

# METADATA
# description: The Union market date of a model with its place; the configuration before the documents.
market_date(model) := _date(model, "union_market_date")

# METADATA
# description: The release date of a model with its place; the configuration before the documents.
release_date(model) := _date(model, "release_date")

_date(model, key) := {"date": model.declared[key], "evidence": [settled.declared_at(model, key)]} if {
	model.declared[key]
} else := {"date": first.fact.value, "evidence": [first.path]} if {
	first := _dated(model, sprintf("model.%s", [key]))[0]
}

# What is said of the model as a whole comes before what is said of a member of its family.
_dated(model, field) := array.concat(
	[entry | some entry in _valid(model, field); entry.fact.variant == ""],
	[entry | some entry in _valid(model, field); entry.fact.variant != ""],
)

_valid(model, field) := [entry |
	some entry in facts.stated(model, field)
	facts.own(entry)
	dates.valid(entry.fact.value)
]

_in_force(model) := settled.unknown(
	sprintf("The duties have been due since %s, or are due from %s if it was on the Union market before.", [
		days.obligations.date,
		days.legacy.date,
	]),
	"AI Act, Articles 111(3) and 113",
	[],
) if {
	legacy[model.index].answer == "unknown"
	input.as_of >= days.obligations.date
	input.as_of < days.legacy.date
} else := settled.yes(sprintf("The duties for this model have been due since %s.", [due(model)]), "AI Act, Articles 111(3) and 113", legacy[model.index].evidence) if {
	input.as_of >= due(model)
} else := settled.no(sprintf("The duties for this model are due from %s.", [due(model)]), "AI Act, Articles 111(3) and 113", legacy[model.index].evidence)
