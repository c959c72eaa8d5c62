# METADATA
# title: Form and training summary name the same provider
# description: |
#   Both documents give the provider's legal name: the form to the authorities, the training summary to everybody. Two names
#   without a word in common leave open who answers for the model.
# related_resources:
# - description: Commission template for the public summary of training content, section 1.1
#   ref: https://digital-strategy.ec.europa.eu/en/library/explanatory-notice-and-template-public-summary-training-content-general-purpose-ai-models
# custom:
#   id: GPAI-743
#   name: provider-names-agree
#   category: consistency
#   strength: law
#   requirements: [MDF-1.1, PS-1.1.a]
#   measures: ["Transparency, Measure 1.1"]
#   articles: ["Article 53(1)(a)", "Article 53(1)(d)"]
#   level: warning
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: []
#   remediation: |
#     Give the name under which the provider is registered in both documents.
#   examples:
#     bad:
#       model-documentation-form.md: |
#         # Model Documentation Form
#
#         ## General information
#         Legal name for the model provider: Example Labs SAS
#
#         Model name: Kestrel 7B
#
#         Model release date: 2025-10-01
#       training-summary.md: |
#         # Public summary of training content
#         Version of the summary: 1.0
#
#         ## 1.1 Provider identification
#         Provider name and contact details: Northern Models GmbH, contact@northern.example
#     good:
#       model-documentation-form.md: |
#         # Model Documentation Form
#
#         ## General information
#         Legal name for the model provider: Example Labs SAS
#
#         Model name: Kestrel 7B
#
#         Model release date: 2025-10-01
#       training-summary.md: |
#         # Public summary of training content
#         Version of the summary: 1.0
#
#         ## 1.1 Provider identification
#         Provider name and contact details: Example Labs SAS, contact@labs.example
#   since: 0.1.0
package gpai.rules.consistency.provider_names

import data.gpai.lib.facts
import data.gpai.lib.finding

report contains finding.with_related(
	finding.at("GPAI-743", model, public.path, sprintf(
		"The training summary names '%s' as the provider, the form '%s'.",
		[substring(public.fact.text, 0, 80), substring(formal.fact.text, 0, 80)],
	)),
	[{"message": "The form names the provider here.", "at": formal.path}],
) if {
	some model in input.models
	formal := facts.stated_in(model, "provider.name", {"model_documentation_form"})[0]
	public := facts.stated_in(model, "provider.name", {"training_content_summary"})[0]
	count(_words(formal)) > 0
	count(_words(public)) > 0
	count(_words(formal) & _words(public)) == 0

	# A brand may be one word where the legal name is two, or the other way round.
	not contains(_squeezed(formal), _squeezed(public))
	not contains(_squeezed(public), _squeezed(formal))
}

# Words that many names share tell none of them.
_generic := {
	"and", "the", "inc", "ltd", "llc", "plc", "corp", "corporation", "company", "limited", "gmbh", "sas", "srl", "spa",
	"aps", "oyj", "labs", "lab", "research", "technologies", "technology", "systems", "group", "europe", "university",
}

_words(entry) := {word | some word in regex.find_n(`[^\s,.;:()&/0-9-][^\s,.;:()&/0-9-][^\s,.;:()&/0-9-]+`, lower(_name(entry)), 20)} - _generic

_squeezed(entry) := regex.replace(lower(_name(entry)), `[\s,.;:()&/-]+`, "")

_name(entry) := sprintf("%v", [entry.fact.value])
