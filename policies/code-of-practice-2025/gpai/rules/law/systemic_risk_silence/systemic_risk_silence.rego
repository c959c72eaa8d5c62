# METADATA
# title: The safety documents speak of each duty of systemic-risk models
# description: |
#   Whoever writes a safety framework or a model report and leaves one of the duties of Article 55(1) out of all of them has
#   probably forgotten it. Silence does not show that the duty is unmet, and words do not show that it is met: the verdict
#   rests on the items of the Code that spell the duty out.
# related_resources:
# - description: AI Act, Article 55(1) and Annex XI, section 2
#   ref: https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   rows: true
#   category: law
#   strength: law
#   measures: []
#   level: warning
#   confidence: high
#   decides: false
#   effective_on: 2025-08-02
#   depends_on: []
#   since: 0.1.0
package gpai.rules.law.systemic_risk_silence

import data.gpai.lib.documents
import data.gpai.lib.finding
import data.gpai.lib.passages
import data.gpai.scope

report contains finding.at(row.id, model, sections[0].path, sprintf(
	"The safety documents say nothing of %s.",
	[row.subject],
)) if {
	some model in input.models
	some row in data.gpai.rules.law.systemic_risk_silence.rows
	some requirement in row.requirements
	scope.applies(requirement, model)
	sections := passages.of(model, _written)
	count(sections) > 0
	not _kept_elsewhere(model)
	count(passages.matching(model, _speaking, row.patterns)) == 0
}

_written := ["safety_framework", "model_report", "safety_documentation"]

# What the card or a public summary says counts as well.
_speaking := array.concat(_written, ["model_card", "readme", "framework_public_summary", "model_report_public_summary", "model_documentation_form", "security_policy"])

# A document that nobody can read here may say it.
_kept_elsewhere(model) if {
	some entry in documents.of(model, _speaking)
	not entry.document.readable
}
