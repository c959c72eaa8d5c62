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
	_sentence(sprintf("There is no item '%s'%s", [binding.item, _suggestion(binding.item)])),
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

_sentence(text) := text if endswith(text, "?")

_sentence(text) := concat("", [text, "."]) if not endswith(text, "?")

# Case and punctuation are the smallest slips.
_suggestion(item) := sprintf("; did you mean '%s'?", [meant[0]]) if {
	meant := sort([id | some id, _ in requirements; _letters(id) == _letters(item)])
	count(meant) > 0
} else := "; that is a rule, and passages are bound to items such as MDF-8.1" if {
	startswith(upper(item), "GPAI-")
} else := _beginning("items that begin so are", begun) if {
	# Items are split finer than measures.
	begun := _begun(item)
	count(begun) > 0
} else := _beginning("those beside it are", begun) if {
	begun := _begun(regex.replace(item, `[0-9]*[A-Za-z]?(\([^()]*\))*$`, ""))
	count(begun) > 0
	count(begun) < 20
} else := ""

_beginning(words, begun) := sprintf("; %s '%s'", [words, concat("', '", array.slice(begun, 0, 4))])

_begun(beginning) := sort([id | some id, _ in requirements; startswith(lower(id), lower(beginning))])

_letters(id) := regex.replace(lower(id), `[^a-z0-9]`, "")
