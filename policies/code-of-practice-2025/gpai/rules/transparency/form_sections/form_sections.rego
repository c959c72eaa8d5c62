# METADATA
# title: Each section of the Model Documentation Form is complete
# description: |
#   What a model's documents say nowhere is collected here, one finding per section of the form, so that a reader sees at
#   once which part of the documentation is missing. Items that a public card is expected to state have a finding of
#   their own (GPAI-120 and following) where the rest of their section is there.
# related_resources:
# - description: Code of Practice, Transparency chapter, Model Documentation Form
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   rows: true
#   category: transparency
#   strength: code
#   measures: ["Transparency, Measure 1.1"]
#   articles: ["Article 53(1)(a)", "Article 53(1)(b)", "Annex XI", "Annex XII"]
#   level: error
#   confidence: medium-high
#   effective_on: 2025-08-02
#   depends_on: [GPAI-101]
#   remediation: |
#     Write the missing items into the model card or into model-documentation.yaml. Where the form is kept elsewhere, name it
#     in gpai-lint.yaml: `documents: {model_documentation_form: {url: https://…, public: false}}`.
#   examples:
#     bad:
#       README.md: |
#         # Example 7B
#         A text-generation model.
#       model-documentation.yaml: |
#         version: 1
#         {{example}}
#     good:
#       README.md: |
#         # Example 7B
#         A text-generation model.
#       model-documentation.yaml: |
#         version: 1
#         {{example}}
#   since: 0.1.0
package gpai.rules.transparency.form_sections

import data.gpai.lib.estimates
import data.gpai.lib.finding
import data.gpai.rules.transparency.form_items
import data.gpai.rules.transparency.form_sections.rows
import data.gpai.scope

report contains _found(row, model, items) if {
	some model in input.models
	some row in rows
	items := _absent(row, model)
	count(items) > 0
}

# Names of this package: where a variable indexes a reference that begins with `data`, Regorus goes through all modules.
_items := form_items.rows

_states := form_items.states

_own_absences := form_items.own_absences

_absent(row, model) := [item |
	some item in _items
	item.section == row.section
	_states[model.index][item.id] == "missing"
	not item.id in _own_absences[model.index]
	not item.requirements[0] in _told[model.index]
]

# What the findings on single items name as well.
_told[model.index] := {requirement |
	some item in _items
	item.id in _own_absences[model.index]
	some requirement in item.beside
} if {
	some model in input.models
}

_found(row, model, items) := finding.with_remediation(
	finding.with_requirements(
		finding.capped(finding.missing(row.id, model, items[0].fields[0], _message(row, model, items)), _highest(model, items)),
		sort({requirement | some item in items; some requirement in item.requirements}),
	),
	_remediation(items),
)

# Two items that the same words answer are one thing to write.
_named(items) := [item |
	beside := {requirement | some other in items; some requirement in other.beside}
	some item in items
	not item.requirements[0] in beside
]

_message(row, model, items) := concat("", array.concat(
	[sprintf(
		"No document answers %d items of the form's section '%s': %s.",
		[count(_named(items)), row.label, _list(items)],
	)],
	_estimates(model, items),
)) if {
	count(_named(items)) > 1
}

_message(_, model, items) := sprintf("No document states %s%s.", [
	_list(items),
	estimates.hint(object.get(_named(items)[0], "estimate", ""), model),
]) if {
	count(_named(items)) == 1
}

# What follows from figures that are stated, a sentence each.
_estimates(model, items) := [sprintf(" From what is stated, %s.", [trim_prefix(hint, "; ")]) |
	some item in _named(items)
	hint := estimates.hint(object.get(item, "estimate", ""), model)
	hint != ""
]

_list(items) := concat("; ", [sprintf("%s (%s)", [item.what, item.requirements[0]]) | some item in _named(items)])

# A list of examples is read; a list of instructions is not.
_remediation(items) := concat(" ", array.concat(
	[sprintf("Write into the model card or model-documentation.yaml, for instance: %s.", [concat("; ", examples)]) |
		examples := _examples(items)
		count(examples) > 0
	],
	[
		"Where the form is kept elsewhere, name it in gpai-lint.yaml:",
		"`documents: {model_documentation_form: {url: https://…, public: false}}`.",
	],
))

_examples(items) := [example |
	some item in _named(items)
	example := regex.find_n(`"[^"]+"`, regex.replace(item.remediation, `\s+`, " "), 1)[0]
]

default _highest(_, _) := "error"

# What the Code alone asks is a yardstick for who did not sign it.
_highest(model, items) := "note" if {
	every item in items {
		scope.commitment(item.requirements[0], model).answer == "no"
	}
} else := "warning" if {
	every item in items {
		item.level == "warning"
	}
}
