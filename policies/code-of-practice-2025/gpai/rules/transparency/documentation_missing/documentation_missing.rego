# METADATA
# title: The model is documented
# description: |
#   Weights and a licence alone tell nobody what the model is, what it can do and how it came about. Until any document
#   describes the model, this one finding stands for all items of the Model Documentation Form.
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
#     documentation is kept: `documents: {model_documentation_form: {url: https://…, public: false}}`.
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

import data.gpai.lib.documents
import data.gpai.lib.finding
import data.gpai.scope

# METADATA
# description: The kinds of document that describe a model, in the order of what they can be expected to say.
kinds := {"model_documentation_form", "model_card", "readme", "data_card", "model_report"}

report contains finding.missing(
	"GPAI-101",
	model,
	"model.documentation",
	sprintf("No document describes the model%s; there is neither a model card nor a documentation form.", [_named(model)]),
) if {
	some model in input.models
	scope.applies("T-1", model)
	count(_describing(model)) == 0
	not documents.any(model, {"hub_metadata"})
}

met contains {"requirement": "T-1", "model": model.index, "at": entry.path} if {
	some model in input.models
	some entry in _describing(model)
}

# Publishing is encouraged; what stands in a public document is published.
met contains {"requirement": "T-1.2.e", "model": model.index, "at": entry.path} if {
	some model in input.models
	some entry in documents.public(model, kinds)
}

_named(model) := sprintf(" '%s'", [model.name]) if model.name != "."

_named(model) := "" if model.name == "."

# The documents that say something of the model. A README that only names it, its kind and its age, or that is about a
# website or a library, is none: it says nothing of architecture, size, training and data.
_describing(model) := [entry |
	some entry in documents.of(model, kinds)
	_describes(model, entry)
]

_describes(_, entry) if entry.document.kind != "readme"

_describes(_, entry) if not entry.document.readable

_describes(model, entry) if {
	some field, readings in model.facts
	regex.match(`^(model|training|data)\.`, field)
	not field in _of_any_kind
	some reading in readings
	reading.method == "declared"
	input.documents[reading.document].path == entry.document.path
}

# A template that nobody has filled in yet is meant as documentation.
_describes(model, entry) if {
	some _, readings in model.facts
	some reading in readings
	reading.state == "placeholder"
	input.documents[reading.document].path == entry.document.path
}

# The author binds passages of it to the items.
_describes(_, entry) if {
	some binding in input.bindings
	input.documents[binding.document].path == entry.document.path
}

_of_any_kind := {"model.name", "model.input_modalities", "model.output_modalities", "model.release_date"}
