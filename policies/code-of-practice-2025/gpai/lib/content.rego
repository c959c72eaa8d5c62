# METADATA
# title: Content
# description: |
#   Whether documents say something on a subject. Unlike `gpai.lib.passages`, a section counts only if it says something:
#   a heading over a template's placeholder is no evidence, and neither is the line that holds one. Paths lead to
#   sections, or to answers in `safety-and-security.yaml`, which binds each to its item.
package gpai.lib.content

import data.gpai.lib.documents
import data.gpai.lib.passages

# METADATA
# description: The filled sections that match one of the patterns (RE2, in lower case), as in `passages.matching`.
matching(model, kinds, patterns) := [{"path": ["documents", d, "sections", s], "section": section, "document": d} |
	some d in model.documents
	document := input.documents[d]
	document.kind in kinds
	some s, wording in _wordings[d]
	_any(patterns, wording)
	section := document.sections[s]
]

# METADATA
# description: The paths of filled sections, and of answers in structured documents, that are bound to one of the items.
bound(model, kinds, items) := array.concat(
	[entry.path |
		some entry in passages.bound(model, kinds, items)
		_wordings[entry.document][entry.path[3]]
	],
	[answer.path | some answer in answers(model, items)],
)

# METADATA
# description: The answers in structured documents that are bound to one of the items, as `[{"path", "text"}]`.
answers(model, items) := [{"path": ["bindings", i], "text": binding.text} |
	some i, binding in object.get(input, "bindings", [])
	binding.item in items
	model.index in binding.models
	input.documents[binding.document].kind == "safety_documentation"
	_letters(binding.text) > 0
]

# METADATA
# description: |
#   Where the text on a subject belongs, best first: the sections bound to one of the items and those whose title matches
#   one of the patterns, filled or not, else the document of the first kind.
places(model, kinds, items, patterns) := array.concat(
	[entry.path | some entry in passages.bound(model, {kind | some kind in kinds}, items)],
	array.concat(
		[entry.path | some entry in passages.titled(model, {kind | some kind in kinds}, patterns)],
		[entry.path |
			some kind in kinds
			some entry in documents.readable(model, {kind})
		],
	),
)

# METADATA
# description: |
#   The paths of passages on a subject, out of the sections that match each of its aspects (a list of results of
#   `matching`): one section that speaks of all of several aspects, or one whose title is about the subject and that
#   speaks of them together with the sections below it. The title of a whole document is about no subject of it.
devoted(hits, patterns) := array.concat(_together(hits), [entry.path |
	some aspect in hits
	some entry in aspect
	_any(patterns, lower(entry.section.title))
	not _heads_document(entry)
	every other in hits {
		some hit in other
		_within(hit, entry)
	}
])

# The sections that speak of every one of several aspects.
_together(hits) := [path | some path in intersection({{entry.path | some entry in aspect} | some aspect in hits})] if count(hits) > 1

_together(hits) := [] if count(hits) < 2

_heads_document(entry) if {
	entry.path[3] == 0
	count(below(entry)) > 0
}

_within(hit, entry) if {
	hit.document == entry.document
	array.slice(hit.section.path, 0, count(entry.section.path)) == entry.section.path
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
		_english[entry.path[1]]
	}
}

# Fewer letters than a short sentence has are no content.
_enough := 16

# Title and text of each section that says something, or stands over one that does, in lower case.
_wordings[d][s] := lower(concat("\n", array.concat([section.title], _lines[d][s]))) if {
	some d, document in input.documents
	some s, section in document.sections
	_speaks(d, s, section)
}

_speaks(d, s, _) if _letters(concat("", _lines[d][s])) >= _enough

_speaks(d, _, section) if section.path in _spoken_for[d]

# The headings over sections that say something.
_spoken_for[d] := {path |
	some s, section in document.sections
	count(section.path) > 1
	_letters(concat("", _lines[d][s])) >= _enough
	some depth in numbers.range(1, count(section.path) - 1)
	path := array.slice(section.path, 0, depth)
} if {
	some d, document in input.documents
}

# The lines of each section without those that hold a placeholder; with a placeholder, the head of a table goes as well.
_lines[d][s] := split(section.text, "\n") if {
	some d, document in input.documents
	some s, section in document.sections
	not _left_behind[d][section.path]
}

_lines[d][s] := [line |
	some i, line in split(section.text, "\n")
	not _holds(line, _left_behind[d][section.path])
	not i in _heads(section.text)
] if {
	some d, document in input.documents
	some s, section in document.sections
	_left_behind[d][section.path]
}

_heads(text) := {min([i |
	some i, line in split(text, "\n")
	contains(line, " | ")
])} if {
	contains(text, " | ")
}

_heads(text) := set() if not contains(text, " | ")

_holds(line, texts) if {
	some text in texts
	contains(line, text)
}

# The placeholders by document and heading.
_left_behind[d][heading] := {placeholder.text |
	some placeholder in input.placeholders
	placeholder.document == d
	placeholder.heading == heading
	placeholder.text != ""
} if {
	some found in object.get(input, "placeholders", [])
	d := found.document
	heading := found.heading
}

# A text of some length without the commonest English words is in another language.
_english[d] if {
	some d, document in input.documents
	_reads_english(lower(concat(" ", [section.text | some section in document.sections])))
}

_reads_english(text) if count(text) < 600

_reads_english(text) if {
	count(text) >= 600
	regex.match(`[ \n](the|and|of)[ \n]`, text)
}

# The beginning tells: no text is empty for hundreds of characters.
_letters(text) := count(regex.replace(substring(text, 0, 500), `[^\pL\pN]+`, ""))

_any(patterns, text) if {
	some pattern in patterns
	regex.match(pattern, text)
}
