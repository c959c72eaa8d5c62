# METADATA
# title: A compute figure comes with the way it was estimated
# description: |
#   Any method is fine that stays within 30 % in the provider's best judgement, but the figure alone cannot be checked:
#   the approach, its inputs and its approximations belong beside it. A notification without them is incomplete.
# related_resources:
# - description: Guidelines on the scope of the obligations for general-purpose AI models, Annex A.2
#   ref: https://digital-strategy.ec.europa.eu/en/library/guidelines-scope-obligations-providers-general-purpose-ai-models-under-ai-act
# custom:
#   id: GPAI-607
#   name: compute-method
#   category: law
#   strength: law
#   requirements: [G-COMPUTE-HOW]
#   measures: []
#   articles: ["Article 51(2)"]
#   level: warning
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: []
#   remediation: |
#     Say how the figure was reached, in the documentation or as `training_compute_method`: for instance
#     "6 × 70e9 parameters × 15e12 tokens; fine-tuning adds less than 1 %".
#   examples:
#     bad:
#       gpai-lint.yaml: |
#         models:
#         - {path: ., gpai: true, training_compute_flop: 6.3e+24}
#       README.md: |
#         # Example 70B
#         A language model with 70 billion parameters.
#     good:
#       gpai-lint.yaml: |
#         models:
#         - path: .
#           gpai: true
#           training_compute_flop: 6.3e+24
#           training_compute_method: 6 × 70e9 parameters × 15e12 tokens.
#       README.md: |
#         # Example 70B
#         A language model with 70 billion parameters.
#   since: 0.1.0
package gpai.rules.law.compute_method

import data.gpai.lib.facts
import data.gpai.lib.finding
import data.gpai.scope
import data.gpai.scope.compute
import data.gpai.scope.settled

report contains finding.at(
	"GPAI-607",
	model,
	compute.best[model.index].evidence[0],
	"The training compute is given without the method by which it was estimated.",
) if {
	some model in input.models
	scope.applies("G-COMPUTE-HOW", model)
	compute.best[model.index].how in {"declared", "stated"}
	not _method(model)
}

met contains {"requirement": "G-COMPUTE-HOW", "model": model.index, "at": entry.path} if {
	some model in input.models
	compute.best[model.index].how in {"declared", "stated"}
	some entry in facts.stated(model, "training.compute_method")
}

met contains {
	"requirement": "G-COMPUTE-HOW",
	"model": model.index,
	"at": settled.declared_at(model, "training_compute_method"),
} if {
	some model in input.models
	compute.best[model.index].how in {"declared", "stated"}
	model.declared.training_compute_method
}

_method(model) if facts.covered(model, "training.compute_method")

_method(model) if model.declared.training_compute_method
