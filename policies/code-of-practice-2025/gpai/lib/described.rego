# METADATA
# title: What describes a model
# description: Which documents say something of a model, and which models nothing shows.
package gpai.lib.described

import data.gpai.lib.documents
import data.gpai.lib.facts

# METADATA
# description: The kinds of document that describe a model, in the order of what they can be expected to say.
kinds := {"model_documentation_form", "model_card", "readme", "data_card", "model_report"}

# METADATA
# description: |
#   The documents that say something of the model. A README that only names it, its kind and its age, or that is about a
#   website or a library, is none: it says nothing of architecture, size, training and data. One that tells the size in
#   the model's name alone has to say what the model is for or where its limits are.
by(model) := [entry |
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

_describes(model, entry) if {
	_tells(model, entry, "model.parameters_total", "derived")
	some field in ["use.intended", "use.limitations", "use.out_of_scope"]
	_tells(model, entry, field, "declared")
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

_tells(model, entry, field, method) if {
	some reading in model.facts[field]
	reading.method == method
	reading.state == "stated"
	input.documents[reading.document].path == entry.document.path
}

_of_any_kind := {
	"model.name",
	"model.input_modalities",
	"model.input_size",
	"model.output_modalities",
	"model.output_size",
	"model.release_date",
}

# METADATA
# description: |
#   The models that no file shows and no configuration names: the README says nothing of what goes in or comes out, and
#   no licence is that of a model. Whether there is a model comes before all that could be asked of it.
supposed contains model.index if {
	some model in input.models
	count(model.declared) == 0
	count(by(model)) == 0
	not _licensed(model)
	count(facts.stated_any(model, ["model.input_modalities", "model.output_modalities"])) == 0
	every document in [input.documents[i] | some i in model.documents] {
		document.kind in _of_any_project
	}
}

_licensed(model) if {
	some licence in input.licences
	licence.subject == "model"
	model.index in licence.models
}

_of_any_project := {"readme", "license_file", "changelog", "codeowners", "citation", "security_policy"}
