# METADATA
# title: Entry points
# description: |
#   What the engine is asked for: `report` (findings), `met` (evidence that requirements are met), `scope` and `status`
#   (lists, one element per model in the order of `input.models`). Rules are found by their place,
#   `data.gpai.rules.<category>.<rule>`, and never registered.
package gpai.main

import data.gpai.lib.attestations
import data.gpai.lib.described
import data.gpai.requirements
import data.gpai.scope as scoping
import data.gpai.status as verdicts

# METADATA
# description: All findings, before any is suppressed.
gathered contains violation if {
	some category, rule
	some violation in data.gpai.rules[category][rule].report
}

# Packs beside the built-in one lie under roots of their own; modules that gpai-lint writes for them lead to their rules.
gathered contains violation if some violation in data.gpai.packs[_].report

# METADATA
# description: |
#   What packs reported that is no finding of theirs, `{"package", "why", "value"}`: an error of the pack, never silence.
rejected contains entry if some entry in data.gpai.packs[_].rejected

# METADATA
# description: All evidence that a requirement is met, as the rules give it, `{"requirement", "model", "at"}`.
met contains entry if {
	some category, rule
	some entry in data.gpai.rules[category][rule].met
}

# METADATA
# description: |
#   What facts make a requirement fall away, as the rules give it, `{"requirement", "model", "why", "at"}`: without a
#   crawler, for instance, nothing has to be said about its behaviour.
inapplicable contains entry if {
	some category, rule
	some entry in data.gpai.rules[category][rule].inapplicable
}

# METADATA
# description: |
#   Places where the words of a requirement fall without showing that it is met, as the rules give them,
#   `{"requirement", "model", "at"}`: the verdict stays open and says where to look. A `why` beside them says what is
#   there and what it does not show.
mentioned contains entry if {
	some category, rule
	some entry in data.gpai.rules[category][rule].mentioned
}

# METADATA
# description: |
#   The findings to show. One is left out when a finding of a rule that its rule depends on already tells the cause for
#   the same model (where a document is missing, every finding on its content is noise), when it misses something of a
#   model that nothing shows, or when attestations make good the absence that it reports.
report contains violation if {
	some violation in gathered
	not _redundant(violation)
	not attested(violation)
}

# METADATA
# description: The scope answers of each model, by question.
scope := [object.get(scoping.answers, model.index, {}) | some model in input.models]

# METADATA
# description: The verdict on every requirement for each model.
status := [object.get(verdicts.verdicts, model.index, []) | some model in input.models]

# METADATA
# description: |
#   Whether a finding reports an absence that valid attestations make good, for instance because the document is kept for
#   the AI Office alone. Nobody can attest a contradiction away.
attested(violation) if {
	violation.missing
	count(attestations.requirements) > 0
	model := input.models[violation.model]
	count(violation.requirements) > 0
	every requirement in violation.requirements {
		requirements[requirement]
		count(attestations.valid(requirement, model)) > 0
	}
}

_redundant(violation) if {
	some cause in data.gpai.metadata.rules[violation.rule].depends_on
	[cause, violation.model] in _told
}

# Of a model that nothing shows, nothing is missed but that.
_redundant(violation) if {
	violation.missing
	violation.rule != "GPAI-101"
	count(violation.requirements) > 0
	violation.model in described.supposed
}

_told contains [violation.rule, violation.model] if some violation in gathered
