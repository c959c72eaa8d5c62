# METADATA
# title: The model is documented
# description: |
#   Weights and a licence alone tell nobody what the model is, what it can do and how it came about. Until any document
#   describes the model, this one finding stands for all items of the Model Documentation Form; and where no file shows a
#   model at all, nor gpai-lint.yaml names one, for everything that would be asked of it.
# related_resources:
# - description: Code of Practice, Transparency chapter, Measure 1.1
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   id: GPAI-101
#   name: documentation-missing
#   category: transparency
#   strength: code
#   requirements: [T-1, T-1.1.a, T-1.2.c, T-1.2.e, LAW-53.1a, LAW-53.1b, LAW-AXI-1, LAW-AXII]
#   measures: ["Transparency, Measure 1.1"]
#   articles: ["Article 53(1)(a)", "Article 53(1)(b)"]
#   level: error
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: []
#   remediation: |
#     Describe the model in a model card (README.md) or in model-documentation.yaml, or name in gpai-lint.yaml where its
#     documentation is kept: `documents: {model_documentation_form: {url: https://…, public: false}}`. Texts are read in
#     English; one in another language counts where comments say which item a passage answers (`<!-- gpai: MDF-2.1 -->`).
#   examples:
#     bad:
#       config.json: |
#         {"architectures": ["ExampleForCausalLM"], "hidden_size": 4096}
#       LICENSE: |
#         Permission is granted to anybody to use, study, modify and share this model.
#     good:
#       config.json: |
#         {"architectures": ["ExampleForCausalLM"], "hidden_size": 4096}
#       README.md: |
#         # Example 7B
#
#         Example 7B is a decoder-only transformer with 7.3 billion parameters, made for writing and answering questions.
#   since: 0.1.0
package gpai.rules.transparency.documentation_missing

import data.gpai.lib.described
import data.gpai.lib.documents
import data.gpai.lib.facts
import data.gpai.lib.finding
import data.gpai.scope

report contains _absence(
	model,
	sprintf("No document tells the architecture, size, training or data of the model%s; there is neither a model card nor a documentation form.", [_named(model)]),
) if {
	some model in input.models
	scope.applies("T-1", model)
	count(described.by(model)) == 0
	not documents.any(model, {"hub_metadata"})
	not model.index in described.supposed
}

report contains finding.with_remediation(
	finding.at(
		"GPAI-101",
		model,
		["models", model.index],
		"No model is described here: there is no model card, no documentation form, no configuration and no weights, and the README at its root tells nothing of one's architecture, size, training or data.",
	),
	concat(" ", [
		"Describe the model in a model card (README.md) or in model-documentation.yaml, or name it in gpai-lint.yaml, under",
		"`models`, with the address of its documentation. The README of a directory below is taken for one on code: if it",
		"describes the model, check that directory, or name it as the model's `path`.",
	]),
) if {
	some model in input.models
	scope.applies("T-1", model)
	model.index in described.supposed
}

# Publishing is encouraged; what stands in a public document is published.
met contains {"requirement": "T-1.2.e", "model": model.index, "at": entry.path} if {
	some model in input.models
	some entry in documents.public(model, described.kinds)
}

# Where the model is named is where a reader looks for what describes it.
_absence(model, message) := finding.missing_in("GPAI-101", model, "model.documentation", names[0].path, message) if {
	names := facts.stated(model, "model.name")
	count(names) > 0
} else := finding.missing("GPAI-101", model, "model.documentation", message)

_named(model) := sprintf(" '%s'", [model.name]) if model.name != "."

_named(model) := "" if model.name == "."
