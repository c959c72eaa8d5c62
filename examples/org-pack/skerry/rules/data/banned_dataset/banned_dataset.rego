# METADATA
# title: No banned dataset was used
# description: |
#   Some datasets must not go into our models, whatever their licence says. The rule looks at the names of datasets in
#   the front matter of cards, in their tables and in training summaries.
# related_resources:
# - description: Guideline of the group on models
#   ref: https://intranet.skerry.example/guidelines/models
# custom:
#   id: SKE-103
#   name: skerry-banned-dataset
#   category: data
#   strength: practice
#   requirements: []
#   level: error
#   remediation: Train without the dataset, or, if it was never used, take its name out of the list of datasets.
#   examples:
#     bad:
#       README.md: |
#         ---
#         license: apache-2.0
#         datasets:
#         - skerry/web-text
#         - archive/example-shadow-library
#         ---
#         # Skerry Small
#
#         Skerry Small is a language model with 2 billion parameters, SKM-0042 in our register.
#     good:
#       README.md: |
#         ---
#         license: apache-2.0
#         datasets:
#         - skerry/web-text
#         ---
#         # Skerry Small
#
#         Skerry Small is a language model with 2 billion parameters, SKM-0042 in our register.
#   since: 1.0.0
package skerry.rules.data.banned_dataset

import data.gpai.lib.facts
import data.gpai.lib.finding
import data.skerry.terms

report contains finding.at("SKE-103", model, entry.path, message) if {
	some model in input.models
	some entry in facts.stated(model, "data.datasets")
	some banned in terms.datasets.banned
	regex.match(banned.pattern, lower(_text(entry.fact.value)))
	message := sprintf("The dataset '%s' is banned: %s.", [banned.name, banned.why])
}

_text(value) := concat("\n", [name | some name in value; is_string(name)]) if is_array(value)

_text(value) := value if is_string(value)
