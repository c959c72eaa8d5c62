# METADATA
# title: No document says that reservations or access limits are disregarded
# description: |
#   Crawlers have to follow robots.txt and must not get round paywalls and other technical protection. A document that says
#   the opposite is worse than one that says nothing.
# related_resources:
# - description: Code of Practice, Copyright chapter, Measures 1.2 and 1.3
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   id: GPAI-304
#   name: copyright-reservations-ignored
#   category: copyright
#   strength: code
#   requirements: ["C-1.2(1)(a)", "C-1.3(1)(a)"]
#   measures: ["Copyright, Measure 1.2", "Copyright, Measure 1.3"]
#   articles: ["Article 53(1)(c)"]
#   level: error
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: []
#   remediation: |
#     Change the crawler's settings (for instance `ROBOTSTXT_OBEY = True`) and the text, and remove what was crawled against
#     reservations from the training data.
#   examples:
#     bad:
#       README.md: |
#         # Example 7B
#
#         A text model.
#
#         ## Training data
#
#         Pages were crawled with settings that ignore robots.txt.
#     good:
#       README.md: |
#         # Example 7B
#
#         A text model.
#
#         ## Training data
#
#         Pages were crawled by a crawler that follows robots.txt.
#   since: 0.1.0
package gpai.rules.copyright.reservations_ignored

import data.gpai.lib.finding
import data.gpai.lib.passages
import data.gpai.scope

_kinds := {
	"model_card",
	"readme",
	"data_card",
	"copyright_policy",
	"copyright_policy_summary",
	"crawler_disclosure",
	"training_content_summary",
	"model_documentation_form",
}

_contrary := {
	"C-1.3(1)(a)": [
		`(ignor(e|es|ed|ing)|disregard(s|ed|ing)?|disobey(s|ed|ing)?|overrid(e|es|den|ing)|regardless of) (the )?(site'?s? )?robots`,
		`(do|does|did|will) not (respect|follow|obey|honou?r|comply with|check|read) (the )?robots`,
		`robotstxt_obey ?[=:] ?(false|no|0)`,
		`without (respecting|following|obeying|honou?ring|checking|regard to) (the )?robots`,
	],
	"C-1.2(1)(a)": [
		`(bypass(es|ed|ing)?|circumvent(s|ed|ing)?|get(s|ting)? (a)?round) (the )?(paywall|captcha|login|access (control|restriction)|technical protection|technological)`,
		`captcha[- ]solv`,
	],
}

# The words without which none of that can be said; finding them is cheap.
_subject := `robots|paywall|captcha|access control|access restriction|technical protection|technological`

# "never ignore robots.txt" and the like say the right thing.
_negated := [
	concat("", [
		`(not|never|n't|nor|without|cannot|refrain from|prohibit(s|ed)?( from)?|forbid(s|den)?( to)?|avoid|rather than|instead of|neither|no) `,
		`([a-z-]+,? )*(ignor|disregard|disobey|overrid|bypass|circumvent|get|captcha)`,
	]),
	`prevent|detect|against|attempt|prohibit|forbid|not (designed|permitted|allowed)`,
]

report contains finding.quoting(
	finding.with_requirements(
		finding.at("GPAI-304", model, statement.path, sprintf(
			"The text says that crawling disregards reservations or access limits: '%s'.",
			[statement.text],
		)),
		[requirement],
	),
	statement.text,
) if {
	some model in input.models
	some requirement, patterns in _contrary
	scope.applies(requirement, model)
	some statement in _statements(model, patterns)
}

_statements(model, patterns) := [{"path": entry.path, "text": found} |
	some entry in passages.matching(model, _kinds, [_subject])
	some sentence in regex.split(`[.!?;]\s|\n\n`, passages.lowered(entry))
	some pattern in patterns
	some found in regex.find_n(pattern, sentence, 1)
	not _denied(sentence)
]

_denied(sentence) if {
	some pattern in _negated
	regex.match(pattern, sentence)
}
