# METADATA
# title: The day of placing on the Union market is known
# description: |
#   A model placed on the market before 2 August 2025 has until 2 August 2027; every later one owed everything on its first
#   day. Without the day nobody can tell which holds, and the linter takes the duties for due.
# related_resources:
# - description: AI Act, Articles 111(3) and 113
#   ref: https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   id: GPAI-622
#   name: market-date-known
#   category: law
#   strength: law
#   requirements: [LAW-DATES]
#   measures: []
#   articles: ["Article 111(3)", "Article 113"]
#   level: warning
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: []
#   decides: false
#   remediation: |
#     Set `union_market_date: YYYY-MM-DD` for the model, or state the date in the training summary (section 1.2) or the form.
#   examples:
#     bad:
#       gpai-lint.yaml: |
#         models:
#         - {path: ., gpai: true, placed_on_market: true}
#       README.md: |
#         # Example 70B
#         A language model with 70 billion parameters.
#     good:
#       gpai-lint.yaml: |
#         models:
#         - {path: ., gpai: true, union_market_date: 2025-10-01}
#       README.md: |
#         # Example 70B
#         A language model with 70 billion parameters.
#   since: 0.1.0
package gpai.rules.law.market_date

import data.gpai.lib.finding
import data.gpai.scope

report contains finding.missing("GPAI-622", model, "model.union_market_date", sprintf(
	"When the duties for this model are due cannot be told. %s",
	[scope.answers[model.index].legacy.why],
)) if {
	some model in input.models
	scope.applies("LAW-DATES", model)
	scope.answers[model.index].placed_on_market.answer == "yes"
	scope.answers[model.index].legacy.answer == "unknown"
}
