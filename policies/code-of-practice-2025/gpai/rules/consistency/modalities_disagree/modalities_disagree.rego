# METADATA
# title: Modalities agree
# description: |
#   Form and training summary name the modalities of the training data, form and metadata those of the model. The lists
#   have to match: a modality that is missing from one of them is either forgotten or wrong in the other.
# related_resources:
# - description: Commission template for the public summary of training content, section 1.3
#   ref: https://digital-strategy.ec.europa.eu/en/library/explanatory-notice-and-template-public-summary-training-content-general-purpose-ai-models
# custom:
#   id: GPAI-707
#   name: modalities-disagree
#   category: consistency
#   strength: code
#   requirements: [MDF-2.3, MDF-2.5, MDF-6.1, PS-1.3.a]
#   measures: ["Transparency, Measure 1.1"]
#   articles: ["Article 53(1)(a)", "Article 53(1)(d)"]
#   level: warning
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: []
#   remediation: |
#     Name the same modalities in the form, the training summary and the card's metadata.
#   examples:
#     bad:
#       model-documentation-form.md: |
#         # Model Documentation Form
#
#         ## Information on data
#         Data type and modality: ☒ Text ☐ Image
#
#         Data curation methodology: deduplication and filtering
#       training-summary.md: |
#         # Public summary of training content
#         Version of the summary: 1.0
#
#         ## 1.3 Modalities, overall training data size and other characteristics
#         Modality
#
#         ☒ Text
#
#         ☒ Image
#
#         ☐ Audio
#
#         ☐ Video
#     good:
#       model-documentation-form.md: |
#         # Model Documentation Form
#
#         ## Information on data
#         Data type and modality: ☒ Text ☒ Image
#
#         Data curation methodology: deduplication and filtering
#       training-summary.md: |
#         # Public summary of training content
#         Version of the summary: 1.0
#
#         ## 1.3 Modalities, overall training data size and other characteristics
#         Modality
#
#         ☒ Text
#
#         ☒ Image
#
#         ☐ Audio
#
#         ☐ Video
#   since: 0.1.0
package gpai.rules.consistency.modalities_disagree

import data.gpai.lib.agreement
import data.gpai.lib.facts
import data.gpai.lib.finding

# Of the training data: both documents ask for all modalities, so the lists are equal.
report contains finding.with_requirements(
	finding.with_related(
		finding.at("GPAI-707", model, formal.path, sprintf(
			"The form names '%s' as modalities of the training data, the training summary '%s'.",
			[_listed(formal), _listed(public)],
		)),
		[{"message": sprintf("Here they are '%s'.", [_listed(public)]), "at": public.path}],
	),
	["MDF-6.1", "PS-1.3.a"],
) if {
	some model in input.models
	formal := _in(model, "data.modalities", "model_documentation_form")
	public := _in(model, "data.modalities", "training_content_summary")
	_names(formal) != _names(public)
}

# Of the model: metadata name one task, so that they may say less than the form, but not more.
report contains finding.with_requirements(
	finding.with_related(
		finding.at("GPAI-707", model, formal.path, sprintf(
			"The form names '%s' as %s modalities, '%s' also '%s'.",
			[_listed(formal), side.name, agreement.source(entry), concat("', '", sort([name | some name in more]))],
		)),
		[{"message": sprintf("Here they are '%s'.", [_listed(entry)]), "at": entry.path}],
	),
	[side.requirement],
) if {
	some model in input.models
	some side in [
		{"field": "model.input_modalities", "name": "input", "requirement": "MDF-2.3"},
		{"field": "model.output_modalities", "name": "output", "requirement": "MDF-2.5"},
	]
	formal := _in(model, side.field, "model_documentation_form")
	some entry in facts.stated(model, side.field)
	is_array(entry.fact.value)
	startswith(entry.fact.location.anchor, "/")
	more := _names(entry) - _names(formal)
	count(more) > 0
}

# What was read as the answer to the form's own question comes before what its text says elsewhere.
_in(model, field, kind) := array.concat(
	[entry | some entry in _listed_in(model, field, kind); _answers_an_item(entry)],
	[entry | some entry in _listed_in(model, field, kind)],
)[0]

_listed_in(model, field, kind) := [entry |
	some entry in facts.stated_in(model, field, {kind})
	is_array(entry.fact.value)
	count(entry.fact.value) > 0
]

_answers_an_item(entry) if regex.match(`/(PS|MDF)-[0-9]`, entry.fact.location.anchor)

_names(entry) := {lower(name) | some name in entry.fact.value}

_listed(entry) := concat(", ", sort([name | some name in _names(entry)]))
