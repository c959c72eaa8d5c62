# METADATA
# title: The licence behind an open-source claim grants the four freedoms
# description: |
#   The exemption of Article 53(2) wants a licence that lets everybody access, use, modify and distribute the model. Limits
#   on commercial use, on the number of users or on redistribution, and a separate commercial licence, disqualify it. The
#   Commission names no licence: the readings are this project's.
# related_resources:
# - description: Guidelines on the scope of the obligations for general-purpose AI models, section 4.2.1
#   ref: https://digital-strategy.ec.europa.eu/en/library/guidelines-scope-obligations-providers-general-purpose-ai-models-under-ai-act
# custom:
#   id: GPAI-611
#   name: exemption-licence
#   category: law
#   strength: law
#   requirements: [G-OSS-LIC, G-OSS-FAIL, LAW-53.2]
#   measures: []
#   articles: ["Article 53(2)"]
#   level: error
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: []
#   remediation: |
#     Set `open_source: false` and prepare the documentation of Article 53(1)(a) and (b), or release the model under a
#     licence without this term.
#   examples:
#     bad:
#       gpai-lint.yaml: |
#         models:
#         - {path: ., gpai: true, placed_on_market: true, open_source: true, monetised: false}
#       README.md: |
#         ---
#         license: cc-by-nc-4.0
#         ---
#         # Example 7B
#         A language model with 7 billion parameters.
#     good:
#       gpai-lint.yaml: |
#         models:
#         - {path: ., gpai: true, placed_on_market: true, open_source: true, monetised: false}
#       README.md: |
#         ---
#         license: apache-2.0
#         ---
#         # Example 7B
#         A language model with 7 billion parameters.
#   since: 0.1.0
package gpai.rules.law.exemption_licence

import data.gpai.lib.finding
import data.gpai.lib.licences
import data.gpai.scope
import data.gpai.scope.settled

report contains finding.with_related(
	finding.at("GPAI-611", model, failing[0].path, sprintf(
		"The open-source exemption is claimed, but the licence does not carry it. %s: %s.",
		[failing[0].what, failing[0].reason],
	)),
	array.concat(
		[{"message": "The claim stands here.", "at": settled.declared_at(model, "open_source")}],
		[{"message": sprintf("This speaks against it, too: %s.", [reading.reason]), "at": reading.path} |
			some reading in array.slice(failing, 1, count(failing))
		],
	),
) if {
	some model in input.models
	model.declared.open_source
	scope.applies("LAW-53.2", model)
	failing := [reading | some reading in licences.readings[model.index]; reading.reading == "fails"]
	count(failing) > 0
}
