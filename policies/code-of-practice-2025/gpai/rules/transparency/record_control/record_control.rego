# METADATA
# title: Something shows that the documentation is controlled
# description: |
#   Documented information is checked for quality and integrity, kept as evidence and protected against unintended change.
#   Files can only hint at that: owners of the documentation in CODEOWNERS, a named reviewer, digests or a signature, a
#   named standard for records. The note appears only where the form itself is kept in the repository.
# related_resources:
# - description: Code of Practice, Transparency chapter, Measure 1.3
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   id: GPAI-107
#   name: documentation-control
#   category: transparency
#   strength: code
#   requirements: [T-1.3.a, T-1.3.b]
#   measures: ["Transparency, Measure 1.3"]
#   articles: ["Article 53(1)(a)"]
#   level: note
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: [GPAI-101]
#   decides: false
#   remediation: |
#     Give the documentation an owner in .github/CODEOWNERS ("/model-documentation.yaml @example/compliance"), name who
#     reviewed it and when, or attest how it is controlled in gpai-lint.yaml.
#   examples:
#     bad:
#       model-documentation.yaml: |
#         document_version: "1.0"
#         last_updated: 2026-02-01
#         model_name: Example 7B
#     good:
#       model-documentation.yaml: |
#         document_version: "1.0"
#         last_updated: 2026-02-01
#         model_name: Example 7B
#       .github/CODEOWNERS: |
#         /model-documentation.yaml @example/compliance
#   since: 0.1.0
package gpai.rules.transparency.record_control

import data.gpai.lib.content
import data.gpai.lib.documents
import data.gpai.lib.finding
import data.gpai.scope

_form_kinds := {"model_documentation_form"}

_document_kinds := {"model_documentation_form", "model_card", "readme", "changelog", "retention_policy"}

# What is said of the documents, in one sentence: papers and code are reviewed as well.
_control := [
	`(documentation|this (form|card|document)|model card|records?)[^.\n]{0,80}(reviewed|approved|checked|controlled|signed|protected)`,
	`(reviewed|approved|checked|controlled)[^.\n]{0,80}(documentation|this (form|card|document)|model card|records?)`,
	`(^|\n)[^a-z\n]*(reviewed|approved) (by|on)[^a-z]|(^|\n)[^a-z\n]*reviewers?:`,
]

# The licence tag of a source file names SPDX too.
_standards := [`42001|iso 9001|iso/iec 27001|iso 15489|spdx[- ]?(3|ai|sbom|document|profile)|cyclonedx|sigstore|model[- ]signing`]

report contains finding.with_requirements(
	finding.at(
		"GPAI-107",
		model,
		form.path,
		"Nothing shows who controls the model documentation: no owner in CODEOWNERS, no reviewer, no protection against change.",
	),
	["T-1.3.a"],
) if {
	some model in input.models
	scope.applies("T-1.3.a", model)
	count(_shown(model)) == 0
	form := documents.readable(model, _form_kinds)[0]
}

met contains {"requirement": "T-1.3.a", "model": model.index, "at": path} if {
	some model in input.models
	some path in _shown(model)
}

met contains {"requirement": "T-1.3.b", "model": model.index, "at": entry.path} if {
	some model in input.models
	some entry in content.matching(model, _document_kinds, _standards)
}

met contains {"requirement": "T-1.3.b", "model": model.index, "at": entry.path} if {
	some model in input.models
	some entry in documents.of(model, {"provenance_manifest"})
}

_shown(model) := array.concat(
	[entry.path |
		some entry in documents.of(model, {"codeowners"})
		_owns_documents(entry, model)
	],
	[entry.path | some entry in content.matching(model, _document_kinds, _control)],
)

# A pattern of the file that covers the documentation. Readers may join lines, so words are looked at and not lines.
_owns_documents(entry, model) if {
	some section in entry.document.sections
	some pattern in regex.split(`\s+`, section.text)
	not contains(pattern, "@")
	some described in documents.of(model, _document_kinds)
	_covers(trim(pattern, "/"), described.document.path)
}

_covers(pattern, _) if pattern in {"*", "**"}

_covers(pattern, path) if pattern in {path, _name(path)}

_covers(pattern, path) if {
	startswith(pattern, "*.")
	endswith(path, trim_prefix(pattern, "*"))
}

_covers(pattern, path) if {
	folder := trim_right(pattern, "/*")
	folder != ""
	startswith(path, sprintf("%s/", [folder]))
}

_name(path) := parts[count(parts) - 1] if parts := split(path, "/")
