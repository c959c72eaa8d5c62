# METADATA
# title: Models with systemic risk
# description: |
#   What the rules on safety and security share: the models they concern, and what lowers or lifts their findings.
package gpai.lib.systemic

import data.gpai.lib.attestations
import data.gpai.lib.content
import data.gpai.lib.documents
import data.gpai.lib.finding
import data.gpai.scope

# METADATA
# description: |
#   The models that carry systemic risk. Where that is not settled the chapter stays silent: what is missing then is the
#   answer, and that is another rule's finding.
models := [model |
	some model in input.models
	scope.answers[model.index].systemic_risk.answer == "yes"
	scope.applies("S-1", model)
]

# METADATA
# description: Whether somebody attests one of the requirements for the model.
attested(requirements, model) if {
	some requirement in requirements
	count(attestations.valid(requirement, model)) > 0
}

# METADATA
# scope: document
# description: |
#   The finding, at no more than a warning while nothing is declared of the model: most of these documents need not be
#   public, so a repository that nobody configured shows nothing by lacking them.
moderated(violation, model) := violation if _declared(model)

moderated(violation, model) := finding.capped(violation, "warning") if not _declared(model)

_declared(model) if {
	some key, _ in model.declared
	key != "entry"
}

# METADATA
# scope: document
# description: The absence of one of the chapter's documents in words, as in "no Model Report".
absent(document) := document.absent

absent(document) := concat(" ", ["no", document.name]) if not document.absent

# METADATA
# scope: document
# description: |
#   Why a duty falls away for the model under a condition, `{"why", "at"}`; undefined while it stands.
#   `similarly_safe`: the provider treats the model as similarly safe to a reference model (Appendix 2).
#   `parameters_public`: anybody can download the parameters, which ends the commitment on their security.
#   `inferior`: the provider says that the model's capabilities are inferior to those of a model whose parameters anybody
#   can download, which the commitment on security exempts.
#   `small`: the provider is of a size for which the Code is content with less.
#   `legacy`: the model was on the market before the duties applied, so that nothing could precede that.
excuse("similarly_safe", model) := {"why": "The provider treats the model as similarly safe to a reference model.", "at": similarly_safe_at(model)[0]}

excuse("parameters_public", model) := {"why": "The parameters are public.", "at": parameters_public_at(model)[0]}

excuse("inferior", model) := {"why": "The provider says that the model is inferior to one whose parameters are public.", "at": inferior_at(model)[0]}

excuse("small", model) := {"why": sizes[0].why, "at": ["configuration", "provider", "size"]} if {
	sizes := [size |
		some question in ["sme", "small_mid_cap"]
		size := scope.answers[model.index][question]
		size.answer == "yes"
	]
	count(sizes) > 0
}

excuse("legacy", model) := {"why": legacy.why, "at": legacy.evidence[0]} if {
	legacy := scope.answers[model.index].legacy
	legacy.answer == "yes"
}

# METADATA
# description: Whether one of the conditions lifts the duty.
excused(conditions, model) if {
	some condition in conditions
	excuse(condition, model)
}

# METADATA
# description: Where it is said that the model is similarly safe to a reference model.
similarly_safe_at(model) := array.concat(
	[entry.path |
		some requirement in ["A-2.1", "A-2.2"]
		some entry in attestations.valid(requirement, model)
	],
	[entry.path |
		some entry in content.matching(model, {"safety_framework", "model_report"}, [`similarly safe`])
		some sentence in regex.split(`[.;]\s+|\n`, lower(entry.section.text))
		regex.match(`(is|as|deemed|considered|qualifies) (a |an )?similarly safe`, sentence)
		not regex.match(`(^|[^a-z])(no|not|none|neither|never|if|whether|when|unless|where|any)([^a-z]|$)`, sentence)
	],
)

# METADATA
# description: Where it is said that the model is inferior to a model whose parameters anybody can download.
inferior_at(model) := array.concat(
	[entry.path |
		some entry in attestations.valid("S-6", model)
		_says_inferior(lower(entry.attestation.statement))
	],
	[entry.path |
		some entry in content.matching(model, {"safety_framework", "model_report"}, [`inferior`])
		some sentence in regex.split(`[.;]\s+|\n\n`, lower(entry.section.text))
		_says_inferior(sentence)
		not regex.match(`(^|[^a-z])(no|not|none|neither|never|if|whether|when|unless)([^a-z]|$)`, sentence)
	],
)

_says_inferior(text) if regex.match(`inferior[^.]*(public|open|download)`, text)

# METADATA
# description: What shows that the parameters are public.
parameters_public_at(model) := array.concat(
	[["models", model.index, "declared", "open_source"] | model.declared.open_source],
	[entry.path | some entry in documents.public(model, {"weights", "weights_index"})],
)
