# METADATA
# title: The licence that is named is the licence that is there
# description: |
#   A card names one licence, the licence file beside it holds the text of another: nobody can tell what they may do. A
#   repository often has one licence for its code, another for the weights and a third for data, so a name is compared only
#   with texts for the same thing, and a text whose subject is unknown only with documents in its own folder.
# related_resources:
# - description: Code of Practice, Model Documentation Form, licence
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   rows: true
#   category: consistency
#   strength: code
#   measures: ["Transparency, Measure 1.3"]
#   articles: ["Article 53(1)(a)", "Article 53(2)"]
#   level: warning
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: []
#   since: 0.1.0
package gpai.rules.consistency.licences_disagree

import data.gpai.lib.agreement
import data.gpai.lib.facts
import data.gpai.lib.finding
import data.gpai.lib.licences
import data.gpai.reference

report contains finding.with_related(
	finding.at("GPAI-710", model, name.path, sprintf("The licence is given as '%s', but '%s' holds the text of '%s'.", [
		name.fact.value,
		input.documents[text.licence.document].path,
		licences.called(text.licence),
	])),
	[{"message": sprintf("This is the text of '%s'.", [licences.called(text.licence)]), "at": text.path}],
) if {
	some model in input.models
	some name in licences.names(model)
	_comparable(name.fact.value)
	not _about_data(name)
	not _accounted(model, name.fact.value)
	texts := [text |
		some text in _texts(model, {"model", "unknown"})
		_for_the_same(model, name, text.licence)
	]
	count(texts) > 0
	text := texts[0]
	_first_of_its_document(model, name)
}

report contains finding.with_related(
	finding.at("GPAI-739", model, name.path, sprintf(
		"The licence of the data is given as '%s', but '%s' holds the text of '%s'.",
		[name.fact.value, input.documents[text.licence.document].path, licences.called(text.licence)],
	)),
	[{"message": sprintf("This is the text of '%s'.", [licences.called(text.licence)]), "at": text.path}],
) if {
	some model in input.models
	some name in facts.stated_by(model, "distribution.licence", "declared")
	is_string(name.fact.value)
	_comparable(name.fact.value)
	_about_data(name)
	texts := _texts(model, {"data"})
	count(texts) > 0
	every text in texts {
		not _same(name.fact.value, text.licence.id)
	}
	text := texts[0]
}

# Metadata of the card against the form: each names the model's licence and nothing else.
report contains finding.with_related(
	finding.at("GPAI-710", model, name.path, sprintf("The licence is '%s' here, but '%s' in the form.", [
		name.fact.value,
		formal.fact.value,
	])),
	[{"message": sprintf("The form names '%s'.", [formal.fact.value]), "at": formal.path}],
) if {
	some model in input.models
	formal := [entry | some entry in licences.names(model); facts.kind(entry) == "model_documentation_form"][0]
	some name in licences.names(model)
	startswith(name.fact.location.anchor, "/license")
	_comparable(name.fact.value)
	_comparable(formal.fact.value)
	not _same(name.fact.value, formal.fact.value)
}

_texts(model, subjects) := [{"path": ["licences", i], "licence": licence} |
	some i, licence in input.licences
	licence.subject in subjects
	model.index in licence.models
]

# A name that some text in the repository accounts for contradicts none of them.
_accounted(model, id) if {
	some text in _texts(model, {"model", "unknown", "code", "data"})
	_same(id, text.licence.id)
}

_for_the_same(model, name, licence) if {
	licence.subject == "model"
	not _given_beside(model, name, licence.id)
}

# One file for code and model alike: it speaks against a name only in its own folder, and only if no document of that
# folder names it beside the other.
_for_the_same(model, name, licence) if {
	licence.subject == "unknown"
	folder := _folder(input.documents[licence.document].path)
	folder == _folder(input.documents[name.fact.document].path)
	not _named_somewhere(model, licence.id)
}

_named_somewhere(model, id) if {
	some name in licences.names(model)
	_same(name.fact.value, id)
}

# Who gives both licences in the text of one document knows of the two; its metadata has room for one.
_given_beside(model, name, id) if {
	_in_text(name)
	some other in licences.names(model)
	other.fact.document == name.fact.document
	_in_text(other)
	_same(other.fact.value, id)
}

_in_text(name) if not startswith(name.fact.location.anchor, "/license")

_folder(path) := concat("/", array.slice(parts, 0, count(parts) - 1)) if parts := split(path, "/")

# One finding per document and name.
_first_of_its_document(model, name) if {
	first := [other |
		some other in licences.names(model)
		other.fact.document == name.fact.document
		other.fact.value == name.fact.value
	][0]
	first.path == name.path
}

# 'other' and words that no table knows contradict nothing, except that nothing is licensed at all.
_comparable(id) if {
	reference.licences[id]
	not id in {"other", "LicenseRef-other"}
}

_comparable(id) if regex.match(`^\W*(proprietary|all rights reserved)\W*$`, lower(id))

_about_data(name) if facts.kind(name) == "data_card"

_about_data(name) if name.fact.variant == "data"

_about_data(name) if {
	regex.match(`\bdata\b[^.]{0,40}licen[cs]ed|licen[cs]e of (the )?data`, lower(name.fact.text))
}

# 'openrail' names a family, 'GPL-3.0' both of its forms.
_same(one, other) if contains(agreement.key(one), agreement.key(other))

_same(one, other) if contains(agreement.key(other), agreement.key(one))
