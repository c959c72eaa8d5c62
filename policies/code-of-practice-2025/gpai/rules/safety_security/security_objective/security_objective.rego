# METADATA
# title: Objectives of security mitigations are addressed
# description: |
#   Appendix 4 lists objectives that security mitigations have to reach, each with a measure or an alternative that serves
#   it as well. Documents rarely tell everything about security, and need not; what they leave out is a note to look at,
#   and something an attestation can settle. The objectives end with the publication of the parameters.
# related_resources:
# - description: Code of Practice, Safety and Security chapter, Appendix 4
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   rows: true
#   category: safety_security
#   strength: code
#   articles: ["Article 55(1)(d)"]
#   level: note
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: [GPAI-401, GPAI-527]
#   remediation: |
#     Add a table to the Framework or the Model Report: objective, mitigation in operation or alternative with its
#     justification. What must stay confidential can be attested instead: `attestations: [{requirement: "A-4.2(1)", …}]`.
#   since: 0.1.0
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
#         ## Security
#         Access control protects our models.
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
#         ## Security
#         Access control uses multi-factor authentication. Mail is filtered for phishing, removable media are barred, and
#         patches are applied weekly. An inventory of copies of the weights is kept, copies on unmanaged devices are blocked,
#         weights are encrypted and decrypted only into non-persistent memory of a trusted execution environment, and
#         physical access to data centres is restricted. Access follows least privilege, interfaces get a security review
#         and a rate limit, and a small number of people have access. Staff undergo background checks and security awareness
#         training. Code runs in a sandbox, and data is checked for tampering. Independent security audits, penetration
#         testing, a bug bounty, integrity testing of personnel, vulnerability reporting, intrusion detection and a security
#         team complete this.
package gpai.rules.safety_security.security_objective

import data.gpai.lib.content
import data.gpai.lib.documents
import data.gpai.lib.finding
import data.gpai.lib.systemic
import data.gpai.rules.safety_security.security_objective.rows

report contains systemic.moderated(
	finding.with_requirements(
		finding.at(row.id, model, _place(model), sprintf(
			"On %s the documents do not address '%s'.",
			[row.subject, concat("', '", [objective.what | some objective in open])],
		)),
		[objective.requirement | some objective in open],
	),
	model,
) if {
	some model in _models
	content.legible(model, _main)
	some row in rows
	open := [objective |
		some objective in row.objectives
		not systemic.attested([objective.requirement, "S-6.2"], model)
		count(_evidence(objective, model)) == 0
	]
	count(open) > 0
}

met contains {"requirement": objective.requirement, "model": model.index, "at": path} if {
	some model in _models
	some row in rows
	some objective in row.objectives
	some path in _showing(objective, model)
}

# METADATA
# description: Objectives whose words fall outside any passage on security.
mentioned contains {"requirement": objective.requirement, "model": model.index, "at": path} if {
	some model in _models
	some row in rows
	some objective in row.objectives
	count(_showing(objective, model)) == 0
	some path in array.slice(_evidence(objective, model), 0, 3)
}

# Once the parameters are public the commitment ends, and a model that is inferior to a public one is exempt from it.
inapplicable contains {"requirement": objective.requirement, "model": model.index, "why": excuse.why, "at": excuse.at} if {
	some model in systemic.models
	some condition in _ends
	excuse := systemic.excuse(condition, model)
	some row in rows
	some objective in row.objectives
}

_models := [model |
	some model in systemic.models
	not systemic.excused(_ends, model)
]

_ends := ["parameters_public", "inferior"]

_main := {"safety_framework", "model_report"}

_kinds := _main | {"security_policy"}

_evidence(objective, model) := array.concat(
	content.bound(model, _kinds, [objective.requirement]),
	[entry.path | some entry in content.matching(model, _kinds, objective.patterns)],
)

# "Sandbox" in a passage on evaluations is no measure against theft: only a passage on security shows one.
_showing(objective, model) := array.concat(
	content.bound(model, _kinds, [objective.requirement]),
	[entry.path |
		some entry in content.matching(model, _kinds, objective.patterns)
		_on_security(entry)
	],
)

_on_security(entry) if input.documents[entry.document].kind == "security_policy"

_on_security(entry) if {
	some heading in entry.section.path
	regex.match(`security|cyber|protect|insider|physical access|weights`, replace(lower(heading), "safety and security", ""))
}

# The section on security, else the document.
_place(model) := _security(model)[0].path if count(_security(model)) > 0

_place(model) := documents.readable(model, _main)[0].path if count(_security(model)) == 0

_security(model) := content.matching(model, _main, [`security (goal|mitigation|control|measure)`, `^security`])
