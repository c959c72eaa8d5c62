# METADATA
# title: The authorised representative's mandate fits the law
# description: |
#   The representative is established in the Union and holds a written mandate before the model is placed on the Union
#   market. Both are read from the configuration, for no public document need state them.
# related_resources:
# - description: AI Act, Article 54(1)
#   ref: https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   rows: true
#   category: law
#   strength: law
#   requirements: [LAW-54]
#   measures: []
#   articles: ["Article 54(1)"]
#   level: error
#   confidence: medium-high
#   effective_on: 2025-08-02
#   depends_on: []
#   since: 0.1.0
package gpai.rules.law.representative_mandate

import data.gpai.lib.dates
import data.gpai.lib.finding
import data.gpai.reference.countries
import data.gpai.scope
import data.gpai.scope.market

report contains finding.with_related(
	finding.at("GPAI-619", model, array.concat(_at, ["mandate_date"]), sprintf(
		"The representative's mandate of %s is later than the Union market date %s.",
		[_representative.mandate_date, placed.date],
	)),
	[{"message": "The model was placed on the market here.", "at": path} | some path in placed.evidence],
) if {
	some model in input.models
	_concerned(model)
	placed := market.market_date(model)
	dates.after(_representative.mandate_date, placed.date)

	# For models of before the duties the mandate has to stand when they become due.
	dates.after(_representative.mandate_date, market.due(model))
}

report contains finding.at("GPAI-620", model, array.concat(_at, ["country"]), sprintf(
	"The authorised representative is established in '%s', outside the Union.",
	[_representative.country],
)) if {
	some model in input.models
	_concerned(model)
	_representative.country
	not _in_union(_representative.country)
}

_at := ["configuration", "provider", "authorised_representative"]

_representative := input.configuration.provider.authorised_representative

_concerned(model) if {
	scope.applies("LAW-54", model)
	scope.answers[model.index].third_country.answer == "yes"
}

_in_union(country) if countries[country].union
