# METADATA
# title: Copyright policy
# description: |
#   Where a model's copyright policy stands: a document of its own, or a chapter of another one (of the Model Documentation
#   Form, of a collection of notices), which may be the one document that describes all measures just as well.
package gpai.lib.copyright

import data.gpai.lib.content
import data.gpai.lib.documents
import data.gpai.lib.passages

# METADATA
# description: The policies of each model, `{"path", "document"}` with the index of the document.
policies[model.index] := array.concat(
	[{"path": entry.path, "document": entry.path[1]} | some entry in documents.of(model, {"copyright_policy"})],
	[{"path": entry.path, "document": entry.document} |
		some entry in passages.titled(model, _collections, [_title])
		entry.section.level < 3
		_long(entry)
	],
) if {
	some model in input.models
}

# METADATA
# description: Whether the model has a policy, read or known by its address.
exists(model) if count(policies[model.index]) > 0

# METADATA
# description: Whether a policy can be judged, that is, it was read and is written in English.
legible(model) if {
	content.legible(model, {"copyright_policy"})
} else if {
	some policy in policies[model.index]
	input.documents[policy.document].kind != "copyright_policy"
}

# METADATA
# description: The kinds of document in which the model's policies stand.
kinds(model) := {"copyright_policy"} | {input.documents[policy.document].kind | some policy in policies[model.index]}

_collections := {
	"model_documentation_form",
	"training_content_summary",
	"terms_of_service",
	"applicability_decision",
	"data_card",
	"other",
}

_title := `copyright (compliance )?policy|copyright compliance (framework|at )|policy (on|for|to comply with) (union )?copyright`

# A pointer to a policy is shorter than a policy.
_long(entry) if {
	texts := array.concat([entry.section.text], [section.text | some section in content.below(entry)])
	sum([count(text) | some text in texts]) >= 600
}
