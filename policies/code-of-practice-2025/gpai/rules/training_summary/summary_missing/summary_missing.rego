# METADATA
# title: A summary of the training content is published
# description: |
#   Every provider of a general-purpose model, open source or not, publishes a sufficiently detailed summary of the content
#   used for training, on the Commission's template, by the day the model is placed on the market. Until there is one, this
#   finding stands for all its fields.
# related_resources:
# - description: AI Act, Article 53(1)(d)
#   ref: https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# - description: Template for the public summary of training content
#   ref: https://digital-strategy.ec.europa.eu/en/library/explanatory-notice-and-template-public-summary-training-content-general-purpose-ai-models
# custom:
#   id: GPAI-201
#   name: training-summary-missing
#   category: training_summary
#   strength: law
#   requirements:
#   - LAW-53.1d
#   - PS-0.a
#   - PS-0.b
#   - PS-H.1
#   - PS-H.2
#   - PS-1.1.a
#   - PS-1.2.a
#   - PS-1.2.c
#   - PS-1.3.a
#   - PS-1.3.b
#   - PS-1.3.c
#   - PS-1.3.d
#   - PS-1.3.e
#   - PS-2.1.a
#   - PS-2.2.1
#   - PS-2.2.2
#   - PS-2.3.a
#   - PS-2.4.a
#   - PS-2.4.b
#   - PS-2.5
#   - PS-2.6
#   - PS-3.1.a
#   - PS-3.1.b
#   - PS-3.2
#   measures: []
#   articles: ["Article 53(1)(d)"]
#   level: error
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: []
#   remediation: |
#     Fill in the Commission's template, publish it on your website and with the model, and add it here (TRAINING_SUMMARY.md, a
#     PDF or training-summary.yaml), or name its address in gpai-lint.yaml:
#     `documents: {training_content_summary: {url: https://…}}`.
#   examples:
#     bad:
#       README.md: |
#         # Example 7B
#
#         A text model with 7.3 billion parameters.
#     good:
#       README.md: |
#         # Example 7B
#
#         A text model with 7.3 billion parameters.
#       TRAINING_SUMMARY.md: |
#         # Public summary of training content
#
#         Version of the Summary: 1.0
#
#         Last update: 01/09/25
#   since: 0.1.0
package gpai.rules.training_summary.summary_missing

import data.gpai.lib.answers
import data.gpai.lib.documents
import data.gpai.lib.finding
import data.gpai.lib.summary
import data.gpai.scope
import data.gpai.scope.market

report contains finding.missing(
	"GPAI-201",
	model,
	"data.training_summary",
	"There is no public summary of the content used for training the model.",
) if {
	some model in input.models
	scope.applies("PS-0.b", model)
	not documents.any(model, summary.kinds)
}

report contains finding.with_requirements(
	finding.at("GPAI-201", model, entry.path, "The summary of the training content is marked as not public, yet it has to be published."),
	["PS-0.b"],
) if {
	some model in input.models
	scope.applies("PS-0.b", model)
	documents.any(model, summary.kinds)
	count(documents.public(model, summary.kinds)) == 0
	some entry in documents.of(model, summary.kinds)
}

met contains {"requirement": "PS-0.b", "model": model.index, "at": entry.path} if {
	some model in input.models
	market.time_left(model)
	some entry in documents.public(model, summary.kinds)
}

met contains {"requirement": "PS-0.b", "model": model.index, "at": updated.path} if {
	some model in input.models
	count(documents.public(model, summary.kinds)) > 0
	some updated in answers.amounting(summary.readings(model, ["document.last_updated"]), "stated")
	market.in_time(model, updated.fact.value)
}

# METADATA
# description: A summary of which no date shows that it was there in time.
mentioned contains {
	"requirement": "PS-0.b",
	"model": model.index,
	"at": entry.path,
	"why": "The summary is public, but nothing shows that it was by the day of placing on the Union market.",
} if {
	some model in input.models
	some entry in documents.public(model, summary.kinds)
}
