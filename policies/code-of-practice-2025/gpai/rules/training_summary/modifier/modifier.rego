# METADATA
# title: The summary of a modified model names the model that was modified
# description: |
#   Who modifies another provider's model and becomes provider of the result summarises the content used for the
#   modification alone, and names the modified model with a link to its summary, so that readers find the rest.
# related_resources:
# - description: Explanatory notice and template
#   ref: https://digital-strategy.ec.europa.eu/en/library/explanatory-notice-and-template-public-summary-training-content-general-purpose-ai-models
# custom:
#   id: GPAI-205
#   name: training-summary-modified-model
#   category: training_summary
#   strength: law
#   requirements: [PS-0.e, G-MOD-LIM]
#   measures: []
#   articles: ["Article 53(1)(d)"]
#   level: error
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: [GPAI-201]
#   remediation: |
#     Fill in "Model dependencies" with the name and version of the modified model and a link to its summary.
#   examples:
#     bad:
#       gpai-lint.yaml: |
#         models:
#         - {path: ., role: modifier, placed_on_market: true, gpai: true, modification_compute_flop: 5.0e+23, base_model_compute_flop: 9.0e+23}
#       README.md: |
#         # Example 7B
#
#         A text model.
#       TRAINING_SUMMARY.md: |
#         # Public summary of training content
#
#         Version of the Summary: 1.0
#
#         Model dependencies: None
#     good:
#       gpai-lint.yaml: |
#         models:
#         - {path: ., role: modifier, placed_on_market: true, gpai: true, modification_compute_flop: 5.0e+23, base_model_compute_flop: 9.0e+23}
#       README.md: |
#         # Example 7B
#
#         A text model.
#       TRAINING_SUMMARY.md: |
#         # Public summary of training content
#
#         Version of the Summary: 1.0
#
#         Model dependencies: Sample 7B v2, https://example.com/sample-7b/training-summary
#   since: 0.1.0
package gpai.rules.training_summary.modifier

import data.gpai.lib.answers
import data.gpai.lib.documents
import data.gpai.lib.finding
import data.gpai.lib.summary
import data.gpai.scope

report contains finding.at(
	"GPAI-205",
	model,
	_place(model),
	"The model is a modification of another one, but its training summary does not name the model that was modified.",
) if {
	some model in input.models
	scope.applies("PS-0.e", model)
	scope.answers[model.index].modifier.answer == "yes"
	count(documents.readable(model, summary.kinds)) > 0
	count(_named(model)) == 0
}

# The modified model may have no summary to link to, so this says nothing on the requirement.
report contains finding.with_requirements(
	finding.capped(
		finding.at(
			"GPAI-205",
			model,
			_named(model)[0].path,
			"The training summary names the modified model without a link to that model's own summary.",
		),
		"note",
	),
	[],
) if {
	some model in input.models
	scope.applies("PS-0.e", model)
	scope.answers[model.index].modifier.answer == "yes"
	count(_named(model)) > 0
	every entry in _named(model) {
		not regex.match(`https?://|www\.`, lower(entry.fact.text))
	}
}

# The summary of a modification covers the change, and says of what: the name of the original is its first word.
met contains {"requirement": requirement, "model": model.index, "at": entry.path} if {
	some model in input.models
	scope.answers[model.index].modifier.answer == "yes"
	some entry in _named(model)
	some requirement in {"PS-0.e", "G-MOD-LIM"}
}

inapplicable contains {"requirement": "PS-0.e", "model": model.index, "at": ["models", model.index], "why": scope.answers[model.index].modifier.why} if {
	some model in input.models
	scope.answers[model.index].modifier.answer == "no"
}

_named(model) := [entry |
	some entry in answers.amounting(summary.readings(model, ["model.base_model"]), "stated")
	entry.fact.value != []
]

_place(model) := readings[0].path if {
	readings := summary.readings(model, ["model.base_model"])
	count(readings) > 0
} else := documents.readable(model, summary.kinds)[0].path
