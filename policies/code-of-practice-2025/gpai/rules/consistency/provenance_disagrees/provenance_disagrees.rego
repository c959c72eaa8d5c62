# METADATA
# title: The form's data sources match the training summary's answers
# description: |
#   The form ticks where the training data came from; the training summary answers yes or no on the same sources, section
#   by section. A source that is ticked in one and denied in the other is wrong in one of them.
# related_resources:
# - description: Commission template for the public summary of training content, section 2
#   ref: https://digital-strategy.ec.europa.eu/en/library/explanatory-notice-and-template-public-summary-training-content-general-purpose-ai-models
# custom:
#   rows: true
#   category: consistency
#   strength: code
#   measures: ["Transparency, Measure 1.1"]
#   articles: ["Article 53(1)(a)", "Article 53(1)(d)"]
#   level: warning
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: []
#   since: 0.1.0
package gpai.rules.consistency.provenance_disagrees

import data.gpai.lib.agreement
import data.gpai.lib.facts
import data.gpai.lib.finding

# What the form's words stand for in the summary: any yes answers the tick, and only a no to all of them denies it.
_sources := [
	{"tick": "publicly available datasets", "fields": ["data.public_datasets_used"], "section": "PS-2.1.a"},
	{
		"tick": "private third-party data",
		"fields": ["data.licensed_used", "data.private_third_party_used"],
		"section": "PS-2.2.2",
	},
	{"tick": "web crawling", "fields": ["data.crawlers_used"], "section": "PS-2.3.a"},
	{
		"tick": "user data",
		"fields": ["data.user_data_used", "data.user_interactions_used", "data.service_data_used"],
		"section": "PS-2.4.a",
	},
	{"tick": "synthetic data", "fields": ["data.synthetic_used"], "section": "PS-2.5"},
]

report contains finding.with_requirements(
	finding.with_related(
		finding.at("GPAI-708", model, answers[0].path, sprintf(
			"The training summary denies '%s', which the form ticks as a source of the training data.",
			[source.tick],
		)),
		[{"message": sprintf("The form ticks '%s'.", [source.tick]), "at": form.path}],
	),
	["MDF-6.2", source.section],
) if {
	some model in input.models
	form := _form(model)
	some source in _sources
	source.tick in form.fact.value
	answers := _answers(model, source)
	{entry.fact.value | some entry in answers} == {false}
	count({entry.field | some entry in answers}) == count(_asked(model, source))
}

report contains finding.with_requirements(
	finding.with_related(
		finding.at("GPAI-708", model, form.path, sprintf(
			"The form does not tick '%s', which the training summary names as a source of the training data.",
			[source.tick],
		)),
		[{"message": "The training summary says yes here.", "at": entry.path} | some entry in affirmed],
	),
	["MDF-6.2", source.section],
) if {
	some model in input.models
	form := _form(model)
	some source in _sources
	not source.tick in form.fact.value
	affirmed := [entry | some entry in _answers(model, source); entry.fact.value == true]
	count(affirmed) > 0
}

# The same question answered with yes in one document and with no in the training summary.
report contains finding.with_related(
	finding.at("GPAI-732", model, public.path, sprintf("The training summary answers '%s' with %s, but '%s' says %s.", [
		question,
		_word[public.fact.value],
		agreement.source(other),
		_word[other.fact.value],
	])),
	[{"message": sprintf("Here the answer is %s.", [_word[other.fact.value]]), "at": other.path}],
) if {
	some model in input.models
	some field, question in _questions
	public := facts.stated_in(model, field, {"training_content_summary"})[0]
	is_boolean(public.fact.value)
	other := [entry |
		some entry in facts.stated(model, field)
		is_boolean(entry.fact.value)
		facts.kind(entry) in {"model_documentation_form", "copyright_policy", "crawler_disclosure"}
		entry.fact.value != public.fact.value
	][0]
}

_word := {true: "yes", false: "no"}

_questions := {
	"data.public_datasets_used": "publicly available datasets",
	"data.licensed_used": "commercially licensed data",
	"data.private_third_party_used": "private data of third parties",
	"data.crawlers_used": "crawlers",
	"data.user_interactions_used": "data from interactions with the model",
	"data.service_data_used": "data from other services",
	"data.synthetic_used": "synthetic data",
}

# A form whose answer is free text ticks nothing that could be compared.
_form(model) := [entry |
	some entry in facts.stated_in(model, "data.provenance", {"model_documentation_form"})
	is_array(entry.fact.value)
	every name in entry.fact.value {
		name in _ticks
	}
	count(entry.fact.value) > 0
][0]

_ticks := {source.tick | some source in _sources} | {"data collected by other means", "other"}

_answers(model, source) := [object.union(entry, {"field": field}) |
	some field in source.fields
	some entry in facts.stated_in(model, field, {"training_content_summary"})
	is_boolean(entry.fact.value)
]

_asked(model, source) := {field |
	some field in source.fields
	count(facts.all(model, field)) > 0
}
