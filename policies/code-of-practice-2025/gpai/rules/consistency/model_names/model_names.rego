# METADATA
# title: Form and training summary are about the same model
# description: |
#   Both documents identify the model by name and version. Names without a word in common mean that one of them belongs to
#   another model, or was never adapted.
# related_resources:
# - description: Commission template for the public summary of training content, section 1.2
#   ref: https://digital-strategy.ec.europa.eu/en/library/explanatory-notice-and-template-public-summary-training-content-general-purpose-ai-models
# custom:
#   id: GPAI-724
#   name: model-names-agree
#   category: consistency
#   strength: code
#   requirements: [MDF-1.2, PS-1.2.a]
#   measures: ["Transparency, Measure 1.1"]
#   articles: ["Article 53(1)(a)", "Article 53(1)(d)"]
#   level: warning
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: []
#   remediation: |
#     Use the same name and version in both documents, or give each model documents of its own.
#   examples:
#     bad:
#       model-documentation-form.md: |
#         # Model Documentation Form
#
#         ## General information
#         Legal name for the model provider: Example Labs
#
#         Model name: Kestrel 7B
#
#         Model release date: 2025-10-01
#       training-summary.md: |
#         # Public summary of training content
#         Version of the summary: 1.0
#
#         ## 1.2 Model identification
#         Versioned model name(s): Osprey 70B
#     good:
#       model-documentation-form.md: |
#         # Model Documentation Form
#
#         ## General information
#         Legal name for the model provider: Example Labs
#
#         Model name: Kestrel 7B
#
#         Model release date: 2025-10-01
#       training-summary.md: |
#         # Public summary of training content
#         Version of the summary: 1.0
#
#         ## 1.2 Model identification
#         Versioned model name(s): Kestrel 7B
#   since: 0.1.0
package gpai.rules.consistency.model_names

import data.gpai.lib.facts
import data.gpai.lib.finding

report contains finding.with_related(
	finding.at("GPAI-724", model, public.path, sprintf(
		"The training summary is about '%s', the form about '%s'.",
		[substring(public.fact.text, 0, 80), substring(formal.fact.text, 0, 80)],
	)),
	[{"message": "The form names the model here.", "at": formal.path}],
) if {
	some model in input.models
	formal := facts.stated_in(model, "model.name", {"model_documentation_form"})[0]
	public := facts.stated_in(model, "model.name", {"training_content_summary"})[0]
	count(_words(formal)) > 0
	count(_words(public)) > 0
	count(_words(formal) & _words(public)) == 0
}

_generic := {"model", "instruct", "base", "chat", "the", "and", "version", "https", "com", "huggingface"}

_words(entry) := {word | some word in regex.find_n(`[a-z]{3,}`, lower(sprintf("%v", [entry.fact.value])), 40)} - _generic
