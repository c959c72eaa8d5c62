# METADATA
# title: Safety and security documents have the content the Code asks for
# description: |
#   Signatories write their processes, reasons and results down in a Safety and Security Framework, a Model Report for
#   each model and a few documents beside them. Without this content the AI Office cannot follow why a systemic risk was
#   found acceptable, and neither can the people inside who have to act on it.
# related_resources:
# - description: Code of Practice, Safety and Security chapter
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   rows: true
#   category: safety_security
#   strength: code
#   articles: ["Article 55(1)"]
#   level: warning
#   confidence: high
#   effective_on: 2025-08-02
#   since: 0.1.0
#   examples:
#     bad:
#       gpai-lint.yaml: |
#         provider: {name: Example Labs, country: FR, signatory: true}
#         models:
#         - {path: ., placed_on_market: true, gpai: true, systemic_risk: true}
#       README.md: |
#         # Example 400B
#         A text-generation model.
#       "{{file}}": |
#         {{title}}
#         Our people take great care in all that they do.
#     good:
#       gpai-lint.yaml: |
#         provider: {name: Example Labs, country: FR, signatory: true}
#         models:
#         - {path: ., placed_on_market: true, gpai: true, systemic_risk: true}
#       README.md: |
#         # Example 400B
#         A text-generation model.
#       "{{file}}": |
#         {{title}}
#         {{example}}
package gpai.rules.safety_security.document_content

import data.gpai.lib.content
import data.gpai.lib.documents
import data.gpai.lib.finding
import data.gpai.lib.passages
import data.gpai.lib.systemic
import data.gpai.reference.safety_documents
import data.gpai.rules.safety_security.document_content.rows

report contains systemic.moderated(_lacking(row, model, missing), model) if {
	some model in systemic.models
	some row in rows
	_concerns(row, model)
	content.legible(model, _kinds(row))
	missing := _missing(row, model)
	count(missing) > 0
}

report contains systemic.moderated(_undocumented(row, model), model) if {
	some model in systemic.models
	some row in rows
	_concerns(row, model)
	not documents.any(model, _kinds(row))
	count(_bound[model.index][row.id]) == 0
	not systemic.attested([_document(row).requirement], model)
}

met contains {"requirement": requirement, "model": model.index, "at": path} if {
	some model in systemic.models
	some row in rows
	_concerns_by_scope(row, model)
	some path in _devoted[model.index][row.id]
	some requirement in row.requirements
}

# With less to show, smaller providers point at what they have.
met contains {"requirement": requirement, "model": model.index, "at": path} if {
	some model in systemic.models
	some row in rows
	"small" in object.get(row, "unless", [])
	systemic.excuse("small", model)
	some path in _bound[model.index][row.id]
	some requirement in row.requirements
}

# METADATA
# description: |
#   Places that hold the words without a passage on the subject: they silence the finding, and show nothing.
mentioned contains {"requirement": requirement, "model": model.index, "at": path} if {
	some model in systemic.models
	some row in rows
	_concerns_by_scope(row, model)
	count(_devoted[model.index][row.id]) == 0
	count(_missing(row, model)) == 0
	some path in _evidence(row, model)
	some requirement in row.requirements
}

inapplicable contains {"requirement": requirement, "model": model.index, "why": excuse.why, "at": excuse.at} if {
	some model in systemic.models
	some row in rows
	some condition in object.get(row, "unless", [])
	condition != "small"
	excuse := systemic.excuse(condition, model)
	some requirement in row.requirements
}

# Who claims nothing under Appendix 2 has nothing to show for it.
inapplicable contains {
	"requirement": requirement,
	"model": model.index,
	"why": "The documents do not treat the model as similarly safe to another.",
	"at": documents.readable(model, _kinds(row))[0].path,
} if {
	some model in systemic.models
	some row in rows
	row.only_if == ["similarly_safe"]
	content.legible(model, _kinds(row))
	not systemic.excuse("similarly_safe", model)
	some requirement in row.requirements
	_of_the_claim(requirement)
}

_of_the_claim(requirement) if startswith(requirement, "A-2.")

_of_the_claim("S-7.3(1)(h)") := true

_document(row) := safety_documents[row.document]

# The kinds of document, the one meant first.
_ordered(row) := object.get(row, "kinds", _document(row).kinds)

_kinds(row) := {kind | some kind in _ordered(row)}

_concerns(row, model) if {
	_concerns_by_scope(row, model)
	not systemic.attested(row.requirements, model)
}

_concerns_by_scope(row, model) if {
	not systemic.excused(object.get(row, "unless", []), model)
	every condition in object.get(row, "only_if", []) {
		systemic.excuse(condition, model)
	}
}

# The passages bound to each row, which stand for all its aspects.
_bound[model.index][row.id] := content.bound(model, _kinds(row), row.requirements) if {
	some model in systemic.models
	some row in rows
}

# The passages on each aspect of each row, in a list that is empty where there is none.
_hits[model.index][row.id] := [content.matching(model, _kinds(row), aspect.patterns) | some aspect in row.aspects] if {
	some model in systemic.models
	some row in rows
	count(_bound[model.index][row.id]) == 0
}

# The first passage on each aspect.
_covered[index][id] := [[entry.path | some entry in array.slice(hits, 0, 1)] |
	some hits in aspects
] if {
	some index, by_row in _hits
	some id, aspects in by_row
}

# What shows that the row is fulfilled: a passage that the author binds to it, or one on its subject. A word that falls
# somewhere in a long document shows nothing.
_devoted[model.index][row.id] := _bound[model.index][row.id] if {
	some model in systemic.models
	some row in rows
	count(_bound[model.index][row.id]) > 0
}

_devoted[model.index][row.id] := array.slice(sort({path | some path in content.devoted(_hits[model.index][row.id], _patterns(row))}), 0, 3) if {
	some model in systemic.models
	some row in rows
	_hits[model.index][row.id]
}

_patterns(row) := [pattern |
	some aspect in row.aspects
	some pattern in aspect.patterns
]

_missing(row, model) := [row.aspects[i].what |
	some i, paths in _covered[model.index][row.id]
	count(paths) == 0
]

_evidence(row, model) := array.concat(_bound[model.index][row.id], [path |
	some paths in _covered[model.index][row.id]
	some path in paths
])

_lacking(row, model, missing) := finding.at(row.id, model, _place(row, model), sprintf(
	"The %s does not cover: %s.",
	[_document(row).name, concat("; ", missing)],
))

# A section on the subject: bound to it, or about a part of it, or titled like it; else the document.
_place(row, model) := array.concat(
	[entry.path | some entry in passages.bound(model, _kinds(row), row.requirements)],
	array.concat(_evidence(row, model), content.places(model, _ordered(row), [], _patterns(row))),
)[0]

_undocumented(row, model) := finding.missing(row.id, model, _document(row).field, sprintf(
	"There is %s that covers: %s.",
	[systemic.absent(_document(row)), concat("; ", [aspect.what | some aspect in row.aspects])],
))
