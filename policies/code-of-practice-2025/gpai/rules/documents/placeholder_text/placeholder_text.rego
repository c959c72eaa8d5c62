# METADATA
# title: No template text is left behind
# description: |
#   '[More Information Needed]', 'TBD' or an unrendered '{{ model_id }}' tell a reader that a question was asked and not
#   answered. Such text is evidence of nothing, and every field that it stands for counts as missing.
# related_resources:
# - description: Hugging Face, model card template
#   ref: https://huggingface.co/docs/hub/model-card-annotated
# custom:
#   id: GPAI-801
#   name: placeholder-text
#   category: documents
#   strength: practice
#   requirements: []
#   measures: ["Transparency, Measure 1.3"]
#   articles: []
#   level: warning
#   confidence: high
#   depends_on: []
#   remediation: |
#     Write the information, say why it cannot be given, or delete the heading.
#   examples:
#     bad:
#       README.md: |
#         # Example 7B
#         A language model.
#
#         ## Training data
#         [More Information Needed]
#     good:
#       README.md: |
#         # Example 7B
#         A language model.
#
#         ## Training data
#         Web text in English and French, collected until March 2025.
#   since: 0.1.0
package gpai.rules.documents.placeholder_text

import data.gpai.lib.finding

# One finding per document: a template left as it was holds dozens.
report contains finding.at_all("GPAI-801", input.models[rows[0].models[0]], places) if {
	some document, _ in input.documents
	rows := [row | some row in input.placeholders; row.document == document]
	places := [{"message": _message(row), "at": ["placeholders", i]} |
		some i, row in input.placeholders
		row.document == document
	]
	count(places) > 0
}

_message(row) := sprintf("Template text was left behind: '%s'.", [substring(row.text, 0, 60)])
