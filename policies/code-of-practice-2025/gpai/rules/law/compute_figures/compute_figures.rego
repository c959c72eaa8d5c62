# METADATA
# title: The notified compute has two significant figures
# description: |
#   A notification gives the estimated training compute in FLOP to two significant figures, so that its distance from the
#   threshold can be seen: '10^25' or '4e25' does not tell 3.6 from 4.4.
# related_resources:
# - description: Guidelines on the scope of the obligations for general-purpose AI models, section 2.3.2
#   ref: https://digital-strategy.ec.europa.eu/en/library/guidelines-scope-obligations-providers-general-purpose-ai-models-under-ai-act
# custom:
#   id: GPAI-606
#   name: compute-figures
#   category: law
#   strength: law
#   requirements: [G-NOTIFY]
#   measures: []
#   articles: ["Article 52(1)"]
#   level: warning
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: []
#   remediation: |
#     Write the figure as it was notified, with two significant figures: `3.8e25 FLOP`.
#   examples:
#     bad:
#       gpai-lint.yaml: |
#         models:
#         - {path: ., gpai: true, placed_on_market: true, notification_date: 2025-08-28}
#       README.md: |
#         # Example 405B
#         A language model.
#
#         **Training compute:** 4e25 FLOP
#     good:
#       gpai-lint.yaml: |
#         models:
#         - {path: ., gpai: true, placed_on_market: true, notification_date: 2025-08-28}
#       README.md: |
#         # Example 405B
#         A language model.
#
#         **Training compute:** 3.8e25 FLOP
#   since: 0.1.0
package gpai.rules.law.compute_figures

import data.gpai.lib.facts
import data.gpai.lib.finding
import data.gpai.lib.numbers as numerals
import data.gpai.reference.thresholds
import data.gpai.scope

report contains finding.at("GPAI-606", model, entry.path, sprintf(
	"The training compute '%s' shows %d significant figure, but its notification needs %d.",
	[entry.fact.text, figures, thresholds.notification_figures.value],
)) if {
	some model in input.models
	scope.applies("G-NOTIFY", model)
	some entry in _stated(model)
	figures := _figures(entry.fact.text)
	figures < thresholds.notification_figures.value
}

met contains {"requirement": "G-NOTIFY", "model": model.index, "at": entry.path} if {
	some model in input.models
	scope.applies("G-NOTIFY", model)
	model.declared.notification_date
	_method(model)
	some entry in _stated(model)
	_figures(entry.fact.text) >= thresholds.notification_figures.value
}

_stated(model) := [entry |
	some entry in facts.numbers(model, "training.compute_flop")
	entry.fact.method == "declared"
]

_method(model) if facts.covered(model, "training.compute_method")

_method(model) if model.declared.training_compute_method

# Only a number written with a power of ten shows its figures; a bare power of ten shows one.
_figures(text) := numerals.significant_figures(mantissa) if {
	written := regex.find_n(`[0-9]+([.,][0-9]+)?\s*(?:[eE]\+?[0-9]|[×x*·]\s*10)`, text, 1)[0]
	mantissa := regex.find_n(`^[0-9]+([.,][0-9]+)?`, written, 1)[0]
} else := 1 if {
	regex.match(`^[^0-9]*10\s*(\^|\*\*|²|[⁰¹³⁴-⁹])`, text)
}
