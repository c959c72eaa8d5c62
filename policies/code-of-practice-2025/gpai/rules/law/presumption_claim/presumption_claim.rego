# METADATA
# title: Nothing published calls the Code a presumption of conformity
# description: |
#   Adherence to the Code helps to show compliance and may lower a fine; it makes nobody compliant by presumption. Only a
#   harmonised standard would, and there is none. A text that says otherwise misleads its readers.
# related_resources:
# - description: AI Act, Article 56(6) as replaced by Regulation (EU) 2026/1744
#   ref: https://eur-lex.europa.eu/eli/reg/2026/1744/oj
# custom:
#   id: GPAI-618
#   name: presumption-claim
#   category: law
#   strength: practice
#   requirements: [LAW-56.6]
#   measures: []
#   articles: ["Article 53(4)", "Article 56(6)"]
#   level: warning
#   confidence: high
#   depends_on: []
#   decides: false
#   remediation: |
#     Write that the provider adheres to the Code and uses it to demonstrate compliance, and leave presumption out.
#   examples:
#     bad:
#       README.md: |
#         # Example 7B
#         A language model.
#
#         ## Compliance
#         We signed the Code of Practice and therefore enjoy a presumption of conformity with the AI Act.
#     good:
#       README.md: |
#         # Example 7B
#         A language model.
#
#         ## Compliance
#         We signed the Code of Practice and use it to demonstrate compliance with the AI Act.
#   since: 0.1.0
package gpai.rules.law.presumption_claim

import data.gpai.lib.finding

report contains finding.at(
	"GPAI-618",
	input.models[model],
	["documents", d, "sections", s],
	"The text claims a presumption of conformity by the Code of Practice, which gives none.",
) if {
	some d, document in input.documents
	some s, section in document.sections
	text := lower(section.text)
	contains(text, "code of practice")
	regex.match(`presum(ption|ed)[^.]{0,30}(conformity|complian)|safe harbou?r`, text)
	not regex.match(`\b(no|not|nor|neither|without|never)\b[^.]{0,60}(presum|safe harbou?r)`, text)
	model := document.models[0]
}
