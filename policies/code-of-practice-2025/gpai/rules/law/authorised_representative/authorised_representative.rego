# METADATA
# title: Third-country providers name an authorised representative
# description: |
#   A provider established outside the Union needs a representative in the Union, appointed by written mandate before the
#   model is placed on the market. The representative keeps the documentation and answers the AI Office. Models under the
#   open-source exemption need none, unless they carry systemic risk.
# related_resources:
# - description: AI Act, Article 54
#   ref: https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   id: GPAI-601
#   name: authorised-representative
#   category: law
#   strength: law
#   requirements: [LAW-54]
#   measures: []
#   articles: ["Article 54"]
#   level: error
#   confidence: medium-high
#   effective_on: 2025-08-02
#   depends_on: []
#   remediation: |
#     Name the representative and its address in the Union, in the training-content summary (section 1.1) or in gpai-lint.yaml:
#     `provider: {authorised_representative: {name: …, address: …, mandate_date: YYYY-MM-DD}}`.
#   examples:
#     bad:
#       gpai-lint.yaml: |
#         provider: {name: Example Labs, country: US}
#         models:
#         - {path: ., placed_on_market: true, gpai: true}
#       README.md: |
#         # Example 70B
#         A text-generation model with 70 billion parameters.
#     good:
#       gpai-lint.yaml: |
#         provider:
#           name: Example Labs
#           country: US
#           authorised_representative: {name: Example Labs Europe SAS, address: "1 rue de la Paix, Paris", mandate_date: 2025-09-01}
#         models:
#         - {path: ., placed_on_market: true, gpai: true}
#       README.md: |
#         # Example 70B
#         A text-generation model with 70 billion parameters.
#   since: 0.1.0
package gpai.rules.law.authorised_representative

import data.gpai.lib.facts
import data.gpai.lib.finding
import data.gpai.scope
import data.gpai.scope.market

report contains finding.missing(
	"GPAI-601",
	model,
	"provider.authorised_representative",
	sprintf("The provider is established outside the Union ('%s') and names no authorised representative in the Union.", [input.configuration.provider.country]),
) if {
	some model in input.models
	scope.applies("LAW-54", model)
	scope.answers[model.index].third_country.answer == "yes"
	not _named(model)
}

# A name alone shows no mandate, and a day no mandate in time; that the representative is in the Union is another rule's
# question.
met contains {"requirement": "LAW-54", "model": model.index, "at": path} if {
	some model in input.models
	_mandated(model)
	some path in array.concat(
		[["configuration", "provider", "authorised_representative"]],
		[entry.path | some entry in facts.substantial(model, "provider.authorised_representative")],
	)
}

# METADATA
# description: Where a representative is named, and nothing shows a mandate in time.
mentioned contains {
	"requirement": "LAW-54",
	"model": model.index,
	"at": path,
	"why": "A representative is named, but no day of a mandate shows that it was appointed before the model was placed on the Union market.",
} if {
	some model in input.models
	not _mandated(model)
	some path in array.concat(
		[["configuration", "provider", "authorised_representative"] | input.configuration.provider.authorised_representative.name != ""],
		[entry.path | some entry in facts.substantial(model, "provider.authorised_representative")],
	)
}

_mandated(model) if {
	mandate := input.configuration.provider.authorised_representative.mandate_date
	mandate <= input.as_of
	market.in_time(model, mandate)
}

_named(model) if count(facts.substantial(model, "provider.authorised_representative")) > 0

_named(model) if count(facts.elsewhere(model, "provider.authorised_representative")) > 0

_named(_) if input.configuration.provider.authorised_representative.name != ""
