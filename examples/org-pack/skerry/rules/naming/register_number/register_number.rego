# METADATA
# title: Cards give the number of the model in our register
# description: |
#   The register says who is answerable for a model. Its number in the card leads there from every copy of the card, and
#   no two models share one.
# related_resources:
# - description: Guideline of the group on models
#   ref: https://intranet.skerry.example/guidelines/models
# custom:
#   id: SKE-105
#   name: skerry-register-number
#   category: naming
#   strength: practice
#   requirements: []
#   level: warning
#   remediation: Write the number, such as `SKM-0042`, anywhere into the card of the model.
#   examples:
#     bad:
#       README.md: |
#         ---
#         license: apache-2.0
#         ---
#         # Skerry Small
#
#         Skerry Small is a language model with 2 billion parameters.
#     good:
#       README.md: |
#         ---
#         license: apache-2.0
#         ---
#         # Skerry Small
#
#         Skerry Small is a language model with 2 billion parameters, SKM-0042 in our register.
#   since: 1.0.0
package skerry.rules.naming.register_number

import data.gpai.lib.finding
import data.skerry.terms

report contains finding.at("SKE-105", model, ["documents", card], "The card does not give the number of the model in the register.") if {
	some model in input.models
	card := _cards(model)[0]
	count(_numbers(model)) == 0
}

report contains finding.at("SKE-105", model, ["documents", card], message) if {
	some model in input.models
	card := _cards(model)[0]
	some other in input.models
	other.index < model.index
	not card in other.documents
	some number in _numbers(model) & _numbers(other)
	message := sprintf("'%s' is the number of '%s' as well.", [number, other.name])
}

_cards(model) := [d | some d in model.documents; input.documents[d].kind == "model_card"]

_numbers(model) := {number |
	some d in _cards(model)
	some section in input.documents[d].sections
	some number in regex.find_n(terms.naming.pattern, sprintf("%s\n%s", [section.title, section.text]), -1)
}
