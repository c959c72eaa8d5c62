# METADATA
# title: The open-source exemption
# description: |
#   Whether a model is released free and open-source in the sense of Article 53(2), each condition on its own: a licence
#   with the four freedoms, no monetisation, and public parameters, architecture and usage information. A model with
#   systemic risk never is. A condition that fails decides; one that nobody shows leaves the exemption unknown.
package gpai.scope.open_source

import data.gpai.lib.documents
import data.gpai.lib.facts
import data.gpai.lib.licences as lib_licences
import data.gpai.lib.passages
import data.gpai.scope.settled
import data.gpai.scope.systemic_risk

# METADATA
# description: Whether each model is exempt.
answer[model.index] := value if {
	some model in input.models
	value := _answer(model)
}

# METADATA
# description: Whether the licence of each model grants the four freedoms.
licence[model.index] := value if {
	some model in input.models
	value := _licence(model)
}

# METADATA
# description: Whether each model is free of monetisation.
unmonetised[model.index] := value if {
	some model in input.models
	value := _unmonetised(model)
}

# METADATA
# description: Whether parameters, architecture and usage information of each model are public.
published[model.index] := value if {
	some model in input.models
	value := _published(model)
}

_basis := "AI Act, Article 53(2)"

_answer(model) := settled.no("The configuration does not rely on the exemption.", _basis, [settled.declared_at(model, "open_source")]) if {
	model.declared.open_source == false
} else := settled.no("A model with systemic risk is never exempt.", _basis, systemic_risk.answer[model.index].evidence) if {
	systemic_risk.answer[model.index].answer == "yes"
} else := settled.no(failed[0].why, failed[0].basis, failed[0].evidence) if {
	failed := [condition | some condition in _conditions(model); condition.answer == "no"]
	count(failed) > 0
} else := settled.unknown(open[0].why, open[0].basis, open[0].evidence) if {
	open := [condition | some condition in _conditions(model); condition.answer == "unknown"]
	count(open) > 0
} else := settled.unknown(
	concat(" ", ["All other conditions hold, but systemic risk is not ruled out.", systemic_risk.answer[model.index].why]),
	_basis,
	[],
) if {
	systemic_risk.answer[model.index].answer == "unknown"
} else := settled.yes(
	"The licence grants the four freedoms, the model is not monetised, and parameters, architecture and usage information are public.",
	_basis,
	[path | some condition in _conditions(model); some path in condition.evidence],
)

_conditions(model) := [licence[model.index], unmonetised[model.index], published[model.index]]

_freedoms := "Guidelines, section 4.2.1"

_licence(model) := settled.no(sprintf("%s, which is not free and open-source in this sense: %s.", [failing[0].what, failing[0].reason]), _freedoms, [
reading.path | some reading in failing]) if {
	failing := [reading | some reading in lib_licences.readings[model.index]; reading.reading == "fails"]
	count(failing) > 0
} else := settled.unknown(sprintf("%s, which a person has to judge: %s.", [doubtful[0].what, doubtful[0].reason]), _freedoms, [
reading.path | some reading in doubtful]) if {
	doubtful := [reading | some reading in lib_licences.readings[model.index]; reading.reading == "review"]
	count(doubtful) > 0
} else := settled.yes(sprintf("%s, which grants the four freedoms.", [granting[0].what]), _freedoms, [
reading.path | some reading in granting]) if {
	granting := [reading | some reading in lib_licences.readings[model.index]; reading.reading == "fulfils"]
	count(granting) > 0
} else := settled.unknown("No licence for the model was found; name it in the card's metadata or add its text.", _freedoms, [])

_money := "Guidelines, section 4.2.2"

_unmonetised(model) := settled.no("The configuration says that the model is monetised.", _money, [settled.declared_at(model, "monetised")]) if {
	model.declared.monetised
} else := settled.unknown(
	"Access asks for personal data; say what for, with 'gated_for_security_only' and 'monetisation_statement'.",
	_money,
	[entry.path | some entry in gated(model)],
) if {
	count(gated(model)) > 0
	not model.declared.gated_for_security_only
} else := settled.yes("The configuration says that the model is not monetised.", _money, [settled.declared_at(model, "monetised")]) if {
	model.declared.monetised == false
} else := settled.unknown(
	"Whether the model is monetised is not stated; set 'monetised' and 'monetisation_statement' for the model.",
	_money,
	[settled.declared_at(model, "monetisation_statement") | model.declared.monetisation_statement],
)

# METADATA
# description: The readings that show access to the model being gated by a form.
gated(model) := [entry |
	some entry in facts.stated(model, "distribution.gated")
	not entry.fact.value in {false, "false", "no"}
]

_public := "Guidelines, section 4.2.3"

_published(model) := settled.yes("Parameters, architecture and usage information are public.", _public, array.concat(
	array.concat(weights(model), architecture(model)),
	[path | some kind in usage; some path in array.slice(shown(model, kind), 0, 1)],
)) if {
	count(missing(model)) == 0
} else := settled.unknown(sprintf("In these files there is no trace of public %s.", [concat(", ", missing(model))]), _public, [])

# METADATA
# description: What the exemption wants public and these files do not show, in the order of the guidelines.
missing(model) := array.concat(
	[what |
		some [what, places] in [
			["parameters (weights, or where to get them)", weights(model)],
			["architecture information", architecture(model)],
		]
		count(places) == 0
	],
	[sprintf("information on %s", [kind.what]) |
		some kind in usage
		count(shown(model, kind)) == 0
	],
)

# METADATA
# description: The paths that show where the weights are.
weights(model) := array.concat(
	[entry.path | some entry in documents.of(model, {"weights", "weights_index"})],
	array.concat(
		[entry.path | some entry in facts.stated(model, "model.weights_bytes")],
		[entry.path |
			some entry in facts.stated(model, "distribution.channels")
			regex.match(_downloads, lower(sprintf("%v %v", [entry.fact.value, entry.fact.text])))
		],
	),
)

# A channel from which files come; an API or an application hands out answers and no parameters.
_downloads := `hugging|hf\.co|model ?scope|kaggle|zenodo|ollama|git|download|weights|checkpoint|torrent|safetensors|gguf`

# METADATA
# description: The paths that describe the architecture.
architecture(model) := array.concat(
	[entry.path | some entry in documents.of(model, {"model_config"})],
	[entry.path | some entry in facts.stated(model, "model.architecture")],
)

# METADATA
# description: |
#   The least that users have to be told (Guidelines, section 4.2.3), with the fields that say it and the titles of
#   sections about it.
usage := [
	{
		"what": "its modalities",
		"fields": ["model.input_modalities", "model.output_modalities"],
		"titles": [`modalit|inputs? and outputs?|(input|output) format`],
	},
	{
		"what": "its capabilities",
		"fields": ["use.intended", "use.integration_types"],
		"titles": [`capabilit|can do|evaluation|benchmark|performance|results|features|tasks|overview|introduction`],
	},
	{
		"what": "its limitations",
		"fields": ["use.limitations", "use.out_of_scope"],
		"titles": [`limitation|out-of-scope|cannot|known issues|caveat`],
	},
	{
		"what": "how to integrate it",
		"fields": ["use.technical_means", "use.required_software", "use.required_hardware"],
		"titles": [`how to|usage|quick ?start|getting started|integrat|inference|deploy|installation|run(ning)? (the|locally)`],
	},
]

# METADATA
# description: The paths of public documents that tell users this, of `usage`.
shown(model, kind) := array.concat(
	[entry.path |
		some entry in facts.stated_any(model, kind.fields)
		input.documents[entry.fact.document].public
	],
	[entry.path |
		some entry in passages.titled(model, {"model_card", "readme", "model_documentation_form"}, kind.titles)
		input.documents[entry.document].public
	],
)
