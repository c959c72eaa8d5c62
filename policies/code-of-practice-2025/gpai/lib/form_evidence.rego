# METADATA
# title: Evidence for the form
# description: |
#   What answers an item of the Model Documentation Form without being a fact: a passage that the author binds to it, the
#   title of a card, a licence text, a document of its own, the configuration. Rows are those of the rule on its items.
package gpai.lib.form_evidence

import data.gpai.lib.documents
import data.gpai.lib.fit

# METADATA
# description: The places that answer an item without a fact.
beside_facts(row, model) := array.concat(
	array.concat(_bound(row, model), _titled(row, model)),
	array.concat(
		array.concat(_licensed(row, model), _restricted(row, model)),
		array.concat([entry.path | some entry in documents.of(model, {kind | some kind in row.documents})], _configured(row, model)),
	),
)

_bound(row, model) := [["bindings", i] |
	some i, binding in bindings(row, model)
	fit.answers(binding.text, row)
]

# METADATA
# description: |
#   The passages in prose that the author binds to an item, by their index. What stands under a key of our YAML is read as
#   a fact, and a passage that a template left behind answers nothing, whatever it is bound to.
bindings(row, model) := {i: binding |
	some i, binding in input.bindings
	binding.item == row.requirements[0]
	model.index in binding.models
	not _is_data(binding)
	object.get(binding, "state", "stated") != "placeholder"
}

_is_data(binding) if input.documents[binding.document].format == "yaml"

_titled(row, model) := [entry.path |
	row.titled
	some entry in documents.readable(model, {"model_card", "model_documentation_form"})
	entry.document.title != ""
	fit.answers(entry.document.title, row)
]

_licensed(row, model) := [["licences", i] |
	row.licence
	some i in _covering(model)
]

# What a licence forbids to do with the model is a policy on its use, by whatever name.
_restricted(row, model) := [["licences", i, "clauses", j] |
	kinds := {kind | some kind in row.clauses}
	some i in _covering(model)
	some j, clause in input.licences[i].clauses
	clause.kind in kinds
]

_covering(model) := [i |
	some i, licence in input.licences
	model.index in licence.models
	licence.subject in {"model", "unknown"}
]

_configured(row, model) := [path |
	some [owner, path] in [
		[input.configuration, array.concat(["configuration"], row.declared)],
		[{"model": model.declared}, array.concat(["models", model.index, "declared"], array.slice(row.declared, 1, count(row.declared)))],
	]
	object.get(owner, row.declared, null) != null
]
