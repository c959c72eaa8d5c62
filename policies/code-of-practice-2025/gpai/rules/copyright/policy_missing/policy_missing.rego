# METADATA
# title: There is a copyright policy
# description: |
#   Every provider of a general-purpose model, open source or not, puts a policy in place to comply with Union law on
#   copyright. Signatories describe it in one document that contains the five measures of the chapter. Until there is one,
#   this finding stands for all that the document would have to say.
# related_resources:
# - description: AI Act, Article 53(1)(c)
#   ref: https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# - description: Code of Practice, Copyright chapter, Measure 1.1
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   id: GPAI-301
#   name: copyright-policy-missing
#   category: copyright
#   strength: law
#   requirements: ["C-1", "C-1.1(1)", LAW-53.1c]
#   measures: ["Copyright, Measure 1.1"]
#   articles: ["Article 53(1)(c)"]
#   level: error
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: []
#   remediation: |
#     Write the policy into one document such as COPYRIGHT_POLICY.md with sections on lawful access, rights reservations,
#     outputs, responsibilities, contact and complaints, or name where it is published in gpai-lint.yaml:
#     `documents: {copyright_policy: {url: https://…}}`.
#   examples:
#     bad:
#       README.md: |
#         # Example 7B
#
#         A text model with 7.3 billion parameters.
#     good:
#       README.md: |
#         # Example 7B
#
#         A text model with 7.3 billion parameters.
#       COPYRIGHT_POLICY.md: |
#         # Copyright policy
#
#         The legal team is responsible for this policy, which covers all our general-purpose models.
#   since: 0.1.0
package gpai.rules.copyright.policy_missing

import data.gpai.lib.copyright
import data.gpai.lib.finding
import data.gpai.scope

report contains finding.missing(
	"GPAI-301",
	model,
	"copyright.policy",
	"There is no copyright policy: no document describes how the provider complies with Union law on copyright.",
) if {
	some model in input.models
	scope.applies("C-1", model)
	not copyright.exists(model)
}
