# METADATA
# title: A provider outside the Code shows other adequate means
# description: |
#   The Code is one way to show compliance, not the only one. Whoever did not sign a chapter shows by other adequate means
#   that the law is met; a gap analysis that sets the own measures beside the Code's is what the guidelines suggest. Other
#   means may do, so its absence leaves the verdict open.
# related_resources:
# - description: Guidelines on the scope of the obligations for general-purpose AI models, section 5.1
#   ref: https://digital-strategy.ec.europa.eu/en/library/guidelines-scope-obligations-providers-general-purpose-ai-models-under-ai-act
# custom:
#   id: GPAI-617
#   name: gap-analysis
#   category: law
#   strength: law
#   requirements: [G-ADEQ, LAW-53.4]
#   measures: []
#   articles: ["Article 53(4)", "Article 55(2)"]
#   level: warning
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: []
#   decides: false
#   remediation: |
#     Write a document that sets each Measure of the chapters you did not sign beside what you do instead, and name it in
#     gpai-lint.yaml, `documents: {gap_analysis: PATH}`; if it is kept elsewhere, attest it with `requirement: LAW-53.4`.
#   examples:
#     bad:
#       gpai-lint.yaml: |
#         provider: {name: Example Labs, country: FR, signatory: false}
#         models:
#         - {path: ., gpai: true, placed_on_market: true}
#       README.md: |
#         # Example 7B
#         A language model with 7 billion parameters.
#     good:
#       gpai-lint.yaml: |
#         provider: {name: Example Labs, country: FR, signatory: true}
#         models:
#         - {path: ., gpai: true, placed_on_market: true}
#       README.md: |
#         # Example 7B
#         A language model with 7 billion parameters.
#   since: 0.1.0
package gpai.rules.law.gap_analysis

import data.gpai.lib.documents
import data.gpai.lib.finding
import data.gpai.scope

report contains finding.missing("GPAI-617", model, "law.gap_analysis", sprintf(
	"The provider did not sign the %s of the Code, and no gap analysis shows how the law is met instead.",
	[_named(unsigned)],
)) if {
	some model in input.models
	scope.applies("G-ADEQ", model)
	unsigned := [chapter.name |
		some chapter in _chapters(model)
		scope.answers[model.index][chapter.question].answer == "no"
	]
	count(unsigned) > 0
	not documents.any(model, {"gap_analysis"})
}

met contains {"requirement": requirement, "model": model.index, "at": entry.path} if {
	some model in input.models
	some entry in documents.of(model, {"gap_analysis"})
	some requirement in ["G-ADEQ", "LAW-53.4"]
}

# Whoever signed every chapter that concerns the model relies on the Code.
met contains {"requirement": requirement, "model": model.index, "at": path} if {
	some model in input.models
	every chapter in _chapters(model) {
		scope.answers[model.index][chapter.question].answer == "yes"
	}
	some chapter in _chapters(model)
	some path in scope.answers[model.index][chapter.question].evidence
	some requirement in ["G-ADEQ", "LAW-53.4"]
}

# The chapters that concern the model: the exemption takes the first away, the last is for systemic risk alone.
_chapters(model) := [chapter |
	some chapter in [
		{"question": "signatory_transparency", "name": "Transparency chapter", "requirement": "T-1.1.a"},
		{"question": "signatory_copyright", "name": "Copyright chapter", "requirement": "C-1.1(1)"},
		{"question": "signatory_safety_security", "name": "Safety and Security chapter", "requirement": "S-1"},
	]
	scope.applies(chapter.requirement, model)
]

_named(names) := names[0] if {
	count(names) == 1
} else := sprintf("%s and the %s", [concat(", the ", array.slice(names, 0, count(names) - 1)), names[count(names) - 1]])
