# METADATA
# title: Documents
# description: |
#   The documents that belong to a model, by kind. Every function returns a list of `{"path", "document"}`.
#   A document that the configuration names by its address is one too: it exists, but it cannot be read.
package gpai.lib.documents

# METADATA
# description: The model's documents of these kinds, read or only known by their address.
of(model, kinds) := [{"path": ["documents", i], "document": document} |
	some i in model.documents
	document := input.documents[i]
	document.kind in kinds
]

# METADATA
# description: Those whose text was read.
readable(model, kinds) := [entry |
	some entry in of(model, kinds)
	entry.document.readable
]

# METADATA
# description: Those that exist but were not read.
external(model, kinds) := [entry |
	some entry in of(model, kinds)
	not entry.document.readable
]

# METADATA
# description: Those that are public.
public(model, kinds) := [entry |
	some entry in of(model, kinds)
	entry.document.public
]

# METADATA
# description: Whether the model has a document of one of these kinds.
any(model, kinds) if count(of(model, kinds)) > 0
