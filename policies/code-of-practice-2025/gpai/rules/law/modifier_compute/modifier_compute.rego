# METADATA
# title: A modifier keeps an estimate of the modification's compute
# description: |
#   Whoever modifies another provider's model becomes a provider when the modification takes more than a third of the
#   original's training compute. Without an estimate of it nobody can tell, the modifier included.
# related_resources:
# - description: Guidelines on the scope of the obligations for general-purpose AI models, section 3.2
#   ref: https://digital-strategy.ec.europa.eu/en/library/guidelines-scope-obligations-providers-general-purpose-ai-models-under-ai-act
# custom:
#   id: GPAI-610
#   name: modifier-compute
#   category: law
#   strength: law
#   requirements: [G-MOD]
#   measures: []
#   articles: ["Article 3(63)", "Article 53(1)"]
#   level: warning
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: []
#   remediation: |
#     Set `modification_compute_flop` for the model, and `base_model_compute_flop` or, if that cannot be known,
#     `base_model_systemic_risk`. If the model is your own, set `role: provider`.
#   examples:
#     bad:
#       gpai-lint.yaml: |
#         models:
#         - {path: ., role: modifier, base_model: other-labs/base-7b}
#       README.md: |
#         # Example Chat
#         Fine-tuned from other-labs/base-7b.
#     good:
#       gpai-lint.yaml: |
#         models:
#         - path: .
#           role: modifier
#           base_model: other-labs/base-7b
#           modification_compute_flop: 2.0e+20
#           base_model_systemic_risk: false
#       README.md: |
#         # Example Chat
#         Fine-tuned from other-labs/base-7b.
#   since: 0.1.0
package gpai.rules.law.modifier_compute

import data.gpai.lib.finding
import data.gpai.scope

report contains violation if {
	some model in input.models
	scope.applies("G-MOD", model)
	scope.answers[model.index].modifier.answer == "yes"
	scope.answers[model.index].provider_duties.answer == "unknown"
	violation := _unknown(model, scope.answers[model.index].modifier)
}

# It stands where the other model is named, so that whoever reads it sees which one is meant.
_unknown(model, modifier) := finding.missing_in(
	"GPAI-610",
	model,
	"law.modification_compute",
	modifier.evidence[0],
	concat(" ", [modifier.why, _open]),
) if {
	modifier.evidence[0][2] == "facts"
} else := finding.missing(
	"GPAI-610",
	model,
	"law.modification_compute",
	concat(" ", ["The model modifies another provider's.", _open]),
)

_open := "Whether the modification took more than a third of the original's training compute cannot be told."
