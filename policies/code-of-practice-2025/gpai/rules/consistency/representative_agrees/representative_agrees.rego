# METADATA
# title: Documents and configuration name the same authorised representative
# description: |
#   The training summary names the authorised representative, so that rightsholders and authorities can turn to it. A
#   summary that says there is none, or names another, contradicts the mandate that the configuration records.
# related_resources:
# - description: Commission template for the public summary of training content, section 1.1
#   ref: https://digital-strategy.ec.europa.eu/en/library/explanatory-notice-and-template-public-summary-training-content-general-purpose-ai-models
# custom:
#   id: GPAI-714
#   name: representative-agrees
#   category: consistency
#   strength: law
#   requirements: [PS-1.1.b, LAW-54]
#   measures: []
#   articles: ["Article 53(1)(d)", "Article 54"]
#   level: warning
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: []
#   remediation: |
#     Give the representative's name and contact in section 1.1 of the training summary as the mandate has them.
#   examples:
#     bad:
#       gpai-lint.yaml: |
#         provider:
#           country: US
#           authorised_representative: {name: Example Labs Europe SAS, country: FR}
#       training-summary.md: |
#         # Public summary of training content
#         Version of the summary: 1.0
#
#         ## 1.1 Provider identification
#         Provider name and contact details: Example Labs, contact@example.org
#
#         Authorised representative name and contact details: Other Trustees GmbH, info@trustees.example
#     good:
#       gpai-lint.yaml: |
#         provider:
#           country: US
#           authorised_representative: {name: Example Labs Europe SAS, country: FR}
#       training-summary.md: |
#         # Public summary of training content
#         Version of the summary: 1.0
#
#         ## 1.1 Provider identification
#         Provider name and contact details: Example Labs, contact@example.org
#
#         Authorised representative name and contact details: Example Labs Europe SAS, eu@example.org
#   since: 0.1.0
package gpai.rules.consistency.representative_agrees

import data.gpai.lib.agreement
import data.gpai.lib.facts
import data.gpai.lib.finding
import data.gpai.scope

report contains finding.with_related(
	finding.at("GPAI-714", model, entry.path, sprintf(
		"The authorised representative is '%s' here, but '%s' in the configuration.",
		[substring(entry.fact.text, 0, 80), _mandated],
	)),
	[{"message": "The configuration names it here.", "at": ["configuration", "provider", "authorised_representative"]}],
) if {
	some model in input.models
	scope.applies("LAW-54", model)
	scope.answers[model.index].third_country.answer == "yes"
	some entry in facts.stated(model, "provider.authorised_representative")
	not _names(entry)
}

_mandated := input.configuration.provider.authorised_representative.name

_names(entry) if contains(agreement.key(sprintf("%v", [entry.fact.value])), agreement.key(_mandated))

_names(entry) if contains(agreement.key(_mandated), agreement.key(sprintf("%v", [entry.fact.value])))

# Without a mandate in the configuration there is nothing to compare with.
_names(_) if not _mandated
