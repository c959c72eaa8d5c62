# METADATA
# title: Training summary and crawler disclosure name the same crawlers
# description: |
#   The training summary names the crawlers that were used, and the Copyright chapter asks to publish what crawlers there
#   are and how they treat robots.txt. Rightsholders can only act on a name that both documents give.
# related_resources:
# - description: Code of Practice, Copyright chapter, Measure 1.3
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   id: GPAI-712
#   name: crawler-names
#   category: consistency
#   strength: code
#   requirements: [PS-2.3.a, "C-1.3(4)"]
#   measures: ["Copyright, Measure 1.3"]
#   articles: ["Article 53(1)(c)", "Article 53(1)(d)"]
#   level: warning
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: []
#   remediation: |
#     Add the crawler to the public disclosure with its robots.txt token, or correct the training summary.
#   examples:
#     bad:
#       gpai-lint.yaml: |
#         documents: {crawler_disclosure: docs/crawlers.md}
#       docs/crawlers.md: |
#         # Our crawlers
#         ExampleBot collects training data and follows robots.txt.
#       training-summary.md: |
#         # Public summary of training content
#         Version of the summary: 1.0
#
#         ## 2.3 Data crawled and scraped from online sources
#         Were crawlers used by the provider or on behalf of? ☒ Yes ☐ No
#
#         Name(s)/identifier(s) of the crawlers: HarvestBot
#     good:
#       gpai-lint.yaml: |
#         documents: {crawler_disclosure: docs/crawlers.md}
#       docs/crawlers.md: |
#         # Our crawlers
#         ExampleBot collects training data and follows robots.txt.
#       training-summary.md: |
#         # Public summary of training content
#         Version of the summary: 1.0
#
#         ## 2.3 Data crawled and scraped from online sources
#         Were crawlers used by the provider or on behalf of? ☒ Yes ☐ No
#
#         Name(s)/identifier(s) of the crawlers: ExampleBot
#   since: 0.1.0
package gpai.rules.consistency.crawler_names

import data.gpai.lib.agreement
import data.gpai.lib.documents
import data.gpai.lib.facts
import data.gpai.lib.finding

report contains finding.with_related(
	finding.at("GPAI-712", model, entry.path, sprintf(
		"The training summary names the crawler '%s', which the crawler disclosure '%s' does not.",
		[name, disclosures[0].document.path],
	)),
	[{"message": "This is the crawler disclosure.", "at": disclosures[0].path}],
) if {
	some model in input.models
	disclosures := documents.readable(model, {"crawler_disclosure"})
	count(disclosures) > 0
	some entry in facts.stated_in(model, "data.crawler_names", {"training_content_summary"})
	is_array(entry.fact.value)
	some name in entry.fact.value
	count(agreement.key(name)) > 2
	not _disclosed(disclosures, name)
}

report contains finding.with_requirements(
	finding.with_related(
		finding.at(
			"GPAI-712",
			model,
			entry.path,
			"The training summary says that no crawlers were used, but a crawler disclosure was published for this model.",
		),
		[{"message": "This is the crawler disclosure.", "at": disclosure.path}],
	),
	["PS-2.3.a"],
) if {
	some model in input.models
	some entry in facts.stated_in(model, "data.crawlers_used", {"training_content_summary"})
	entry.fact.value == false
	disclosure := documents.of(model, {"crawler_disclosure"})[0]
	count(disclosure.document.models) == 1
}

_disclosed(disclosures, name) if {
	some disclosure in disclosures
	some section in disclosure.document.sections
	contains(agreement.key(concat(" ", [section.title, section.text])), agreement.key(name))
}
