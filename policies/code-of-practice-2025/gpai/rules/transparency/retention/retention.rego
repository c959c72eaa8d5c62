# METADATA
# title: Documentation is kept for ten years
# description: |
#   Earlier versions of the documentation are kept until ten years after the model was placed on the market, so that the
#   AI Office can see what was known when. A shorter period breaks the commitment the day it is followed. Who keeps the
#   form in the repository can say the period there.
# related_resources:
# - description: Code of Practice, Transparency chapter, Measure 1.1
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   id: GPAI-104
#   name: model-documentation-retention
#   category: transparency
#   strength: code
#   requirements: [T-1.1.c]
#   measures: ["Transparency, Measure 1.1"]
#   articles: ["Article 53(1)(a)"]
#   level: error
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: [GPAI-101]
#   remediation: |
#     Write into a retention policy or the form: "Each version of the model documentation is kept for ten years after the
#     model was placed on the market", or attest it in gpai-lint.yaml.
#   examples:
#     bad:
#       README.md: |
#         # Example 7B
#
#         A text model with 7.3 billion parameters.
#       RETENTION.md: |
#         # Document retention
#         Earlier versions of the model documentation are kept for three years.
#     good:
#       README.md: |
#         # Example 7B
#
#         A text model with 7.3 billion parameters.
#       RETENTION.md: |
#         # Document retention
#         Earlier versions of the model documentation are kept for ten years after the model was placed on the market.
#   since: 0.1.0
package gpai.rules.transparency.retention

import data.gpai.lib.durations
import data.gpai.lib.finding
import data.gpai.lib.passages
import data.gpai.reference.time_limits
import data.gpai.scope

_kinds := {"retention_policy", "model_documentation_form", "model_card", "readme", "applicability_decision"}

report contains finding.at("GPAI-104", model, statement.path, sprintf(
	"The model documentation is to be kept for '%s'; the Code asks for ten years from placing on the market.",
	[statement.period.text],
)) if {
	some model in input.models
	scope.applies("T-1.1.c", model)
	some statement in _statements(model)
	durations.falls_short(statement.period.days, _minimum)
	not _long_enough(model)
}

met contains {"requirement": "T-1.1.c", "model": model.index, "at": statement.path} if {
	some model in input.models
	some statement in _statements(model)
	not durations.falls_short(statement.period.days, _minimum)
}

_minimum := durations.days(time_limits.documentation_retention.value, time_limits.documentation_retention.unit)

_long_enough(model) if {
	some statement in _statements(model)
	not durations.falls_short(statement.period.days, _minimum)
}

# The periods in sentences about keeping the documentation.
_statements(model) := [{"path": entry.path, "period": period} |
	some entry in passages.matching(model, _kinds, [`retain|retention|kept for|keep|archiv|stored for`])
	some sentence in split(lower(entry.section.text), ". ")
	regex.match(`retain|retention|kept|keep|archiv|stored`, sentence)
	regex.match(`documentation|documents|versions? of the form|records`, concat(" ", [lower(entry.section.title), sentence]))
	not regex.match(`incident|personal data|user data|prompts|conversations|logs`, sentence)
	some period in durations.in_text(sentence)
]
