# METADATA
# title: Contact addresses are in the Union
# description: |
#   Downstream providers and authorities write to the address in the card. Requests have to arrive with a company of the
#   group in the Union, so an address under another domain is stopped here.
# related_resources:
# - description: Guideline of the group on models
#   ref: https://intranet.skerry.example/guidelines/models
# custom:
#   id: SKE-106
#   name: skerry-union-contact
#   category: contacts
#   strength: practice
#   requirements: []
#   level: error
#   remediation: Give an address of ours, such as `documentation@skerry.example`.
#   examples:
#     bad:
#       README.md: |
#         ---
#         license: apache-2.0
#         ---
#         # Skerry Small
#
#         Skerry Small is a language model with 2 billion parameters, SKM-0042 in our register.
#
#         ## Contact
#
#         Questions on this documentation: models@skerry-labs.com
#     good:
#       README.md: |
#         ---
#         license: apache-2.0
#         ---
#         # Skerry Small
#
#         Skerry Small is a language model with 2 billion parameters, SKM-0042 in our register.
#
#         ## Contact
#
#         Questions on this documentation: models@skerry.example
#   since: 1.0.0
package skerry.rules.contacts.union_contact

import data.gpai.lib.facts
import data.gpai.lib.finding
import data.skerry.terms

report contains finding.at("SKE-106", model, entry.path, message) if {
	some model in input.models
	some entry in facts.stated(model, "provider.contact")
	some address in regex.find_n(`[a-zA-Z0-9._+-]+@[a-zA-Z0-9-]+(?:[.][a-zA-Z0-9-]+)+`, sprintf("%v", [entry.fact.value]), -1)
	not _in_union(lower(address))
	message := sprintf("The address '%s' is none in the Union.", [address])
}

_in_union(address) if {
	some domain in terms.contacts.domains[_]
	regex.match(sprintf(`[@.]%s$`, [replace(domain, ".", `\.`)]), address)
}
