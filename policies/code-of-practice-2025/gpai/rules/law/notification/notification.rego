# METADATA
# title: The Commission is notified of a model with systemic risk
# description: |
#   Whoever provides a model that meets the threshold tells the Commission, before the training run is over if it is known
#   by then. A notification is no public document: the configuration records its day, or an attestation stands for it.
# related_resources:
# - description: AI Act, Article 52(1)
#   ref: https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   id: GPAI-604
#   name: notification-recorded
#   category: law
#   strength: law
#   requirements: [LAW-52]
#   measures: []
#   articles: ["Article 52(1)"]
#   level: error
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: []
#   remediation: |
#     Record the day in gpai-lint.yaml, `notification_date: YYYY-MM-DD` and `threshold_known_date: YYYY-MM-DD` for the
#     model, or attest the notification under `attestations` with `requirement: LAW-52`.
#   examples:
#     bad:
#       gpai-lint.yaml: |
#         models:
#         - {path: ., gpai: true, placed_on_market: true, training_compute_flop: 3.8e+25}
#       README.md: |
#         # Example 405B
#         A language model with 405 billion parameters.
#     good:
#       gpai-lint.yaml: |
#         models:
#         - path: .
#           gpai: true
#           placed_on_market: true
#           training_compute_flop: 3.8e+25
#           training_compute_method: 6 × parameters × tokens.
#           threshold_known_date: 2025-08-20
#           notification_date: 2025-08-28
#       README.md: |
#         # Example 405B
#         A language model with 405 billion parameters.
#   since: 0.1.0
package gpai.rules.law.notification

import data.gpai.lib.finding
import data.gpai.scope
import data.gpai.scope.settled

report contains finding.missing("GPAI-604", model, "law.notification_date", sprintf(
	"No notification of the Commission is recorded, though the model carries systemic risk. %s",
	[scope.answers[model.index].systemic_risk.why],
)) if {
	some model in input.models
	scope.applies("LAW-52", model)
	not model.declared.notification_date
}

# Whether two weeks were kept shows only beside the day on which the threshold was known.
met contains {"requirement": "LAW-52", "model": model.index, "at": settled.declared_at(model, key)} if {
	some model in input.models
	_notified(model)
	model.declared.threshold_known_date
	some key in ["threshold_known_date", "notification_date"]
}

# METADATA
# description: A notification whose two weeks nobody can count.
mentioned contains {"requirement": "LAW-52", "model": model.index, "at": settled.declared_at(model, "notification_date")} if {
	some model in input.models
	_notified(model)
	not model.declared.threshold_known_date
}

_notified(model) if {
	scope.applies("LAW-52", model)
	model.declared.notification_date <= input.as_of
}
