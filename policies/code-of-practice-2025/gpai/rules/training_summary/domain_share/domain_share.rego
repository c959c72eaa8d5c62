# METADATA
# title: The list of domains covers the share that the template asks for
# description: |
#   The template asks for the domains that make up the top 10 % by size of the content crawled. Small and medium-sized
#   enterprises may stop at the top 5 % or 1,000 domains, whichever is fewer; others may not.
# related_resources:
# - description: Template for the public summary of training content, section 2.3
#   ref: https://digital-strategy.ec.europa.eu/en/library/explanatory-notice-and-template-public-summary-training-content-general-purpose-ai-models
# custom:
#   id: GPAI-260
#   name: training-summary-domain-share
#   category: training_summary
#   strength: law
#   requirements: [PS-2.3.e]
#   measures: []
#   articles: ["Article 53(1)(d)"]
#   level: error
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: [GPAI-201]
#   remediation: |
#     Extend the list to the top 10 % of the domains by size of the content crawled, or declare the provider's size in
#     gpai-lint.yaml (`provider: {size: small}`) if the relief applies.
#   examples:
#     bad:
#       gpai-lint.yaml: |
#         provider: {name: Example Labs, country: FR, size: large}
#         models:
#         - {path: ., placed_on_market: true, gpai: true}
#       README.md: |
#         # Example 7B
#         A text-generation model.
#       TRAINING_SUMMARY.md: |
#         # Public summary of training content
#
#         ## 2.3 Data crawled and scraped from online sources
#         - **Crawlers used:** Yes
#         - **Summary of the most relevant domain names crawled:** Top 1,000 domains: example.org, example.com, news.example.net
#     good:
#       gpai-lint.yaml: |
#         provider: {name: Example Labs, country: FR, size: large}
#         models:
#         - {path: ., placed_on_market: true, gpai: true}
#       README.md: |
#         # Example 7B
#         A text-generation model.
#       TRAINING_SUMMARY.md: |
#         # Public summary of training content
#
#         ## 2.3 Data crawled and scraped from online sources
#         - **Crawlers used:** Yes
#         - **Summary of the most relevant domain names crawled:** Top 10 % of the domains: example.org, example.com, news.example.net
#   since: 0.1.0
package gpai.rules.training_summary.domain_share

import data.gpai.lib.answers
import data.gpai.lib.finding
import data.gpai.lib.summary
import data.gpai.scope

_relief := `top (5|five) ?(%|per ?cent|percent)|top 1[,. ]?000|1[,. ]?000 (most|largest|domains)`

report contains finding.capped(
	finding.at("GPAI-260", model, entry.path, "The list of domains covers the share that only small and medium-sized enterprises may give."),
	_highest(model),
) if {
	some model in input.models
	scope.applies("PS-2.3.e", model)
	scope.answers[model.index].sme.answer != "yes"
	some entry in answers.amounting(summary.readings(model, ["data.top_domains"]), "stated")
	regex.match(_relief, lower(entry.fact.text))
}

# A provider of unknown size may well be small.
_highest(model) := "error" if scope.answers[model.index].sme.answer == "no"

_highest(model) := "note" if scope.answers[model.index].sme.answer == "unknown"
