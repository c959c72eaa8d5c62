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
# description: Whether the provider treats the model as similarly safe to a reference model (Appendix 2).
similarly_safe(model) if attested(["A-2.1", "A-2.2"], model)

similarly_safe(model) if count(content.matching(model, {"safety_framework", "model_report"}, _similarly_safe)) > 0

_similarly_safe := [`similarly safe`]

# METADATA
# scope: document
# description: Whether anybody can download the model's parameters, which ends the commitment on their security.
parameters_public(model) if model.declared.open_source

parameters_public(model) if count(documents.public(model, {"weights", "weights_index"})) > 0
