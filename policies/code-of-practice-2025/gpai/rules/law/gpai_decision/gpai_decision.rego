# METADATA
# title: A decision against general-purpose status gives its reasons
# description: |
#   The indicative test of the guidelines can be departed from in both directions, but not silently: a model trained with
#   more than 10^23 FLOP that generates language, images or video counts as general-purpose unless the provider says why
#   it is narrow. Without reasons the linter leaves the question open instead of following the bare 'no'.
# related_resources:
# - description: AI Act, Article 3(63) and recitals 97 to 99
#   ref: https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   id: GPAI-603
#   name: gpai-decision-without-reasons
#   category: law
#   strength: law
#   requirements: [LAW-3.63, G-GPAI]
#   measures: []
#   articles: ["Article 3(63)"]
#   level: warning
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: []
#   remediation: |
#     Add `gpai_reasons` to the model in gpai-lint.yaml: the narrow task it can do, and what it cannot; or set `gpai: true`.
#   examples:
#     bad:
#       gpai-lint.yaml: |
#         models:
#         - {path: ., gpai: false, training_compute_flop: 7.2e+23, modalities: {input: [text], output: [text]}}
#       README.md: |
#         # Example 8B
#         A language model with 8 billion parameters.
#     good:
#       gpai-lint.yaml: |
#         models:
#         - path: .
#           gpai: false
#           gpai_reasons: It transcribes speech and can do nothing else.
#           training_compute_flop: 7.2e+23
#           modalities: {input: [audio], output: [text]}
#       README.md: |
#         # Example Scribe
#         A transcription model.
#   since: 0.1.0
package gpai.rules.law.gpai_decision

import data.gpai.lib.documents
import data.gpai.lib.finding
import data.gpai.scope.general_purpose
import data.gpai.scope.settled

report contains finding.with_related(
	finding.at("GPAI-603", model, settled.declared_at(model, "gpai"), sprintf(
		"The configuration says without reasons that the model is not general-purpose, but %s",
		[_decapitalised(test.why)],
	)),
	[{"message": "This speaks for a general-purpose model.", "at": path} | some path in test.evidence],
) if {
	some model in input.models
	general_purpose.answer[model.index].answer == "unknown"
	model.declared.gpai == false
	test := general_purpose.indicated[model.index]
}

met contains {"requirement": "LAW-3.63", "model": model.index, "at": entry.path} if {
	some model in input.models
	some entry in documents.of(model, {"applicability_decision"})
}

_decapitalised(text) := concat("", [lower(substring(text, 0, 1)), substring(text, 1, -1)])
