# METADATA
# title: Configuration and training summary agree on who signed the Code
# description: |
#   Whether the provider signed the Copyright chapter decides how findings on it are graded, and the training summary says
#   it in public. One yes and one no cannot both be true, be the other that of the configuration or of the Commission's list
#   of signatories. A yes of who is not on the list may be younger than the list.
# related_resources:
# - description: Commission template for the public summary of training content, section 3.1
#   ref: https://digital-strategy.ec.europa.eu/en/library/explanatory-notice-and-template-public-summary-training-content-general-purpose-ai-models
# custom:
#   id: GPAI-735
#   name: signatory-agrees
#   category: consistency
#   strength: law
#   requirements: [PS-3.1.a]
#   measures: []
#   articles: ["Article 53(1)(d)"]
#   level: warning
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: []
#   remediation: |
#     Correct `provider.signatory` in gpai-lint.yaml, or the answer in section 3.1 of the training summary.
#   examples:
#     bad:
#       gpai-lint.yaml: |
#         provider: {signatory: true}
#       training-summary.md: |
#         # Public summary of training content
#         Version of the summary: 1.0
#
#         ## 3.1 Respect of reservation of rights
#         Are you a Signatory to the Code of Practice for general-purpose AI models? ☐ Yes ☒ No
#     good:
#       gpai-lint.yaml: |
#         provider: {signatory: true}
#       training-summary.md: |
#         # Public summary of training content
#         Version of the summary: 1.0
#
#         ## 3.1 Respect of reservation of rights
#         Are you a Signatory to the Code of Practice for general-purpose AI models? ☒ Yes ☐ No
#   since: 0.1.0
package gpai.rules.consistency.signatory_agrees

import data.gpai.lib.facts
import data.gpai.lib.finding
import data.gpai.reference.signatories
import data.gpai.scope.provider

report contains finding.with_related(
	finding.at("GPAI-735", model, entry.path, sprintf(
		"The training summary answers %s to having signed the Code, the configuration says %s for the Copyright chapter.",
		[_word[entry.fact.value], _word[_configured]],
	)),
	[{"message": "The configuration says it here.", "at": ["configuration", "provider", "signatory"]}],
) if {
	some model in input.models
	some entry in facts.stated_in(model, "provider.code_signatory", {"training_content_summary"})
	is_boolean(entry.fact.value)
	entry.fact.value != _configured
}

report contains finding.at("GPAI-735", model, entry.path, sprintf(
	"The training summary answers no to having signed the Code, but the Commission's list of %s has the provider.",
	[signatories.snapshot],
)) if {
	some model in input.models
	some entry in facts.stated_in(model, "provider.code_signatory", {"training_content_summary"})
	entry.fact.value == false
	not _is_configured
	provider.listed("copyright", model)
}

_is_configured if is_boolean(_configured)

_word := {true: "yes", false: "no"}

_configured := input.configuration.provider.signatory if {
	is_boolean(input.configuration.provider.signatory)
} else := input.configuration.provider.signatory.copyright
