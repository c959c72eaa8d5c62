# METADATA
# title: Content
# description: |
#   Whether documents say something on a subject. Unlike `gpai.lib.passages`, a section counts only if it says something:
#   a heading over a template's placeholder is no evidence. Paths lead to sections, or to bindings of documents that have
#   no sections.
package gpai.lib.content

import data.gpai.lib.documents
import data.gpai.lib.passages

# METADATA
# description: The filled sections that match one of the patterns, as in `passages.matching`.
matching(model, kinds, patterns) := [entry |
	some entry in passages.matching(model, kinds, patterns)
	filled(entry)
]

# METADATA
# description: The paths of filled sections and passages that the author bound to one of the items.
bound(model, kinds, items) := array.concat(
	[entry.path |
		some entry in passages.bound(model, kinds, items)
		filled(entry)
	],
	[["bindings", i] |
		some i, binding in object.get(input, "bindings", [])
		binding.item in items
		model.index in binding.models
		document := input.documents[binding.document]
		document.kind in kinds
		count(object.get(document, "sections", [])) == 0
		_letters(binding.text) >= _enough
	],
)

# METADATA
# scope: document
# description: Whether a section, or one below it, holds more than a heading and a template's placeholder.
filled(entry) if _substance(entry.document, entry.section) >= _enough

filled(entry) if {
	some section in below(entry)
	_substance(entry.document, section) >= _enough
}

# METADATA
# description: The sections below a section.
below(entry) := [section |
	depth := count(entry.section.path)
	some section in input.documents[entry.document].sections
	count(section.path) > depth
	array.slice(section.path, 0, depth) == entry.section.path
]

# METADATA
# description: |
#   Whether the wording of the model's documents can be judged: at least one was read, and none of those that were read is
#   written in another language than English, which the patterns are.
legible(model, kinds) if {
	read := documents.readable(model, kinds)
	count(read) > 0
	every entry in read {
		_english(entry.document)
	}
}

# Fewer letters than a short sentence has are no content.
_enough := 16

# A text of some length without the commonest English words is in another language.
_english(document) if {
	text := lower(concat(" ", [section.text | some section in document.sections]))
	_reads_english(text)
}

_reads_english(text) if count(text) < 600

_reads_english(text) if {
	count(text) >= 600
	regex.match(`[ \n](the|and|of)[ \n]`, text)
}

_substance(document, section) := _letters(strings.replace_n(_left_behind(document, section), section.text))

_left_behind(document, section) := {placeholder.text: "" |
	some placeholder in object.get(input, "placeholders", [])
	placeholder.document == document
	placeholder.heading == section.path
	placeholder.text != ""
}

_letters(text) := count(regex.replace(text, `[^\pL\pN]+`, ""))
