# METADATA
# title: Answers in the form are about as long as it recommends
# description: |
#   For its free texts the Model Documentation Form recommends a number of words. The number is a hint and no limit, yet an
#   answer a tenth as long rarely says what is asked, and one five times as long hides it.
# related_resources:
# - description: Code of Practice, Transparency chapter, Model Documentation Form
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   id: GPAI-170
#   name: form-answer-length
#   category: transparency
#   strength: encouraged
#   requirements: [T-1.1.a]
#   measures: ["Transparency, Measure 1.1"]
#   articles: []
#   level: note
#   confidence: medium-high
#   depends_on: []
#   decides: false
#   remediation: |
#     Bring the text near the recommended length, or refer from it to the section that says the rest.
#   examples:
#     bad:
#       model-documentation.yaml: |
#         document_version: "1.0"
#         last_updated: 2026-02-01
#         model_name: Example 7B
#         training_process: Three stages.
#     good:
#       model-documentation.yaml: |
#         document_version: "1.0"
#         last_updated: 2026-02-01
#         model_name: Example 7B
#         training_process: >
#           The model was pre-trained on 1.5 trillion tokens with a next-token objective, then fine-tuned on instructions
#           written by people and at last aligned with preference data, each stage with its own schedule of learning rates,
#           which was chosen on smaller models.
#   since: 0.1.0
package gpai.rules.transparency.answer_length

import data.gpai.lib.answers
import data.gpai.lib.documents
import data.gpai.lib.facts
import data.gpai.lib.finding
import data.gpai.requirements
import data.gpai.rules.transparency.form_items
import data.gpai.scope

report contains finding.at("GPAI-170", model, entry.path, sprintf(
	"The answer on %s (%s) has %d words; the form recommends about %d.",
	[row.what, row.requirements[0], words, recommended],
)) if {
	some model in input.models
	documents.any(model, {"model_documentation_form"})
	some row in form_items.rows
	scope.applies(row.requirements[0], model)
	recommended := requirements[row.requirements[0]].format.recommended_words
	entry := _answer(row, model)
	words := answers.words(entry.fact)
	_off(words, recommended)
}

# The longest answer that the form itself gives; a card may say the rest.
_answer(row, model) := longest[0] if {
	stated := answers.amounting(answers.within(answers.readings(model, row.fields), {"model_documentation_form"}), "stated")
	most := max([answers.words(each.fact) | some each in stated])
	longest := [each | some each in stated; answers.words(each.fact) == most]
	not _said_elsewhere(row, model)
}

_said_elsewhere(row, model) if {
	some entry in answers.amounting(answers.readings(model, row.fields), "stated")
	facts.kind(entry) != "model_documentation_form"
}

_off(words, recommended) if words * 10 < recommended

_off(words, recommended) if words > recommended * 5
