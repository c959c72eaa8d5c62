# METADATA
# title: The copyright policy or a summary of it is public
# description: |
#   Signatories are encouraged to publish a summary of their copyright policy and to keep it current. A public policy says
#   at least as much.
# related_resources:
# - description: Code of Practice, Copyright chapter, Measure 1.1
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   id: GPAI-303
#   name: copyright-policy-summary
#   category: copyright
#   strength: encouraged
#   requirements: ["C-1.1(2)"]
#   measures: ["Copyright, Measure 1.1"]
#   articles: []
#   level: note
#   confidence: high
#   depends_on: [GPAI-301]
#   remediation: |
#     Publish the policy, or a summary such as COPYRIGHT_SUMMARY.md, and name it in gpai-lint.yaml under
#     `documents: copyright_policy_summary:`.
#   examples:
#     bad:
#       gpai-lint.yaml: |
#         documents:
#           copyright_policy: {path: internal/policy.md, public: false}
#       README.md: |
#         # Example 7B
#
#         A text model with 7.3 billion parameters.
#       internal/policy.md: |
#         # Copyright policy
#
#         The legal team is responsible for this policy, which covers all our general-purpose models.
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
package gpai.rules.copyright.policy_summary

import data.gpai.lib.copyright
import data.gpai.lib.documents
import data.gpai.lib.finding
import data.gpai.scope

report contains finding.at(
	"GPAI-303",
	model,
	copyright.policies[model.index][0].path,
	"The copyright policy is not public, and no summary of it is published.",
) if {
	some model in input.models
	scope.applies("C-1.1(2)", model)
	copyright.exists(model)
	count(_published(model)) == 0
}

met contains {"requirement": "C-1.1(2)", "model": model.index, "at": entry.path} if {
	some model in input.models
	some entry in _published(model)
}

_published(model) := array.concat(
	[policy | some policy in copyright.policies[model.index]; input.documents[policy.document].public],
	documents.public(model, {"copyright_policy_summary"}),
)
