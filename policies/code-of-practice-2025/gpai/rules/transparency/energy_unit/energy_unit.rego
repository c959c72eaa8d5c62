# METADATA
# title: The form states energy in megawatt hours
# description: |
#   The form asks for the training energy in MWh, so that models can be compared. Another unit in the form itself makes
#   every reader convert, and some of them wrongly.
# related_resources:
# - description: Code of Practice, Transparency chapter, Model Documentation Form
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   id: GPAI-172
#   name: form-energy-unit
#   category: transparency
#   strength: code
#   requirements: [MDF-8.1]
#   measures: ["Transparency, Measure 1.1"]
#   articles: ["Annex XI"]
#   level: note
#   confidence: medium-high
#   effective_on: 2025-08-02
#   depends_on: []
#   decides: false
#   remediation: |
#     Write the energy in MWh, as in "Training energy: 120 MWh".
#   examples:
#     bad:
#       model-documentation.yaml: |
#         model_name: Example 7B
#         training_energy: 120000 kWh
#     good:
#       model-documentation.yaml: |
#         model_name: Example 7B
#         training_energy: 120 MWh
#   since: 0.1.0
package gpai.rules.transparency.energy_unit

import data.gpai.lib.facts
import data.gpai.lib.finding
import data.gpai.scope

report contains finding.at("GPAI-172", model, entry.path, sprintf(
	"The form asks for the training energy in MWh; here stands '%s'.",
	[entry.fact.text],
)) if {
	some model in input.models
	scope.applies("MDF-8.1", model)
	some entry in facts.stated_in(model, "training.energy_mwh", {"model_documentation_form"})
	regex.match(`[0-9 ](kwh|gwh|twh|wh|gj|mj|tj|kilowatt|gigawatt)([^a-z]|-|$)`, lower(entry.fact.text))
}
