# METADATA
# title: A contact for documentation requests is public
# description: |
#   When a model is placed on the market the provider publishes how the AI Office and downstream providers can ask for its
#   documentation. Without an address nobody can use the rights that the Act gives them.
# related_resources:
# - description: Code of Practice, Transparency chapter, Measure 1.2
#   ref: https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
# custom:
#   id: GPAI-105
#   name: documentation-contact
#   category: transparency
#   strength: code
#   requirements: [T-1.2.a]
#   measures: ["Transparency, Measure 1.2"]
#   articles: ["Article 53(1)(a)", "Article 53(1)(b)"]
#   level: error
#   confidence: high
#   effective_on: 2025-08-02
#   depends_on: [GPAI-101]
#   remediation: |
#     Add a line such as "Requests for documentation by the AI Office and downstream providers: ai-documentation@example.org"
#     to the card, or set `provider: {contact: …}` in gpai-lint.yaml.
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
#
#         ## Contact
#
#         Requests for documentation: ai-documentation@labs.example
#   since: 0.1.0
package gpai.rules.transparency.contact

import data.gpai.lib.answers
import data.gpai.lib.facts
import data.gpai.lib.finding
import data.gpai.scope

report contains finding.missing(
	"GPAI-105",
	model,
	"provider.contact",
	"No public document says where the AI Office and downstream providers can ask for the model's documentation.",
) if {
	not _configured
	some model in input.models
	scope.applies("T-1.2.a", model)
	answers.state(_readings(model)) in {"missing", "not_applicable"}
}

report contains finding.at("GPAI-105", model, left.path, sprintf(
	"The contact for documentation requests is still a placeholder: '%s'.",
	[left.fact.text],
)) if {
	not _configured
	some model in input.models
	scope.applies("T-1.2.a", model)
	answers.state(_readings(model)) == "placeholder"
	left := answers.amounting(_readings(model), "placeholder")[0]
}

# An address that says what it is for, or that stands in the form, which asks for it.
met contains {"requirement": "T-1.2.a", "model": model.index, "at": entry.path} if {
	some model in input.models
	some entry in answers.amounting(_readings(model), "stated")
	_for_documentation(entry)
}

met contains {"requirement": "T-1.2.a", "model": model.index, "at": ["configuration", "provider", "contact"]} if {
	_configured
	some model in input.models
}

# METADATA
# description: Addresses for whatever anybody may want to say.
mentioned contains {"requirement": "T-1.2.a", "model": model.index, "at": entry.path} if {
	some model in input.models
	some entry in answers.amounting(_readings(model), "stated")
	not _for_documentation(entry)
}

_configured if input.configuration.provider.contact

_for_documentation(entry) if facts.kind(entry) == "model_documentation_form"

_for_documentation(entry) if regex.match(`documentation|downstream|ai office|ai act|integrat|information`, lower(entry.fact.text))

# An address that only insiders can read helps nobody, and one for rightsholders, reports of weaknesses or incidents is
# for something else.
_readings(model) := [entry |
	some entry in facts.all(model, "provider.contact")
	input.documents[entry.fact.document].public
	not facts.kind(entry) in _of_another_purpose
]

_of_another_purpose := {
	"copyright_policy",
	"copyright_policy_summary",
	"complaints_procedure",
	"crawler_disclosure",
	"data_card",
	"external_eval_criteria",
	"incident_process",
	"security_policy",
	"whistleblower_policy",
}
