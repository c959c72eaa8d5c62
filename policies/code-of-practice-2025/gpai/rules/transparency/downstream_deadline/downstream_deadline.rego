# METADATA
# title: Requests of downstream providers are answered within 14 days
# description: |
#   Downstream providers who ask for further information get it within a reasonable time and at the latest 14 days after
#   the request, save in exceptional circumstances. A longer stated time breaks the commitment.
# related_resources:
# - description: Code of Practice, Transparency chapter, Measure 1.2
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   id: GPAI-106
#   name: downstream-deadline
#   category: transparency
#   strength: code
#   requirements: [T-1.2.d]
#   measures: ["Transparency, Measure 1.2"]
#   articles: ["Article 53(1)(b)"]
#   level: error
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: [GPAI-101]
#   remediation: |
#     Promise an answer within 14 calendar days, as in "Requests by downstream providers are answered within 14 days".
#   examples:
#     bad:
#       README.md: |
#         # Example 7B
#
#         A text model with 7.3 billion parameters.
#
#         ## Documentation requests
#
#         Downstream providers who ask for documentation get an answer within 30 days.
#     good:
#       README.md: |
#         # Example 7B
#
#         A text model with 7.3 billion parameters.
#
#         ## Documentation requests
#
#         Downstream providers who ask for documentation get an answer within 14 days.
#   since: 0.1.0
package gpai.rules.transparency.downstream_deadline

import data.gpai.lib.durations
import data.gpai.lib.finding
import data.gpai.lib.passages
import data.gpai.reference.time_limits
import data.gpai.scope

_kinds := {"model_card", "readme", "model_documentation_form", "terms_of_service"}

report contains finding.at("GPAI-106", model, statement.path, sprintf(
	"Downstream providers are promised an answer within '%s'; the Code allows 14 days at the most.",
	[statement.period.text],
)) if {
	some model in input.models
	scope.applies("T-1.2.d", model)
	some statement in _statements(model)
	durations.exceeds(statement.period.days, _limit)
}

met contains {"requirement": "T-1.2.d", "model": model.index, "at": statement.path} if {
	some model in input.models
	some statement in _statements(model)
	not durations.exceeds(statement.period.days, _limit)
}

_limit := durations.days(time_limits.downstream_request.value, time_limits.downstream_request.unit)

# The periods in sentences about requests for documentation.
_statements(model) := [{"path": entry.path, "period": period} |
	some entry in passages.matching_all(model, _kinds, [`request`, `documentation|information`])
	some sentence in split(lower(entry.section.text), ". ")
	regex.match(`request|ask|answer|respond|repl(y|ies)`, sentence)
	regex.match(`downstream|documentation|information`, sentence)
	not regex.match(`copyright|rightsholder|complaint|security|vulnerabilit|ai office|authorit`, sentence)
	some period in durations.in_text(sentence)
]
