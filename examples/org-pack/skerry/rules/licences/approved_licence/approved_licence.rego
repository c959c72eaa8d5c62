# METADATA
# title: Models are released under an approved licence
# description: |
#   Legal has read a short list of licences. Any other one has to be read before a model is released under it, so a card
#   or a licence file that names another one is stopped here.
# related_resources:
# - description: Guideline of the group on models
#   ref: https://intranet.skerry.example/guidelines/models
# custom:
#   id: SKE-101
#   name: skerry-approved-licence
#   category: licences
#   strength: practice
#   requirements: []
#   level: error
#   remediation: Name an approved licence in the card and put its text into LICENSE, or ask legal to add yours to the list.
#   examples:
#     bad:
#       README.md: |
#         ---
#         license: cc-by-nc-4.0
#         ---
#         # Skerry Small
#
#         Skerry Small is a language model with 2 billion parameters, SKM-0042 in our register.
#     good:
#       README.md: |
#         ---
#         license: apache-2.0
#         ---
#         # Skerry Small
#
#         Skerry Small is a language model with 2 billion parameters, SKM-0042 in our register.
#   since: 1.0.0
package skerry.rules.licences.approved_licence

import data.gpai.lib.facts
import data.gpai.lib.finding
import data.skerry.terms

report contains finding.at("SKE-101", model, entry.path, message) if {
	some model in input.models
	some entry in facts.stated(model, "distribution.licence")
	is_string(entry.fact.value)
	not entry.fact.value in terms.licences.approved
	message := sprintf("The licence '%s' is none that the company has approved.", [entry.fact.value])
}
