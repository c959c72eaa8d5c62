# METADATA
# title: Each condition of an open-source claim is shown
# description: |
#   Beside the licence the exemption has conditions of its own: the model is not monetised, and parameters, architecture
#   and usage information are public. It is never open to a model with systemic risk. A claim that leaves a condition open
#   or contradicts it does not hold. Each condition is a rule of its own, from the table beside this file.
# related_resources:
# - description: AI Act, Article 53(2)
#   ref: https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   rows: true
#   category: law
#   strength: law
#   measures: []
#   articles: ["Article 53(2)"]
#   level: error
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: []
#   since: 0.1.0
package gpai.rules.law.exemption_conditions

import data.gpai.lib.finding
import data.gpai.scope
import data.gpai.scope.open_source
import data.gpai.scope.settled

report contains finding.missing("GPAI-613", model, "law.monetisation_statement", sprintf(
	"The open-source exemption is claimed without a statement on monetisation. %s",
	[open_source.unmonetised[model.index].why],
)) if {
	some model in _claiming
	open_source.unmonetised[model.index].answer == "unknown"
}

report contains finding.with_related(
	finding.at(
		"GPAI-614",
		model,
		settled.declared_at(model, "monetised"),
		"The open-source exemption is claimed for a model that is monetised.",
	),
	_claim(model),
) if {
	some model in _claiming
	model.declared.monetised
}

report contains finding.missing("GPAI-615", model, "distribution.channels", sprintf(
	"The open-source exemption is claimed, but these files do not make public %s.",
	[_either(open_source.missing(model))],
)) if {
	some model in _claiming
	count(open_source.missing(model)) > 0
}

report contains finding.with_related(
	finding.at("GPAI-616", model, settled.declared_at(model, "open_source"), sprintf(
		"The open-source exemption is claimed for a model with systemic risk. %s",
		[scope.answers[model.index].systemic_risk.why],
	)),
	[{"message": "Systemic risk rests on this.", "at": path} |
		some path in scope.answers[model.index].systemic_risk.evidence
	],
) if {
	some model in _claiming
	scope.answers[model.index].systemic_risk.answer == "yes"
}

_claiming contains model if {
	some model in input.models
	model.declared.open_source
	scope.applies("LAW-53.2", model)
}

_claim(model) := [{"message": "The claim stands here.", "at": settled.declared_at(model, "open_source")}]

_either(names) := names[0] if {
	count(names) == 1
} else := sprintf("%s or %s", [concat(", ", array.slice(names, 0, count(names) - 1)), names[count(names) - 1]])
