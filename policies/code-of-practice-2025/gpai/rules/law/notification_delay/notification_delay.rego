# METADATA
# title: The Commission is notified within two weeks
# description: |
#   The two weeks begin when the threshold is met or when it becomes known that it will be met, whichever is earlier, and
#   not before 2 August 2025, when the duty began to apply.
# related_resources:
# - description: AI Act, Article 52(1)
#   ref: https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   id: GPAI-605
#   name: notification-in-time
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
#     Correct the dates if they are wrong. If they are right, the notification was late: keep a record of why, and expect
#     questions from the AI Office.
#   examples:
#     bad:
#       gpai-lint.yaml: |
#         models:
#         - path: .
#           gpai: true
#           placed_on_market: true
#           training_compute_flop: 3.8e+25
#           threshold_known_date: 2025-08-20
#           notification_date: 2025-10-01
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
#           threshold_known_date: 2025-08-20
#           notification_date: 2025-08-28
#       README.md: |
#         # Example 405B
#         A language model with 405 billion parameters.
#   since: 0.1.0
package gpai.rules.law.notification_delay

import data.gpai.lib.dates
import data.gpai.lib.finding
import data.gpai.reference.dates as legal_dates
import data.gpai.reference.time_limits
import data.gpai.scope
import data.gpai.scope.settled

report contains finding.with_related(
	finding.at("GPAI-605", model, settled.declared_at(model, "notification_date"), sprintf(
		"The Commission was notified on %s, %d days after %s; at most %d are allowed.",
		[model.declared.notification_date, days, _since(model), _limit],
	)),
	[{"message": "The two weeks began here.", "at": settled.declared_at(model, "threshold_known_date")}],
) if {
	some model in input.models
	scope.applies("LAW-52", model)
	days := dates.days_between(_start(model), model.declared.notification_date)
	days > _limit
}

# Nobody notified yet, and the two weeks are over.
report contains finding.at("GPAI-605", model, settled.declared_at(model, "threshold_known_date"), sprintf(
	"No notification is recorded, %d days after %s; at most %d are allowed.",
	[days, _since(model), _limit],
)) if {
	some model in input.models
	scope.applies("LAW-52", model)
	not model.declared.notification_date
	days := dates.days_between(_start(model), input.as_of)
	days > _limit
}

_start(model) := max([model.declared.threshold_known_date, legal_dates.obligations.date])

_since(model) := "the threshold was known to be met" if model.declared.threshold_known_date >= legal_dates.obligations.date

_since(model) := sprintf("the duty began to apply on %s", [legal_dates.obligations.date]) if {
	model.declared.threshold_known_date < legal_dates.obligations.date
}

_limit := time_limits.notification.value * 7
