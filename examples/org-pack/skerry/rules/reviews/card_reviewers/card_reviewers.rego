# METADATA
# title: Documents on models have a required reviewer
# description: |
#   Whoever changes a model card, a documentation form or a training summary changes what the company can be held to.
#   CODEOWNERS gives each of them a team that has to approve the change. As on the forges, the last pattern that
#   matches a file counts.
# related_resources:
# - description: Guideline of the group on models
#   ref: https://intranet.skerry.example/guidelines/models
# custom:
#   id: SKE-102
#   name: skerry-card-reviewers
#   category: reviews
#   strength: practice
#   requirements: []
#   level: warning
#   remediation: Add a line such as `/README.md @skerry/compliance` at the end of CODEOWNERS.
#   examples:
#     bad:
#       README.md: |
#         ---
#         license: apache-2.0
#         ---
#         # Skerry Small
#
#         Skerry Small is a language model with 2 billion parameters, SKM-0042 in our register.
#       .github/CODEOWNERS: |
#         * @skerry/compliance
#         /README.md @skerry/research
#     good:
#       README.md: |
#         ---
#         license: apache-2.0
#         ---
#         # Skerry Small
#
#         Skerry Small is a language model with 2 billion parameters, SKM-0042 in our register.
#       .github/CODEOWNERS: |
#         * @skerry/research
#         /README.md @skerry/compliance
#   since: 1.0.0
package skerry.rules.reviews.card_reviewers

import data.gpai.lib.finding
import data.skerry.terms

report contains finding.at("SKE-102", model, ["documents", d], message) if {
	some model in input.models
	some d in model.documents
	document := input.documents[d]
	document.kind in terms.reviews.kinds
	count(_owners(document.path) & _reviewers) == 0
	message := sprintf("No change to '%s' needs the approval of %s.", [document.path, concat(" or ", terms.reviews.reviewers)])
}

_reviewers := {reviewer | some reviewer in terms.reviews.reviewers}

# The words of all CODEOWNERS files: each pattern is followed by its owners.
_words := [word |
	some document in input.documents
	document.kind == "codeowners"
	some section in document.sections
	some word in regex.split(`\s+`, section.text)
	word != ""
]

_is_owner(word) if contains(word, "@")

# The owners of a file: those that follow the last pattern that matches it.
_owners(path) := owners if {
	last := max([i | some i, word in _words; not _is_owner(word); _matches(word, path)])
	following := [i | some i, word in _words; i > last; not _is_owner(word)]
	owners := {word | some i, word in _words; i > last; i < min(array.concat(following, [count(_words)]))}
} else := set()

_matches("*", _) := true

_matches(pattern, path) if trim_left(pattern, "/") == path

_matches(pattern, path) if {
	endswith(pattern, "/")
	startswith(path, trim_left(pattern, "/"))
}

# Without a slash a pattern means a name in any folder.
_matches(pattern, path) if {
	not contains(pattern, "/")
	steps := split(path, "/")
	glob.match(pattern, ["/"], steps[count(steps) - 1])
}

_matches(pattern, path) if {
	contains(pattern, "*")
	contains(pattern, "/")
	glob.match(trim_left(pattern, "/"), ["/"], path)
}
