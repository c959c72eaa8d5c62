# METADATA
# title: A claim of openly licensed data holds for every source listed
# description: |
#   A data card that says it holds only corpora under open licences invites others to rely on that. A source below with a
#   non-commercial licence, or with none stated, contradicts it.
# related_resources:
# - description: Open Definition 2.1
#   ref: https://opendefinition.org/od/2.1/en/
# custom:
#   id: GPAI-731
#   name: open-data-claim
#   category: consistency
#   strength: practice
#   requirements: []
#   measures: ["Transparency, Measure 1.3"]
#   articles: []
#   level: warning
#   confidence: high
#   depends_on: []
#   decides: false
#   remediation: |
#     Name the exceptions in the claim, or leave out the sources that are not openly licensed.
#   examples:
#     bad:
#       DATA_CARD.md: |
#         # Data card for the Example corpus
#
#         ## Curation rationale
#         The Example corpus contains only corpora under open licenses.
#
#         ## Lectures
#         Source: transcripts of lectures. License: CC BY-NC-SA 4.0.
#     good:
#       DATA_CARD.md: |
#         # Data card for the Example corpus
#
#         ## Curation rationale
#         The Example corpus contains only corpora under open licenses.
#
#         ## Lectures
#         Source: transcripts of lectures. License: CC BY-SA 4.0.
#   since: 0.1.0
package gpai.rules.consistency.open_data_claim

import data.gpai.lib.finding

report contains finding.with_related(
	finding.at(
		"GPAI-731",
		input.models[document.models[0]],
		["documents", d, "sections", s],
		sprintf("The text says that all data are openly licensed, but '%s' is not.", [exceptions[0].text]),
	),
	[{"message": sprintf("Here stands '%s'.", [exception.text]), "at": exception.path} |
		some i, exception in array.slice(exceptions, 0, 10)

		# The same words may stand more than once in one section.
		not exception in array.slice(exceptions, 0, i)
	],
) if {
	some d, document in input.documents
	document.kind == "data_card"
	some s, section in document.sections
	regex.match(
		`\b(only|exclusively|solely|all)\b[^.]*\b(under|with|have|has) (an? )?(open|permissive|openly|open-source) licen[cs]es?`,
		lower(section.text),
	)
	exceptions := _exceptions(d, document)
	count(exceptions) > 0
}

_exceptions(d, document) := [{"path": ["documents", d, "sections", i], "text": found} |
	some i, section in document.sections
	some found in regex.find_n(
		`(?i)\bcc[- ]by[- ]nc[-a-z]*( [0-9](\.[0-9])?)?|\blicen[cs]e: (?:not specified|unknown|none|unspecified)|\bnon-?commercial use only`,
		section.text,
		3,
	)
]
