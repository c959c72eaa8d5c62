# METADATA
# title: The form gives the largest input and output for each modality
# description: |
#   The form asks for the maximum size of each modality that was ticked, or "N/A" where none is defined. A context length
#   alone tells integrators nothing about the images or recordings that the model takes.
# related_resources:
# - description: Code of Practice, Transparency chapter, Model Documentation Form
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   id: GPAI-175
#   name: form-size-per-modality
#   category: transparency
#   strength: code
#   requirements: [MDF-2.4, MDF-2.6]
#   measures: ["Transparency, Measure 1.1"]
#   articles: ["Annex XI", "Annex XII"]
#   level: note
#   confidence: medium
#   effective_on: 2025-08-02
#   depends_on: []
#   decides: false
#   remediation: |
#     Add the maximum of each modality, as in `max_input: {text: 32768 tokens, image: 1024 x 1024 pixels}`, or "N/A" for one
#     that has none.
#   examples:
#     bad:
#       README.md: |
#         # Example 7B
#         A multimodal model.
#       model-documentation.yaml: |
#         version: 1
#         input_modalities: [text, image]
#         max_input: {text: 32768 tokens}
#     good:
#       README.md: |
#         # Example 7B
#         A multimodal model.
#       model-documentation.yaml: |
#         version: 1
#         input_modalities: [text, image]
#         max_input: {text: 32768 tokens, image: 1024 x 1024 pixels}
#   since: 0.1.0
package gpai.rules.transparency.size_per_modality

import data.gpai.lib.facts
import data.gpai.lib.finding
import data.gpai.scope

_items := {
	"MDF-2.4": {"modalities": "model.input_modalities", "size": "model.context_length", "what": "input"},
	"MDF-2.6": {"modalities": "model.output_modalities", "size": "model.max_output", "what": "output"},
}

report contains finding.with_requirements(
	finding.at("GPAI-175", model, sizes[0].path, sprintf(
		"The form gives the largest %s, but not that of '%s' (%s).",
		[item.what, concat("', '", open), id],
	)),
	[id],
) if {
	some model in input.models
	some id, item in _items
	scope.applies(id, model)
	sizes := facts.stated_in(model, item.size, _form_kinds)
	count(sizes) > 0
	open := sort(_ticked(model, item) - _sized(sizes))
	count(open) > 0
}

_form_kinds := {"model_documentation_form"}

# The size without the name of a modality is that of text, of which every model that has it is asked.
_ticked(model, item) := {modality |
	some entry in facts.stated_in(model, item.modalities, _form_kinds)
	some modality in entry.fact.value
	modality in {"image", "audio", "video"}
}

_sized(sizes) := {modality |
	some modality in {"image", "audio", "video"}
	some entry in sizes
	contains(lower(concat(" ", [entry.fact.variant, entry.fact.text])), modality)
}
