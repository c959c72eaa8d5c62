# METADATA
# title: Specified risks are accepted by tiers
# description: |
#   Whether a systemic risk is acceptable is decided by tiers that can be measured. Other criteria are allowed only where
#   tiers do not suit the risk, and never for chemical, biological, radiological and nuclear risk, loss of control, cyber
#   offence and harmful manipulation.
# related_resources:
# - description: Code of Practice, Safety and Security chapter, Measure 4.1
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   id: GPAI-441
#   name: tiers-for-specified-risks
#   category: safety_security
#   strength: code
#   requirements: ["S-4.1(1)(b)"]
#   measures: ["Safety and Security, Measure 4.1"]
#   articles: ["Article 55(1)(b)"]
#   level: warning
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: [GPAI-401]
#   remediation: |
#     Define tiers for the risk, by capabilities and with a measurement that decides whether one is reached; keep other
#     criteria for risks that are none of the four specified ones, and say why tiers do not suit those.
#   examples:
#     bad:
#       gpai-lint.yaml: |
#         provider: {name: Example Labs, country: FR, signatory: true}
#         models:
#         - {path: ., placed_on_market: true, gpai: true, systemic_risk: true}
#       README.md: |
#         # Example 400B
#         A text-generation model.
#       SAFETY_FRAMEWORK.md: |
#         # Safety and Security Framework
#         ## Harmful manipulation
#         For this risk we do not define tiers; a panel of experts decides case by case.
#     good:
#       gpai-lint.yaml: |
#         provider: {name: Example Labs, country: FR, signatory: true}
#         models:
#         - {path: ., placed_on_market: true, gpai: true, systemic_risk: true}
#       README.md: |
#         # Example 400B
#         A text-generation model.
#       SAFETY_FRAMEWORK.md: |
#         # Safety and Security Framework
#         ## Harmful manipulation
#         Three tiers are defined by the share of readers who change their mind. Tier 3 has not been reached.
#         ## Power concentration
#         For this risk we do not define tiers, because nothing measures it yet; a panel of experts decides case by case.
#   since: 0.1.0
package gpai.rules.safety_security.other_criteria

import data.gpai.lib.content
import data.gpai.lib.finding
import data.gpai.lib.systemic
import data.gpai.reference.safety_documents.framework_or_report
import data.gpai.reference.specified_risks
import data.gpai.rules.safety_security.specified_risk

report contains systemic.moderated(violation, model) if {
	some model in systemic.models
	not systemic.attested([_requirement], model)
	some specified in specified_risks
	some entry in content.matching(model, _kinds, specified.patterns)
	some sentence in regex.split(`[.;]\s+|\n\n`, lower(entry.section.text))
	_renounces_tiers(sentence)
	_matches(concat(" ", [lower(entry.section.title), sentence]), specified.patterns)
	violation := finding.quoting(
		finding.at("GPAI-441", model, entry.path, sprintf(
			"The text sets no tiers for the specified risk '%s', and other criteria cannot stand in for them there.",
			[specified.name],
		)),
		sentence,
	)
}

# Tiers for all four specified risks leave none of them to other criteria.
met contains {"requirement": _requirement, "model": model.index, "at": paths[0]} if {
	some model in systemic.models
	tiered := specified_risk.tiered[model.index]
	count(tiered) == count(specified_risks)
	some paths in tiered
}

met contains {"requirement": _requirement, "model": model.index, "at": path} if {
	some model in systemic.models
	some path in content.bound(model, _kinds, [_requirement])
}

_requirement := "S-4.1(1)(b)"

_kinds := {kind | some kind in framework_or_report.kinds}

_renounces_tiers(sentence) if {
	contains(sentence, "tier")
	_matches(sentence, [
		`(do|does|did) not (set|define|use|have|apply|specify|foresee) [a-z ]{0,40}tiers?`,
		`tiers? (is|are|were) not (set|defined|used|suitable|appropriate|applicable|specified)`,
		`(^|[ (])(no|without|instead of|rather than|in place of) ([a-z]+ ){0,2}tiers?([^a-z]|$)`,
	])

	# What follows from a tier that was not reached, or from there being no further one, is no renunciation.
	not _matches(sentence, [`reach|exceed|cross|attain|above|beyond|higher|next|further|pass|fourth|additional|met([^a-z]|$)`])
}

_matches(text, patterns) if {
	some pattern in patterns
	regex.match(pattern, text)
}
