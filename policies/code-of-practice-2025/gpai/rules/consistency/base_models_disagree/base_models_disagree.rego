# METADATA
# title: Metadata and text name the same base model
# description: |
#   The metadata of a card links the model to the one it was made from; hubs and downstream providers follow that link. A
#   text that names another base model makes either the link or the text wrong.
# related_resources:
# - description: Code of Practice, Model Documentation Form, model dependencies
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   id: GPAI-722
#   name: base-models-disagree
#   category: consistency
#   strength: code
#   requirements: [MDF-1.6, PS-1.2.b]
#   measures: ["Transparency, Measure 1.3"]
#   articles: ["Article 53(1)(a)"]
#   level: warning
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: []
#   remediation: |
#     Name the same model in the metadata (`base_model`), in the text, in the form and in the training summary.
#   examples:
#     bad:
#       README.md: |
#         ---
#         base_model: example/Example-24B-Instruct-2503
#         ---
#         # Example Code
#         Example Code is a language model.
#         It is finetuned from [Example-24B-Base-2503](https://huggingface.co/example/Example-24B-Base-2503).
#     good:
#       README.md: |
#         ---
#         base_model: example/Example-24B-Base-2503
#         ---
#         # Example Code
#         Example Code is a language model.
#         It is finetuned from [Example-24B-Base-2503](https://huggingface.co/example/Example-24B-Base-2503).
#   since: 0.1.0
package gpai.rules.consistency.base_models_disagree

import data.gpai.lib.agreement
import data.gpai.lib.facts
import data.gpai.lib.finding

report contains finding.with_related(
	finding.at("GPAI-722", model, other.path, sprintf(
		"The base model is '%s' here, but '%s' in %s.",
		[other.names[0], one.names[0], _where(one, other)],
	)),
	[{"message": sprintf("Here it is '%s'.", [one.names[0]]), "at": one.path}],
) if {
	some model in input.models
	places := _places(model)
	some i, one in places
	some j, other in places
	i < j
	not _share(one, other)

	# One finding per place: it is told against the first that disagrees.
	not _told_before(places, i, j)
}

_where(one, other) := "the metadata of this file" if {
	one.document == other.document
} else := sprintf("'%s'", [agreement.source(one.entry)])

# What each place names: the metadata of a document is one, its text another.
_places(model) := [{"names": names, "path": entries[0].path, "entry": entries[0], "document": document} |
	some [document, is_metadata] in _sources(model)
	entries := [entry |
		some entry in _entries(model)
		entry.fact.document == document
		_is_metadata(entry) == is_metadata
	]
	names := [name | some entry in entries; some name in entry.fact.value]
	count(names) > 0
]

# Metadata come first: the text is told to differ from them.
_sources(model) := array.concat(
	sort([[document, true] | some document in _documents(model, true)]),
	sort([[document, false] | some document in _documents(model, false)]),
)

_documents(model, is_metadata) := {entry.fact.document |
	some entry in _entries(model)
	_is_metadata(entry) == is_metadata
}

# A conversion is based on one model and tells the history of another.
_entries(model) := [entry |
	some entry in facts.substantial(model, "model.base_model")
	is_array(entry.fact.value)
	facts.own(entry)
	entry.fact.variant == ""
	not entry.fact.formula in {"quantized", "merge", "adapter"}
	not _converted(model)
]

_converted(model) if {
	some entry in facts.stated(model, "model.base_model")
	entry.fact.formula in {"quantized", "merge", "adapter"}
}

# Readers anchor values of structured data by a pointer, text by its heading.
_is_metadata(entry) if {
	startswith(entry.fact.location.anchor, "/")
} else := false

_share(one, other) if {
	some name in one.names
	some also in other.names
	agreement.same_name(name, also)
}

_told_before(places, i, j) if {
	some k, earlier in places
	k < i
	not _share(earlier, places[j])
}
