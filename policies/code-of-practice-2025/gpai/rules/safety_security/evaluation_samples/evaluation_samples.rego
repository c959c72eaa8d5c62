# METADATA
# title: The Model Report shows five random samples per evaluation
# description: |
#   A score says little without what was asked and answered. At least five randomly drawn pairs of input and output from
#   each relevant evaluation let the AI Office see what the score stands for.
# related_resources:
# - description: Code of Practice, Safety and Security chapter, Measure 7.3
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   id: GPAI-518
#   name: evaluation-samples
#   category: safety_security
#   strength: code
#   requirements: ["S-7.3(1)(f)"]
#   measures: ["Safety and Security, Measure 7.3"]
#   articles: ["Article 55(1)(a)"]
#   level: error
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: [GPAI-501]
#   remediation: |
#     Show, for each relevant evaluation, at least five randomly drawn pairs of input and output, say how they were drawn, and
#     add the trajectories that matter for a risk.
#   since: 0.1.0
#   examples:
#     bad:
#       gpai-lint.yaml: |
#         provider: {name: Example Labs, country: FR, signatory: true}
#         models:
#         - {path: ., placed_on_market: true, gpai: true, systemic_risk: true}
#       README.md: |
#         # Example 400B
#         A text-generation model.
#       MODEL_REPORT.md: |
#         # Safety and Security Model Report
#         ## Samples
#         Each evaluation is shown with three randomly selected samples.
#     good:
#       gpai-lint.yaml: |
#         provider: {name: Example Labs, country: FR, signatory: true}
#         models:
#         - {path: ., placed_on_market: true, gpai: true, systemic_risk: true}
#       README.md: |
#         # Example 400B
#         A text-generation model.
#       MODEL_REPORT.md: |
#         # Safety and Security Model Report
#         ## Samples
#         Each evaluation is shown with five randomly selected samples.
package gpai.rules.safety_security.evaluation_samples

import data.gpai.lib.content
import data.gpai.lib.documents
import data.gpai.lib.finding
import data.gpai.lib.systemic
import data.gpai.reference.safety_documents.report as model_report
import data.gpai.reference.thresholds.evaluation_samples as minimum

report contains systemic.moderated(
	finding.quoting(
		finding.at("GPAI-518", model, statement.path, sprintf(
			"The report speaks of '%s'; each relevant evaluation needs at least '%d'.",
			[statement.text, minimum.value],
		)),
		statement.text,
	),
	model,
) if {
	some model in _models
	some statement in _counted(model)
	statement.count < minimum.value
}

report contains systemic.moderated(
	finding.capped(
		finding.at("GPAI-518", model, documents.readable(model, _kinds)[0].path, "The Model Report shows no random samples of its evaluations."),
		"warning",
	),
	model,
) if {
	some model in _models
	content.legible(model, _kinds)
	count(_mentioned(model)) == 0
}

report contains systemic.moderated(
	finding.missing("GPAI-518", model, model_report.field, "There is no Model Report that shows samples of its evaluations."),
	model,
) if {
	some model in _models
	not documents.any(model, _kinds)
	count(_mentioned(model)) == 0
	not systemic.attested([model_report.requirement], model)
}

# Samples whose number nobody gives may be too few.
met contains {"requirement": "S-7.3(1)(f)", "model": model.index, "at": statement.path} if {
	some model in _models
	every statement in _counted(model) {
		statement.count >= minimum.value
	}
	some statement in _counted(model)
}

met contains {"requirement": "S-7.3(1)(f)", "model": model.index, "at": path} if {
	some model in _models
	every statement in _counted(model) {
		statement.count >= minimum.value
	}
	some path in content.bound(model, _kinds, ["S-7.3(1)(f)"])
}

_kinds := {kind | some kind in model_report.kinds}

_models := [model |
	some model in systemic.models
	not systemic.attested(["S-7.3(1)(f)"], model)
]

_mentioned(model) := array.concat(
	content.bound(model, _kinds, ["S-7.3(1)(f)"]),
	[entry.path | some entry in content.matching(model, _kinds, [_random])],
)

_random := `random(ly)?[a-z -]{0,30}(samples?|examples?|transcripts?|pairs?)|(samples?|examples?|transcripts?|pairs?)[a-z -]{0,20} (at )?random`

_counted(model) := [{"path": entry.path, "text": trim_space(groups[0]), "count": number} |
	some entry in content.matching(model, _kinds, [_random])
	some groups in regex.find_all_string_submatch_n(_count, lower(entry.section.text), 20)
	number := _number(groups[1])
]

_count := `([0-9]{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|twenty) (?:random(?:ly)?[a-z -]{0,30} ?(?:samples?|examples?|transcripts?|pairs?)|(?:samples?|examples?|transcripts?|pairs?)[a-z -]{0,20} (?:at )?random)`

_words := {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twenty": 20}

_number(text) := _words[text]

_number(text) := to_number(text) if not _words[text]
