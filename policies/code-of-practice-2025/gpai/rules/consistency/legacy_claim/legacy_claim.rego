# METADATA
# title: Only a model from before 2 August 2025 leaves gaps as a legacy model
# description: |
#   For models that were on the market before the duties applied, information that cannot be given despite best efforts may
#   be left out if that is said and justified. A later model has no such way out; a gap that is excused by it is a gap.
# related_resources:
# - description: AI Act, Article 111(3), and Guidelines, section 5.3
#   ref: https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   id: GPAI-718
#   name: legacy-claim
#   category: consistency
#   strength: law
#   requirements: [LAW-DATES, G-LEGACY]
#   measures: []
#   articles: ["Article 111(3)"]
#   level: warning
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: []
#   decides: false
#   remediation: |
#     Give the information, or correct the Union market date if the model was on the market before 2 August 2025.
#   examples:
#     bad:
#       gpai-lint.yaml: |
#         models:
#         - {path: ., union_market_date: 2026-02-01}
#       training-summary.md: |
#         # Public summary of training content
#         Version of the summary: 1.0
#
#         ## 2.1 Publicly available datasets
#         As the model was placed on the market before 2 August 2025, this information is not available.
#     good:
#       gpai-lint.yaml: |
#         models:
#         - {path: ., union_market_date: 2024-02-01}
#       training-summary.md: |
#         # Public summary of training content
#         Version of the summary: 1.0
#
#         ## 2.1 Publicly available datasets
#         As the model was placed on the market before 2 August 2025, this information is not available.
#   since: 0.1.0
package gpai.rules.consistency.legacy_claim

import data.gpai.lib.finding
import data.gpai.lib.passages
import data.gpai.scope

report contains finding.with_related(
	finding.at("GPAI-718", model, claim.path, sprintf(
		"The text leaves something out because the model was on the market before 2 August 2025, but it was not. %s",
		[scope.answers[model.index].legacy.why],
	)),
	[{"message": "The date stands here.", "at": path} | some path in scope.answers[model.index].legacy.evidence],
) if {
	some model in input.models
	scope.answers[model.index].legacy.answer == "no"
	some claim in _claims(model)
}

met contains {"requirement": "G-LEGACY", "model": model.index, "at": claim.path} if {
	some model in input.models
	scope.answers[model.index].legacy.answer == "yes"
	some claim in _claims(model)
}

_claims(model) := passages.matching_all(model, {"training_content_summary", "copyright_policy"}, [
	`before (2|2nd|the 2nd of|02) august 2025|before august 2,? 2025|prior to (2 august|august 2,?) 2025|legacy model`,
	`not (be )?(available|possible|recorded|provided|retained)|cannot|unavailable|disproportionate|best efforts`,
])
