# METADATA
# title: Use restrictions behind an open-source claim are judged by a person
# description: |
#   Limits on use do not disqualify a licence when they are specific, aimed at significant risks to safety, security or
#   fundamental rights, proportionate and non-discriminatory. No linter can weigh that: somebody has to read the terms and
#   sign off the result.
# related_resources:
# - description: Guidelines on the scope of the obligations for general-purpose AI models, section 4.2.1
#   ref: https://digital-strategy.ec.europa.eu/en/library/guidelines-scope-obligations-providers-general-purpose-ai-models-under-ai-act
# custom:
#   id: GPAI-612
#   name: exemption-licence-review
#   category: law
#   strength: law
#   requirements: [G-OSS-OK]
#   measures: []
#   articles: ["Article 53(2)"]
#   level: note
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: [GPAI-611]
#   decides: false
#   remediation: |
#     Have the terms read against section 4.2.1 of the guidelines and attest the result with `requirement: G-OSS-OK`.
#   examples:
#     bad:
#       gpai-lint.yaml: |
#         models:
#         - {path: ., gpai: true, placed_on_market: true, open_source: true, monetised: false}
#       README.md: |
#         ---
#         license: openrail
#         ---
#         # Example Diffusion
#         An image model.
#     good:
#       gpai-lint.yaml: |
#         models:
#         - {path: ., gpai: true, placed_on_market: true, open_source: true, monetised: false}
#       README.md: |
#         ---
#         license: apache-2.0
#         ---
#         # Example Diffusion
#         An image model.
#   since: 0.1.0
package gpai.rules.law.exemption_licence_review

import data.gpai.lib.attestations
import data.gpai.lib.finding
import data.gpai.lib.licences
import data.gpai.scope

report contains finding.at("GPAI-612", model, doubtful[0].path, sprintf(
	"The open-source exemption is claimed, and a person has to judge whether the licence carries it. %s: %s.",
	[doubtful[0].what, doubtful[0].reason],
)) if {
	some model in input.models
	model.declared.open_source
	scope.applies("LAW-53.2", model)
	doubtful := [reading | some reading in licences.readings[model.index]; reading.reading == "review"]
	count(doubtful) > 0
	count(attestations.valid("G-OSS-OK", model)) == 0
}
