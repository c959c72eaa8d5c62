# METADATA
# title: Bindings name items that exist and passages that say something
# description: |
#   `<!-- gpai: MDF-8.1 -->` binds a passage to an item, so that wording no longer matters. A binding to an item that does
#   not exist does nothing, and one that stands before nothing binds nothing: both look like evidence and are none.
# related_resources:
# - description: Binding passages to items
#   ref: https://github.com/gpai-lint/gpai-lint/tree/main/docs
# custom:
#   rows: true
#   category: documents
#   strength: practice
#   requirements: []
#   measures: []
#   articles: []
#   level: warning
#   confidence: high
#   depends_on: []
#   since: 0.1.0
package gpai.rules.documents.bindings

import data.gpai.lib.finding
import data.gpai.requirements

report contains finding.at(
	"GPAI-804",
	input.models[binding.models[0]],
	["bindings", i],
	sprintf("There is no item '%s'%s.", [binding.item, _suggestion(binding.item)]),
) if {
	some i, binding in input.bindings
	not requirements[binding.item]
}

report contains finding.at(
	"GPAI-805",
	input.models[binding.models[0]],
	["bindings", i],
	sprintf("The binding to '%s' stands before no text.", [binding.item]),
) if {
	some i, binding in input.bindings
	requirements[binding.item]
	trim_space(binding.text) == ""
}

# Items are split finer than measures: the beginning of an id is the commonest slip.
_suggestion(item) := sprintf("; items that begin so are '%s'", [concat("', '", array.slice(begun, 0, 4))]) if {
	begun := sort([id | some id, _ in requirements; startswith(lower(id), lower(item))])
	count(begun) > 0
} else := ""
