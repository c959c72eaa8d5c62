# METADATA
# title: Figures for the AI Office alone are kept out of the public form
# description: |
#   The form asks some quantities twice: exactly for the AI Office, and as a band for everybody else. A public form that
#   gives the exact figures tells more than the Code asks. Many providers do that on purpose, so this is a reminder only, and
#   silent where a card publishes the same quantity.
# related_resources:
# - description: Code of Practice, Transparency chapter, Model Documentation Form
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   id: GPAI-173
#   name: form-exact-figures-public
#   category: transparency
#   strength: practice
#   requirements: [T-1.2.c]
#   measures: ["Transparency, Measure 1.2"]
#   articles: ["Article 53(7)", "Article 78"]
#   level: note
#   confidence: medium-high
#   depends_on: []
#   decides: false
#   remediation: |
#     If the figures are to stay confidential, give the band in the public form and the exact figure in the version for the
#     AI Office, which gpai-lint.yaml names with `public: false`; otherwise ignore this note.
#   examples:
#     bad:
#       model-documentation.yaml: |
#         model_name: Example 7B
#         training_compute: 2.4e24 FLOP
#         gpu_hours: 1180000
#     good:
#       model-documentation.yaml: |
#         model_name: Example 7B
#         training_energy: 120 MWh
#   since: 0.1.0
package gpai.rules.transparency.exact_figures

import data.gpai.lib.facts
import data.gpai.lib.finding
import data.gpai.scope

_fields := {
	"model.parameters_total": "the number of parameters",
	"training.compute_flop": "the training compute",
	"training.gpu_hours": "the training time in hardware hours",
	"data.tokens": "the amount of data",
}

report contains finding.at_all("GPAI-173", model, places) if {
	some model in input.models
	scope.applies("T-1.2.c", model)
	places := [{"message": _message(quantity, public[0].fact.text), "at": public[0].path} |
		some field, quantity in _fields
		_kept_back(model, field)
		public := _public(model, field)
	]
	count(places) > 0
}

_message(quantity, text) := sprintf(
	"The public form gives %s exactly ('%s'), which the form asks for the AI Office alone.",
	[quantity, text],
)

# Whoever publishes the parameters has published their number.
_kept_back(_, field) if field != "model.parameters_total"

_kept_back(model, "model.parameters_total") if scope.answers[model.index].open_source_licence.answer == "no"

_public(model, field) := [entry |
	some entry in facts.stated_in(model, field, _form_kinds)
	entry.fact.method == "declared"

	# A range or "N/A" is no figure.
	is_number(entry.fact.value)
	input.documents[entry.fact.document].public
	not _magnitude(entry.fact)
	not _published(model, field)
]

_form_kinds := {"model_documentation_form"}

# An order of magnitude is what national authorities get.
_magnitude(fact) if regex.match(`^1(\.0+)?e\+?[0-9]+$|^10 ?\^`, lower(fact.text))

_published(model, field) if {
	some entry in facts.stated(model, field)
	not facts.kind(entry) in _form_kinds
	input.documents[entry.fact.document].public
}
