# METADATA
# title: Published digests are complete
# description: |
#   Users compare a digest with that of the file they have. One that was cut or mistyped matches nothing, and whoever tries
#   learns not to try: a SHA-256 digest has 64 hexadecimal digits, a SHA-512 digest 128.
# related_resources:
# - description: Code of Practice, Transparency chapter, Model Documentation Form
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   id: GPAI-174
#   name: form-digest-length
#   category: transparency
#   strength: code
#   requirements: [MDF-1.3]
#   measures: ["Transparency, Measure 1.1"]
#   articles: ["Article 53(1)(a)"]
#   level: warning
#   confidence: medium-high
#   effective_on: 2025-08-02
#   depends_on: []
#   remediation: |
#     Copy the whole digest, as `sha256sum model.safetensors` prints it.
#   examples:
#     bad:
#       README.md: |
#         # Example 7B
#         A text-generation model.
#
#         - SHA-256: 5f1c0d9e7a2b4c6d8e0f1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d
#     good:
#       README.md: |
#         # Example 7B
#         A text-generation model.
#
#         - SHA-256: 5f1c0d9e7a2b4c6d8e0f1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f
#   since: 0.1.0
package gpai.rules.transparency.digest_length

import data.gpai.lib.facts
import data.gpai.lib.finding
import data.gpai.scope

report contains finding.at("GPAI-174", model, entry.path, sprintf(
	"'%s…' has %d hexadecimal digits, which is the length of no digest; a SHA-256 digest has 64.",
	[substring(token, 0, 12), count(token)],
)) if {
	some model in input.models
	scope.applies("MDF-1.3", model)
	some entry in facts.stated(model, "model.authenticity")
	entry.fact.method != "measured"
	not _told_by_the_schema(entry)
	some token in regex.find_n(`[0-9A-Za-z]+`, entry.fact.text, -1)
	count(token) >= 24
	regex.match(`^[0-9a-f]*[0-9][0-9a-f]*$`, lower(token))
	not count(token) in _lengths
}

# MD5, SHA-1, SHA-224, SHA-256, SHA-384, SHA-512.
_lengths := {32, 40, 56, 64, 96, 128}

# In a file of our own format the finding on the file says it already.
_told_by_the_schema(entry) if {
	some unread in input.unread
	unread.file == input.documents[entry.fact.document].path
}
