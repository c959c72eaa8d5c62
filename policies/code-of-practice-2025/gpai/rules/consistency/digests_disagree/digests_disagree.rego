# METADATA
# title: Published digests are those of the weight files
# description: |
#   A digest that belongs to none of the files it stands beside is worse than none: the honest file looks forged. Where the
#   repository keeps weights by reference, the reference holds their digest, so that the two can be compared unread.
# related_resources:
# - description: Code of Practice, Transparency chapter, Model Documentation Form
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   id: GPAI-740
#   name: digests-disagree
#   category: consistency
#   strength: code
#   requirements: [MDF-1.3]
#   measures: ["Transparency, Measure 1.1"]
#   articles: ["Article 53(1)(a)"]
#   level: warning
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: []
#   remediation: |
#     Compute the digests of the files as they are published now, and write these.
#   examples:
#     bad:
#       README.md: |
#         # Example 7B
#         A text-generation model.
#
#         - SHA-256: 6a2d1e0f8b3c5d7e9f0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60
#       model.safetensors: |
#         version https://git-lfs.github.com/spec/v1
#         oid sha256:5f1c0d9e7a2b4c6d8e0f1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f
#         size 14000000000
#     good:
#       README.md: |
#         # Example 7B
#         A text-generation model.
#
#         - SHA-256: 5f1c0d9e7a2b4c6d8e0f1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f
#       model.safetensors: |
#         version https://git-lfs.github.com/spec/v1
#         oid sha256:5f1c0d9e7a2b4c6d8e0f1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f
#         size 14000000000
#   since: 0.1.0
package gpai.rules.consistency.digests_disagree

import data.gpai.lib.facts
import data.gpai.lib.finding

# A list of digests may name files that are kept elsewhere; one without any of those kept here is about other files.
report contains finding.with_related(
	finding.at("GPAI-740", model, entry.path, "None of the digests given here is that of a weight file of the repository."),
	[{"message": sprintf("This file's digest is '%s…'.", [substring(file.digest, 0, 12)]), "at": file.path} |
		some file in array.slice(_files(model), 0, 3)
	],
) if {
	some model in input.models
	kept := {file.digest | some file in _files(model)}
	count(kept) > 0
	some entry in facts.stated(model, "model.authenticity")
	entry.fact.method == "declared"
	given := _digests(entry)
	count(given) > 0
	count(given & kept) == 0
}

_files(model) := [{"digest": digest, "path": entry.path} |
	some entry in facts.stated_by(model, "model.authenticity", "measured")
	some digest in _digests(entry)
]

_digests(entry) := {lower(token) |
	some token in regex.find_n(`[0-9A-Za-z]+`, entry.fact.text, -1)
	count(token) == 64
	regex.match(`^[0-9a-f]+$`, lower(token))
}
