# METADATA
# title: A model card says something in words
# description: |
#   Metadata alone name a licence and a base model; what the model is for, what it cannot do and how it was made needs text.
# related_resources:
# - description: Hugging Face, model cards
#   ref: https://huggingface.co/docs/hub/model-cards
# custom:
#   id: GPAI-807
#   name: card-without-text
#   category: documents
#   strength: practice
#   requirements: []
#   measures: ["Transparency, Measure 1.2"]
#   articles: []
#   level: warning
#   confidence: high
#   depends_on: []
#   remediation: |
#     Describe the model: intended use, limitations, training, data, evaluation.
#   examples:
#     bad:
#       README.md: |
#         ---
#         license: apache-2.0
#         pipeline_tag: text-generation
#         base_model: example/example-7b
#         ---
#     good:
#       README.md: |
#         ---
#         license: apache-2.0
#         pipeline_tag: text-generation
#         ---
#         # Example 7B
#         A language model for English and French. It invents facts and should not be used for legal advice.
#   since: 0.1.0
package gpai.rules.documents.card_without_text

import data.gpai.lib.finding

report contains finding.at(
	"GPAI-807",
	input.models[document.models[0]],
	["documents", d],
	"The model card holds metadata and hardly a word of text.",
) if {
	some d, document in input.documents
	document.kind == "model_card"
	document.readable
	sum([count(trim_space(section.text)) | some section in document.sections]) < 40
}
