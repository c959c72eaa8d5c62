# METADATA
# title: Energy is reported with its method, whoever the model is for
# description: |
#   The form of the Code asks for the energy of training from some providers and for some models. The group reports it
#   for every model that it releases, and says how it was measured, so that the figures of its companies add up.
# related_resources:
# - description: Guideline of the group on models
#   ref: https://intranet.skerry.example/guidelines/models
# custom:
#   id: SKE-104
#   name: skerry-energy-reported
#   category: energy
#   strength: practice
#   requirements: []
#   level: error
#   remediation: |
#     Write the energy in MWh and how it was measured into model-documentation.yaml: `training_energy: 310 MWh` and
#     `training_energy_method: Measured at the rack for 31 days.`
#   examples:
#     bad:
#       README.md: |
#         ---
#         license: apache-2.0
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
#       model-documentation.yaml: |
#         training_energy: 310 MWh
#         training_energy_method: Measured at the rack for 31 days.
#   since: 1.0.0
package skerry.rules.energy.energy_reported

import data.gpai.lib.facts
import data.gpai.lib.finding

report contains finding.missing("SKE-104", model, "training.energy_mwh", "The energy used for training is not reported.") if {
	some model in input.models
	count(facts.numbers(model, "training.energy_mwh")) == 0
}

report contains finding.at("SKE-104", model, entry.path, "It is not said how this energy was measured.") if {
	some model in input.models
	count(facts.stated(model, "training.energy_method")) == 0
	entry := facts.numbers(model, "training.energy_mwh")[0]
}
