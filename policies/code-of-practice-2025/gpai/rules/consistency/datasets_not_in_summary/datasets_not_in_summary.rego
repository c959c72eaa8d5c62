# METADATA
# title: Datasets that the card names stand in the training summary
# description: |
#   The training summary lists the large public datasets, those above three percent of the public data of their modality, and
#   describes the others. A dataset that the model card names and the summary nowhere mentions is either small, or forgotten.
# related_resources:
# - description: Template for the public summary of training content, section 2.1
#   ref: https://digital-strategy.ec.europa.eu/en/library/explanatory-notice-and-template-public-summary-training-content-general-purpose-ai-models
# custom:
#   id: GPAI-741
#   name: datasets-not-in-summary
#   category: consistency
#   strength: law
#   requirements: [PS-2.1.b]
#   measures: []
#   articles: ["Article 53(1)(d)"]
#   level: note
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: [GPAI-201]
#   decides: false
#   remediation: |
#     Add the datasets to section 2.1 of the summary if they make up more than 3 % of the public data of their modality, else
#     mention them in the description of the other datasets.
#   examples:
#     bad:
#       README.md: |
#         ---
#         datasets:
#         - example-org/web-2024
#         - example-org/source-code
#         ---
#         # Example 7B
#         A text-generation model.
#       TRAINING_SUMMARY.md: |
#         # Public summary of training content
#
#         ## 2.1 Publicly available datasets
#         - **Publicly available datasets used:** Yes
#         - **List of large publicly available datasets:** Web 2024, https://datasets.example.org/web-2024
#     good:
#       README.md: |
#         ---
#         datasets:
#         - example-org/web-2024
#         - example-org/source-code
#         ---
#         # Example 7B
#         A text-generation model.
#       TRAINING_SUMMARY.md: |
#         # Public summary of training content
#
#         ## 2.1 Publicly available datasets
#         - **Publicly available datasets used:** Yes
#         - **List of large publicly available datasets:** Web 2024, https://datasets.example.org/web-2024
#         - **General description of other publicly available datasets:** Source Code, a small collection of free programs
#   since: 0.1.0
package gpai.rules.consistency.datasets_not_in_summary

import data.gpai.lib.answers
import data.gpai.lib.documents
import data.gpai.lib.facts
import data.gpai.lib.finding
import data.gpai.lib.passages
import data.gpai.lib.summary
import data.gpai.scope

report contains finding.with_related(
	finding.at("GPAI-741", model, entry.path, sprintf(
		"The card names datasets that the training summary does not mention: '%s'.",
		[concat("', '", unmentioned)],
	)),
	[{"message": "The summary lists its datasets here.", "at": listed[0].path}],
) if {
	some model in input.models
	scope.applies("PS-2.1.b", model)
	listed := answers.amounting(summary.readings(model, ["data.datasets"]), "stated")
	count(listed) > 0
	some entry in facts.stated_in(model, "data.datasets", {"model_card", "readme"})
	facts.own(entry)
	unmentioned := [name |
		some name in entry.fact.value
		regex.match(`^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+$`, name)
		not contains(_mentioned[model.index], _squeezed(split(name, "/")[1]))
	]
	count(unmentioned) > 0
}

# What the summaries of a model say, without spaces and marks: "Web 2024" and "web-2024" are one.
_mentioned[model.index] := said if {
	some model in input.models
	count(documents.readable(model, summary.kinds)) > 0
	said := _squeezed(concat(" ", array.concat(
		[passages.lowered(entry) | some entry in passages.of(model, summary.kinds)],
		[entry.fact.text |
			some field in ["data.datasets", "data.public_datasets_description"]
			some entry in summary.readings(model, [field])
		],
	)))
}

_squeezed(text) := regex.replace(lower(text), `[^a-z0-9]+`, "")
