# METADATA
# title: The copyright policy is dated and current
# description: |
#   Signatories keep the policy up to date. The Code names no period; a policy that is older than the last training of the
#   model, or than a year, has probably not been looked at since. One without a date cannot be judged.
# related_resources:
# - description: Code of Practice, Copyright chapter, Measure 1.1
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   id: GPAI-302
#   name: copyright-policy-date
#   category: copyright
#   strength: practice
#   requirements: ["C-1.1(1)"]
#   measures: ["Copyright, Measure 1.1"]
#   articles: ["Article 53(1)(c)"]
#   level: warning
#   confidence: medium
#   depends_on: []
#   decides: false
#   remediation: |
#     Review the policy and write the day at its head, as in "Last updated: 2026-03-01".
#   examples:
#     bad:
#       README.md: |
#         # Example 7B
#
#         A text model with 7.3 billion parameters.
#       COPYRIGHT_POLICY.md: |
#         # Copyright policy
#
#         Last updated: 2024-05-01
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
#         Last updated: 2026-09-01
#
#         The legal team is responsible for this policy, which covers all our general-purpose models.
#   since: 0.1.0
package gpai.rules.copyright.policy_date

import data.gpai.lib.copyright
import data.gpai.lib.dates
import data.gpai.lib.facts
import data.gpai.lib.finding
import data.gpai.scope

report contains _judged(
	finding.at("GPAI-302", model, newest.path, sprintf(
		"The copyright policy was last updated on '%s', %s.",
		[newest.fact.value, reason],
	)),
	reason,
) if {
	some model in input.models
	scope.applies("C-1.1(1)", model)
	newest := _newest(model)[0]
	reason := _outdated(model, newest.fact.value)
}

report contains finding.capped(
	finding.missing_in("GPAI-302", model, "document.last_updated", policy.path, "The copyright policy bears no date."),
	"note",
) if {
	some model in input.models
	scope.applies("C-1.1(1)", model)
	some policy in copyright.policies[model.index]
	input.documents[policy.document].readable
	count(_newest(model)) == 0
}

_newest(model) := [update |
	updates := _updates(model)
	latest := max([dates.latest(entry.fact.value) | some entry in updates])
	some update in updates
	dates.latest(update.fact.value) == latest
]

_updates(model) := [entry |
	some policy in copyright.policies[model.index]
	some entry in facts.stated(model, "document.last_updated")
	entry.fact.document == policy.document
	dates.valid(entry.fact.value)
]

_outdated(model, updated) := sprintf("before the further training of the model on '%s'", [trained]) if {
	trained := model.declared.further_training_date
	dates.before(updated, trained)
} else := "more than a year ago" if {
	dates.before(updated, dates.add_months(input.as_of, -12))
}

# The Code sets the policy no age: that alone is no more than a remark.
_judged(found, "more than a year ago") := finding.capped(found, "note")

_judged(found, reason) := found if reason != "more than a year ago"
