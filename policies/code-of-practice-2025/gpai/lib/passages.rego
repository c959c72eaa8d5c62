# METADATA
# title: Passages
# description: |
#   Sections of documents, found by their wording or by the author's binding (`<!-- gpai: S-1.1(1) -->`). Every function
#   returns a list of `{"path", "section", "document"}`; `path` is `["documents", d, "sections", s]`.
#
#   Patterns are RE2 in lower case and are matched against the section's title and text in lower case. Keep them cheap:
#   plain alternatives cost a few microseconds per section, `\b` and `.{0,80}` a hundred times as much. For two things
#   said in one section use `matching_all`, not a gap.
package gpai.lib.passages

import data.gpai.lib.documents

# Title and text in lower case and the entry of each section, document by document: once for all rules.
_lowered := [[lower(concat("\n", [object.get(section, "title", ""), object.get(section, "text", "")])) |
	some section in document.sections
] |
	some document in input.documents
]

_entries := [[{"path": ["documents", d, "sections", s], "section": section, "document": d} |
	some s, section in document.sections
] |
	some d, document in input.documents
]

# METADATA
# description: Title and text of a section in lower case, as the patterns see them.
lowered(entry) := _lowered[entry.document][entry.path[3]]

# METADATA
# description: The sections of the model's documents of these kinds.
of(model, kinds) := [entry |
	some d in _documents(model, kinds)
	some entry in _entries[d]
]

# METADATA
# description: The sections that match at least one of the patterns.
matching(model, kinds, patterns) := [_entries[d][s] |
	some d in _documents(model, kinds)
	some s, text in _lowered[d]
	_any(text, patterns)
]

# METADATA
# description: The sections that match every one of the patterns.
matching_all(model, kinds, patterns) := [_entries[d][s] |
	some d in _documents(model, kinds)
	some s, text in _lowered[d]
	_all(text, patterns)
]

_documents(model, kinds) := [entry.path[1] | some entry in documents.of(model, kinds)]

# METADATA
# description: The sections whose title matches at least one of the patterns.
titled(model, kinds, patterns) := [entry |
	some entry in of(model, kinds)
	_any(lower(entry.section.title), patterns)
]

# METADATA
# description: The sections that the author bound to one of the items.
bound(model, kinds, items) := [entry |
	some entry in of(model, kinds)
	_bound(entry.section, items)
]

# METADATA
# description: The sections that are evidence for an item, by binding or by wording; a binding is enough on its own.
evidence(model, kinds, patterns, items) := [entry |
	some entry in of(model, kinds)
	_is_evidence(entry, patterns, items)
]

_is_evidence(entry, _, items) if _bound(entry.section, items)

_is_evidence(entry, patterns, items) if {
	not _bound(entry.section, items)
	_any(_lowered[entry.document][entry.path[3]], patterns)
}

_bound(section, items) if {
	some item in section.bindings
	item in items
}

_any(text, patterns) if {
	some pattern in patterns
	regex.match(pattern, text)
}

_all(text, patterns) if {
	every pattern in patterns {
		regex.match(pattern, text)
	}
}
